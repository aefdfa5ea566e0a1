// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The bytes of a regular file or of standard input, in order, gzip decompressed.
///
/// - Source: RFC 1952 for gzip, which is told by its first two bytes, not by the file's name.
package final class ByteInput {
  /// The name that findings show.
  package let displayName: String
  /// Whether the file is compressed.
  package let isCompressed: Bool
  /// How many bytes were handed out, after decompression.
  package private(set) var offset: UInt64 = 0

  private let file: OpenFile
  private var inflater: GzipInflater?
  private var head: [UInt8]

  /// Opens a file and looks at its first two bytes.
  ///
  /// - Parameters:
  ///   - path: a path, or `-` for standard input.
  ///   - displayName: the name that findings show.
  /// - Throws: ``InputRules/notFound`` with the nearest name, ``InputRules/notAFile``,
  ///   ``InputRules/noPermission`` or ``InputRules/readFailed``.
  package init(path: String, displayName: String) throws(DiagnosedError) {
    self.displayName = displayName
    file = try OpenFile(path: path, displayName: displayName)
    head = try Self.firstBytes(2, of: file)
    isCompressed = head == [0x1F, 0x8B]
    inflater = isCompressed ? GzipInflater(head: head) : nil
    if isCompressed { head = [] }
  }

  /// Appends the next bytes to `buffer`.
  ///
  /// - Parameters:
  ///   - buffer: grows by the number returned; what is in it stays.
  ///   - count: the most that is appended, at least 1.
  /// - Returns: the number of bytes, 0 at the end only.
  /// - Throws: ``InputRules/readFailed``, ``InputRules/changed``, or what is wrong with the gzip
  ///   data, at a byte of the compressed file.
  package func read(into buffer: inout [UInt8], upTo count: Int) throws(DiagnosedError) -> Int {
    precondition(count > 0)
    let before = buffer.count
    if !head.isEmpty {
      let taken = min(count, head.count)
      buffer.append(contentsOf: head[..<taken])
      head.removeFirst(taken)
    } else {
      try buffer.append(addingCapacity: count) { span throws(DiagnosedError) in
        try span.withUnsafeMutableBufferPointer { room, filled throws(DiagnosedError) in
          filled = try fill(UnsafeMutableBufferPointer(rebasing: room[..<count]))
        }
      }
    }
    let appended = buffer.count - before
    offset += UInt64(appended)
    return appended
  }

  private func fill(_ room: UnsafeMutableBufferPointer<UInt8>) throws(DiagnosedError) -> Int {
    if inflater != nil { return try inflater?.inflate(into: room, from: file) ?? 0 }
    return try file.read(into: UnsafeMutableRawBufferPointer(room), at: offset)
  }

  // A pipe may give one byte at a time.
  private static func firstBytes(
    _ count: Int, of file: borrowing OpenFile
  ) throws(DiagnosedError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let before = bytes.count
      try bytes.append(addingCapacity: count - before) { span throws(DiagnosedError) in
        try span.withUnsafeMutableBufferPointer { room, filled throws(DiagnosedError) in
          let wanted = UnsafeMutableBufferPointer(rebasing: room[..<(count - before)])
          filled = try file.read(
            into: UnsafeMutableRawBufferPointer(wanted), at: UInt64(before))
        }
      }
      if bytes.count == before { break }
    }
    return bytes
  }
}
