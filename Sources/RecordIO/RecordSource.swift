// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// How a text is encoded.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "windows-1252"
  case latin1 = "ISO-8859-1"
}

/// What a pipeline or mapping says about a table; what it leaves out is sniffed.
package struct CSVDialect: Sendable, Hashable {
  /// The byte between cells; `nil` to sniff among comma, semicolon, tab and vertical bar.
  package var delimiter: UInt8?
  /// The byte around cells that hold delimiters, quotes or line breaks.
  package var quote: UInt8 = 0x22
  /// The encoding; `nil` to detect.
  package var encoding: TextEncoding?
  /// The byte that begins a row which is a comment; `nil` if there are none.
  package var comment: UInt8?
  /// The names of the columns of a table without a header, `[]` to number them `_col.1`, `_col.2`, …;
  /// `nil` if the first row has them.
  package var columnNames: [String]?
  /// Whether blanks around cells without quotes are left out.
  package var trims = false
  /// Rows to skip before the header.
  package var rowsBeforeHeader = 0
  /// Rows to skip after the header, such as a row of instructions.
  package var rowsAfterHeader = 0
  /// Whether rows with more or fewer cells than the header are mapped, not only reported.
  package var mapsRaggedRows = false

  /// Everything sniffed, a header in the first row.
  package init() {}
}

/// What kind of records a file holds and where they are.
package enum RecordFormat: Sendable, Hashable {
  /// A table with a header.
  case csv(CSVDialect)
  /// Records by a path of names, indexes and wildcards: `$.entry[*]`, `$[*]`; `$` is the document.
  case json(iterator: String)
  /// Records by an element path: `/patients/patient`; prefixes are bound by `namespaces`.
  case xml(iterator: String, namespaces: [String: String])
}

/// What a reader learned about a file on opening it, for the report.
package struct SourceFacts: Sendable, Hashable {
  /// The file as given.
  package var file: String
  /// `CSV`, `TSV`, `JSON` or `XML`.
  package var format: String
  /// The encoding, and whether it was declared, told by a byte order mark, or detected.
  package var encoding: TextEncoding?
  /// What was sniffed, in words: `semicolon between cells`, `UTF-8 with byte order mark`.
  package var sniffed: [String]
  /// The names of all columns of a table, in order; empty for other formats.
  package var header: [String]

  /// States what is known.
  package init(
    file: String, format: String, encoding: TextEncoding? = nil, sniffed: [String] = [],
    header: [String] = []
  ) {
    self.file = file
    self.format = format
    self.encoding = encoding
    self.sniffed = sniffed
    self.header = header
  }
}

/// Reads the records of one file, batch by batch.
package protocol RecordReader: AnyObject {
  /// What was learned on opening.
  var facts: SourceFacts { get }

  /// The columns that batches of this reader have.
  var columns: BatchColumns { get }

  /// Replaces the content of `batch` by the next records, at least one unless the file ends.
  ///
  /// - Parameters:
  ///   - batch: made with ``columns``; filled up to about 128 KiB of input.
  ///   - findings: receives what is wrong with single records; those are not in the batch.
  /// - Returns: `false` when no record is left.
  /// - Throws: what makes the file unreadable from here on.
  func read(into batch: inout RecordBatch, findings: inout [Finding]) throws(DiagnosedError)
    -> Bool

  /// The number of records that the last ``read(into:findings:)`` reported instead of putting them
  /// into the batch, such as ragged rows.
  var rejectedCount: Int { get }
}

extension RecordReader {
  /// A reader that reports no record without giving it, or ends with the first fault.
  package var rejectedCount: Int { 0 }
}
