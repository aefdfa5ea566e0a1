// SPDX-License-Identifier: Apache-2.0

import ByteScanning

/// Which encoding a text has, and how that is known.
package struct EncodingDetection: Sendable, Hashable {
  /// How an encoding came to be known.
  package enum Source: Sendable, Hashable {
    /// Somebody said so.
    case declared
    /// The file begins with a byte order mark.
    case byteOrderMark
    /// The first bytes look like it.
    case appearance
  }

  /// How many bytes at the beginning of a file are looked at.
  package static let sampleSize = 256 << 10

  /// The encoding.
  package let encoding: TextEncoding
  /// How it is known.
  package let source: Source
  /// The length of the byte order mark, 0 if there is none.
  package let markLength: Int

  /// What was found, in words.
  package var words: String {
    switch source {
    case .declared: "\(encoding.rawValue), as declared"
    case .byteOrderMark: "\(encoding.rawValue) with byte order mark"
    case .appearance: "\(encoding.rawValue), by its bytes"
    }
  }

  /// Judges the beginning of a text.
  ///
  /// A byte order mark decides. Without one, and with nothing declared, the pattern of zero bytes
  /// tells UTF-16 (a Latin text in UTF-16 is faultless UTF-8 too, full of null characters), then
  /// faultless UTF-8 is UTF-8, and all else is windows-1252, which has every character of
  /// ISO-8859-1 that people type.
  ///
  /// - Parameters:
  ///   - sample: the first bytes, up to ``sampleSize``.
  ///   - isWhole: whether the file ends with the sample.
  ///   - declared: what the user says.
  init(sample: [UInt8], isWhole: Bool, declared: TextEncoding?) {
    let mark = Self.mark(of: sample)
    markLength = mark?.length ?? 0
    if let declared {
      source = .declared
      // “UTF-16” is often said without the byte order, which the mark then tells.
      encoding = declared.isUTF16 ? mark?.encoding ?? declared : declared
    } else if let mark {
      (encoding, source) = (mark.encoding, .byteOrderMark)
    } else {
      (encoding, source) = (Self.guess(sample, isWhole: isWhole), .appearance)
    }
  }

  /// The encoding that a byte order mark stands for.
  ///
  /// - Source: Unicode 16, §23.8.
  ///
  /// - Parameter bytes: the first bytes of a file.
  /// - Returns: `nil` without a mark.
  static func mark(of bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// The encoding that `bytes`, a part of a text that begins with a character, look like.
  ///
  /// With `isWhole` an unfinished character at the end counts as a fault.
  static func guess(_ bytes: [UInt8], isWhole: Bool) -> TextEncoding {
    if let wide = guessUTF16(bytes) { return wide }
    return isUTF8(bytes, isWhole: isWhole) ? .utf8 : .windows1252
  }

  /// Whether `bytes`, a part of a text that begins with a character, are faultless UTF-8.
  ///
  /// With `isWhole` an unfinished character at the end counts as a fault.
  static func isUTF8(_ bytes: [UInt8], isWhole: Bool) -> Bool {
    let end = bytes.count - (isWhole ? 0 : UTF8Tail.length(in: bytes, from: 0))
    return (try? UTF8Span(validating: bytes.span.extracting(0..<end))) != nil
  }

  // In a table of Latin text most characters have a zero byte, always on the same side. Where they
  // are fewer, the zero bytes become an error that speaks of UTF-16, never a wrong text.
  private static func guessUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    var zeros = (even: 0, odd: 0)
    var index = ByteScanning.firstIndex(in: bytes, from: 0, to: bytes.count, of: (0, 0, 0, 0))
    while index < bytes.count {
      if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
      index = ByteScanning.firstIndex(
        in: bytes, from: index + 1, to: bytes.count, of: (0, 0, 0, 0))
    }
    let enough = max(1, (bytes.count + 3) / 4)
    if zeros.even == 0, zeros.odd >= enough { return .utf16LittleEndian }
    if zeros.odd == 0, zeros.even >= enough { return .utf16BigEndian }
    return nil
  }
}

extension TextEncoding {
  /// Whether characters take two or four bytes.
  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}

/// The beginning of a character at the end of a chunk.
enum UTF8Tail {
  /// The bytes at the end that begin a character whose other bytes are missing.
  ///
  /// - Source: Unicode 16, table 3-7; bytes that cannot begin a character are not a tail.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, not validated.
  ///   - start: where the part to look at begins.
  /// - Returns: 0 to 3.
  static func length(in bytes: [UInt8], from start: Int) -> Int {
    for length in 1...3 where bytes.count - length >= start {
      let byte = bytes[bytes.count - length]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return needed > length ? length : 0
    }
    return 0
  }
}
