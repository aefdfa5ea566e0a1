// SPDX-License-Identifier: Apache-2.0

/// How alike two names of entities or elements are, whatever case and separators they are written in.
package enum TermNames {
  /// The words of a name, even: `Cancer_Condition.Age at diagnosis` and `ageAtDiagnosis` share words.
  package static func words(_ name: String) -> Set<String> {
    let words = TermWords.words(String(String.UnicodeScalarView(spaced(name))))
    return Set(words.map { short[$0] ?? $0 })
      .subtracting(["of", "at", "the", "in", "concept", "eucaim"])
  }

  /// Twice the shared words over all words, 0 to 1.
  package static func likeness(_ one: Set<String>, _ other: Set<String>) -> Double {
    let whole = one.count + other.count
    return whole == 0 ? 0 : 2 * Double(one.intersection(other).count) / Double(whole)
  }

  // What models and people write for the same word.
  private static let short = [
    "id": "identifier", "dob": "birth", "dx": "diagnosis", "tumour": "tumor", "gender": "gender",
    "image": "imaging", "serie": "series",
  ]

  private static func spaced(_ name: String) -> [Unicode.Scalar] {
    var spaced: [Unicode.Scalar] = []
    var wasLower = false
    for scalar in name.unicodeScalars {
      if scalar.properties.isUppercase && wasLower { spaced.append(" ") }
      wasLower = scalar.properties.isLowercase
      spaced.append(scalar)
    }
    return spaced
  }
}
