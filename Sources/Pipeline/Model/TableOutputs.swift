// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Mapping
internal import RDFModel
internal import Reports
internal import Terminology

/// The tables of a dataset's records and the audit table of its mapping, as CSV.
///
/// The same records give the same bytes: rows stand in the order of the records, columns in that of
/// the model. Lines end with CR LF, as in RFC 4180.
struct TableOutputs: Sendable {
  /// The name of the audit table's file, which no table of the model has.
  static let auditName = "mapping_audit.csv"
  /// The columns of the audit table.
  ///
  /// - Source: `MappedCodeableConceptsResults` of the EUCAIM ETL tool set, without its time stamp, since
  ///   the same inputs give the same bytes.
  static let auditHeader = [
    "property", "original value", "parsed value", "code", "candidates", "rule", "term mapping",
  ]

  let tables: RecordTables
  let coded: CodedValues
  let terms: TermLists

  /// The names of the files, in the order written.
  var names: [String] { tables.tables.map { "\($0.name).csv" } + [Self.auditName] }

  /// Writes a file in parts.
  ///
  /// - Parameters:
  ///   - name: one of ``names``.
  ///   - write: takes the bytes.
  /// - Throws: what `write` throws.
  func write(
    _ name: String, _ write: ([UInt8]) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    var bytes: [UInt8] = []
    func row(_ cells: [String]) throws(DiagnosedError) {
      Self.append(cells, to: &bytes)
      guard bytes.count > 1 << 16 else { return }
      try write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    if name == Self.auditName {
      try row(Self.auditHeader)
      for cells in audit { try row(cells) }
    } else if let table = tables.tables.first(where: { "\($0.name).csv" == name }) {
      try row(RecordTables.header(table))
      try tables.forEachRow(of: table) { (cells) throws(DiagnosedError) in try row(cells) }
    }
    try write(bytes)
  }

  private static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      SafeCell.append(cell, keepsNumbers: true, to: &bytes)
    }
    bytes += [0x0D, 0x0A]
  }

  /// The rows of the audit table, sorted, each once.
  private var audit: [[String]] {
    var rows: Set<[String]> = []
    for entry in coded.entries {
      guard let lookup = coded.lookup(entry) else { continue }
      let (result, places) = terms.known(entry.parsed, list: lookup.list)
      let (code, candidates) = Self.codes(result)
      for property in lookup.properties {
        rows.insert([
          name(property), entry.original, entry.parsed, code,
          candidates.joined(separator: RecordTables.separator), lookup.place.description,
          places.map(\.description).joined(separator: RecordTables.separator),
        ])
      }
    }
    return rows.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func codes(_ result: TermLookup) -> (code: String, candidates: [String]) {
    switch result {
    case .concept(let iri): (RecordTables.code(iri), [])
    case .ambiguous(let candidates): ("", candidates.map { RecordTables.code($0) })
    case .noTerm, .unmapped: ("", [])
    }
  }

  private func name(_ property: String) -> String {
    property.hasPrefix(RecordModel.namespace)
      ? String(property.dropFirst(RecordModel.namespace.count)) : property
  }
}
