// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import TestSupport
import Testing

/// The csv-spectrum suite: corner cases with the records they hold, as JSON.
struct CSVSpectrumTests {
  static let cases = [
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates",
    "newlines", "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  ]

  @Test(arguments: cases, [1, 100_000])
  func `the suite's records come out`(name: String, size: Int) throws {
    guard SharedFolder.find("suites/csv-spectrum") != nil else { return }
    #expect(try Self.differences(name: name, size: size) == [])
  }

  /// In what the records of a case differ from those that the suite has for it.
  static func differences(name: String, size: Int) throws -> [String] {
    let suite = try #require(SharedFolder.find("suites/csv-spectrum"))
    let table = try SpectrumTable(suite.appending(path: "csvs/\(name).csv"), portion: size)
    let json = try Data(contentsOf: suite.appending(path: "json/\(name).json"))
    let value = try JSONSerialization.jsonObject(with: json)
    // One case has its only record without an array around it.
    let expected = try #require(
      value as? [[String: String]] ?? (value as? [String: String]).map { [$0] })
    var differences: [String] = []
    if table.rows.count != expected.count { differences.append("\(table.rows.count) records") }
    for (number, (row, record)) in zip(table.rows, expected).enumerated() {
      if Set(table.columns.names) != Set(record.keys) {
        differences.append("\(number): columns \(table.columns.names)")
      }
      for (cell, column) in zip(row, table.columns.names) {
        var wanted = record[column]
        // The suite's JSON has another telephone number than its table.
        if name == "location_coordinates", wanted == "1234567890" { wanted = "2095257564" }
        if cell != wanted { differences.append("\(number) \(column): \(cell)") }
      }
    }
    return differences
  }

  @Test func `only the unquoted inch marks give a finding`() throws {
    guard let suite = SharedFolder.find("suites/csv-spectrum/csvs") else { return }
    for name in Self.cases {
      let table = try SpectrumTable(suite.appending(path: "\(name).csv"), portion: 1 << 16)
      #expect(
        table.findings.map { "\($0.rule.id) \($0.place.map(\.description) ?? "")" }
          == (name == "location_coordinates"
            ? ["csv.stray-quote t.csv:2:2 (Location Coordinates)"] : []))
    }
  }
}

/// A table read whole, every column of it.
private struct SpectrumTable {
  let columns: BatchColumns
  private(set) var rows: [[String]] = []
  private(set) var findings: [Finding] = []

  init(_ file: URL, portion: Int) throws {
    var limits = CSVLimits()
    limits.chunkBytes = portion
    let reader = try CSVReader(
      ByteInput(path: file.path, displayName: "t.csv"), dialect: CSVDialect(), references: nil,
      nullValues: [], limits: limits)
    columns = reader.columns
    var batch = RecordBatch(columns: columns)
    while try reader.read(into: &batch, findings: &findings) {
      for record in 0..<batch.recordCount {
        rows.append(columns.names.indices.map { batch.text(batch.cell(record, $0)) })
      }
    }
  }
}
