// SPDX-License-Identifier: Apache-2.0

/// A decimal number as written, for arithmetic without binary rounding.
///
/// - Source: XML Schema 1.1 Part 2 §3.3.3, bounded to ``digitLimit`` digits.
struct ExactDecimal: Sendable, Hashable {
  /// Digits that a number may have, before and behind the point together.
  static let digitLimit = 36

  /// The digits as a whole number.
  private(set) var digits: Int128
  /// How many of them stand behind the point.
  private(set) var scale: Int

  init(_ digits: Int128, scale: Int = 0) {
    self.digits = digits
    self.scale = scale
  }

  /// Reads digits with at most one point and an optional exponent; `nil` if there is anything else.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var (digits, scale, count, hasPoint): (Int128, Int, Int, Bool) = (0, 0, 0, false)
    while let byte = rest.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
      rest.removeFirst()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int128(byte - 0x30)
        count += 1
        if hasPoint { scale += 1 }
        // Zeros in front count for nothing.
        if digits >= Self.bound { return nil }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      default: return nil
      }
    }
    guard count > 0 else { return nil }
    if !rest.isEmpty {
      guard let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
        exponent.magnitude <= Self.digitLimit
      else { return nil }
      scale -= exponent
    }
    self.init(isNegative ? -digits : digits, scale: scale)
    guard scale <= Self.digitLimit else { return nil }
    if scale < 0 {
      guard let raised = rescaled(to: 0) else { return nil }
      self = raised
    }
  }

  private static let bound = power(digitLimit)

  static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }

  /// The same number with more digits behind the point; `nil` if it grows too long.
  func rescaled(to scale: Int) -> ExactDecimal? {
    guard scale - self.scale <= Self.digitLimit else { return nil }
    let (product, overflows) = digits.multipliedReportingOverflow(
      by: Self.power(max(0, scale - self.scale)))
    return overflows ? nil : ExactDecimal(product, scale: max(scale, self.scale))
  }

  /// Without zeros at the end behind the point.
  var shortened: ExactDecimal {
    var result = self
    while result.scale > 0, result.digits % 10 == 0 {
      result.digits /= 10
      result.scale -= 1
    }
    return result
  }

  /// The lexical form: no exponent, no point for a whole number.
  var spelling: String {
    var text = String(digits.magnitude)
    if scale > 0 {
      if text.count <= scale {
        text = String(repeating: "0", count: scale + 1 - text.count) + text
      }
      text.insert(".", at: text.index(text.endIndex, offsetBy: -scale))
    }
    return digits < 0 ? "-" + text : text
  }

  /// The number as a value of a function: an integer if it has no digits behind the point.
  var value: FunctionValue {
    FunctionValue(spelling, natural: scale == 0 ? .integer : .decimal)
  }
}

// MARK: - Arithmetic

extension ExactDecimal {
  /// How a number without digits behind the point is chosen.
  enum Rounding { case down, up, halfUp, halfEven }

  /// Both numbers with as many digits behind the point; `nil` if one grows too long.
  static func aligned(
    _ left: ExactDecimal, _ right: ExactDecimal
  ) -> (left: Int128, right: Int128, scale: Int)? {
    let scale = max(left.scale, right.scale)
    guard let left = left.rescaled(to: scale), let right = right.rescaled(to: scale) else {
      return nil
    }
    return (left.digits, right.digits, scale)
  }

  /// The sum; `nil` if it grows too long.
  func adding(_ other: ExactDecimal) -> ExactDecimal? {
    guard let (left, right, scale) = Self.aligned(self, other) else { return nil }
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? nil : ExactDecimal(sum, scale: scale)
  }

  /// Whether the number is smaller; numbers too far apart to align differ by their sizes.
  func isLess(than other: ExactDecimal) -> Bool {
    guard let (left, right, _) = Self.aligned(shortened, other.shortened) else {
      return (Double(spelling) ?? 0) < (Double(other.spelling) ?? 0)
    }
    return left < right
  }

  /// The nearest number with at most `scale` digits behind the point.
  func rounded(_ rounding: Rounding, to scale: Int = 0) -> ExactDecimal {
    guard self.scale > scale else { return self }
    let quotient = Self.divide(digits, by: Self.power(self.scale - scale), rounding)
    return ExactDecimal(quotient, scale: scale)
  }

  /// A whole quotient; `divisor` is positive.
  static func divide(_ number: Int128, by divisor: Int128, _ rounding: Rounding) -> Int128 {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    let floor = remainder < 0 ? quotient - 1 : quotient
    let above = remainder < 0 ? remainder + divisor : remainder
    if above == 0 { return floor }
    switch rounding {
    case .down: return floor
    case .up: return floor + 1
    case .halfUp: return above >= divisor - above ? floor + 1 : floor
    case .halfEven:
      let rest = divisor - above
      return above > rest || (above == rest && floor % 2 != 0) ? floor + 1 : floor
    }
  }

  /// The number times a fraction, exact if that ends within `scale` digits behind the point, otherwise
  /// rounded there, half to even; `nil` if it grows too long.
  func multiplied(
    by numerator: Int128, over denominator: Int128, roundedTo scale: Int
  ) -> ExactDecimal? {
    let (product, overflows) = digits.multipliedReportingOverflow(by: numerator)
    guard !overflows else { return nil }
    let width = max(scale, self.scale)
    let (raised, isTooLong) = product.multipliedReportingOverflow(
      by: Self.power(width - self.scale))
    guard !isTooLong else {
      // What divides without rest needs no more digits.
      return product % denominator == 0
        ? ExactDecimal(product / denominator, scale: self.scale) : nil
    }
    if raised % denominator == 0 {
      return ExactDecimal(raised / denominator, scale: width).shortened
    }
    return ExactDecimal(Self.divide(raised, by: denominator, .halfEven), scale: width)
      .rounded(.halfEven, to: scale).shortened
  }
}
