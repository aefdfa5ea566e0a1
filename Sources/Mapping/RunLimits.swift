// SPDX-License-Identifier: Apache-2.0

/// The limits of the mapping engine, for reports.
package enum RunLimits {
  /// Combinations of repeated values that one template or call may make of a record.
  package static let combinations = Combinations.limit
  /// Bytes that the index of a join may take.
  package static let joinBytes = JoinIndex.byteLimit
  /// Subjects that one record may match through a join.
  package static let joinFanOut = JoinIndex.fanOutLimit
}
