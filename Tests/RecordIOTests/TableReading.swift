// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RecordIO

/// Everything that a reader gave, for comparison.
struct ReadTable {
  /// The values, `nil` for null, `absentMark` for a missing cell.
  var rows: [[String?]] = []
  var places: [RecordPlace] = []
  /// The offset of every cell in the text.
  var cellOffsets: [[UInt64]] = []
  var findings: [Finding] = []
  var facts: SourceFacts
  var columns: BatchColumns

  static let absentMark = "(absent)"

  /// The rule and place of every finding, as people see them.
  var problems: [String] { findings.map(\.inShort) }
}

extension Finding {
  /// The rule and the place; a template that lacks an argument shows, so that comparing fails.
  var inShort: String {
    let unfilled = [message(), remedy()].filter { $0.contains("{") }
    return ([rule.id, place.map(\.description) ?? "-"] + unfilled).joined(separator: " ")
  }
}

extension DiagnosedError {
  /// The rules and places.
  var inShort: [String] { findings.map(\.inShort) }
}

/// Reads a whole file in batches.
func readTable(
  file path: String, _ dialect: CSVDialect = CSVDialect(), references: [String]? = nil,
  nullValues: [String] = [], limits: CSVLimits = CSVLimits(), displayName: String = "t.csv"
) throws(DiagnosedError) -> ReadTable {
  let input = try ByteInput(path: path, displayName: displayName)
  let reader = try CSVReader(
    input, dialect: dialect, references: references, nullValues: nullValues, limits: limits)
  var table = ReadTable(facts: reader.facts, columns: reader.columns)
  var batch = RecordBatch(columns: reader.columns)
  while try reader.read(into: &batch, findings: &table.findings) {
    for record in 0..<batch.recordCount {
      table.places.append(batch.places[record])
      var row: [String?] = []
      var offsets: [UInt64] = []
      for column in 0..<batch.columnCount {
        let cell = batch.cell(record, column)
        switch cell.state {
        case .absent: row.append(ReadTable.absentMark)
        case .null: row.append(nil)
        case .value, .values: row.append(batch.text(cell))
        }
        offsets.append(batch.places[record].offset + UInt64(cell.place))
      }
      table.rows.append(row)
      table.cellOffsets.append(offsets)
    }
  }
  return table
}

/// Reads a text as a file called `t.csv`.
func readTable(
  _ bytes: [UInt8], _ dialect: CSVDialect = CSVDialect(), references: [String]? = nil,
  nullValues: [String] = [], limits: CSVLimits = CSVLimits()
) throws -> ReadTable {
  let folder = try TemporaryFolder()
  let path = try folder.write("t.csv", bytes)
  return try readTable(
    file: path, dialect, references: references, nullValues: nullValues, limits: limits)
}

func readTable(
  _ text: String, _ dialect: CSVDialect = CSVDialect(), references: [String]? = nil,
  nullValues: [String] = [], limits: CSVLimits = CSVLimits()
) throws -> ReadTable {
  try readTable(
    Array(text.utf8), dialect, references: references, nullValues: nullValues, limits: limits)
}

/// The error that reading a text ends with, `nil` if it does not.
func errorOfTable(
  _ bytes: [UInt8], _ dialect: CSVDialect = CSVDialect(), references: [String]? = nil,
  limits: CSVLimits = CSVLimits()
) throws -> DiagnosedError? {
  do {
    _ = try readTable(bytes, dialect, references: references, limits: limits)
    return nil
  } catch let error as DiagnosedError {
    return error
  }
}
