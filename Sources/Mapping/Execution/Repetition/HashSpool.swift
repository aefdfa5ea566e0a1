// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import TemporaryFiles

/// Lists of hashes, appended one after the other and seldom read again: the last in memory, the others
/// in a file.
struct HashSpool: ~Copyable {
  /// How many hashes wait in memory.
  static let memoryHashes = 1 << 17

  private var waiting: [UInt64] = []
  private var file: TemporaryFile?
  private var spooled = 0

  /// Where the next list begins.
  var position: Int { spooled + waiting.count }

  /// Appends a list.
  ///
  /// - Throws: ``TemporaryFileRules/failed``.
  mutating func append(_ hashes: ArraySlice<UInt64>) throws(DiagnosedError) {
    waiting += hashes
    guard waiting.count >= Self.memoryHashes else { return }
    if file == nil { file = try TemporaryFile() }
    try waiting.withUnsafeBufferPointer { (hashes) throws(DiagnosedError) in
      try file?.append(UnsafeRawBufferPointer(hashes))
    }
    spooled += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }

  /// The hashes of a list.
  ///
  /// - Throws: ``TemporaryFileRules/failed``.
  func list(at position: Int, count: Int) throws(DiagnosedError) -> [UInt64] {
    if position >= spooled {
      return Array(waiting[(position - spooled)..<(position - spooled + count)])
    }
    var hashes = [UInt64](repeating: 0, count: count)
    try hashes.withUnsafeMutableBufferPointer { (hashes) throws(DiagnosedError) in
      try file?.read(into: UnsafeMutableRawBufferPointer(hashes), at: position * 8)
    }
    return hashes
  }
}
