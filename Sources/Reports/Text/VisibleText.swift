// SPDX-License-Identifier: Apache-2.0

/// Text out of files, made safe to look at: what hides, reorders or commands becomes visible.
enum VisibleText {
  /// Appends a scalar as it is, or as an escape a reader can see (`\n`, `\u{202e}`).
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    guard scalar.hidesOrCommands else { return bytes.append(scalar: scalar) }
    switch scalar {
    case "\n": bytes.append(utf8: "\\n")
    case "\r": bytes.append(utf8: "\\r")
    case "\t": bytes.append(utf8: "\\t")
    default: bytes.append(utf8: "\\u{\(String(scalar.value, radix: 16))}")
    }
  }

  /// The scalar at a position of UTF-8, and the number of its bytes.
  ///
  /// - Parameters:
  ///   - text: well-formed.
  ///   - index: where a scalar begins.
  /// - Returns: the scalar and its length, 1 to 4.
  static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(text[index])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = length == 1 ? first : first & 0x7F >> UInt32(length)
    for offset in 1..<max(1, length) { value = value << 6 | UInt32(text[index + offset]) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// Text with everything that hides, reorders or commands as visible escapes.
  static func of(_ text: String) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Whether this is a control character, changes the direction of text, or cannot be seen.
  ///
  /// Blanks and variation selectors of emoji are left alone.
  var hidesOrCommands: Bool {
    if value < 0x7F { return value < 0x20 }
    // Letters of European languages, dashes and quotation marks, which our own words are full of.
    switch value {
    case 0xC0...0x24F, 0x2010...0x2027, 0x2030...0x205E: return false
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default:
      return properties.isNoncharacterCodePoint
        || (properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector)
    }
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of text.
  mutating func append(utf8 text: String) { append(contentsOf: text.utf8) }

  /// Appends the UTF-8 of a scalar.
  mutating func append(scalar: Unicode.Scalar) {
    if let encoded = UTF8.encode(scalar) { append(contentsOf: encoded) }
  }
}
