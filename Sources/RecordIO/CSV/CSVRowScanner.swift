// SPDX-License-Identifier: Apache-2.0

import ByteScanning

/// Where a cell stands in a window of bytes.
struct CSVSpan {
  /// Something about a cell, or about any cell of a row.
  struct Traits: OptionSet {
    let rawValue: UInt8

    /// Quotes stand around the cell; `start` and `end` leave them out.
    static let quoted = Traits(rawValue: 1)
    /// Doubled quotes stand in it.
    static let doubled = Traits(rawValue: 2)
    /// A quote stands in it, though not at its beginning.
    static let strayQuote = Traits(rawValue: 4)
    /// Blanks follow the closing quote.
    static let blanksAfterQuote = Traits(rawValue: 8)
    /// Text follows the closing quote.
    static let textAfterQuote = Traits(rawValue: 16)
  }

  /// The first byte of the content.
  var start: UInt32
  /// The byte after the content.
  var end: UInt32
  /// What is special about it.
  var traits: Traits

  /// The first byte of the cell as written, which may be a quote.
  var place: Int { Int(start) - (traits.contains(.quoted) ? 1 : 0) }

  /// The bytes of the cell as written, with its quotes.
  var writtenLength: Int { Int(end - start) + (traits.contains(.quoted) ? 2 : 0) }
}

/// Finds the cells of rows in a window of bytes.
///
/// One vector pass lists every delimiter, quote and line break of the window; then rows are walked
/// from mark to mark, so that the bytes of a cell are never looked at one by one.
///
/// - Source: RFC 4180 §2.
/// - Deviation: a bare LF or CR ends a row too; the delimiter and quote may be others; a quote counts
///   only at the beginning of a cell.
struct CSVRowScanner {
  /// What became of a row.
  enum Outcome: Equatable {
    /// ``spans`` holds the cells of a whole row.
    case row
    /// The window ends inside the row, in the cell that begins at this byte.
    case incomplete(cell: Int)
    /// The file ends inside quotes, which open at this byte.
    case unterminated(cell: Int)
    /// The row has more cells than allowed.
    case tooManyColumns
  }

  /// How a row ends.
  enum RowEnd {
    case lineFeed
    case carriageReturn
    case both
    case endOfFile
  }

  /// The byte between cells.
  let delimiter: UInt8
  /// The byte around cells.
  let quote: UInt8
  /// The most cells of a row.
  let columnLimit: Int

  /// The cells of the last row.
  private(set) var spans: [CSVSpan] = []
  /// What is special about any cell of the last row.
  private(set) var traits: CSVSpan.Traits = []
  /// How many line breaks stand inside quotes in the last row.
  private(set) var innerBreaks = 0
  /// How the last row ended.
  private(set) var rowEnd = RowEnd.endOfFile
  /// Where the row after the last one begins.
  private(set) var next = 0

  /// Where delimiters, quotes and line breaks stand in the window.
  private(set) var marks: [UInt32] = []
  /// The first mark at or behind the next row.
  private(set) var mark = 0

  /// Prepares to scan tables of one dialect.
  init(delimiter: UInt8, quote: UInt8, columnLimit: Int) {
    self.delimiter = delimiter
    self.quote = quote
    self.columnLimit = columnLimit
  }

  /// Lists the marks of a window; rows are then scanned from `start` on.
  mutating func index(_ window: [UInt8], from start: Int) {
    marks.removeAll(keepingCapacity: true)
    mark = 0
    ByteScanning.appendIndexes(
      of: (delimiter, quote, 0x0A, 0x0D), in: window, from: start, to: &marks)
  }

  /// Goes on behind rows that were read from the marks directly.
  mutating func skip(to position: Int, mark: Int) {
    next = position
    self.mark = mark
  }

  /// Scans the row that begins at `start`, where the last one ended or ``index(_:from:)`` began.
  ///
  /// - Parameters:
  ///   - bytes: the window that was indexed.
  ///   - start: before the window's end.
  ///   - isLast: whether the file ends with the window.
  /// - Returns: what became of the row; after anything but a row the window must be indexed again.
  /// - Complexity: O(marks of the row).
  mutating func scanRow(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Outcome {
    spans.removeAll(keepingCapacity: true)
    traits = []
    innerBreaks = 0
    var cell = start
    while true {
      var span = CSVSpan(start: UInt32(cell), end: 0, traits: [])
      var closing = cell
      if mark < marks.count, Int(marks[mark]) == cell, bytes[cell] == quote {
        guard closeQuote(bytes, &span) else {
          return isLast ? .unterminated(cell: cell) : .incomplete(cell: cell)
        }
        closing = Int(span.end)
      }
      let end = skipQuotes(bytes)
      if mark == marks.count, !isLast { return .incomplete(cell: cell) }
      finish(bytes, &span, closing: closing, end: end.index, hasPassedQuotes: end.quotes)
      spans.append(span)
      traits.formUnion(span.traits)
      if spans.count > columnLimit { return .tooManyColumns }
      if mark < marks.count, bytes[end.index] == delimiter {
        mark += 1
        cell = end.index + 1
        continue
      }
      return endRow(bytes, at: end.index, isLast) ? .row : .incomplete(cell: cell)
    }
  }

  // From an opening quote past the closing one, whose index becomes the span's end. A quote at the
  // window's end may be half of a doubled one; then no mark follows, and the row is not whole.
  private mutating func closeQuote(
    _ bytes: Span<UInt8>, _ span: inout CSVSpan
  ) -> Bool {
    span.traits = .quoted
    span.start += 1
    mark += 1
    while mark < marks.count {
      let index = Int(marks[mark])
      let byte = bytes[index]
      mark += 1
      if byte == quote {
        if mark < marks.count, Int(marks[mark]) == index + 1, bytes[index + 1] == quote {
          span.traits.insert(.doubled)
          mark += 1
          continue
        }
        span.end = UInt32(index)
        return true
      }
      if byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A) {
        innerBreaks += 1
      }
    }
    return false
  }

  // To the mark that ends the cell, or to the end of the window.
  private mutating func skipQuotes(_ bytes: Span<UInt8>) -> (index: Int, quotes: Bool) {
    var passed = false
    while mark < marks.count {
      let index = Int(marks[mark])
      if bytes[index] != quote { return (index, passed) }
      passed = true
      mark += 1
    }
    return (bytes.count, passed)
  }

  private func finish(
    _ bytes: Span<UInt8>, _ span: inout CSVSpan, closing: Int, end: Int, hasPassedQuotes: Bool
  ) {
    if !span.traits.contains(.quoted) {
      span.end = UInt32(end)
      if hasPassedQuotes { span.traits.insert(.strayQuote) }
      return
    }
    if end == closing + 1 { return }
    var index = closing + 1
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    span.traits.insert(index == end ? .blanksAfterQuote : .textAfterQuote)
  }

  // False when the window ends between CR and a possible LF.
  private mutating func endRow(_ bytes: Span<UInt8>, at end: Int, _ isLast: Bool) -> Bool {
    if end == bytes.count {
      rowEnd = .endOfFile
      next = end
      return true
    }
    mark += 1
    next = end + 1
    rowEnd = bytes[end] == 0x0A ? .lineFeed : .carriageReturn
    if rowEnd == .lineFeed { return true }
    if next == bytes.count { return isLast }
    if bytes[next] == 0x0A {
      rowEnd = .both
      next += 1
      mark += 1
    }
    return true
  }
}
