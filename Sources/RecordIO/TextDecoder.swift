// SPDX-License-Identifier: Apache-2.0

import ByteScanning
package import Diagnostics

/// The text of a file as UTF-8, checked, in order, without its byte order mark.
///
/// A byte that does not fit the encoding is an error at its offset; nothing is ever replaced.
///
/// - Source: Unicode 16, §3.9 (UTF-8, UTF-16); WHATWG Encoding, index windows-1252.
/// - Deviation: WHATWG reads bytes 81, 8D, 8F, 90 and 9D of windows-1252 as control codes; here they
///   are errors, since the code page leaves them undefined.
package final class TextDecoder {
  /// The encoding and how it is known.
  package let detection: EncodingDetection

  let input: ByteInput
  /// Whether the first bytes are faultless UTF-8.
  let isSampleUTF8: Bool
  // Whether they are so with characters beyond ASCII, which hardly happens by accident.
  private let isSampleRichUTF8: Bool
  private var sample: [UInt8]
  private var taken: Int
  /// The bytes that wait for the rest of their character.
  var raw: [UInt8] = []
  /// The offset in the file of the first byte of `raw`, after decompression.
  var rawOffset: UInt64

  /// Reads up to 256 KiB and judges them.
  ///
  /// - Parameters:
  ///   - input: a file, at its beginning.
  ///   - declared: the encoding that the user names, `nil` to detect.
  /// - Throws: ``TextRules/contradiction``, or what `input` throws.
  package init(_ input: ByteInput, declared: TextEncoding?) throws(DiagnosedError) {
    var sample: [UInt8] = []
    var isWhole = false
    while !isWhole, sample.count < EncodingDetection.sampleSize {
      let room = EncodingDetection.sampleSize - sample.count
      isWhole = try input.read(into: &sample, upTo: room) == 0
    }
    let detection = EncodingDetection(sample: sample, isWhole: isWhole, declared: declared)
    if let mark = EncodingDetection.mark(of: sample), mark.encoding != detection.encoding {
      throw DiagnosedError(
        TextRules.contradiction, at: SourcePlace(file: input.displayName, .offset(0)),
        [
          .plain("encoding", detection.encoding.rawValue), .plain("mark", mark.encoding.rawValue),
        ])
    }
    self.input = input
    self.detection = detection
    self.sample = sample
    isSampleUTF8 = EncodingDetection.isUTF8(sample, isWhole: isWhole)
    isSampleRichUTF8 = isSampleUTF8 && sample.contains { $0 >= 0x80 }
    taken = detection.markLength
    rawOffset = UInt64(detection.markLength)
  }

  /// Whether another encoding is declared, though the first bytes are UTF-8 beyond ASCII.
  package var isDoubtful: Bool {
    detection.encoding != .utf8 && !detection.encoding.isUTF16 && isSampleRichUTF8
  }

  /// The offset at which the text begins: behind the byte order mark of UTF-8, otherwise 0.
  package var startOffset: UInt64 {
    detection.encoding == .utf8 ? UInt64(detection.markLength) : 0
  }

  /// Appends the next characters to `buffer`.
  ///
  /// - Parameters:
  ///   - buffer: grows by whole characters; what is in it stays.
  ///   - count: how many bytes of the file to read at a time, at least 1.
  /// - Returns: the number of bytes appended, 0 at the end only.
  /// - Throws: ``TextRules/undecodable``, ``TextRules/null``, or what the input throws.
  package func read(into buffer: inout [UInt8], upTo count: Int) throws(DiagnosedError) -> Int {
    let start = buffer.count
    while buffer.count == start {
      if detection.encoding == .utf8 {
        if try !readUTF8(into: &buffer, upTo: count) { break }
        continue
      }
      let isLast = try next(into: &raw, upTo: count) == 0
      if isLast, raw.isEmpty { break }
      let used =
        detection.encoding.isUTF16
        ? try decodeUTF16(into: &buffer, isLast: isLast) : try decodeSingleBytes(into: &buffer)
      raw.removeFirst(used)
      rawOffset += UInt64(used)
    }
    return buffer.count - start
  }

  // The sample first, then the file.
  private func next(
    into buffer: inout [UInt8], upTo count: Int
  ) throws(DiagnosedError) -> Int {
    guard taken < sample.count else {
      if !sample.isEmpty { (sample, taken) = ([], 0) }
      return try input.read(into: &buffer, upTo: count)
    }
    let end = min(sample.count, taken + count)
    buffer.append(contentsOf: sample[taken..<end])
    defer { taken = end }
    return end - taken
  }

  // Straight into the caller's buffer and checked there. False at the end of the file.
  private func readUTF8(
    into buffer: inout [UInt8], upTo count: Int
  ) throws(DiagnosedError) -> Bool {
    let start = buffer.count
    buffer.append(contentsOf: raw)
    raw.removeAll(keepingCapacity: true)
    let isLast = try next(into: &buffer, upTo: count) == 0
    if isLast, buffer.count == start { return false }
    let tail = isLast ? 0 : UTF8Tail.length(in: buffer, from: start)
    let end = buffer.count - tail
    try checkUTF8(buffer, from: start, to: end)
    raw.append(contentsOf: buffer[end...])
    buffer.removeLast(tail)
    rawOffset += UInt64(end - start)
    return true
  }

  private func checkUTF8(
    _ bytes: [UInt8], from start: Int, to end: Int
  ) throws(DiagnosedError) {
    if ByteScanning.isText(bytes, from: start, to: end) { return }
    let fault = Self.firstFault(bytes, from: start, to: end)
    guard let fault else {
      let zero = ByteScanning.firstIndex(in: bytes, from: start, to: end, of: (0, 0, 0, 0))
      if zero == end { return }
      throw nullCharacter(at: rawOffset + UInt64(zero - start))
    }
    let range = fault.byteOffsets
    let guess = EncodingDetection.guess(Array(bytes[(start + range.lowerBound)...]), isWhole: true)
    throw undecodable(
      bytes[(start + range.lowerBound)..<(start + range.upperBound)],
      at: rawOffset + UInt64(range.lowerBound), TextFault(fault.kind),
      likely: isSampleRichUTF8 ? nil : guess)
  }

  private static func firstFault(
    _ bytes: [UInt8], from start: Int, to end: Int
  ) -> UTF8.ValidationError? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(start..<end))
      return nil
    } catch {
      return error
    }
  }
}
