// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
@preconcurrency internal import Glibc

/// Reads a file from its beginning, as much at a time as somebody asks for.
final class FilePieces {
  private let descriptor: CInt
  private let file: String
  /// Whether the end of the file was seen.
  private(set) var isOver = false

  /// Opens a file.
  ///
  /// - Throws: `rdf.unreadable` with the system's reason.
  init(path: String, file: String) throws(DiagnosedError) {
    self.file = file
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw RDFReader.unreadable(file, errno) }
  }

  deinit { close(descriptor) }

  /// Appends the next bytes, at most `size` of them; none at the end of the file.
  ///
  /// - Throws: `rdf.unreadable`.
  func append(_ size: Int, to piece: inout [UInt8]) throws(DiagnosedError) {
    var failure: CInt = 0
    piece.append(addingCapacity: size) { free in
      free.withUnsafeMutableBufferPointer { bytes, count in
        var taken = -1
        repeat {
          taken = read(descriptor, bytes.baseAddress, size)
        } while taken < 0 && errno == EINTR
        if taken < 0 { failure = errno }
        count = max(0, taken)
        isOver = taken <= 0
      }
    }
    if failure != 0 { throw RDFReader.unreadable(file, failure) }
  }
}
