// SPDX-License-Identifier: Apache-2.0

/// Tells whether text is a lexical form of an XML Schema datatype.
///
/// Nothing is trimmed: in RDF `" 3 "` is no `xsd:integer`. Works on bytes of UTF-8, which must be
/// well formed.
/// - Source: XML Schema Definition Language 1.1 Part 2 §3; RDF 1.1 Concepts §5.
/// - Conformance: `XSDLexicalTests`.
package enum XSDLexical {
  /// Whether `bytes` are a lexical form of a datatype, `nil` if the datatype is unknown and nothing
  /// was checked.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - datatype: an IRI.
  /// - Returns: `nil` when nothing was checked.
  package static func isValid(_ bytes: Span<UInt8>, datatype: String) -> Bool? {
    XSDDatatype(iri: datatype).map { isValid(bytes, $0) }
  }

  /// Whether `text` is a lexical form of a datatype, `nil` if the datatype is unknown and nothing
  /// was checked.
  ///
  /// - Parameters:
  ///   - text: the literal's text.
  ///   - datatype: an IRI.
  /// - Returns: `nil` when nothing was checked.
  package static func isValid(_ text: String, datatype: String) -> Bool? {
    XSDDatatype(iri: datatype).map { isValid(text, $0) }
  }

  /// Whether `text` is a lexical form of a datatype.
  package static func isValid(_ text: String, _ datatype: XSDDatatype) -> Bool {
    var text = text
    return text.withUTF8 { isValid($0.span, datatype) }
  }

  /// Whether `bytes` are a lexical form of a datatype.
  ///
  /// - Complexity: O(`bytes.count`), nothing is allocated.
  package static func isValid(_ bytes: Span<UInt8>, _ datatype: XSDDatatype) -> Bool {
    switch datatype {
    case .string: isXMLText(bytes)
    case .normalizedString: isNormalized(bytes)
    case .token: isToken(bytes)
    case .language: isLanguage(bytes)
    case .name: isXMLName(bytes, colon: true)
    case .ncName: isXMLName(bytes, colon: false)
    case .nmToken: isNameToken(bytes)
    case .anyURI: isURI(bytes)
    case .boolean: isBoolean(bytes)
    case .decimal: isDecimal(bytes)
    case .float, .double: isFloatingPoint(bytes)
    case .duration: isDuration(bytes, years: true, days: true)
    case .yearMonthDuration: isDuration(bytes, years: true, days: false)
    case .dayTimeDuration: isDuration(bytes, years: false, days: true)
    case .hexBinary: isHexadecimal(bytes)
    case .base64Binary: isBase64(bytes)
    case .date, .time, .dateTime, .dateTimeStamp, .gYear, .gYearMonth, .gMonth, .gMonthDay, .gDay:
      XSDMoment.scan(bytes, datatype) != nil
    default: isInteger(bytes, IntegerRange.of(datatype))
    }
  }

  static func isBoolean(_ bytes: Span<UInt8>) -> Bool {
    switch bytes.count {
    case 1: bytes[0] == UInt8(ascii: "0") || bytes[0] == UInt8(ascii: "1")
    case 4: equals(bytes, "true")
    case 5: equals(bytes, "false")
    default: false
    }
  }

  static func isHexadecimal(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count % 2 == 0 else { return false }
    for index in bytes.indices where !isHexDigit(bytes[index]) { return false }
    return true
  }

  // Groups of four characters with at most one blank between any two; the last group may be padded,
  // and then the bits that padding drops must be zero (§3.3.16.2).
  static func isBase64(_ bytes: Span<UInt8>) -> Bool {
    var digits = 0
    var padding = 0
    var lastValue: UInt8 = 0
    var afterBlank = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x20 {
        if afterBlank || index == bytes.count - 1 { return false }
        afterBlank = true
        continue
      }
      afterBlank = false
      if byte == UInt8(ascii: "=") {
        padding += 1
      } else if padding == 0, let value = base64Value(byte) {
        digits += 1
        lastValue = value
      } else {
        return false
      }
    }
    switch padding {
    case 0: return digits % 4 == 0
    case 1: return digits % 4 == 3 && lastValue & 0b11 == 0
    case 2: return digits % 4 == 2 && lastValue & 0b1111 == 0
    default: return false
    }
  }

  private static func base64Value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }

  static func equals(_ bytes: Span<UInt8>, _ text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { expected in
      for index in bytes.indices where bytes[index] != expected[index] { return false }
      return true
    }
  }
}
