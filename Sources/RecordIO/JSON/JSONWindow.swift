// SPDX-License-Identifier: Apache-2.0

import ByteScanning
import Diagnostics

/// The part of a JSON file that is in memory: bytes from a cursor on, checked to be UTF-8.
///
/// What is wrong with the encoding is thrown when the reader gets there, so that errors come in the
/// order of the file whatever the size of the chunks.
struct JSONWindow {
  /// The bytes in memory.
  private(set) var bytes: [UInt8] = []
  /// The offset in the file of the first byte in memory.
  private(set) var base = 0
  /// The index of the next byte to look at.
  var cursor = 0
  /// The index up to which bytes are UTF-8 and may be looked at.
  private(set) var limit = 0
  /// The offset of the first byte that is not UTF-8, once it has been read.
  private(set) var faultOffset: Int?
  /// How many bytes are asked for at once; more when one token or record is larger.
  var chunkSize = TreeLimits.chunkBytes

  private let input: ByteInput
  // Makes UTF-8 of a file in UTF-16, whose mark says so.
  private let decoder: TextDecoder?
  private var isAtEnd = false

  /// Begins at the beginning of a file.
  init(_ input: ByteInput) throws(DiagnosedError) {
    self.input = input
    decoder = input.beginsAsUTF16 ? try TextDecoder(input, declared: nil) : nil
  }

  /// How the file is encoded; offsets count its text as UTF-8.
  var encoding: TextEncoding { decoder?.detection.encoding ?? .utf8 }

  /// The offset in the file of the cursor.
  var offset: Int { base + cursor }

  /// The offset of the first byte that may not be looked at yet.
  var limitOffset: Int { base + limit }

  /// Reads the first bytes, which tell the encoding.
  ///
  /// - Returns: up to four bytes.
  mutating func peekFirst() throws(DiagnosedError) -> ArraySlice<UInt8> {
    while bytes.count < 4, !isAtEnd { try append(4 - bytes.count) }
    checkEncoding()
    return bytes.prefix(4)
  }

  /// Reads more and lets go of what is no longer needed; the cursor stays on its byte.
  ///
  /// - Parameter start: the offset of the first byte to keep, at most ``offset``.
  /// - Returns: whether there is more to look at; if not, the file is at its end or ``faultOffset``
  ///   says where it stops being UTF-8.
  /// - Throws: what ``ByteInput`` throws.
  mutating func refill(keepingFrom start: Int) throws(DiagnosedError) -> Bool {
    let before = limitOffset
    let dropped = start - base
    if dropped > 0 {
      bytes.removeSubrange(0..<dropped)
      base += dropped
      cursor -= dropped
      limit -= dropped
    }
    // As much again as is kept: a token that spans many chunks is looked at twice, not many times.
    var wanted = max(chunkSize, bytes.count)
    while limitOffset == before, !isAtEnd, faultOffset == nil {
      try append(wanted)
      checkEncoding()
      wanted = chunkSize
    }
    return limitOffset > before
  }

  private mutating func append(_ count: Int) throws(DiagnosedError) {
    let read: Int
    if let decoder {
      read = try decoder.read(into: &bytes, upTo: count)
    } else {
      read = try input.read(into: &bytes, upTo: count)
    }
    if read == 0 { isAtEnd = true }
  }

  // A character cut by the end of the chunk waits for the next one.
  private mutating func checkEncoding() {
    guard faultOffset == nil else { return }
    let end = isAtEnd ? bytes.count : Self.completeEnd(of: bytes, from: limit)
    if ByteScanning.isText(bytes, from: limit, to: end) {
      limit = end
      return
    }
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(limit..<end))
      limit = end
    } catch {
      limit += error.byteOffsets.lowerBound
      faultOffset = limitOffset
    }
  }

  private static func completeEnd(of bytes: [UInt8], from start: Int) -> Int {
    var lead = bytes.count - 1
    while lead >= start, lead > bytes.count - 4, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    guard lead >= start else { return bytes.count }
    let length =
      switch bytes[lead] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    return lead + length > bytes.count ? lead : bytes.count
  }
}
