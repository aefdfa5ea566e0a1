// SPDX-License-Identifier: Apache-2.0

/// How large a table may be in its parts, and in what portions it is read.
package struct CSVLimits: Sendable, Hashable {
  /// The most bytes of UTF-8 in one cell, as written.
  package var cellBytes = 16 << 20
  /// The most bytes of UTF-8 in one row, as written.
  package var rowBytes = 32 << 20
  /// The most cells in one row.
  package var columns = 16_384
  /// How many bytes of the file are read at a time, at least 1; about a batch's worth.
  package var chunkBytes = 96 << 10
  /// How many bytes of the text are looked at to find the delimiter.
  package var sampleBytes = 64 << 10
  /// After how many findings a read ends, even without a record.
  package var findingsPerRead = 4096

  /// The limits that the documentation states.
  package init() {}
}
