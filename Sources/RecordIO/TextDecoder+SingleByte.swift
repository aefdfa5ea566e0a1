// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension TextDecoder {
  /// Decodes all of `raw` from windows-1252 or ISO-8859-1.
  ///
  /// - Parameter buffer: receives UTF-8.
  /// - Returns: the bytes of `raw` that were used.
  /// - Throws: ``TextRules/undecodable`` at a byte without a character; ``TextRules/null``.
  func decodeSingleBytes(into buffer: inout [UInt8]) throws(DiagnosedError) -> Int {
    let isWindows = detection.encoding == .windows1252
    for (index, byte) in raw.enumerated() {
      if byte == 0 { throw nullCharacter(at: rawOffset + UInt64(index)) }
      guard isWindows, byte & 0xE0 == 0x80 else {
        UTF8Writer.append(UInt32(byte), to: &buffer)
        continue
      }
      let scalar = Self.windows1252[Int(byte & 0x1F)]
      if scalar == 0 {
        throw undecodable(
          raw[index...index], at: rawOffset + UInt64(index), .undefined,
          likely: isSampleUTF8 ? .utf8 : .latin1)
      }
      UTF8Writer.append(UInt32(scalar), to: &buffer)
    }
    return raw.count
  }

  /// Bytes 80 to 9F; 0 where the code page has nothing.
  ///
  /// - Source: Unicode mapping table CP1252, version 2.01.
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
