// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The part of a table that is in memory, and the count of rows and lines before it.
struct CSVWindow {
  /// The bytes; those before ``position`` are done with.
  var bytes: [UInt8] = []
  /// Where the next row begins in ``bytes``.
  var position = 0
  /// The offset in the text of the first byte of ``bytes``.
  private(set) var offset: UInt64
  /// Whether nothing follows ``bytes`` in the file.
  private(set) var isLast = false
  /// The number of the next row, as a spreadsheet counts.
  var row = 1
  /// The line on which the next row begins.
  var line = 1

  /// The limits of the table.
  let limits: CSVLimits
  private let decoder: TextDecoder

  /// Starts at the beginning of a text, without reading.
  init(_ decoder: TextDecoder, _ limits: CSVLimits) {
    self.decoder = decoder
    self.limits = limits
    offset = decoder.startOffset
  }

  /// The file as findings show it.
  var file: String { decoder.input.displayName }

  /// Whether no row is left.
  var isAtEnd: Bool { isLast && position == bytes.count }

  /// Forgets what is done with and reads on.
  ///
  /// Reads at least as much again as is kept when that is a batch or more, so that the cost of
  /// scanning a huge row again and again stays linear.
  ///
  /// - Throws: what the decoder throws.
  mutating func refill() throws(DiagnosedError) {
    dropDone()
    let wanted = bytes.count < limits.sampleBytes ? limits.chunkBytes : bytes.count
    isLast = try decoder.read(into: &bytes, upTo: wanted) == 0
  }

  /// Reads until `count` bytes are at hand or the file ends.
  mutating func fill(_ count: Int) throws(DiagnosedError) {
    while !isLast, bytes.count - position < count { try refill() }
  }

  /// Puts the bytes, up to the next row and beyond, into `other` and keeps what follows.
  ///
  /// The memory of both is exchanged, so that nothing but the rest is copied.
  mutating func handOver(to other: inout [UInt8]) {
    other.removeAll(keepingCapacity: true)
    swap(&bytes, &other)
    bytes.append(contentsOf: other[position...])
    offset += UInt64(position)
    position = 0
  }

  /// Forgets what is done with.
  mutating func dropDone() {
    bytes.removeFirst(position)
    offset += UInt64(position)
    position = 0
  }

  /// Steps over the row that `scanner` found.
  mutating func advance(past scanner: CSVRowScanner) {
    position = scanner.next
    row += 1
    line += 1 + scanner.innerBreaks
  }

  /// Steps over rows without line breaks inside, up to the one that begins at `position`.
  mutating func advance(pastRows count: Int, to position: Int) {
    self.position = position
    row += count
    line += count
  }

  /// The place of a cell of the next row; `column` counts from 1.
  func place(column: Int?, name: String? = nil) -> SourcePlace {
    SourcePlace(file: file, .cell(row: row, column: column, name: name, line: line))
  }
}
