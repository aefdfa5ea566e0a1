// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import Testing

/// Rows that are read from the marks directly, against the scanner that reads them step by step.
///
/// A portion of one byte leaves no row whole in a window before the scanner has looked at it, so that
/// no row is plain.
struct CSVPlainRowsTests {
  private static func read(_ text: String, portion: Int) throws -> [String] {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var limits = CSVLimits()
    limits.chunkBytes = portion
    limits.sampleBytes = portion
    var dialect = CSVDialect()
    dialect.delimiter = UInt8(ascii: ",")
    var seen: [String] = []
    var findings: [Finding] = []
    do throws(DiagnosedError) {
      let reader = try CSVReader(
        ByteInput(path: url.path, displayName: "t.csv"), dialect: dialect,
        references: ["c", "a"], nullValues: ["-", ""], limits: limits)
      var batch = RecordBatch(columns: reader.columns)
      while try reader.read(into: &batch, findings: &findings) {
        for record in 0..<batch.recordCount {
          let cells = (0..<2).map { column in
            let cell = batch.cell(record, column)
            let place = batch.place(record: record, column: column, value: cell)
            return "\(cell.state) \(batch.text(cell)) \(cell.place) \(place)"
          }
          seen.append("\(batch.places[record]) \(cells)")
        }
      }
    } catch {
      findings += error.findings
    }
    return seen + findings.map { "\($0.rule.id) \($0.place.map(\.description) ?? "")" }
  }

  @Test func `plain rows come out as the scanner reads them`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    func pick<Element>(_ choices: [Element]) -> Element {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return choices[Int((state >> 33) % UInt64(choices.count))]
    }
    for _ in 0..<150 {
      var text = "a,b,c\(pick(["\n", "\r\n"]))"
      for _ in 0..<pick([3, 30]) {
        let cells = (0..<pick([3, 3, 3, 3, 3, 3, 2, 4])).map { _ in
          pick([
            "", "x", "-", "\"q\"", "\"\"", "\"a,b\"", "\"d\"\"d\"", "\"l\nl\"", "longer text é",
            "st\"ray", "\"-\"", "\"t\" ", "\"t\"t", "0123456789abcdef",
          ])
        }
        text += cells.joined(separator: ",") + pick(["\n", "\n", "\n", "\r\n", "\n\n", "\r"])
      }
      if pick([true, false]) { text.removeLast() }
      #expect(
        try Self.read(text, portion: 1 << 16) == Self.read(text, portion: 1),
        "seed \(seed): \(text)")
    }
  }

  @Test func `places count from the row's beginning, before the quote`() throws {
    #expect(
      try Self.read("a,b,c\n1,22,\"333\"\n4,5,6\n7,8,9\n", portion: 1 << 16).prefix(2) == [
        "RecordPlace(number: 2, line: 2, offset: 6, path: \"\") "
          + "[\"value 333 5 t.csv:2:3 (c)\", \"value 1 0 t.csv:2:1 (a)\"]",
        "RecordPlace(number: 3, line: 3, offset: 17, path: \"\") "
          + "[\"value 6 4 t.csv:3:3 (c)\", \"value 4 0 t.csv:3:1 (a)\"]",
      ])
  }
}
