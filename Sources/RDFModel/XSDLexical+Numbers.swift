// SPDX-License-Identifier: Apache-2.0

/// The least and greatest value of an integer type, as decimal digits without sign.
struct IntegerRange {
  /// Largest magnitude of a negative value; empty: no negative value, `nil`: no bound.
  var negative: StaticString?
  /// Largest magnitude of a positive value; empty: no positive value, `nil`: no bound.
  var positive: StaticString?
  /// Whether zero belongs to the type.
  var zero = true

  static func of(_ datatype: XSDDatatype) -> IntegerRange {
    switch datatype {
    case .nonPositiveInteger: IntegerRange(negative: nil, positive: "")
    case .negativeInteger: IntegerRange(negative: nil, positive: "", zero: false)
    case .nonNegativeInteger: IntegerRange(negative: "", positive: nil)
    case .positiveInteger: IntegerRange(negative: "", positive: nil, zero: false)
    case .long: IntegerRange(negative: "9223372036854775808", positive: "9223372036854775807")
    case .int: IntegerRange(negative: "2147483648", positive: "2147483647")
    case .short: IntegerRange(negative: "32768", positive: "32767")
    case .byte: IntegerRange(negative: "128", positive: "127")
    case .unsignedLong: IntegerRange(negative: "", positive: "18446744073709551615")
    case .unsignedInt: IntegerRange(negative: "", positive: "4294967295")
    case .unsignedShort: IntegerRange(negative: "", positive: "65535")
    case .unsignedByte: IntegerRange(negative: "", positive: "255")
    default: IntegerRange(negative: nil, positive: nil)
    }
  }
}

extension XSDLexical {
  static func isInteger(_ bytes: Span<UInt8>, _ range: IntegerRange) -> Bool {
    var index = 0
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < bytes.count else { return false }
    while index < bytes.count - 1, bytes[index] == UInt8(ascii: "0") { index += 1 }
    for position in index..<bytes.count where !isDigit(bytes[position]) { return false }
    if bytes[index] == UInt8(ascii: "0") { return range.zero }
    guard let limit = isNegative ? range.negative : range.positive else { return true }
    return isAtMost(bytes.extracting(index..<bytes.count), limit)
  }

  // Both are digits without leading zeros, so the longer one is greater.
  private static func isAtMost(_ digits: Span<UInt8>, _ limit: StaticString) -> Bool {
    if digits.count != limit.utf8CodeUnitCount { return digits.count < limit.utf8CodeUnitCount }
    return limit.withUTF8Buffer { limit in
      for index in digits.indices where digits[index] != limit[index] {
        return digits[index] < limit[index]
      }
      return true
    }
  }

  static func isDecimal(_ bytes: Span<UInt8>) -> Bool {
    var index = signEnd(bytes, 0)
    return skipDecimal(bytes, &index) && index == bytes.count
  }

  static func isFloatingPoint(_ bytes: Span<UInt8>) -> Bool {
    var index = signEnd(bytes, 0)
    if index < bytes.count, !isDigit(bytes[index]), bytes[index] != UInt8(ascii: ".") {
      return equals(bytes.extracting(index..<bytes.count), "INF") || equals(bytes, "NaN")
    }
    guard skipDecimal(bytes, &index) else { return false }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index = signEnd(bytes, index + 1)
      guard skipDigits(bytes, &index) > 0 else { return false }
    }
    return index == bytes.count
  }

  // Digits with at most one point, at least one digit on either side of it.
  private static func skipDecimal(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    var digits = skipDigits(bytes, &index)
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      digits += skipDigits(bytes, &index)
    }
    return digits > 0
  }

  static func skipDigits(_ bytes: Span<UInt8>, _ index: inout Int) -> Int {
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return index - start
  }

  private static func signEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    guard index < bytes.count else { return index }
    return bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+")
      ? index + 1 : index
  }
}
