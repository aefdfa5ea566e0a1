// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RecordIO
import TestSupport
import Testing

struct CSVTwinTests {
  @Test func `the reader agrees with a slow twin on random tables`() throws {
    let first = UInt64.random(in: 0...UInt64(UInt32.max))
    let folder = try TemporaryFolder()
    for seed in first..<(first + 1500) {
      var generator = SeededGenerator(seed: seed)
      let size = [1, 2, 3, 5, 16, 17, 33, 64, 4096].randomElement(using: &generator) ?? 1
      let bytes = randomTable(&generator)
      try folder.write("t.csv", bytes)
      try compare(bytes, folder.path + "/t.csv", portion: size, seed: seed)
    }
  }

  @Test func `random bytes give a table or a typed error, never a wrong text`() throws {
    let first = UInt64.random(in: 0...UInt64(UInt32.max))
    let folder = try TemporaryFolder()
    let alphabet: [UInt8] = [
      0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x3B, 0x41, 0x7C, 0x80, 0x81, 0xBF, 0xC3, 0xD8,
      0xE2, 0xED, 0xEF, 0xF0, 0xFE, 0xFF, 0x1F, 0x8B,
    ]
    for seed in first..<(first + 500) {
      var generator = SeededGenerator(seed: seed)
      let used = alphabet.shuffled(using: &generator).prefix(
        Int.random(in: 1...8, using: &generator))
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        used.randomElement(using: &generator) ?? 0
      }
      let path = try folder.write("t.csv", bytes)
      do {
        let table = try readTable(file: path, limits: portions(of: 3))
        let texts = table.rows.joined().compactMap { $0 } + table.facts.header
        #expect(!texts.contains { $0.contains("\u{FFFD}") }, "seed \(seed)")
      } catch {
        #expect(error.findings[0].rule.category == .input, "seed \(seed)")
      }
    }
  }

  // Many quotes, delimiters and line breaks, a few words longer than a vector.
  private func randomTable(_ generator: inout SeededGenerator) -> [UInt8] {
    let pieces = [
      ",", ",", ",", "\n", "\r\n", "\r", "\"", "\"", "\"\"", "\",\"", ",\"", "\",", " ", "a", "bc",
      "é", "😀", "a longer word than any vector", "\"quoted, text\"", "\"\n\"", "1",
    ]
    var text = "h1,h2,h3\n"
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      text += pieces.randomElement(using: &generator) ?? ""
    }
    return Array(text.utf8)
  }

  private func compare(_ bytes: [UInt8], _ path: String, portion: Int, seed: UInt64) throws {
    let note: Comment = "seed \(seed), portions of \(portion) bytes"
    let twin = CSVTwin(delimiter: 0x2C, quote: 0x22).rows(bytes)
    let table: ReadTable
    do {
      var dialect = declared()
      dialect.mapsRaggedRows = true
      table = try readTable(file: path, dialect, limits: portions(of: portion))
    } catch {
      #expect(error.findings[0].rule == CSVRules.unterminatedQuote, note)
      #expect(twin == nil, note)
      return
    }
    let rows = try #require(twin, note).dropFirst()
    let certain = rows.filter { !$0.cells.contains(where: \.hasTextAfterQuote) }
    #expect(table.places.map(\.number) == certain.map(\.number), note)
    #expect(table.places.map(\.line) == certain.map(\.line), note)
    #expect(table.places.map(\.offset) == certain.map { UInt64($0.offset) }, note)
    for (values, row) in zip(table.rows, certain) {
      let expected = (0..<3).map { column in
        column < row.cells.count
          ? String(decoding: row.cells[column].text, as: UTF8.self) : ReadTable.absentMark
      }
      #expect(values == expected, note)
    }
    for (offsets, row) in zip(table.cellOffsets, certain) {
      let expected = row.cells.prefix(3).map { UInt64($0.offset) }
      #expect(Array(offsets.prefix(expected.count)) == Array(expected), note)
    }
    #expect(table.problems.sorted() == problems(Array(rows)).sorted(), note)
  }

  private func problems(_ rows: [CSVTwin.Row]) -> [String] {
    var problems: [String] = []
    var hasExtra = false
    for row in rows {
      let end = row.line == row.number ? "" : " at line \(row.line)"
      func place(_ column: Int) -> String {
        "t.csv:\(row.number):\(column)" + (column <= 3 ? " (h\(column))" : "") + end
      }
      for (index, cell) in row.cells.enumerated() {
        if cell.hasStrayQuote { problems.append("csv.stray-quote " + place(index + 1)) }
        if cell.hasTextAfterQuote {
          problems.append("csv.text-after-quote " + place(index + 1))
        } else if cell.hasBlanksAfterQuote {
          problems.append("csv.blanks-after-quote " + place(index + 1))
        }
      }
      let extra = row.cells.dropFirst(3)
      if row.cells.count < 3 || extra.contains(where: { !$0.text.isEmpty }) {
        problems.append("csv.ragged-row " + place(min(row.cells.count, 3) + 1))
      } else if !extra.isEmpty, !hasExtra {
        hasExtra = true
        problems.append("csv.empty-extra-cells " + place(4))
      }
    }
    return problems
  }
}
