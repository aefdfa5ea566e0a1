// SPDX-License-Identifier: Apache-2.0

import Terminology

/// The rows of the ETL's value maps that give one code, and which of them are certain.
///
/// The table was made from SQL of several sites and holds contradictions and errors. A row is certain if
/// nothing at hand speaks against it: neither another row, nor the hyper-ontology's own labels and
/// hierarchy, nor the codes of the federated search. What is proposed for a row plays no part.
struct ValueMaps {
  /// A row with one code.
  struct Row {
    let property: String
    let value: String
    let code: String
  }

  /// What speaks against a row, the first that applies.
  enum Doubt: String, CaseIterable {
    /// A number of a local list, or of RadLex, which no words explain.
    case bareCode = "bare code"
    /// The code is not in use.
    case dead = "dead code"
    /// Another row gives the value another code, or a text that is no label of the code.
    case contradicted = "contradicted by another row"
    /// The hyper-ontology calls another concept by the value, and not this one.
    case otherLabel = "label of another concept"
    /// A place where none is asked for, or none where a place is asked for.
    case otherKind = "another kind of concept"
    /// The federated search uses another code for the same marker.
    case search = "another code in the federated search"
  }

  /// A row of the table, whatever it gives.
  private struct Entry {
    let property: String
    let value: String
    let codes: [String]
    let text: String
  }

  /// The rows that give one code, in the table's order.
  let rows: [Row]

  private let vocabulary: Vocabulary
  private let entries: [String: [Entry]]
  private let codes: [String: Set<String>]

  init(_ bytes: [UInt8], _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    let all = DelimitedText(bytes).rows.dropFirst().map { row in
      Entry(
        property: row[1], value: row[2],
        codes: row[3].split(separator: "|").map { $0.filter { $0 != " " } }, text: row[4])
    }
    .filter { $0.value != "(constant)" }
    rows = all.filter { $0.codes.count == 1 }.map {
      Row(property: $0.property, value: $0.value, code: $0.codes[0])
    }
    entries = Dictionary(grouping: all.filter { !Self.isBareCode($0.value) }) {
      Self.bare($0.value)
    }
    codes = Dictionary(grouping: rows, by: Self.key).mapValues { Set($0.map(\.code)) }
  }

  /// Whether a row of the same property gives the value another code; properties that differ by a number
  /// only (TumorMarkerTest1, TumorMarkerTest2) are one.
  func differsWithin(_ row: Row) -> Bool { codes[Self.key(row)]?.count != 1 }

  /// What speaks against a row; `nil` if it is certain.
  func doubt(_ row: Row) -> Doubt? {
    if Self.isBareCode(row.value) { return .bareCode }
    guard let concept = vocabulary.concept("EUCAIM:\(row.code)"),
      !vocabulary.isDeprecated(concept)
    else { return .dead }
    if isContradicted(row, concept) { return .contradicted }
    let named = vocabulary.concepts(labelled: row.value).filter { !vocabulary.isDeprecated($0) }
    if !named.isEmpty && !named.contains(concept) { return .otherLabel }
    let isPlace =
      vocabulary.membership(of: "EUCAIM:\(row.code)", in: "EUCAIM:BP1000024") == .yes
    if isPlace != Self.asksForPlace(row.property) { return .otherKind }
    if let code = Self.searchCodes[row.value], code != row.code { return .search }
    return nil
  }

  private func isContradicted(_ row: Row, _ concept: Int) -> Bool {
    let labels = vocabulary.labels(concept).filter { $0.kind != .code }
      .map { Self.words($0.text) }
    return entries[Self.bare(row.value), default: []].contains { other in
      if !other.codes.isEmpty { return !other.codes.contains(row.code) }
      let text = Self.words(other.text)
      // Some texts are numbers of SNOMED CT.
      return other.text.contains(where: \.isLetter)
        && !labels.contains { $0.isSubset(of: text) || text.isSubset(of: $0) }
    }
  }

  private static func key(_ row: Row) -> String {
    row.property.filter { !$0.isNumber } + "\t" + row.value.lowercased()
  }

  // Without the number of a local list behind it, as in `temporal (2)`.
  private static func bare(_ value: String) -> String {
    value.lowercased().replacing(/\s?\(\d+\)$/, with: "")
  }

  private static func isBareCode(_ value: String) -> Bool {
    value.wholeMatch(of: /(RID)?\d+/) != nil
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  private static func asksForPlace(_ property: String) -> Bool {
    ["Organ", "Site", "Location", "BodyPart"].contains(where: property.contains)
      && !property.contains("Laterality")
  }

  // The keys under which EUCAIM's federated search knows four tumour markers.
  private static let searchCodes = [
    "ER": "CLIN1045815", "PR": "CLIN1046085", "PSA": "CLIN1033410", "KI-67": "CLIN1045913",
  ]
}
