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
    append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
  }
}
