// SPDX-License-Identifier: Apache-2.0

internal import CZlib

/// Compresses bytes as gzip, the same bytes for the same input: no name and no time in the header.
///
/// - Source: RFC 1952.
final class GzipEncoder {
  private var stream = z_stream()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// Starts a gzip member at zlib's default level.
  init() {
    // 31 = the largest window (15) and a gzip header (16).
    let status = fairway_deflate_init(&stream, Z_DEFAULT_COMPRESSION, 31)
    precondition(status == Z_OK, "zlib refused its own default settings")
  }

  deinit { deflateEnd(&stream) }

  /// Compresses `bytes`; what comes out may lag behind what went in.
  func encode(_ bytes: [UInt8]) -> [UInt8] { run(bytes, Z_NO_FLUSH) }

  /// Ends the member.
  func finish() -> [UInt8] { run([], Z_FINISH) }

  private func run(_ bytes: [UInt8], _ flush: Int32) -> [UInt8] {
    var output: [UInt8] = []
    var input = bytes
    input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      repeat {
        buffer.withUnsafeMutableBufferPointer { target in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          _ = deflate(&stream, flush)
        }
        output += buffer[..<(buffer.count - Int(stream.avail_out))]
      } while stream.avail_out == 0
      stream.next_in = nil
    }
    return output
  }
}
