// SPDX-License-Identifier: Apache-2.0

/// A pattern that dates are read by: years, months and days with text between them.
struct DatePattern: Sendable {
  private enum Piece: Sendable, Equatable {
    case year
    case month
    case monthName
    case day
    case text([UInt8])

    var isNumber: Bool { self == .year || self == .month || self == .day }
    var isText: Bool { if case .text = self { true } else { false } }
  }

  /// The pattern as written.
  let text: String
  // The whole pattern, then what a date may be shortened to at its beginning: without the day, and
  // without day and month. What it may lack at its end needs no form of its own.
  private let forms: [[Piece]]

  /// Reads a pattern; `nil` unless it has `yyyy` once, a month at most once, and a day, if at all,
  /// beside a month.
  init?(_ text: String) {
    self.text = text
    var pieces: [Piece] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      let run = rest.prefix { $0 == byte }
      guard let piece = Self.piece(run) else { return nil }
      pieces.append(piece)
      rest = rest.dropFirst(run.count)
    }
    let months = pieces.count { $0 == .month || $0 == .monthName }
    guard pieces.count(where: { $0 == .year }) == 1, months <= 1,
      pieces.count(where: { $0 == .day }) <= months
    else { return nil }
    let withoutDay = Self.shortened(pieces) { $0 == .day }
    let yearOnly = Self.shortened(withoutDay) { $0 == .month || $0 == .monthName }
    forms = [pieces, withoutDay, yearOnly]
  }

  private static func piece(_ run: ArraySlice<UInt8>) -> Piece? {
    switch (run.first, run.count) {
    case (UInt8(ascii: "y"), 4): .year
    case (UInt8(ascii: "M"), 1...2): .month
    case (UInt8(ascii: "M"), 3): .monthName
    case (UInt8(ascii: "d"), 1...2): .day
    case (UInt8(ascii: "y"), _), (UInt8(ascii: "M"), _), (UInt8(ascii: "d"), _): nil
    default: .text(Array(run))
    }
  }

  // A piece ahead of the year goes together with the text that parts it from the next.
  private static func shortened(_ pieces: [Piece], without isLeftOut: (Piece) -> Bool) -> [Piece] {
    guard let index = pieces.firstIndex(where: isLeftOut),
      let year = pieces.firstIndex(of: .year), index < year
    else { return pieces }
    let end = pieces[(index + 1)...].firstIndex { !$0.isText }
    return Array(pieces[..<index] + pieces[(end ?? year)...])
  }

  /// The date that `bytes` spell by the pattern, or the partial date that they stop at.
  func read(_ bytes: [UInt8]) -> FunctionValue? {
    for form in forms {
      if let date = Self.read(bytes, form) { return date }
    }
    return nil
  }

  private static func read(_ bytes: [UInt8], _ pieces: [Piece]) -> FunctionValue? {
    var rest = bytes[...]
    var date = (year: 0, month: 0, day: 0)
    for (index, piece) in pieces.enumerated() {
      // A date may stop behind its year or month, but not behind a separator.
      if rest.isEmpty, date.year > 0, !pieces[index - 1].isText { break }
      // Two numbers side by side can be told apart by their widths only.
      let touches = [index - 1, index + 1].contains {
        pieces.indices.contains($0) && pieces[$0].isNumber
      }
      let digits = touches ? 2...2 : 1...2
      switch piece {
      case .year:
        guard let number = number(&rest, digits: 4...4) else { return nil }
        date.year = number
      case .month:
        guard let number = number(&rest, digits: digits) else { return nil }
        date.month = number
      case .monthName:
        guard let number = monthName(&rest) else { return nil }
        date.month = number
      case .day:
        guard let number = number(&rest, digits: digits) else { return nil }
        date.day = number
      case .text(let text):
        guard rest.starts(with: text) else { return nil }
        rest = rest.dropFirst(text.count)
      }
    }
    return rest.isEmpty ? value(year: date.year, month: date.month, day: date.day) : nil
  }

  private static func number(
    _ rest: inout ArraySlice<UInt8>, digits: ClosedRange<Int>
  ) -> Int? {
    let run = rest.prefix(digits.upperBound).prefix { (0x30...0x39).contains($0) }
    guard digits.contains(run.count) else { return nil }
    rest = rest.dropFirst(run.count)
    return run.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  // Three letters of a name or more.
  private static func monthName(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let letters = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }
    let name = String(decoding: letters, as: UTF8.self).lowercased()
    guard letters.count >= 3, let index = monthNames.firstIndex(where: { $0.hasPrefix(name) })
    else { return nil }
    rest = rest.dropFirst(letters.count)
    return index + 1
  }

  // 0 stands for a month or day that is not known.
  private static func value(year: Int, month: Int, day: Int) -> FunctionValue? {
    guard year > 0, month > 0 || day == 0 else { return nil }
    let yearText = padded(year, to: 4)
    if month == 0 { return FunctionValue(yearText, natural: .gYear) }
    guard month <= 12 else { return nil }
    let monthText = yearText + "-" + padded(month, to: 2)
    if day == 0 { return FunctionValue(monthText, natural: .gYearMonth) }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    return FunctionValue(monthText + "-" + padded(day, to: 2), natural: .date)
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: width - digits.count) + digits
  }
}
