// SPDX-License-Identifier: Apache-2.0

package import RDFModel

extension TextForm {
  /// The literal for a text, `nil` if the text has not the form.
  package func literal(_ text: String) -> Term? {
    let bytes = Array(text.utf8)
    switch self {
    case .plain: return .literal(text)
    case .version: return Self.isVersion(text) ? .literal(text) : nil
    case .email: return Self.isEmail(bytes) ? .literal(text) : nil
    case .date: return Self.dateType(bytes).map { .literal(text, datatype: $0) }
    case .duration:
      return Self.isDuration(bytes) ? .literal(text, datatype: Namespace.xsd.duration) : nil
    case .decimal: return Self.isDecimal(bytes) ? .literal(text, datatype: XSD.decimal) : nil
    case .wholeNumber, .count:
      guard let number = UInt64(text), bytes.allSatisfy(IRIForm.isDigit) else { return nil }
      return .literal(String(number), datatype: XSD.nonNegativeInteger)
    case .flag:
      return ["true", "false"].contains(text) ? .literal(text, datatype: XSD.boolean) : nil
    case .address:
      return IRIForm.isWeb(text) ? .literal(text, datatype: XSD.anyURI) : nil
    case .hexadecimal:
      let isHexadecimal = bytes.allSatisfy { IRIForm.isDigit($0) || (0x61...0x66).contains($0) }
      return !bytes.isEmpty && bytes.count % 2 == 0 && isHexadecimal
        ? .literal(text, datatype: Namespace.xsd.hexBinary) : nil
    }
  }

  /// What is expected, in words for a message.
  package var expected: String {
    switch self {
    case .plain: "text"
    case .version: "a version such as 1.0.0 or 2026.08.1"
    case .email: "an address such as data-office@example.org"
    case .date: "a date such as 2024-05-17, 2024-05, 2024 or 2024-05-17T09:30:00Z"
    case .duration: "a duration such as PT1S or P1D"
    case .decimal: "a number such as 0.0005"
    case .wholeNumber: "a whole number such as 1024"
    case .count: "a whole number such as 120, published as a multiple of five"
    case .hexadecimal: "pairs of hexadecimal digits in lower case"
    case .flag: "true or false"
    case .address: "an address such as https://example.org/age"
    }
  }

  /// Whether an address has one `@` between a name and a host with a dot.
  static func isEmail(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let isPlain = bytes.allSatisfy {
      IRIForm.isLetter($0) || IRIForm.isDigit($0) || Array("@.-_+".utf8).contains($0)
    }
    let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return isPlain && labels.count > 1 && !labels.contains { $0.isEmpty }
  }

  // Three numbers, or two of which the first is a year; then what Semantic Versioning allows.
  private static func isVersion(_ text: String) -> Bool {
    let core = text.prefix { $0 != "-" && $0 != "+" }
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false)
    let areNumbers = numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(IRIForm.isDigit) }
    let isLongEnough = numbers.count == 3 || (numbers.count == 2 && numbers[0].utf8.count == 4)
    let rest = text.utf8.dropFirst(core.utf8.count)
    let isRestAllowed = rest.allSatisfy {
      IRIForm.isLetter($0) || IRIForm.isDigit($0) || Array("-+.".utf8).contains($0)
    }
    return areNumbers && isLongEnough && isRestAllowed && rest.count != 1
  }

  private static func isDecimal(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(IRIForm.isDigit) }
  }

  // `P`, date parts in order, then `T` and time parts in order; at least one part.
  private static func isDuration(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "P") else { return false }
    var allowed = Array("YMD".utf8)[...]
    var isTime = false
    var digits = 0
    var parts = 0
    for byte in bytes.dropFirst() {
      if IRIForm.isDigit(byte) || (byte == UInt8(ascii: ".") && isTime && digits > 0) {
        digits += 1
      } else if byte == UInt8(ascii: "T"), !isTime, digits == 0 {
        isTime = true
        parts = 0
        allowed = Array("HMS".utf8)[...]
      } else if digits > 0, let index = allowed.firstIndex(of: byte) {
        allowed = allowed[(index + 1)...]
        digits = 0
        parts += 1
      } else {
        return false
      }
    }
    return parts > 0 && digits == 0
  }
}

extension TextForm {
  /// The XML Schema type of a date, by its own form; `nil` if it is none or not in the calendar.
  static func dateType(_ bytes: [UInt8]) -> String? {
    let day = bytes.prefix { $0 != UInt8(ascii: "T") }
    let parts = day.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let year = number(parts[0], digits: 4) else { return nil }
    if parts.count == 1 { return bytes.count == day.count ? XSD.gYear : nil }
    guard let month = number(parts[1], digits: 2), (1...12).contains(month) else { return nil }
    if parts.count == 2 { return bytes.count == day.count ? XSD.gYearMonth : nil }
    guard let number = number(parts[2], digits: 2),
      (1...dayCount(month: month, year: year)).contains(number)
    else { return nil }
    if bytes.count == day.count { return XSD.date }
    return isTime(bytes.dropFirst(day.count + 1)) ? XSD.dateTime : nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>, digits: Int) -> Int? {
    guard bytes.count == digits, bytes.allSatisfy(IRIForm.isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  private static func dayCount(month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  // `hh:mm:ss`, a fraction, and `Z` or `±hh:mm`.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    let zoneStart =
      bytes.firstIndex { $0 == UInt8(ascii: "Z") || $0 == UInt8(ascii: "+") || $0 == 0x2D }
      ?? bytes.endIndex
    let clock = bytes[..<zoneStart].split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard clock.count == 3, let hour = number(clock[0], digits: 2), hour < 24,
      let minute = number(clock[1], digits: 2), minute < 60
    else { return false }
    let second = clock[2].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = number(second[0], digits: 2), whole < 60, second.count <= 2,
      second.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy(IRIForm.isDigit) })
    else { return false }
    return isZone(bytes[zoneStart...])
  }

  private static func isZone(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.isEmpty || bytes.elementsEqual([UInt8(ascii: "Z")]) { return true }
    let parts = bytes.dropFirst().split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = number(parts[0], digits: 2),
      let minute = number(parts[1], digits: 2)
    else { return false }
    return bytes.first != UInt8(ascii: "Z") && hour <= 14 && minute < 60
  }
}
