// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A term mapping as text to be changed: everything that is not touched stays as it is written.
///
/// - Source: SSSOM 1.1, SSSOM/TSV with embedded metadata; quotes as RFC 4180 has them.
package struct SSSOMDocument: Sendable {
  /// The lines above the table, each with its `#`.
  package private(set) var metadata: [String]
  /// The names of the columns.
  package private(set) var columns: [String]
  /// The cells of each row; a row may be shorter than the header.
  package private(set) var rows: [[String]]

  private let numbers: [Int]

  /// Starts a file.
  ///
  /// - Parameters:
  ///   - id: the identifier of the mapping set.
  ///   - prefixes: prefixes to declare, by name.
  package init(id: String, prefixes: [String: String]) {
    metadata = ["#mapping_set_id: \(id)", "#curie_map:"]
    for (prefix, namespace) in prefixes.sorted(by: { $0.key < $1.key }) {
      metadata.append("#  \(prefix): \(namespace)")
    }
    columns = [
      "subject_source", "subject_label", "predicate_id", "object_id", "object_label",
      "mapping_justification", "author_id", "mapping_date", "confidence",
    ]
    rows = []
    numbers = []
  }

  /// Reads a file that ``SSSOM/parse(bytes:file:notes:)`` takes.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: how findings name it.
  /// - Throws: a quote without a partner.
  package init(bytes: [UInt8], file: String) throws(DiagnosedError) {
    let table = try SSSOMTable(bytes, file: file)
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    metadata = lines.map { $0.first == "\u{FEFF}" ? String($0.dropFirst()) : String($0) }
      .prefix { $0.hasPrefix("#") }.map { $0 }
    columns = table.rows.first?.cells ?? []
    rows = table.rows.dropFirst().map(\.cells)
    numbers = table.rows.dropFirst().map(\.number)
  }

  /// The index of the row that a mapping was read from.
  package func index(of row: SSSOMRow) -> Int? {
    guard case .cell(let number, _, _, _) = row.place.locator else { return nil }
    return numbers.firstIndex(of: number)
  }

  /// Puts a text into a cell; a column that is not there is added.
  package mutating func set(_ column: String, _ text: String, row: Int) {
    let index = self.column(column)
    while rows[row].count <= index { rows[row].append("") }
    rows[row][index] = text
  }

  /// Adds a row, its cells by the names of their columns.
  package mutating func append(_ cells: [String: String]) {
    rows.append(Array(repeating: "", count: columns.count))
    for (name, text) in cells.sorted(by: { $0.key < $1.key }) where !text.isEmpty {
      set(name, text, row: rows.count - 1)
    }
  }

  /// The table with its metadata; lines end in a line feed.
  package var bytes: [UInt8] {
    var text = ""
    for line in metadata { text += line + "\n" }
    for row in [columns] + rows {
      text += row.map(Self.written).joined(separator: "\t") + "\n"
    }
    return Array(text.utf8)
  }

  private mutating func column(_ name: String) -> Int {
    if let index = columns.firstIndex(of: name) { return index }
    if name == SSSOMReview.column { declareExtension(name, SSSOMReview.property) }
    columns.append(name)
    return columns.count - 1
  }

  // A column of our own must be declared, or readers warn.
  private mutating func declareExtension(_ name: String, _ property: String) {
    if let key = metadata.firstIndex(where: { $0.dropFirst().hasPrefix("extension_definitions:") })
    {
      let next = key + 1 < metadata.count ? metadata[key + 1].dropFirst() : ""
      let indent = next.prefix { $0 == " " }
      metadata.insert("#\(indent)- slot_name: \(name)", at: key + 1)
      metadata.insert("#\(indent)  property: \(property)", at: key + 2)
    } else {
      metadata += [
        "#extension_definitions:", "#  - slot_name: \(name)", "#    property: \(property)",
      ]
    }
  }

  private static func written(_ text: String) -> String {
    let needsQuotes =
      text.first == "\"" || text.unicodeScalars.contains { "\t\n\r".unicodeScalars.contains($0) }
    if !needsQuotes { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

/// What has become of a proposed row.
///
/// SSSOM has slots for the reviewer and the date but none for the outcome, so the outcome stands in a
/// column of its own, declared as an extension. A rejected row is also denied by `predicate_modifier`,
/// which every reader of SSSOM understands.
package enum SSSOMReview: String, Sendable, CaseIterable {
  /// Nobody has looked at the row; it translates nothing.
  case proposed
  /// The row holds.
  case accepted
  /// The row does not hold, and is kept so that it is not proposed again.
  case rejected

  /// The column that holds the state.
  package static let column = "review_state"
  /// The property that the column stands for.
  package static let property = "https://w3id.org/fairway/terms#reviewState"
}
