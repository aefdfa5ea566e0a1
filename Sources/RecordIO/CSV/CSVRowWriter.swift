// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Writes the rows of a window into a batch, or says why not.
struct CSVRowWriter {
  /// The values of this batch whose doubled quotes were undone; they follow the window's bytes.
  private(set) var undoubled: [UInt8] = []

  /// The rows of this batch that were reported and not written.
  private(set) var rejectedCount = 0

  /// The header.
  let header: CSVHeader
  /// Whether ragged rows are written too.
  let mapsRaggedRows: Bool
  /// The columns, from 0, without a name that had no value yet.
  var unnamed: [Int]
  /// Whether empty cells beyond the header were reported.
  var hasReportedEmptyCells = false

  // From 0.
  private let fileColumns: [Int]
  private let nulls: CSVNullValues

  /// Prepares to write rows under a header.
  init(
    header: CSVHeader, columns: BatchColumns, nullValues: [String], mapsRaggedRows: Bool
  ) {
    self.header = header
    self.mapsRaggedRows = mapsRaggedRows
    fileColumns = columns.fileColumns.map { $0 - 1 }
    nulls = CSVNullValues(nullValues)
    unnamed = header.unnamed
  }

  /// Begins a batch.
  mutating func begin() {
    undoubled.removeAll(keepingCapacity: true)
    rejectedCount = 0
  }

  /// Writes every whole row of a window that was indexed.
  ///
  /// - Parameters:
  ///   - window: its position moves to the first row that is not whole.
  ///   - scanner: has indexed the window.
  ///   - batch: receives records.
  ///   - findings: receives what is wrong with single rows.
  /// - Returns: where the cell begins in which the window ends; its end if no row is open.
  /// - Throws: ``CSVRules/unterminatedQuote``, ``CSVRules/columnLimit``, ``CSVRules/cellLimit``.
  mutating func writeRows(
    _ window: inout CSVWindow, _ scanner: inout CSVRowScanner, _ batch: inout RecordBatch,
    _ findings: inout [Finding]
  ) throws(DiagnosedError) -> Int {
    // A reference of its own, so that the window's counters can change while its bytes are read.
    let bytes = window.bytes
    let span = bytes.span
    let isLast = window.isLast
    let findingLimit = findings.count + window.limits.findingsPerRead
    while window.position < span.count {
      writePlainRows(&window, &scanner, bytes, &batch)
      if window.position == span.count { break }
      let outcome = scanner.scanRow(span, from: window.position, isLast: isLast)
      if case .incomplete(let cell) = outcome { return cell }
      if let error = window.error(outcome, scanner, names: header.names) { throw error }
      try window.checkWholeRow(scanner, names: header.names)
      if !scanner.isBlankRow {
        if check(window, scanner, &findings) {
          write(window, scanner, span, &batch)
        } else {
          rejectedCount += 1
        }
      }
      window.advance(past: scanner)
      if findings.count >= findingLimit { break }
    }
    return span.count
  }

  // Rows that hold nothing unusual, up to the first that does.
  private func writePlainRows(
    _ window: inout CSVWindow, _ scanner: inout CSVRowScanner, _ bytes: [UInt8],
    _ batch: inout RecordBatch
  ) {
    guard unnamed.isEmpty, header.width == header.names.count else { return }
    let left = scanner.marks.count - scanner.mark
    guard left > header.width + 3 else { return }
    var rows = CSVPlainRows(
      position: window.position, mark: scanner.mark, fields: header.width,
      delimiter: scanner.delimiter, quote: scanner.quote)
    let most = left / header.width + 1
    bytes.withUnsafeBufferPointer { bytes in
      scanner.marks.withUnsafeBufferPointer { marks in
        fileColumns.withUnsafeBufferPointer { columns in
          let frame = CSVPlainRows.Frame(
            bytes: bytes, marks: marks, columns: columns, nulls: nulls, offset: window.offset,
            rowLimit: min(window.limits.cellBytes, window.limits.rowBytes), row: window.row,
            line: window.line)
          Self.fill(&rows, frame, most, fields: header.width, &batch)
        }
      }
    }
    scanner.skip(to: rows.position, mark: rows.mark)
    window.advance(pastRows: rows.count, to: rows.position)
  }

  // Room for all rows that there can be is asked for once.
  private static func fill(
    _ rows: inout CSVPlainRows, _ frame: CSVPlainRows.Frame, _ most: Int, fields: Int,
    _ batch: inout RecordBatch
  ) {
    let columnCount = frame.columns.count
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * fields) { spans in
      guard let spans = spans.baseAddress else { return }
      batch.cells.append(addingCapacity: most * columnCount) { cells in
        cells.withUnsafeMutableBufferPointer { cellRoom, cellCount in
          batch.places.append(addingCapacity: most) { places in
            places.withUnsafeMutableBufferPointer { placeRoom, placeCount in
              guard let place = placeRoom.baseAddress else { return }
              // Without columns there is no cell to write, and the place is not touched.
              let cell = cellRoom.baseAddress ?? UnsafeMutablePointer(bitPattern: 16)
              guard let cell else { return }
              rows.write(frame, spans: spans, cells: cell, places: place)
              placeCount = rows.count
              cellCount = rows.count * columnCount
            }
          }
        }
      }
    }
  }

  // The row is sound: one cell for every column of the batch.
  private mutating func write(
    _ window: CSVWindow, _ scanner: CSVRowScanner, _ bytes: Span<UInt8>,
    _ batch: inout RecordBatch
  ) {
    let row = window.position
    batch.places.append(
      RecordPlace(
        number: window.row, line: window.line, offset: window.offset + UInt64(row)))
    for column in fileColumns {
      guard column < scanner.spans.count else {
        batch.cells.append(Cell())
        continue
      }
      let span = scanner.spans[column]
      var cell = Cell(
        start: Int(span.start), length: Int(span.end - span.start), place: span.place - row,
        state: .value)
      if span.traits.contains(.doubled) {
        let start = undoubled.count
        appendUndoubled(bytes, span, scanner.quote)
        cell.start = UInt32(bytes.count + start)
        cell.length = UInt32(undoubled.count - start)
        if nulls.contain(undoubled.span, from: start, to: undoubled.count) { cell.state = .null }
      } else if nulls.contain(bytes, from: Int(span.start), to: Int(span.end)) {
        cell.state = .null
      }
      batch.cells.append(cell)
    }
  }

  // In a cell with doubled quotes every quote is doubled.
  private mutating func appendUndoubled(_ bytes: Span<UInt8>, _ span: CSVSpan, _ quote: UInt8) {
    var index = Int(span.start)
    while index < Int(span.end) {
      let byte = bytes[index]
      undoubled.append(byte)
      index += byte == quote ? 2 : 1
    }
  }
}
