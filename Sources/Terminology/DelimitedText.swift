// SPDX-License-Identifier: Apache-2.0

/// Splits a small table that a person wrote into rows and cells.
///
/// For vocabularies and templates, which are held whole; records go through the streaming reader.
/// - Source: RFC 4180 §2. Deviations: the separator may be a semicolon or a tab; a bare line feed ends a
///   row; a quote inside an unquoted cell stands for itself.
package struct DelimitedText: Sendable {
  /// A row and where it begins.
  package struct Row: Sendable, Hashable {
    /// The line on which it begins, 1-based.
    package var line: Int
    /// The row's number, 1-based; a line break inside quotes does not count.
    package var number: Int
    /// The cells, without blanks at their ends.
    package var cells: [String]

    /// The cell at an index; empty if the row ends before.
    package subscript(index: Int) -> String { index < cells.count ? cells[index] : "" }
  }

  /// The rows, blank ones left out.
  package private(set) var rows: [Row] = []

  /// Splits a text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark.
  ///   - separator: the separator; `nil` for the one that the first line has most often.
  package init(_ bytes: [UInt8], separator: UInt8? = nil) {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let separator = separator ?? Self.separator(bytes[index...])
    var line = 1
    var number = 1
    var row = Row(line: 1, number: 1, cells: [])
    while index < bytes.count {
      let (cell, end) = Self.cell(bytes, from: index, separator, &line)
      row.cells.append(cell)
      index = end + 1
      if end < bytes.count, bytes[end] == separator {
        if index == bytes.count { row.cells.append("") }
        continue
      }
      if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
      line += 1
      number += 1
      row = Row(line: line, number: number, cells: [])
    }
    if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
  }

  private static func separator(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [0x2C: 0, 0x3B: 0, 0x09: 0]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x0A && !isQuoted { break }
      if !isQuoted, let count = counts[byte] { counts[byte] = count + 1 }
    }
    return [0x2C, 0x3B, 0x09].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  private static func cell(
    _ bytes: [UInt8], from start: Int, _ separator: UInt8, _ line: inout Int
  ) -> (String, end: Int) {
    var index = start
    var text: [UInt8] = []
    if bytes[index] == 0x22 {
      index += 1
      while index < bytes.count {
        if bytes[index] == 0x22 {
          guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else { break }
          index += 1
        }
        if bytes[index] == 0x0A { line += 1 }
        text.append(bytes[index])
        index += 1
      }
      index += 1
    }
    while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A {
      text.append(bytes[index])
      index += 1
    }
    return (String(decoding: TermText.trimmed(text[...]), as: UTF8.self), min(index, bytes.count))
  }
}
