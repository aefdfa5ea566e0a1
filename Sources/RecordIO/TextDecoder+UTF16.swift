// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension TextDecoder {
  /// Decodes whole characters of `raw` from UTF-16.
  ///
  /// - Parameters:
  ///   - buffer: receives UTF-8.
  ///   - isLast: whether nothing follows `raw`.
  /// - Returns: the bytes of `raw` that were used.
  /// - Throws: ``TextRules/undecodable`` at half a surrogate pair and at an odd byte at the end;
  ///   ``TextRules/null``.
  func decodeUTF16(into buffer: inout [UInt8], isLast: Bool) throws(DiagnosedError) -> Int {
    let high = detection.encoding == .utf16BigEndian ? 0 : 1
    var index = 0
    while index + 1 < raw.count {
      let unit = UInt32(raw[index + high]) << 8 | UInt32(raw[index + 1 - high])
      var scalar = unit
      var length = 2
      if unit & 0xFC00 == 0xD800 {
        if index + 3 >= raw.count {
          if isLast { throw fault(.loneSurrogate, at: index, length: 2) }
          return index
        }
        let low = UInt32(raw[index + 2 + high]) << 8 | UInt32(raw[index + 3 - high])
        if low & 0xFC00 != 0xDC00 { throw fault(.loneSurrogate, at: index, length: 2) }
        scalar = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
        length = 4
      } else if unit & 0xFC00 == 0xDC00 {
        throw fault(.loneSurrogate, at: index, length: 2)
      } else if unit == 0 {
        throw nullCharacter(at: rawOffset + UInt64(index))
      }
      UTF8Writer.append(scalar, to: &buffer)
      index += length
    }
    if isLast, index < raw.count { throw fault(.oddLength, at: index, length: 1) }
    return index
  }

  private func fault(_ fault: TextFault, at index: Int, length: Int) -> DiagnosedError {
    undecodable(
      raw[index..<(index + length)], at: rawOffset + UInt64(index), fault,
      likely: isSampleUTF8 ? .utf8 : EncodingDetection.guess(raw, isWhole: false))
  }
}

/// Spells characters as UTF-8.
enum UTF8Writer {
  /// Appends a Unicode scalar value, which must not be a surrogate, to `buffer`.
  ///
  /// - Source: Unicode 16, table 3-6.
  static func append(_ scalar: UInt32, to buffer: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      buffer.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      buffer.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      buffer.append(continuation(scalar))
    case ..<0x10000:
      buffer.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      buffer.append(continuation(scalar >> 6))
      buffer.append(continuation(scalar))
    default:
      buffer.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      buffer.append(continuation(scalar >> 12))
      buffer.append(continuation(scalar >> 6))
      buffer.append(continuation(scalar))
    }
  }

  private static func continuation(_ bits: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F)
  }
}
