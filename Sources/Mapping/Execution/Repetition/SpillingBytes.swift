// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import TemporaryFiles

/// Bytes that are appended and read again by their position: in memory up to a bound, then the oldest
/// in a file.
final class SpillingBytes {
  private let memoryLimit: Int
  private var recent = OutputBuffer()
  private var spilled = 0
  private var file: TemporaryFile?

  /// Starts empty.
  ///
  /// - Parameter memoryLimit: the bytes that stay in memory.
  init(memoryLimit: Int) { self.memoryLimit = memoryLimit }

  /// The bytes appended so far, which is where the next ones go.
  var count: Int { spilled + recent.count }

  /// Whether something is in a file.
  var hasSpilled: Bool { spilled > 0 }

  /// Appends bytes; they stay together.
  ///
  /// - Throws: ``TemporaryFileRules/failed``.
  func append(_ bytes: [UInt8]) throws(DiagnosedError) {
    if recent.count + bytes.count > memoryLimit, recent.count > 0 {
      if file == nil { file = try TemporaryFile() }
      try file?.append(UnsafeRawBufferPointer(recent.bytes))
      spilled += recent.count
      recent.count = 0
    }
    bytes.withUnsafeBufferPointer { recent.append($0) }
  }

  /// Where bytes that were appended lie, if it is in memory; holds until the next are appended.
  func inMemory(_ position: Int) -> UnsafePointer<UInt8>? {
    position >= spilled ? UnsafePointer(recent.base + (position - spilled)) : nil
  }

  /// Calls `body` with bytes that were appended.
  ///
  /// - Throws: ``TemporaryFileRules/failed``.
  func withBytes<Result>(
    at position: Int, count: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(DiagnosedError) -> Result {
    if position >= spilled {
      return body(UnsafeRawBufferPointer(start: recent.base + (position - spilled), count: count))
    }
    var copy = [UInt8](repeating: 0, count: count)
    try copy.withUnsafeMutableBufferPointer { (bytes) throws(DiagnosedError) in
      try file?.read(into: UnsafeMutableRawBufferPointer(bytes), at: position)
    }
    return copy.withUnsafeBytes { body($0) }
  }
}
