// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

extension KernelCheck {
  /// Whether bytes of UTF-8 are a lexical form of the datatype.
  ///
  /// The three frequent datatypes are read here; their twin is ``XSDLexical``, which decides about
  /// whatever is unusual.
  @inline(__always)
  func accepts(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    switch self {
    case .none: return true
    case .integer: return isDigits(text, count) || isValid(text, count, .integer)
    case .decimal: return isPlainDecimal(text, count) || isValid(text, count, .decimal)
    case .date: return isPlainDate(text, count) || isValid(text, count, .date)
    case .other(let datatype): return isValid(text, count, datatype)
    }
  }

  @inline(never)
  private func isValid(
    _ text: UnsafePointer<UInt8>, _ count: Int, _ datatype: XSDDatatype
  ) -> Bool {
    XSDLexical.isValid(Span(_unsafeStart: text, count: count), datatype)
  }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  private func isDigits(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    while index < count, isDigit(text[index]) { index &+= 1 }
    return index == count && count > 0
  }

  // Digits, a point, digits.
  @inline(__always)
  private func isPlainDecimal(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    while index < count, isDigit(text[index]) { index &+= 1 }
    if index == 0 { return false }
    if index == count { return true }
    if text[index] != UInt8(ascii: ".") || index &+ 1 == count { return false }
    index &+= 1
    while index < count, isDigit(text[index]) { index &+= 1 }
    return index == count
  }

  // Four digits of a year that is not 0000, a month, and a day that every month has.
  @inline(__always)
  private func isPlainDate(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count == 10, text[4] == 0x2D, text[7] == 0x2D else { return false }
    guard isDigit(text[0]), isDigit(text[1]), isDigit(text[2]), isDigit(text[3]),
      isDigit(text[5]), isDigit(text[6]), isDigit(text[8]), isDigit(text[9])
    else { return false }
    let month = (text[5] &- 0x30) &* 10 &+ (text[6] &- 0x30)
    let day = (text[8] &- 0x30) &* 10 &+ (text[9] &- 0x30)
    return month &- 1 < 12 && day &- 1 < 28 && text[0] > 0x30
  }
}
