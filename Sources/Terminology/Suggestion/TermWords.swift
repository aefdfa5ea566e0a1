// SPDX-License-Identifier: Apache-2.0

/// Splits values and labels into words that can be compared.
enum TermWords {
  /// The words of a text in order: lower case, without accents, plurals and Roman numerals evened out.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      let lower = scalar.properties.lowercaseMapping
      if let plain = lower.unicodeScalars.first, plain.properties.isAlphabetic || isDigit(plain) {
        word += base[plain] ?? lower
      } else if !word.isEmpty, !scalar.properties.isDiacritic {
        words.append(even(word))
        word = ""
      }
    }
    if !word.isEmpty { words.append(even(word)) }
    return words
  }

  /// The words of a name such as `TumorBodySiteCode`: capitals begin words, numbers are left out.
  static func nameWords(_ name: String) -> [String] {
    allNameWords(name).filter { !nameWordsWithoutMeaning.contains($0) }
  }

  /// The words of a name with those that tell its place in a table, such as `code`.
  static func allNameWords(_ name: String) -> [String] {
    var spaced = ""
    var wasLower = false
    for scalar in name.unicodeScalars where !isDigit(scalar) {
      if scalar.properties.isUppercase && wasLower { spaced += " " }
      wasLower = scalar.properties.isLowercase
      spaced.unicodeScalars.append(scalar)
    }
    return words(spaced)
  }

  // What names of properties say about their place in a table, not about their values.
  private static let nameWordsWithoutMeaning: Set<String> = [
    "qualifier", "type", "original", "eucaim", "result", "test", "code", "value", "concept", "as",
    "has", "identifier", "alias", "behavior",
  ]

  /// Words that say nothing about what a label means.
  static let stopWords: Set<String> = [
    "of", "the", "and", "in", "a", "an", "or", "with", "by", "to", "for", "no", "nos", "code",
    "value", "concept", "action", "structure", "category", "de", "la", "el", "des", "der",
  ]

  /// Words that providers use one for the other.
  ///
  /// - Source: common usage in oncology; laterality and units of UCUM.
  static let groups: [[String]] = [
    ["neoplasm", "cancer", "tumor", "tumour", "neoplastic", "neoplasia", "ca"],
    ["carcinoma", "ca"],
    ["malignant", "cancerous"], ["left", "lt", "izquierda"], ["right", "rt", "derecha"],
    ["lymph", "nodal"], ["surgery", "surgical", "operation"], ["ductal", "duct"],
    ["infiltrating", "invasive"], ["excision", "mastectomy", "resection", "ectomy"],
    ["conservation", "conserving", "sparing", "conservative"], ["treatment", "therapy", "surgery"],
    ["external", "ebrt"], ["brain", "cerebral"],
    ["radiotherapy", "radiation", "irradiation"], ["renal", "kidney"], ["hepatic", "liver"],
    ["pulmonary", "lung"], ["mammary", "breast", "mamma"], ["gastric", "stomach"],
    ["imaging", "image"], ["mri", "mr"], ["thyroid", "thyroidal"],
    ["colour", "color"], ["grade", "grado", "grading"], ["stage", "staging"],
    ["healthy", "normal", "sano"], ["measurement", "test", "assay"],
    ["specimen", "sample"], ["biopsy", "aspiration"], ["semiautomatic", "semi", "semiautomated"],
    ["automatic", "automated"], ["radiography", "radiograph"],
  ]

  /// For every word of a group, the others.
  static let alike: [String: [String]] = {
    var alike: [String: [String]] = [:]
    for group in groups.map({ $0.map(even) }) {
      for word in group { alike[word, default: []] += group.filter { $0 != word } }
    }
    return alike
  }()

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func even(_ word: String) -> String {
    if let number = romanNumbers[word] { return number }
    return american(singular(word))
  }

  private static func singular(_ word: String) -> String {
    let count = word.utf8.count
    if count > 4, word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
    let endings = ["ss", "us", "is"]
    if count > 3, word.hasSuffix("s"), !endings.contains(where: word.hasSuffix) {
      return String(word.dropLast())
    }
    return word
  }

  // Haematoma and hematoma, oesophagus and esophagus, tumour and tumor, litre and liter.
  private static func american(_ word: String) -> String {
    guard word.utf8.count > 4 else { return word }
    var even = word.replacing("ae", with: "e").replacing("oe", with: "e")
    for (ending, other) in [("our", "or"), ("tre", "ter"), ("ised", "ized")]
    where even.hasSuffix(ending) {
      even = even.dropLast(ending.count) + other
    }
    return even
  }

  // `i`, `v` and `x` alone mean other things too, but not beside a class, a grade or a stage, and both
  // sides are treated alike.
  private static let romanNumbers = [
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8",
  ]

  // Letters with accents in the languages of the providers.
  private static let base: [Unicode.Scalar: String] = {
    let pairs = [
      "a": "àáâãäåāă", "c": "çćč", "d": "ďđ", "e": "èéêëēėęě", "g": "ğ", "i": "ìíîïīį", "l": "ł",
      "n": "ñńň", "o": "òóôõöøō", "r": "ř", "s": "śšş", "t": "ťţ", "u": "ùúûüūůű", "y": "ýÿ",
      "z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ",
    ]
    var base: [Unicode.Scalar: String] = [:]
    for (plain, letters) in pairs {
      for scalar in letters.unicodeScalars { base[scalar] = plain }
    }
    return base
  }()
}
