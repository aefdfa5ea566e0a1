// SPDX-License-Identifier: Apache-2.0

/// What the short codes of DICOM and UCUM say in words.
///
/// The codes come from vocabularies: notations are codes, and so are codes of other vocabularies that a
/// concept states, such as `SNOMEDCT:41216001`. Labels are what they say.
package struct CodeMeanings: Sendable {
  /// A list of codes, and what values it is for.
  package enum List: String, Sendable, CaseIterable {
    case modality
    case bodyPart = "body-part"
    case laterality
    case sex
    case unit

    /// The list for values of a property; `nil` if none is.
    ///
    /// - Parameter words: what the property's name says, even; empty if nothing is known.
    /// - Returns: body parts if nothing is known.
    static func of(_ words: Set<String>) -> List? {
      if !words.isDisjoint(with: ["sex", "gender"]) { return .sex }
      if words.contains("unit") { return .unit }
      if !words.isDisjoint(with: ["laterality", "side"]) { return .laterality }
      if !words.isDisjoint(with: ["body", "site", "organ", "location", "topography", "region"]) {
        return .bodyPart
      }
      if !words.isDisjoint(with: ["modality", "imaging", "image"]) { return .modality }
      return words.isEmpty ? .bodyPart : nil
    }

    /// Why a concept is proposed that such a code means.
    var reason: TermSuggestion.Reason { self == .unit ? .acronym : .dicom }
  }

  private var labels: [List: [String: [String]]] = [:]
  // What took the place of retired codes of SNOMED CT.
  private let replacements: [String: String]

  /// Starts without codes.
  ///
  /// - Parameter dead: codes that are no longer in use; those of SNOMED CT are read as what took their
  ///   place.
  package init(dead: [DeadTarget] = []) {
    func code(_ iri: String) -> String? {
      iri.hasPrefix(Self.snomed) ? String(iri.dropFirst(Self.snomed.count)) : nil
    }
    var replacements: [String: String] = [:]
    for entry in dead where !entry.isBase && entry.word.isEmpty {
      guard let old = code(entry.target), let new = code(entry.replacement) else { continue }
      replacements[old] = new
    }
    self.replacements = replacements
  }

  /// Takes the codes of a vocabulary.
  ///
  /// - Parameters:
  ///   - vocabulary: concepts with notations and labels.
  ///   - list: what the codes are for.
  package mutating func add(_ vocabulary: Vocabulary, as list: List) {
    for concept in 0..<vocabulary.count {
      let texts = vocabulary.labels(concept)
      let said = texts.filter { $0.kind != .code }.map(\.text)
      if said.isEmpty { continue }
      // Units are written in several ways; names of body parts are no codes.
      for (text, kind) in texts where kind == .code || list == .unit {
        for key in Self.keys(text, list) where labels[list]?[key] == nil {
          labels[list, default: [:]][key] = said
        }
      }
    }
  }

  /// What a value says in words, the preferred label first; empty if it is no code of the list.
  ///
  /// Codes of UCUM are read as they are written, all others in any case; of a retired code of SNOMED CT,
  /// what took its place.
  func meaning(_ value: String, in list: List) -> [String] {
    guard let codes = labels[list] else { return [] }
    if list == .unit { return codes[value] ?? codes[Self.withSmallLitre(value)] ?? [] }
    let code =
      value.split(whereSeparator: { $0 == ":" || $0 == "/" }).last.map(String.init) ?? value
    if let found = codes[value] ?? codes[code] ?? codes[code.uppercased()] { return found }
    return replacements[code].flatMap { codes[$0] } ?? []
  }

  private static let snomed = "http://snomed.info/id/"

  // UCUM has the litre as `L` and as `l`, so `ng/ml` is a code too.
  private static func withSmallLitre(_ unit: String) -> String { unit.replacing("L", with: "l") }

  /// Whether a text is a unit.
  func isUnit(_ text: String) -> Bool { !meaning(text, in: .unit).isEmpty }

  private static func keys(_ code: String, _ list: List) -> [String] {
    if list == .unit { return [code, withSmallLitre(code)] }
    guard let colon = code.lastIndex(of: ":") else { return [code] }
    return [code, String(code[code.index(after: colon)...])]
  }
}
