// SPDX-License-Identifier: Apache-2.0

internal import CArchive
internal import Diagnostics
internal import Foundation
internal import Mapping

/// Packs one file, the same bytes for the same content: no time, no owner.
///
/// - Source: libarchive, `archive_write`(3).
final class ArchiveFile {
  private let archive: OpaquePointer
  private let path: String

  /// Makes an archive on an open file.
  ///
  /// - Parameters:
  ///   - compression: how it is packed.
  ///   - descriptor: where it is written.
  ///   - path: the name for errors.
  ///   - entry: the name and length of the file inside.
  /// - Throws: ``PipelineRules/cannotWrite``.
  init(
    _ compression: LogicalTarget.Compression, to descriptor: Int32, path: String,
    entry: (name: String, byteCount: Int)
  ) throws(DiagnosedError) {
    guard let archive = archive_write_new() else {
      throw Self.failure(path, "no memory is left")
    }
    self.archive = archive
    self.path = path
    switch compression {
    case .zip: archive_write_set_format_zip(archive)
    case .tarGzip:
      archive_write_add_filter_gzip(archive)
      archive_write_set_filter_option(archive, "gzip", "timestamp", nil)
      archive_write_set_format_ustar(archive)
    case .tarXz:
      archive_write_add_filter_xz(archive)
      archive_write_set_format_ustar(archive)
    case .gzip: archive_write_set_format_raw(archive)
    }
    guard archive_write_open_fd(archive, descriptor) == ARCHIVE_OK else {
      throw Self.failure(path, Self.reason(archive))
    }
    let header = archive_entry_new()
    defer { archive_entry_free(header) }
    archive_entry_set_pathname(header, entry.name)
    archive_entry_set_size(header, Int64(entry.byteCount))
    archive_entry_set_filetype(header, 0o100000)
    archive_entry_set_perm(header, 0o644)
    guard archive_write_header(archive, header) == ARCHIVE_OK else {
      throw Self.failure(path, Self.reason(archive))
    }
  }

  deinit { archive_write_free(archive) }

  /// Appends bytes of the file inside.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``.
  func write(_ bytes: UnsafeRawBufferPointer) throws(DiagnosedError) {
    var start = 0
    while start < bytes.count {
      let written = archive_write_data(
        archive, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      if written <= 0 { throw Self.failure(path, Self.reason(archive)) }
      start += written
    }
  }

  /// Ends the archive.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``.
  func finish() throws(DiagnosedError) {
    guard archive_write_close(archive) == ARCHIVE_OK else {
      throw Self.failure(path, Self.reason(archive))
    }
  }

  private static func reason(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "unknown"
  }

  private static func failure(_ path: String, _ reason: String) -> DiagnosedError {
    DiagnosedError(
      PipelineRules.cannotWrite, at: SourcePlace(file: path),
      [.plain("path", path), .plain("reason", reason)])
  }
}
