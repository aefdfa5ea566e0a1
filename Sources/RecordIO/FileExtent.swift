// SPDX-License-Identifier: Apache-2.0

/// How much a file holds, as far as can be told without reading it.
package struct FileExtent: Sendable {
  /// The bytes that are stored; 0 if that is not known.
  package let bytes: UInt64
  /// Whether the file can be read more than once, as pipes and standard input cannot.
  package let canBeReadTwice: Bool

  /// Asks for the file at `path`; `-` is standard input.
  package init(path: String) {
    guard path != "-", let state = FileState(path: path), state.isRegular else {
      (bytes, canBeReadTwice) = (0, false)
      return
    }
    (bytes, canBeReadTwice) = (state.byteCount, true)
  }

  /// Whether the bytes that are stored are not those that are read, or not known to be.
  ///
  /// Looks at the first bytes of the file, if that takes nothing away.
  package static func isCompressed(_ path: String) -> Bool {
    guard FileExtent(path: path).canBeReadTwice else { return true }
    return (try? ByteInput(path: path, displayName: path))?.isCompressed ?? true
  }
}
