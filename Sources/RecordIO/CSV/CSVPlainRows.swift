// SPDX-License-Identifier: Apache-2.0

/// Writes rows that hold nothing unusual straight from the marks of a window into a batch.
///
/// A row is plain if it has a cell for every column of the header, no more, and no quotes but those
/// around whole cells. ``CSVRowScanner`` with ``CSVRowWriter`` is the slow twin that all other rows
/// take; `CSVPlainRowsTests` holds one against the other.
struct CSVPlainRows {
  /// The first row that was not written, from the window's beginning.
  private(set) var position: Int
  /// The first mark at or behind it.
  private(set) var mark: Int
  /// How many rows were written.
  private(set) var count = 0
  private let fields: Int
  private let delimiter: UInt8
  private let quote: UInt8

  /// Begins at a row.
  init(position: Int, mark: Int, fields: Int, delimiter: UInt8, quote: UInt8) {
    self.position = position
    self.mark = mark
    self.fields = fields
    self.delimiter = delimiter
    self.quote = quote
  }

  /// What does not change from row to row.
  struct Frame {
    let bytes: UnsafeBufferPointer<UInt8>
    let marks: UnsafeBufferPointer<UInt32>
    /// The cells wanted, from 0, one for each column of the batch.
    let columns: UnsafeBufferPointer<Int>
    let nulls: CSVNullValues
    /// The offset in the text of the first byte.
    let offset: UInt64
    /// The most bytes of a row.
    let rowLimit: Int
    /// The number and the line of the first row.
    let row: Int
    let line: Int
  }

  /// Writes rows until one is not plain or the marks end.
  ///
  /// - Parameters:
  ///   - frame: the window.
  ///   - spans: room for two numbers a field.
  ///   - cells: room for a cell of every column and row.
  ///   - places: room for a place of every row.
  mutating func write(
    _ frame: Frame, spans: UnsafeMutablePointer<UInt32>, cells: UnsafeMutablePointer<Cell>,
    places: UnsafeMutablePointer<RecordPlace>
  ) {
    guard let bytes = frame.bytes.baseAddress, let marks = frame.marks.baseAddress else { return }
    var cell = cells
    while let next = scan(bytes, marks, frame.marks.count, spans) {
      if next.position - position > frame.rowLimit { return }
      for index in 0..<frame.columns.count {
        let field = frame.columns[index]
        let (start, end) = (Int(spans[2 * field]), Int(spans[2 * field + 1]))
        let isQuoted = start > 0 && start - 1 >= position && bytes[start - 1] == quote
        var value = Cell()
        value.start = UInt32(truncatingIfNeeded: start)
        value.length = UInt32(truncatingIfNeeded: end &- start)
        value.place = UInt32(truncatingIfNeeded: start &- position &- (isQuoted ? 1 : 0))
        value.state = frame.nulls.contain(bytes, from: start, to: end) ? .null : .value
        cell.initialize(to: value)
        cell += 1
      }
      (places + count).initialize(
        to: RecordPlace(
          number: frame.row &+ count, line: frame.line &+ count,
          offset: frame.offset &+ UInt64(truncatingIfNeeded: position)))
      count &+= 1
      (position, mark) = next
    }
  }

  // The fields of the row at hand; `nil` if it is not plain or not whole.
  @inline(__always)
  private func scan(
    _ bytes: UnsafePointer<UInt8>, _ marks: UnsafePointer<UInt32>, _ markCount: Int,
    _ spans: UnsafeMutablePointer<UInt32>
  ) -> (position: Int, mark: Int)? {
    var mark = mark
    var start = position
    var field = 0
    let last = fields &- 1
    // Three marks are looked at for one cell.
    while mark &+ 3 < markCount {
      var end = Int(marks[mark])
      var byte = bytes[end]
      var after = mark
      if byte == quote {
        // Around the whole cell, with no quote and no line break inside.
        let close = Int(marks[mark &+ 1])
        guard end == start, bytes[close] == quote, Int(marks[mark &+ 2]) == close &+ 1 else {
          return nil
        }
        after = mark &+ 2
        byte = bytes[close &+ 1]
        guard byte != quote else { return nil }
        spans[2 &* field] = UInt32(truncatingIfNeeded: start &+ 1)
        spans[2 &* field &+ 1] = UInt32(truncatingIfNeeded: close)
        end = close &+ 1
      } else {
        spans[2 &* field] = UInt32(truncatingIfNeeded: start)
        spans[2 &* field &+ 1] = UInt32(truncatingIfNeeded: end)
      }
      if byte == delimiter {
        if field == last { return nil }
        field &+= 1
        start = end &+ 1
        mark = after &+ 1
        continue
      }
      guard field == last, end > position else { return nil }
      if byte == 0x0A { return (end &+ 1, after &+ 1) }
      // CR and LF, which is the next mark.
      guard Int(marks[after &+ 1]) == end &+ 1, bytes[end &+ 1] == 0x0A else { return nil }
      return (end &+ 2, after &+ 2)
    }
    return nil
  }
}
