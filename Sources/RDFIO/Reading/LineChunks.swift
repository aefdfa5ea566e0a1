// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
@preconcurrency internal import Glibc

/// Reads a file in pieces that end with a line.
///
/// The memory is that of a piece, or of the longest line if that is longer.
final class LineChunks {
  private static let size = 1 << 19
  private let descriptor: CInt
  private let file: String
  private var rest: [UInt8] = []
  private var isOver = false

  /// Opens a file.
  ///
  /// - Throws: `rdf.unreadable` with the system's reason.
  init(path: String, file: String) throws(DiagnosedError) {
    self.file = file
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw RDFReader.unreadable(file, errno) }
  }

  deinit { close(descriptor) }

  /// The next piece, `nil` at the end of the file.
  ///
  /// - Throws: `rdf.unreadable`, `rdf.too-long` for a line beyond ``RDFLimits/lineBytes``.
  func next() throws(DiagnosedError) -> [UInt8]? {
    var piece: [UInt8] = []
    piece.reserveCapacity(rest.count + Self.size)
    piece.append(contentsOf: rest)
    rest = []
    var searched = 0
    while !isOver {
      try append(to: &piece)
      if let end = piece[searched...].lastIndex(of: 0x0A), !isOver {
        rest = Array(piece[(end + 1)...])
        piece.removeLast(piece.count - end - 1)
        return piece
      }
      searched = piece.count
      if piece.count > RDFLimits.lineBytes {
        throw DiagnosedError(
          RDFRules.tooLong, at: SourcePlace(file: file),
          [.plain("what", "A line"), .plain("limit", RDFLimits.lineBytes)])
      }
    }
    return piece.isEmpty ? nil : piece
  }

  private func append(to piece: inout [UInt8]) throws(DiagnosedError) {
    var failure: CInt = 0
    piece.append(addingCapacity: Self.size) { free in
      free.withUnsafeMutableBufferPointer { bytes, count in
        var taken = -1
        repeat {
          taken = read(descriptor, bytes.baseAddress, Self.size)
        } while taken < 0 && errno == EINTR
        if taken < 0 { failure = errno }
        count = max(0, taken)
        isOver = taken <= 0
      }
    }
    if failure != 0 { throw RDFReader.unreadable(file, failure) }
  }
}
