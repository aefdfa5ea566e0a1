// SPDX-License-Identifier: Apache-2.0

/// Follows the spelling of a JSON number byte by byte.
///
/// - Source: RFC 8259 §6.
struct JSONNumber {
  /// What a byte means for the number.
  enum Verdict {
    case goOn
    case end
    /// See ``JSONNumber/fault``.
    case fault
  }

  private enum State {
    case start
    case minus
    case zero
    case integer
    case point
    case fraction
    case exponent
    case exponentSign
    case exponentDigits
  }

  private var state = State.start

  /// Whether the number may end here.
  var isComplete: Bool {
    switch state {
    case .zero, .integer, .fraction, .exponentDigits: true
    default: false
    }
  }

  /// Looks at the next byte.
  mutating func take(_ byte: UInt8) -> Verdict {
    if UInt8(ascii: "0") <= byte, byte <= UInt8(ascii: "9") { return takeDigit(byte) }
    switch (state, byte) {
    case (.start, UInt8(ascii: "-")): state = .minus
    case (.zero, UInt8(ascii: ".")), (.integer, UInt8(ascii: ".")): state = .point
    case (.zero, UInt8(ascii: "e")), (.zero, UInt8(ascii: "E")),
      (.integer, UInt8(ascii: "e")), (.integer, UInt8(ascii: "E")),
      (.fraction, UInt8(ascii: "e")), (.fraction, UInt8(ascii: "E")):
      state = .exponent
    case (.exponent, UInt8(ascii: "+")), (.exponent, UInt8(ascii: "-")): state = .exponentSign
    default: return isComplete ? .end : .fault
    }
    return .goOn
  }

  private mutating func takeDigit(_ digit: UInt8) -> Verdict {
    switch state {
    case .start, .minus: state = digit == UInt8(ascii: "0") ? .zero : .integer
    case .zero: return .fault
    case .point: state = .fraction
    case .exponent, .exponentSign: state = .exponentDigits
    case .integer, .fraction, .exponentDigits: break
    }
    return .goOn
  }

  /// What is wrong after the verdict ``Verdict/fault``, to be put after `it has`.
  var fault: String {
    switch state {
    case .zero: "a leading zero"
    case .point: "no digit after the decimal point"
    case .exponent, .exponentSign: "no digit in the exponent"
    default: "no digit after the minus sign"
    }
  }
}
