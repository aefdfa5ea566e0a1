// SPDX-License-Identifier: Apache-2.0

/// What tells whether an index still says what its source says.
package struct VocabularyStamp: Sendable, Hashable {
  /// The source's size in bytes.
  package var size: UInt64
  /// When it was last written to, in nanoseconds since 1970.
  package var modified: UInt64
  /// When its state last changed, in nanoseconds since 1970; nobody can set it back.
  package var changed: UInt64
  /// SHA-256 of the source, 32 bytes; all zero when not known.
  package var hash: [UInt8]

  /// Collects a stamp.
  package init(size: UInt64, modified: UInt64, changed: UInt64, hash: [UInt8]) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.hash = hash
  }

  /// The stamp of something that is no file.
  package static let none = VocabularyStamp(
    size: 0, modified: 0, changed: 0, hash: Array(repeating: 0, count: 32))

  /// Whether size and times say that the source is the same; otherwise its hash must be compared.
  package func hasSameState(as other: VocabularyStamp) -> Bool {
    size == other.size && modified == other.modified && changed == other.changed
  }
}
