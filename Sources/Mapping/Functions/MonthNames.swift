// SPDX-License-Identifier: Apache-2.0

/// Names of months, without accents, by language.
enum MonthNames {
  /// The languages that names are known in.
  static var languages: [String] { names.keys.sorted() }

  private static let names: [String: [String]] = [
    "ca": [
      "gener", "febrer", "marc", "abril", "maig", "juny", "juliol", "agost", "setembre", "octubre",
      "novembre", "desembre",
    ],
    "de": [
      "januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september",
      "oktober", "november", "dezember",
    ],
    "en": [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ],
    "es": [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre",
    ],
    "fr": [
      "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
      "octobre", "novembre", "decembre",
    ],
    "it": [
      "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
      "settembre", "ottobre", "novembre", "dicembre",
    ],
    "nl": [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december",
    ],
    "pt": [
      "janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro",
      "outubro", "novembro", "dezembro",
    ],
  ]

  /// The month that a name means, whole or from three letters that no other name begins with.
  static func month(_ name: String, language: String) -> Int? {
    let folded = PlainLetters.folded(name.lowercased())
    guard folded.unicodeScalars.count >= 3, let known = names[language] else { return nil }
    let found = known.indices.filter { known[$0].hasPrefix(folded) }
    if let exact = found.first(where: { known[$0] == folded }) { return exact + 1 }
    return found.count == 1 ? found[0] + 1 : nil
  }
}

/// Letters without their accents.
enum PlainLetters {
  private static let groups: [(plain: String, letters: String)] = [
    ("a", "àáâãåāăą"), ("c", "çćčĉ"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ğģĝġ"),
    ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľł"), ("n", "ñńņň"),
    ("o", "òóôõøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťțŧ"), ("u", "ùúûũūŭůűų"),
    ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"),
    // What names of months and words such as Größe become without accents.
    ("a", "ä"), ("o", "ö"), ("u", "ü"),
  ]

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (plain, letters) in groups {
      for scalar in letters.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()

  /// A lower-case text with Latin letters instead of those with accents; combining marks go.
  static func folded(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if (0x300...0x36F).contains(scalar.value) { return }
      result += table[scalar] ?? String(scalar)
    }
  }
}
