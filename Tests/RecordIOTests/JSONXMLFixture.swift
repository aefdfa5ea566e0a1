// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO

/// Files and readable dumps for the tests of the tree readers.
enum TreeFixture {
  /// Writes `bytes` to a file of its own, hands over its path and removes it.
  static func withFile<Result>(
    _ bytes: some Sequence<UInt8>, suffix: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "fairway-\(UUID().uuidString)\(suffix)")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
  }

  /// All batches of a reader.
  static func batches(_ reader: some RecordReader) throws(DiagnosedError) -> [RecordBatch] {
    var batches: [RecordBatch] = []
    var batch = RecordBatch(columns: reader.columns)
    var findings: [Finding] = []
    while try reader.read(into: &batch, findings: &findings) { batches.append(batch) }
    return batches
  }

  /// Every record as a line of its place and one line for each value.
  static func dump(_ batches: [RecordBatch]) -> [String] {
    var lines: [String] = []
    for (number, batch) in batches.enumerated() {
      for record in 0..<batch.recordCount {
        let place = batch.places[record]
        lines.append(
          "batch \(number) record \(place.number) line \(place.line) at \(place.offset) \(place.path)"
        )
        for column in 0..<batch.columnCount { lines += cellLines(batch, record, column) }
      }
    }
    return lines
  }

  /// One line for each value of a cell.
  static func cellLines(_ batch: RecordBatch, _ record: Int, _ column: Int) -> [String] {
    let name = batch.columns.names[column]
    let cell = batch.cell(record, column)
    switch cell.state {
    case .absent: return ["\(name): absent"]
    case .null: return ["\(name): null @\(cell.place)" + path(of: cell, batch)]
    case .value, .values:
      return batch.values(record, column).map {
        "\(name): \($0.kind) \(batch.text($0)) @\($0.place)" + path(of: $0, batch)
      }
    }
  }

  private static func path(of cell: Cell, _ batch: RecordBatch) -> String {
    cell.path == 0 ? "" : " " + batch.valuePaths[Int(cell.path) - 1]
  }

  /// The finding that a body throws.
  static func finding(_ body: () throws -> Void) -> Finding? {
    do {
      try body()
      return nil
    } catch let error as DiagnosedError {
      return error.findings.first
    } catch {
      return nil
    }
  }
}

extension TreeFixture {
  /// The dump of a JSON text.
  static func json(
    _ text: String, _ iterator: String, _ references: [String], nulls: [String] = [],
    suffix: String = ".json", chunk: Int? = nil, batch: Int? = nil
  ) throws -> [String] {
    try json(
      bytes: Array(text.utf8), iterator, references, nulls: nulls, suffix: suffix, chunk: chunk,
      batch: batch)
  }

  /// The dump of a JSON file.
  static func json(
    bytes: [UInt8], _ iterator: String, _ references: [String], nulls: [String] = [],
    suffix: String = ".json", chunk: Int? = nil, batch: Int? = nil
  ) throws -> [String] {
    try withFile(bytes, suffix: suffix) { path in
      let reader = try JSONReader(
        path: path, displayName: "data\(suffix)", iterator: iterator, references: references,
        nullValues: nulls)
      if let chunk { reader.chunkSize = chunk }
      if let batch { reader.batchSize = batch }
      return dump(try batches(reader))
    }
  }
}
