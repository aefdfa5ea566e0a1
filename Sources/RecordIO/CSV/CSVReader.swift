// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Reads a table, row by row, as records of the columns that are wanted.
///
/// Rows are numbered as a spreadsheet does: the header and skipped rows count, line breaks inside
/// quotes do not. A row without a single byte is skipped and counted. An empty cell is an empty
/// value unless the empty text is declared to mean null. A value's place counts bytes from the
/// beginning of its row to the beginning of its cell as written, before the opening quote.
///
/// A row is ragged when it has fewer cells than the header has names, or a cell that is not empty
/// beyond the last header cell. Empty cells beyond it, as spreadsheets write them, are ignored; the
/// first row that has them gives a note.
///
/// - Source: RFC 4180; ``CSVRowScanner`` states the deviations.
/// - Conformance: `CSVSpectrumTests`.
package final class CSVReader: RecordReader {
  /// What was learned on opening; ``SourceFacts/header`` holds a working reference for each column.
  package let facts: SourceFacts
  /// The columns of the batches.
  package let columns: BatchColumns

  /// The rows that the last read reported instead of putting them into the batch.
  package var rejectedCount: Int { rows.rejectedCount }

  private var window: CSVWindow
  private var scanner: CSVRowScanner
  private var rows: CSVRowWriter
  private var pending: [Finding]

  /// Opens a table, finds out what is not declared, and reads its header.
  ///
  /// - Parameters:
  ///   - path: a path, or `-` for standard input; gzip is decompressed.
  ///   - displayName: the name that findings show.
  ///   - dialect: what is known about the table.
  ///   - references: the columns wanted: names, or `name#2` for the second column of a name; `nil`
  ///     for all.
  ///   - nullValues: the texts that mean null.
  /// - Throws: ``CSVRules/unknownColumn``, ``CSVRules/noHeader``, ``CSVRules/impossibleDialect``,
  ///   what is wrong with the header row, its encoding, or the file.
  package convenience init(
    path: String, displayName: String, dialect: CSVDialect, references: [String]?,
    nullValues: [String]
  ) throws(DiagnosedError) {
    try self.init(
      ByteInput(path: path, displayName: displayName), dialect: dialect, references: references,
      nullValues: nullValues, limits: CSVLimits())
  }

  /// Opens a table with other limits.
  ///
  /// - Parameters:
  ///   - input: the file, at its beginning.
  ///   - dialect: what is known about the table.
  ///   - references: the columns wanted, `nil` for all.
  ///   - nullValues: the texts that mean null.
  ///   - limits: how large the parts may be, and how much is read at a time.
  /// - Throws: as the other initialiser.
  package init(
    _ input: ByteInput, dialect: CSVDialect, references: [String]?, nullValues: [String],
    limits: CSVLimits
  ) throws(DiagnosedError) {
    let decoder = try TextDecoder(input, declared: dialect.encoding)
    var opening = try CSVOpening(decoder, dialect, limits)
    let header = try opening.readHeader()
    var findings = opening.findings
    columns = try header.select(references, at: opening.headerPlace, &findings)
    facts = SourceFacts(
      file: input.displayName, format: opening.scanner.delimiter == 0x09 ? "TSV" : "CSV",
      encoding: decoder.detection.encoding, sniffed: opening.sniffed, header: header.references)
    window = opening.window
    scanner = opening.scanner
    rows = CSVRowWriter(
      header: header, columns: columns, nullValues: nullValues, dialect: dialect)
    pending = findings
  }

  /// Replaces the content of `batch` by the next records.
  ///
  /// - Parameters:
  ///   - batch: made with ``columns``. Its bytes are the text of the rows as they were read, then the
  ///     values whose doubled quotes were undone.
  ///   - findings: receives what is wrong with the header, once, and with single rows.
  /// - Returns: `false` when no record is left. After ``CSVLimits/findingsPerRead`` findings the
  ///   batch may be empty though records are left, so that a file full of faults stays bounded.
  /// - Throws: ``CSVRules/unterminatedQuote``, a limit, or what is wrong with the encoding or file.
  package func read(
    into batch: inout RecordBatch, findings: inout [Finding]
  ) throws(DiagnosedError) -> Bool {
    batch.removeAll()
    batch.file = facts.file
    let before = findings.count
    findings.append(contentsOf: pending)
    pending.removeAll()
    rows.begin()
    while true {
      scanner.index(window.bytes, from: window.position)
      let open = try rows.writeRows(&window, &scanner, &batch, &findings)
      if batch.recordCount > 0 {
        window.handOver(to: &batch.bytes)
        batch.bytes.append(contentsOf: rows.undoubled)
        return true
      }
      if window.isAtEnd { return false }
      if findings.count - before >= window.limits.findingsPerRead { return true }
      try window.checkOpenRow(scanner, openCell: open, names: rows.header.names)
      try window.refill()
    }
  }
}
