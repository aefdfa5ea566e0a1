// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, reckoned backwards beyond its introduction.
///
/// - Source: XML Schema 1.1 Part 2 §3.3.9; years 1 to 9999.
struct CivilDate: Sendable, Hashable {
  let year: Int
  let month: Int
  let day: Int

  /// `nil` unless the day exists.
  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads `yyyy-MM-dd`, and takes the date of a date-time.
  init?(_ bytes: [UInt8]) {
    let text = StringTrimFunction.trim(bytes)
    guard text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      text.count == 10 || text[10] == UInt8(ascii: "T"),
      let year = Self.number(text[0..<4]), let month = Self.number(text[5..<7]),
      let day = Self.number(text[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The number that digits spell; `nil` if there is anything else.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// How many days a month has.
  static func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Days since 1 March of the year 0, so that leap days end their years.
  var dayNumber: Int {
    let years = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day - 1
  }

  /// The day so many days later; `nil` beyond the years 1 to 9999.
  func adding(days: Int) -> CivilDate? {
    guard days.magnitude < 4_000_000 else { return nil }
    let number = dayNumber + days
    guard number > 0 else { return nil }
    var year = (number * 400 + 591) / 146_097
    func start(_ year: Int) -> Int { year * 365 + year / 4 - year / 100 + year / 400 }
    while start(year) > number { year -= 1 }
    while start(year + 1) <= number { year += 1 }
    let rest = number - start(year)
    let months = (rest * 5 + 2) / 153
    let day = rest - (months * 153 + 2) / 5 + 1
    return CivilDate(
      year: months < 10 ? year : year + 1, month: (months + 2) % 12 + 1, day: day)
  }

  /// The day so many months later, or the last of its month if it has no such day.
  func adding(months: Int) -> CivilDate? {
    guard months.magnitude < 200_000 else { return nil }
    let count = year * 12 + month - 1 + months
    guard count >= 12 else { return nil }
    let (year, month) = (count / 12, count % 12 + 1)
    return CivilDate(
      year: year, month: month, day: min(day, Self.length(ofMonth: month, year: year)))
  }

  /// 1 for Monday to 7 for Sunday.
  var weekday: Int { (dayNumber + 2) % 7 + 1 }

  /// `yyyy-MM-dd`.
  var spelling: String {
    Self.padded(year, to: 4) + "-" + Self.padded(month, to: 2) + "-" + Self.padded(day, to: 2)
  }

  /// The date as a value of a function.
  var value: FunctionValue { FunctionValue(spelling, natural: .date) }

  /// A number with zeros in front.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
