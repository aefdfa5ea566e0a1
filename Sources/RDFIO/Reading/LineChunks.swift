// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Reads a file in pieces that end with a line.
///
/// The memory is that of a piece, or of the longest line if that is longer.
final class LineChunks {
  private let file: String
  private let size: Int
  private let pieces: FilePieces
  private var rest: [UInt8] = []

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - file: the name for errors.
  ///   - size: the bytes that are read at a time.
  /// - Throws: `rdf.unreadable` with the system's reason.
  init(path: String, file: String, size: Int = 1 << 19) throws(DiagnosedError) {
    self.size = size
    self.file = file
    pieces = try FilePieces(path: path, file: file)
  }

  /// The next piece, `nil` at the end of the file.
  ///
  /// - Throws: `rdf.unreadable`, `rdf.too-long` for a line beyond ``RDFLimits/lineBytes``.
  func next() throws(DiagnosedError) -> [UInt8]? {
    var piece: [UInt8] = []
    piece.reserveCapacity(rest.count + size)
    piece.append(contentsOf: rest)
    rest = []
    var searched = 0
    while !pieces.isOver {
      try pieces.append(size, to: &piece)
      if let end = piece[searched...].lastIndex(of: 0x0A), !pieces.isOver {
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
}
