// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// A tab-separated table below lines of metadata, split into cells with their rows and lines.
///
/// - Source: SSSOM 1.0 §SSSOM/TSV; quotes as RFC 4180 has them.
struct SSSOMTable {
  struct Row {
    /// As a spreadsheet numbers it: metadata lines count, line breaks inside quotes do not.
    var number: Int
    /// The line on which it begins, 1-based.
    var line: Int
    var cells: [String]
  }

  /// The metadata with each `#` made a blank, so that YAML sees the columns of the file.
  private(set) var metadata: [UInt8] = []
  private(set) var rows: [Row] = []

  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line = 1
  private var number = 1

  /// Splits a text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, checked.
  ///   - file: how findings name it.
  /// - Throws: a quote without a partner, which leaves the rest of the table without meaning.
  init(_ bytes: [UInt8], file: String) throws(DiagnosedError) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    takeMetadata()
    while index < bytes.count { try takeRow() }
  }

  /// The place of a cell.
  func place(_ row: Row, column: Int?, name: String?) -> SourcePlace {
    SourcePlace(
      file: file,
      .cell(row: row.number, column: column.map { $0 + 1 }, name: name, line: row.line))
  }

  private mutating func takeMetadata() {
    while index < bytes.count, bytes[index] == 0x23 {
      metadata.append(0x20)
      index += 1
      while index < bytes.count, bytes[index] != 0x0A {
        metadata.append(bytes[index])
        index += 1
      }
      metadata.append(0x0A)
      index += 1
      line += 1
      number += 1
    }
    index = min(index, bytes.count)
  }

  private mutating func takeRow() throws(DiagnosedError) {
    var row = Row(number: number, line: line, cells: [])
    while true {
      row.cells.append(try takeCell(row))
      let separator = index < bytes.count ? bytes[index] : 0x0A
      index += 1
      if separator == 0x0A { break }
    }
    line += 1
    number += 1
    if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
  }

  // Ends at a tab, a line feed or the end of the text.
  private mutating func takeCell(_ row: Row) throws(DiagnosedError) -> String {
    if index < bytes.count, bytes[index] == 0x22 { return try takeQuotedCell(row) }
    let start = index
    while index < bytes.count, bytes[index] != 0x09, bytes[index] != 0x0A { index += 1 }
    return Self.trimmed(bytes[start..<index])
  }

  private mutating func takeQuotedCell(_ row: Row) throws(DiagnosedError) -> String {
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte != 0x22 {
        if byte == 0x0A { line += 1 }
        text.append(byte)
      } else if index < bytes.count, bytes[index] == 0x22 {
        text.append(0x22)
        index += 1
      } else {
        if index < bytes.count, bytes[index] == 0x0D { index += 1 }
        guard index == bytes.count || bytes[index] == 0x09 || bytes[index] == 0x0A else {
          throw fault("and goes on after the quote that closes it", row)
        }
        return Self.trimmed(text[...])
      }
    }
    throw fault("that is never closed", row)
  }

  private func fault(_ problem: String, _ row: Row) -> DiagnosedError {
    let name = rows.first.flatMap { header in
      row.cells.count < header.cells.count ? header.cells[row.cells.count] : nil
    }
    return DiagnosedError(
      TerminologyRules.quote, at: place(row, column: row.cells.count, name: name),
      [.plain("problem", problem)])
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: TermText.trimmed(bytes), as: UTF8.self)
  }
}
