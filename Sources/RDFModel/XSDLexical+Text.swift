// SPDX-License-Identifier: Apache-2.0

extension XSDLexical {
  // XML 1.0 `Char`: no control codes but tab and line ends, no U+FFFE and U+FFFF. Surrogates cannot
  // occur in well-formed UTF-8.
  static func isXMLText(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 {
        if byte != 0x09 && byte != 0x0A && byte != 0x0D { return false }
      } else if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF,
        bytes[index + 2] >= 0xBE
      {
        return false
      }
    }
    return true
  }

  static func isNormalized(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] < 0x20 { return false }
    return isXMLText(bytes)
  }

  static func isToken(_ bytes: Span<UInt8>) -> Bool {
    var afterBlank = true
    for index in bytes.indices {
      let isBlank = bytes[index] == 0x20
      if isBlank && (afterBlank || index == bytes.count - 1) { return false }
      afterBlank = isBlank
    }
    return isNormalized(bytes)
  }

  /// Whether `bytes` are a language tag by shape: `[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*`.
  static func isLanguage(_ bytes: Span<UInt8>) -> Bool {
    var length = 0
    var isFirst = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "-") {
        if length == 0 { return false }
        length = 0
        isFirst = false
      } else {
        guard isLetter(byte) || (!isFirst && isDigit(byte)), length < 8 else { return false }
        length += 1
      }
    }
    return length > 0
  }

  // XSD 1.1 lets any text be an `anyURI`; 1.0 wants a URI reference after escaping. What no escaping
  // can mend is refused here: control codes, a broken percent sign, a second `#`. A blank is
  // discouraged by both and refused by neither.
  static func isURI(_ bytes: Span<UInt8>) -> Bool {
    var hasFragment = false
    for index in bytes.indices {
      switch bytes[index] {
      case 0..<0x20, 0x7F: return false
      case UInt8(ascii: "#"):
        if hasFragment { return false }
        hasFragment = true
      case UInt8(ascii: "%"):
        guard index + 2 < bytes.count, isHexDigit(bytes[index + 1]), isHexDigit(bytes[index + 2])
        else { return false }
      default: break
      }
    }
    return isXMLText(bytes)
  }

  static func isXMLName(_ bytes: Span<UInt8>, colon: Bool) -> Bool {
    guard bytes.count > 0, let (first, _) = scalar(bytes, 0), isNameStart(first) else {
      return false
    }
    if !colon {
      for index in bytes.indices where bytes[index] == UInt8(ascii: ":") { return false }
    }
    return isNameToken(bytes)
  }

  static func isNameToken(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      guard let (value, length) = scalar(bytes, index), isNameCharacter(value) else { return false }
      index += length
    }
    return index > 0
  }

  private static func isNameStart(_ value: UInt32) -> Bool {
    if value < 0x80 {
      return isLetter(UInt8(value)) || value == 0x5F || value == 0x3A
    }
    // XML 1.0 (fifth edition) §2.3, NameStartChar above ASCII.
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
      0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      return true
    default: return false
    }
  }

  private static func isNameCharacter(_ value: UInt32) -> Bool {
    if isNameStart(value) { return true }
    switch value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: return true
    default: return false
    }
  }

  // One code point of UTF-8; `nil` when the bytes end inside it.
  private static func scalar(_ bytes: Span<UInt8>, _ index: Int) -> (value: UInt32, length: Int)? {
    let lead = bytes[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return nil }
    if length == 1 { return (UInt32(lead), 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, length)
  }
}
