// SPDX-License-Identifier: Apache-2.0

/// A pattern of Java's letters that dates and times are read by.
///
/// - Source: Unicode TR35 date field symbols, as Java's DateTimeFormatter and SimpleDateFormat have them:
///   `y u M L d H h m s S a E Z X`, text in single quotes.
struct DateTimePattern: Sendable {
  /// What a text gives.
  struct Moment: Sendable, Hashable {
    var date: CivilDate
    var hour = 0
    var minute = 0
    var second = 0
    /// Digits behind the second's point, as written.
    var fraction = ""
    /// `Z` or `+hh:mm`, empty if the text has none.
    var zone = ""

    /// `HH:mm:ss`, with the fraction if there is one.
    var time: String {
      let parts = [hour, minute, second].map { CivilDate.padded($0, to: 2) }
      return parts.joined(separator: ":") + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The date-time as a value of a function.
    var value: FunctionValue {
      FunctionValue(date.spelling + "T" + time + zone, natural: .dateTime)
    }
  }

  private enum Piece: Sendable, Equatable {
    case field(letter: UInt8, count: Int)
    case text([UInt8])
  }

  /// The pattern as written.
  let text: String
  /// Whether it asks for a time.
  let hasTime: Bool
  private let pieces: [Piece]
  private let language: String

  /// Reads a pattern; `nil` unless it has a year, a month and a day and letters that are known.
  init?(_ text: String, language: String = "en") {
    self.text = text
    self.language = String(language.prefix { $0 != "-" }).lowercased()
    guard MonthNames.languages.contains(self.language) else { return nil }
    var pieces: [Piece] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "'") {
        guard let end = rest.dropFirst().firstIndex(of: byte) else { return nil }
        let quoted = rest[rest.startIndex + 1..<end]
        pieces.append(.text(quoted.isEmpty ? [byte] : Array(quoted)))
        rest = rest[(end + 1)...]
        continue
      }
      let run = rest.prefix { $0 == byte }
      rest = rest.dropFirst(run.count)
      let isLetter = (0x41...0x5A).contains(byte & 0xDF)
      guard !isLetter || Self.letters.contains(byte) else { return nil }
      pieces.append(
        isLetter ? .field(letter: byte, count: run.count) : .text(Array(run)))
    }
    let letters = pieces.compactMap { piece -> UInt8? in
      if case .field(let letter, _) = piece { letter } else { nil }
    }
    func has(_ wanted: String) -> Bool { wanted.utf8.contains { letters.contains($0) } }
    guard has("yu"), has("ML"), has("d") else { return nil }
    hasTime = has("Hh")
    self.pieces = pieces
  }

  private static let letters = Array("yuMLdHhmsSaEZX".utf8)

  /// The moment that a text spells by the pattern.
  func read(_ bytes: [UInt8]) -> Moment? {
    var rest = bytes[...]
    var fields = Fields()
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text):
        guard rest.starts(with: text) else { return nil }
        rest = rest.dropFirst(text.count)
      case .field(let letter, let count):
        // Two numbers side by side can be told apart by their widths only.
        var touches = false
        if index + 1 < pieces.count, case .field = pieces[index + 1] { touches = true }
        guard fields.take(&rest, letter, count, isFixed: touches, language) else { return nil }
      }
    }
    return rest.isEmpty ? fields.moment : nil
  }
}

/// What was read of a text so far.
private struct Fields {
  var (year, month, day) = (0, 0, 0)
  var (hour, minute, second) = (0, 0, 0)
  var fraction = ""
  var zone = ""
  var isAfternoon: Bool?

  var moment: DateTimePattern.Moment? {
    var hour = hour
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60,
      second < 60
    else { return nil }
    return DateTimePattern.Moment(
      date: date, hour: hour, minute: minute, second: second, fraction: fraction, zone: zone)
  }

  mutating func take(
    _ rest: inout ArraySlice<UInt8>, _ letter: UInt8, _ count: Int, isFixed: Bool,
    _ language: String
  ) -> Bool {
    let number: Int?
    switch letter {
    case UInt8(ascii: "M") where count > 2, UInt8(ascii: "L") where count > 2:
      let name = rest.prefix { ($0 & 0xDF >= 0x41 && $0 & 0xDF <= 0x5A) || $0 > 0x7F }
      rest = rest.dropFirst(name.count)
      // An abbreviation may end with a point.
      if rest.first == UInt8(ascii: "."), count == 3 { rest = rest.dropFirst() }
      month =
        MonthNames.month(String(decoding: name, as: UTF8.self), language: language) ?? 0
      return month > 0
    case UInt8(ascii: "E"):
      let name = rest.prefix { ($0 & 0xDF >= 0x41 && $0 & 0xDF <= 0x5A) || $0 > 0x7F }
      rest = rest.dropFirst(name.count)
      return !name.isEmpty
    case UInt8(ascii: "a"): return takeHalf(&rest)
    case UInt8(ascii: "Z"), UInt8(ascii: "X"): return takeZone(&rest)
    case UInt8(ascii: "S"):
      let digits = rest.prefix(count == 1 ? 9 : count).prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      fraction = String(decoding: digits, as: UTF8.self)
      return !digits.isEmpty
    case UInt8(ascii: "y"), UInt8(ascii: "u"):
      let isShort = count == 2
      number = Self.number(&rest, isShort ? 2...2 : 4...4)
      year = (number ?? 0) + (isShort ? 2000 : 0)
    case UInt8(ascii: "M"), UInt8(ascii: "L"):
      number = Self.number(&rest, isFixed ? 2...2 : 1...2)
      month = number ?? 0
    case UInt8(ascii: "d"):
      number = Self.number(&rest, isFixed ? 2...2 : 1...2)
      day = number ?? 0
    case UInt8(ascii: "H"), UInt8(ascii: "h"):
      number = Self.number(&rest, isFixed ? 2...2 : 1...2)
      hour = number ?? 0
    case UInt8(ascii: "m"):
      number = Self.number(&rest, isFixed ? 2...2 : 1...2)
      minute = number ?? 0
    default:
      number = Self.number(&rest, isFixed ? 2...2 : 1...2)
      second = number ?? 0
    }
    return number != nil
  }

  private mutating func takeHalf(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let mark = String(decoding: rest.prefix(2), as: UTF8.self).lowercased()
    guard mark == "am" || mark == "pm" else { return false }
    isAfternoon = mark == "pm"
    rest = rest.dropFirst(2)
    return true
  }

  private mutating func takeZone(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let sign = rest.first else { return false }
    if sign == UInt8(ascii: "Z") {
      zone = "Z"
      rest = rest.dropFirst()
      return true
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
    rest = rest.dropFirst()
    guard let hours = Self.number(&rest, 2...2), hours <= 14 else { return false }
    if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
    let minutes = rest.isEmpty ? 0 : Self.number(&rest, 2...2)
    guard let minutes, minutes < 60 else { return false }
    zone =
      (sign == UInt8(ascii: "-") ? "-" : "+") + CivilDate.padded(hours, to: 2) + ":"
      + CivilDate.padded(minutes, to: 2)
    return true
  }

  private static func number(
    _ rest: inout ArraySlice<UInt8>, _ digits: ClosedRange<Int>
  ) -> Int? {
    let run = rest.prefix(digits.upperBound).prefix { (0x30...0x39).contains($0) }
    guard digits.contains(run.count) else { return nil }
    rest = rest.dropFirst(run.count)
    return CivilDate.number(run)
  }
}
