// SPDX-License-Identifier: Apache-2.0

/// Unescapes JSON strings whose escapes have been checked.
///
/// - Source: RFC 8259 §7.
enum JSONText {
  /// What stands after a backslash.
  enum Escape {
    /// An escape of so many bytes, backslash included.
    case complete(Int)
    /// More bytes are needed to tell.
    case incomplete
    /// No escape.
    case unknown
    /// Half of a surrogate pair.
    case loneSurrogate
  }

  /// Looks at the escape whose backslash is at `start`.
  static func escape(in bytes: [UInt8], at start: Int, limit: Int) -> Escape {
    guard start + 1 < limit else { return .incomplete }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return .complete(2)
    case UInt8(ascii: "u"): break
    default: return .unknown
    }
    for index in (start + 2)..<(start + 6) {
      if index >= limit { return .incomplete }
      if hexValue(bytes[index]) == nil { return .unknown }
    }
    let unit = codeUnit(bytes, start + 2)
    if unit & 0xF800 != 0xD800 { return .complete(6) }
    return unit < 0xDC00 ? lowSurrogate(in: bytes, at: start + 6, limit: limit) : .loneSurrogate
  }

  private static func lowSurrogate(in bytes: [UInt8], at start: Int, limit: Int) -> Escape {
    for (index, expected) in zip(start..., [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      if index >= limit { return .incomplete }
      if bytes[index] != expected { return .loneSurrogate }
    }
    for index in (start + 2)..<(start + 6) {
      if index >= limit { return .incomplete }
      if hexValue(bytes[index]) == nil { return .loneSurrogate }
    }
    return codeUnit(bytes, start + 2) & 0xFC00 == 0xDC00 ? .complete(12) : .loneSurrogate
  }

  /// Appends the text of a string.
  ///
  /// - Parameters:
  ///   - bytes: hold the string.
  ///   - range: what stands between the quotes.
  ///   - isEscaped: whether there are escapes; all are valid.
  ///   - text: grows by at most the length of `range`.
  static func append(
    _ bytes: [UInt8], _ range: Range<Int>, isEscaped: Bool, to text: inout [UInt8]
  ) {
    if !isEscaped { return text.append(contentsOf: bytes[range]) }
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == UInt8(ascii: "\\") else {
        text.append(bytes[at])
        at += 1
        continue
      }
      let letter = bytes[at + 1]
      if letter == UInt8(ascii: "u") {
        at = appendCodeUnit(bytes, at, to: &text)
      } else {
        text.append(single(letter))
        at += 2
      }
    }
  }

  private static func appendCodeUnit(_ bytes: [UInt8], _ at: Int, to text: inout [UInt8]) -> Int {
    var value = codeUnit(bytes, at + 2)
    var end = at + 6
    if value & 0xFC00 == 0xD800 {
      value = 0x10000 + (value & 0x3FF) << 10 + codeUnit(bytes, at + 8) & 0x3FF
      end = at + 12
    }
    // A checked escape is never a lone surrogate, so there is always a scalar.
    if let scalar = Unicode.Scalar(value) {
      text.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
    return end
  }

  private static func single(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  private static func codeUnit(_ bytes: [UInt8], _ start: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in start..<(start + 4) { value = value << 4 | (hexValue(bytes[index]) ?? 0) }
    return value
  }

  private static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
