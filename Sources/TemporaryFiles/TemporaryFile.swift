// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
@preconcurrency internal import Glibc
internal import Synchronization

/// A file without a name, for what does not fit into memory; gone with the process.
///
/// It lies in the folder that `TMPDIR` names, `/tmp` without it.
/// - Source: POSIX.1-2017 `mkstemp`, `pread`, `write`.
package final class TemporaryFile: Sendable {
  private let descriptor: CInt
  private let size = Atomic(0)
  /// The bytes written.
  package var count: Int { size.load(ordering: .relaxed) }

  /// Makes an empty file.
  ///
  /// - Throws: ``TemporaryFileRules/failed``.
  package init() throws(DiagnosedError) {
    var template = Array((Self.folder + "/fairway-XXXXXX").utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { name in
      name.baseAddress.map { mkstemp($0) } ?? -1
    }
    if descriptor < 0 { throw Self.failure() }
    self.descriptor = descriptor
    template.withUnsafeBufferPointer { name in
      if let path = name.baseAddress { _ = unlink(path) }
    }
  }

  deinit { close(descriptor) }

  /// Appends bytes; one caller at a time.
  ///
  /// - Throws: ``TemporaryFileRules/failed``, when the disk is full for instance.
  package func append(_ bytes: UnsafeRawBufferPointer) throws(DiagnosedError) {
    let count = count
    var done = 0
    while done < bytes.count {
      let written = pwrite(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(count + done))
      if written < 0 {
        if errno == EINTR { continue }
        throw Self.failure()
      }
      done += written
    }
    size.store(count + done, ordering: .relaxed)
  }

  /// Reads bytes that were written.
  ///
  /// - Throws: ``TemporaryFileRules/failed``.
  package func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int)
    throws(DiagnosedError)
  {
    var done = 0
    while done < bytes.count {
      let taken = pread(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      if taken < 0, errno == EINTR { continue }
      if taken <= 0 { throw Self.failure() }
      done += taken
    }
  }

  private static var folder: String {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  private static func failure() -> DiagnosedError {
    DiagnosedError(
      TemporaryFileRules.failed, at: nil,
      [.plain("folder", folder), .plain("reason", String(cString: strerror(errno)))])
  }
}
