// SPDX-License-Identifier: Apache-2.0

@preconcurrency internal import Glibc

/// Canonical spellings of numbers that JSON spells in many ways.
enum JSONNumberForm {
  /// A number as ECMAScript prints it: the fewest digits that name the double.
  ///
  /// - Source: RFC 8785 §3.2.2.3, which refers to ECMAScript `Number::toString`.
  static func ecmaScript(_ spelling: String) -> String {
    guard let value = Double(spelling), value.isFinite, value != 0 else { return "0" }
    // Swift prints the same digits, and differs in where it sets the point.
    let (digits, exponent) = shortest(value.magnitude)
    let sign = value < 0 ? "-" : ""
    switch exponent {
    case digits.count...21: return sign + digits + zeros(exponent - digits.count)
    case 1...21: return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent)
    case -5...0: return sign + "0." + zeros(-exponent) + digits
    default:
      let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
      let power = exponent - 1
      return sign + digits.prefix(1) + fraction + "e" + (power < 0 ? "" : "+") + String(power)
    }
  }

  /// Digits without leading or trailing zeros, and the place of the point counted from their start.
  private static func shortest(_ value: Double) -> (digits: String, exponent: Int) {
    let text = value.description
    let parts = text.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    var exponent = mantissa[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    var digits = Substring(mantissa[0] + fraction)
    while digits.first == "0" {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.last == "0" { digits.removeLast() }
    return (String(digits), exponent)
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

  /// A number as `xsd:integer`; `nil` if it has a fraction or 22 digits or more.
  ///
  /// - Source: JSON-LD 1.1 API §8.2.2, steps 10 and 11.
  static func integer(_ spelling: String) -> String? {
    guard let value = Double(spelling), value.magnitude < 1e21,
      value.rounded(.towardZero) == value
    else { return nil }
    // What is spelled as an integer keeps all its digits, though a double may not hold them.
    if spelling.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || NameCharacter.isDigit($0) }) {
      return spelling == "-0" ? "0" : spelling
    }
    return value == 0 ? "0" : printed("%.0f", value)
  }

  /// A number as `xsd:double`: one digit before the point, at most 15 after it.
  ///
  /// - Source: JSON-LD 1.1 API §8.6.
  static func double(_ spelling: String) -> String {
    guard let value = Double(spelling) else { return spelling }
    if value.isInfinite { return value < 0 ? "-INF" : "INF" }
    let text = Array(printed("%.15E", value).utf8)
    guard let mark = text.firstIndex(of: UInt8(ascii: "E")),
      let exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self))
    else { return spelling }
    var end = mark
    while end > 2, text[end - 1] == UInt8(ascii: "0"), text[end - 2] != UInt8(ascii: ".") {
      end -= 1
    }
    return String(decoding: text[..<end], as: UTF8.self) + "E\(exponent)"
  }

  private static func printed(_ format: String, _ value: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
    return String(
      decoding: buffer.prefix(Int(max(0, min(count, 63)))).map(UInt8.init(bitPattern:)),
      as: UTF8.self)
  }
}
