// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The bytes of a regular file or of standard input, in order, decompressed.
///
/// - Source: RFC 1952 for gzip; libarchive for zip, tar and xz. All are told by their first bytes, not
///   by the file's name.
package final class ByteInput {
  /// The name that findings show.
  package let displayName: String
  /// Whether the file is compressed.
  package let isCompressed: Bool
  /// How many bytes were handed out, after decompression.
  package private(set) var offset: UInt64 = 0

  /// Whether the content begins with a byte order mark of UTF-16.
  var beginsAsUTF16: Bool { head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) }

  // Neither for bytes in memory.
  private let bytes: StoredBytes?
  private var archive: ArchiveReader?
  private var head: [UInt8]
  // How many bytes of it were handed out.
  private var headTaken = 0

  /// Opens a file and looks at its first bytes.
  ///
  /// - Parameters:
  ///   - path: a path, or `-` for standard input.
  ///   - displayName: the name that findings show.
  /// - Throws: ``InputRules/notFound`` with the nearest name, ``InputRules/notAFile``,
  ///   ``InputRules/noPermission`` or ``InputRules/readFailed``; what makes an archive unreadable.
  package init(path: String, displayName: String) throws(DiagnosedError) {
    self.displayName = displayName
    let bytes = StoredBytes(try OpenFile(path: path, displayName: displayName))
    self.bytes = bytes
    head = try bytes.first(512)
    let isGzip = head.starts(with: [0x1F, 0x8B])
    if isGzip {
      bytes.inflate(head)
      head = try bytes.first(512)
    }
    let isArchive = !isGzip && ArchiveReader.isArchive(head)
    isCompressed = isGzip || isArchive
    if isArchive || ArchiveReader.isTar(head) {
      archive = try ArchiveReader(head: head, bytes)
      head = []
    }
  }

  /// Takes bytes that are in memory for a file; they are not decompressed.
  ///
  /// - Parameters:
  ///   - memory: the bytes.
  ///   - displayName: the name that findings show.
  package init(memory: [UInt8], displayName: String) {
    self.displayName = displayName
    isCompressed = false
    bytes = nil
    head = memory
  }

  /// Appends the next bytes to `buffer`.
  ///
  /// - Parameters:
  ///   - buffer: grows by the number returned; what is in it stays.
  ///   - count: the most that is appended, at least 1.
  /// - Returns: the number of bytes, 0 at the end only.
  /// - Throws: ``InputRules/readFailed``, ``InputRules/changed``, or what is wrong with the
  ///   compressed data, at a byte of the compressed file.
  package func read(into buffer: inout [UInt8], upTo count: Int) throws(DiagnosedError) -> Int {
    precondition(count > 0)
    let before = buffer.count
    if headTaken < head.count {
      let end = headTaken + min(count, head.count - headTaken)
      buffer.append(contentsOf: head[headTaken..<end])
      headTaken = end
    } else {
      try buffer.append(addingCapacity: count) { span throws(DiagnosedError) in
        try span.withUnsafeMutableBufferPointer { room, filled throws(DiagnosedError) in
          let room = UnsafeMutableBufferPointer(rebasing: room[..<count])
          if let archive {
            filled = try archive.read(into: room)
          } else {
            filled = try bytes?.read(into: room) ?? 0
          }
        }
      }
    }
    let appended = buffer.count - before
    offset += UInt64(appended)
    return appended
  }
}

/// The bytes that a file stores, gzip decompressed.
final class StoredBytes {
  /// The name that findings show.
  let name: String
  private let file: OpenFile
  private var inflater: GzipInflater?
  private var taken: UInt64 = 0

  /// Begins at the beginning.
  init(_ file: consuming OpenFile) {
    name = file.displayName
    self.file = file
  }

  /// Says that the file is compressed, and gives back what was read of it.
  func inflate(_ head: [UInt8]) { inflater = GzipInflater(head: head) }

  /// Reads on.
  ///
  /// - Returns: the number of bytes, 0 at the end only.
  /// - Throws: what the file or its compression throws.
  func read(into room: UnsafeMutableBufferPointer<UInt8>) throws(DiagnosedError) -> Int {
    if inflater != nil { return try inflater?.inflate(into: room, from: file) ?? 0 }
    let count = try file.read(into: UnsafeMutableRawBufferPointer(room), at: taken)
    taken += UInt64(count)
    return count
  }

  /// Reads the first bytes; a pipe may give one at a time.
  func first(_ count: Int) throws(DiagnosedError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let before = bytes.count
      try bytes.append(addingCapacity: count - before) { span throws(DiagnosedError) in
        try span.withUnsafeMutableBufferPointer { room, filled throws(DiagnosedError) in
          filled = try read(
            into: UnsafeMutableBufferPointer(rebasing: room[..<(count - before)]))
        }
      }
      if bytes.count == before { break }
    }
    return bytes
  }
}
