// SPDX-License-Identifier: Apache-2.0

/// A point or recurring period of time as `xsd:dateTime`, `xsd:date`, `xsd:time` and the `g…` types
/// write it.
///
/// - Source: XML Schema Definition Language 1.1 Part 2 §3.3.7–§3.3.14, proleptic Gregorian calendar.
package struct XSDMoment: Sendable, Hashable {
  /// The year, 0 is 1 BC; `nil` when the type has none.
  package var year: Int64?
  /// 1 to 12; `nil` when the type has none.
  package var month: Int?
  /// 1 to 31; `nil` when the type has none.
  package var day: Int?
  /// Whole seconds since midnight, 0 to 86400 (`24:00:00`); 0 when the type has no time of day.
  package var secondOfDay = 0
  /// Digits after the seconds' point without trailing zeros.
  package var fraction: [UInt8] = []
  /// Minutes east of UTC, -840 to 840; `nil` when no zone is written.
  package var zone: Int?

  /// Reads a lexical form of a date or time type.
  ///
  /// `nil` if `bytes` are no lexical form, the year has more than 11 digits, or `datatype` is no date
  /// or time type.
  package init?(_ bytes: Span<UInt8>, _ datatype: XSDDatatype) {
    guard let scan = Self.scan(bytes, datatype), scan.yearDigits <= 11 else { return nil }
    self = scan.moment
    var index = scan.fractionStart
    let end = scan.fractionEnd
    fraction.reserveCapacity(end - index)
    while index < end {
      fraction.append(bytes[index])
      index += 1
    }
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
  }

  private init() {}

  /// What one pass over a lexical form finds; no allocation.
  struct Scan {
    var moment: XSDMoment
    var yearDigits = 0
    var fractionStart = 0
    var fractionEnd = 0
  }

  /// Checks a lexical form; the fraction is left where it stands.
  static func scan(_ bytes: Span<UInt8>, _ datatype: XSDDatatype) -> Scan? {
    var scan = Scan(moment: XSDMoment())
    var index = 0
    var isWellFormed: Bool
    switch datatype {
    case .date: isWellFormed = scan.takeYear(bytes, &index) && scan.takeMonthDay(bytes, &index)
    case .dateTime, .dateTimeStamp:
      isWellFormed =
        scan.takeYear(bytes, &index) && scan.takeMonthDay(bytes, &index)
        && take("T", bytes, &index) && scan.takeTime(bytes, &index)
    case .time: isWellFormed = scan.takeTime(bytes, &index)
    case .gYear: isWellFormed = scan.takeYear(bytes, &index)
    case .gYearMonth: isWellFormed = scan.takeYear(bytes, &index) && scan.takeMonth(bytes, &index)
    case .gMonth: isWellFormed = take("-", bytes, &index) && scan.takeMonth(bytes, &index)
    case .gMonthDay: isWellFormed = take("-", bytes, &index) && scan.takeMonthDay(bytes, &index)
    case .gDay:
      isWellFormed =
        take("-", bytes, &index) && take("-", bytes, &index) && scan.takeDay(bytes, &index)
    default: return nil
    }
    isWellFormed = isWellFormed && scan.takeZone(bytes, &index) && index == bytes.count
    guard isWellFormed, datatype != .dateTimeStamp || scan.moment.zone != nil else { return nil }
    return scan
  }

  static func take(_ character: Unicode.Scalar, _ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  static func takeTwoDigits(_ bytes: Span<UInt8>, _ index: inout Int) -> Int? {
    guard index + 2 <= bytes.count, XSDLexical.isDigit(bytes[index]),
      XSDLexical.isDigit(bytes[index + 1])
    else { return nil }
    defer { index += 2 }
    return Int(bytes[index] - 48) * 10 + Int(bytes[index + 1] - 48)
  }
}

extension XSDMoment.Scan {
  // At least four digits, more only without leading zero.
  mutating func takeYear(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    let isNegative = XSDMoment.take("-", bytes, &index)
    let start = index
    yearDigits = XSDLexical.skipDigits(bytes, &index)
    guard yearDigits >= 4, yearDigits == 4 || bytes[start] != UInt8(ascii: "0") else {
      return false
    }
    var year: Int64 = 0
    for position in start..<index {
      // Years that `init` refuses keep their last 11 digits, enough to tell leap years.
      year = (year * 10 + Int64(bytes[position] - 48)) % 100_000_000_000
    }
    moment.year = isNegative ? -year : year
    return true
  }

  // With its hyphen before.
  mutating func takeMonth(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard XSDMoment.take("-", bytes, &index),
      let month = XSDMoment.takeTwoDigits(bytes, &index), 1...12 ~= month
    else { return false }
    moment.month = month
    return true
  }

  // With its hyphen before. The 29th of February of no year in particular exists.
  mutating func takeDay(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard XSDMoment.take("-", bytes, &index),
      let day = XSDMoment.takeTwoDigits(bytes, &index), day >= 1
    else { return false }
    moment.day = day
    return day <= XSDMoment.dayCount(month: moment.month ?? 1, year: moment.year ?? 4)
  }

  mutating func takeMonthDay(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    takeMonth(bytes, &index) && takeDay(bytes, &index)
  }

  mutating func takeTime(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard let hour = XSDMoment.takeTwoDigits(bytes, &index), hour <= 24,
      XSDMoment.take(":", bytes, &index),
      let minute = XSDMoment.takeTwoDigits(bytes, &index), minute < 60,
      XSDMoment.take(":", bytes, &index),
      let second = XSDMoment.takeTwoDigits(bytes, &index), second < 60
    else { return false }
    moment.secondOfDay = hour * 3600 + minute * 60 + second
    var isWholeSecond = true
    if XSDMoment.take(".", bytes, &index) {
      fractionStart = index
      guard XSDLexical.skipDigits(bytes, &index) > 0 else { return false }
      fractionEnd = index
      for position in fractionStart..<fractionEnd where bytes[position] != 48 {
        isWholeSecond = false
      }
    }
    return moment.secondOfDay < 86400 || (moment.secondOfDay == 86400 && isWholeSecond)
  }

  mutating func takeZone(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    if index == bytes.count { return true }
    if XSDMoment.take("Z", bytes, &index) {
      moment.zone = 0
      return true
    }
    let isWest = bytes[index] == UInt8(ascii: "-")
    guard isWest || bytes[index] == UInt8(ascii: "+") else { return false }
    index += 1
    guard let hours = XSDMoment.takeTwoDigits(bytes, &index), XSDMoment.take(":", bytes, &index),
      let minutes = XSDMoment.takeTwoDigits(bytes, &index), minutes < 60,
      hours * 60 + minutes <= 14 * 60
    else { return false }
    moment.zone = (hours * 60 + minutes) * (isWest ? -1 : 1)
    return true
  }
}

extension XSDMoment {
  /// The number of days in a month of the proleptic Gregorian calendar.
  package static func dayCount(month: Int, year: Int64) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
