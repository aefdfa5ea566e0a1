// SPDX-License-Identifier: Apache-2.0

import CArchive
import Diagnostics

/// The content of the only file in an archive: zip, or tar with or without compression, or a file
/// compressed with xz.
///
/// The names in an archive are never used.
/// - Source: libarchive, `archive_read`(3).
final class ArchiveReader {
  /// Where the archive's own bytes come from.
  private final class Source {
    var head: [UInt8]
    let bytes: StoredBytes
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var offset: UInt64 = 0
    var failure: DiagnosedError?

    init(head: [UInt8], _ bytes: StoredBytes) {
      self.head = head
      self.bytes = bytes
    }

    // The next bytes, which hold until the next call; 0 at the end, -1 after a failure.
    func next(_ place: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
      do throws(DiagnosedError) {
        let count: Int
        if head.isEmpty {
          let bytes = bytes
          count = try buffer.withUnsafeMutableBufferPointer { (room) throws(DiagnosedError) in
            try bytes.read(into: room)
          }
        } else {
          buffer.replaceSubrange(..<head.count, with: head)
          count = head.count
          head = []
        }
        offset += UInt64(count)
        // The array is never moved while the archive is open: it keeps its size.
        buffer.withUnsafeBufferPointer { place?.pointee = UnsafeRawPointer($0.baseAddress) }
        return count
      } catch {
        failure = error
        return -1
      }
    }
  }

  private let archive: OpaquePointer
  private let source: Source
  private let name: String
  private var produced: UInt64 = 0
  private var isAtEnd = false

  /// Opens an archive and steps to its file.
  ///
  /// - Parameters:
  ///   - head: the bytes already read, at most 512.
  ///   - bytes: the rest.
  /// - Throws: ``InputRules/archiveDamaged``, ``InputRules/archiveEmpty``, or what `bytes` throws.
  init(head: [UInt8], _ bytes: StoredBytes) throws(DiagnosedError) {
    name = bytes.name
    source = Source(head: head, bytes)
    guard let archive = archive_read_new() else {
      throw DiagnosedError(
        InputRules.readFailed, at: SourcePlace(file: name),
        [.plain("file", name), .plain("byte", 0), .plain("reason", "no memory is left")])
    }
    self.archive = archive
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_format_zip_streamable(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_raw(archive)
    let pointer = Unmanaged.passUnretained(source).toOpaque()
    let status = archive_read_open(
      archive, pointer, nil,
      { _, pointer, place in
        guard let pointer else { return -1 }
        return Unmanaged<Source>.fromOpaque(pointer).takeUnretainedValue().next(place)
      }, nil)
    try check(status)
    if try !nextFile() {
      throw DiagnosedError(
        InputRules.archiveEmpty, at: SourcePlace(file: name), [.plain("file", name)])
    }
  }

  deinit { archive_read_free(archive) }

  /// Reads on.
  ///
  /// - Returns: the number of bytes, 0 at the end only.
  /// - Throws: ``InputRules/archiveDamaged``, ``InputRules/archiveMembers`` if another file follows,
  ///   ``InputRules/expansion``, or what the file throws.
  func read(into room: UnsafeMutableBufferPointer<UInt8>) throws(DiagnosedError) -> Int {
    if isAtEnd || room.isEmpty { return 0 }
    let count = archive_read_data(archive, room.baseAddress, room.count)
    // What is a warning for a name is not one for the content: a wrong checksum is told as such.
    if count < 0 { throw failure() }
    if count == 0 {
      isAtEnd = true
      if try nextFile() {
        throw DiagnosedError(
          InputRules.archiveMembers, at: SourcePlace(file: name), [.plain("file", name)])
      }
      return 0
    }
    produced += UInt64(count)
    if produced > GzipInflater.freeSize, produced / GzipInflater.ratio > max(1, source.offset) {
      throw DiagnosedError(
        InputRules.expansion, at: SourcePlace(file: name, .offset(source.offset)),
        [
          .plain("file", name), .plain("byte", source.offset),
          .plain("ratio", GzipInflater.ratio), .plain("size", GzipInflater.freeSize >> 20),
        ])
    }
    return count
  }

  // Steps to the next regular file; folders and links are stepped over.
  private func nextFile() throws(DiagnosedError) -> Bool {
    var entry: OpaquePointer?
    while true {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return false }
      try check(status)
      // Entries without a type, as of a file that is only compressed, are files.
      let type = archive_entry_filetype(entry)
      if type == 0o100000 || type == 0 { return true }
    }
  }

  private func check(_ status: Int32) throws(DiagnosedError) {
    // Warnings are about names and dates, which are not used.
    if source.failure != nil || status < ARCHIVE_WARN { throw failure() }
  }

  private func failure() -> DiagnosedError {
    if let failure = source.failure { return failure }
    let reason = archive_error_string(archive).map { String(cString: $0) } ?? "unknown format"
    return DiagnosedError(
      InputRules.archiveDamaged, at: SourcePlace(file: name, .offset(source.offset)),
      [.plain("file", name), .plain("byte", source.offset), .plain("reason", reason)])
  }

  /// Whether bytes at the beginning of a file are those of an archive that this can read.
  static func isArchive(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
  }

  /// Whether the beginning of a file is that of a tar archive.
  ///
  /// - Source: POSIX.1-2017, pax, `ustar` interchange format: `ustar` stands at byte 257.
  static func isTar(_ head: [UInt8]) -> Bool {
    head.count >= 262 && head[257..<262].elementsEqual("ustar".utf8)
  }
}
