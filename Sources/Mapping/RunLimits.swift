// SPDX-License-Identifier: Apache-2.0

/// The limits of the mapping engine, for reports.
package enum RunLimits {
  /// Combinations of repeated values that one template or call may make of a record.
  package static let combinations = Combinations.limit
  /// Bytes that the index of a join may take, in memory and on disk.
  package static let joinBytes = JoinIndex.byteLimit
  /// Bytes of an index that stay in memory.
  package static let joinMemory = 64 << 20
  /// Subjects, and lines of subjects that come again with other values, that are remembered in memory
  /// so that no statement is written twice.
  package static let ledgerEntries = 3 << 19
  /// Matches that a join may be expected to have, by a sample, before it runs.
  package static let joinMatches = JoinIndex.matchLimit
  /// Subjects that one record may match through a join.
  package static let joinFanOut = JoinIndex.fanOutLimit
}
