// SPDX-License-Identifier: Apache-2.0

/// A pattern that dates are read by: years, months and days with text between them.
struct DatePattern: Sendable {
  private enum Piece: Sendable, Equatable {
    case year
    case month
    case monthName
    case day
    case text([UInt8])
  }

  /// The pattern as written.
  let text: String
  private let pieces: [Piece]

  /// Reads a pattern; `nil` unless it has `yyyy` once and the others at most once.
  init?(_ text: String) {
    self.text = text
    var pieces: [Piece] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      let run = rest.prefix { $0 == byte }.count
      switch (byte, run) {
      case (UInt8(ascii: "y"), 4): pieces.append(.year)
      case (UInt8(ascii: "M"), 1), (UInt8(ascii: "M"), 2): pieces.append(.month)
      case (UInt8(ascii: "M"), 3): pieces.append(.monthName)
      case (UInt8(ascii: "d"), 1), (UInt8(ascii: "d"), 2): pieces.append(.day)
      case (UInt8(ascii: "y"), _), (UInt8(ascii: "M"), _), (UInt8(ascii: "d"), _): return nil
      default: pieces.append(.text(Array(rest.prefix(run))))
      }
      rest = rest.dropFirst(run)
    }
    let months = pieces.filter { $0 == .month || $0 == .monthName }.count
    guard pieces.filter({ $0 == .year }).count == 1, months <= 1,
      pieces.filter({ $0 == .day }).count <= 1
    else { return nil }
    self.pieces = pieces
  }

  /// The date that `bytes` spell by the pattern, or the partial date that they stop at.
  ///
  /// A pattern that begins with the day also reads a bare year, and month and year.
  func read(_ bytes: [UInt8]) -> FunctionValue? {
    if let date = read(bytes, pieces) { return date }
    // Partial values keep the pattern's order with the leading parts left out: 03/2021, 2021.
    guard let first = pieces.first, first != .year else { return nil }
    var rest = pieces[...]
    while let piece = rest.first, piece != .year {
      rest = rest.dropFirst()
      while case .text? = rest.first { rest = rest.dropFirst() }
      if let date = read(bytes, Array(rest)) { return date }
    }
    return nil
  }

  private func read(_ bytes: [UInt8], _ pieces: [Piece]) -> FunctionValue? {
    var rest = bytes[...]
    var year: Int?
    var month: Int?
    var day: Int?
    for piece in pieces {
      if rest.isEmpty, year != nil { break }
      switch piece {
      case .year:
        guard let number = number(&rest, digits: 4...4) else { return nil }
        year = number
      case .month:
        guard let number = number(&rest, digits: isPacked ? 2...2 : 1...2) else { return nil }
        month = number
      case .monthName:
        guard let number = monthName(&rest) else { return nil }
        month = number
      case .day:
        guard let number = number(&rest, digits: isPacked ? 2...2 : 1...2) else { return nil }
        day = number
      case .text(let text):
        guard rest.starts(with: text) else { return nil }
        rest = rest.dropFirst(text.count)
      }
    }
    return rest.isEmpty ? Self.value(year: year, month: month, day: day) : nil
  }

  // Without text between them, only fixed widths can be told apart.
  private var isPacked: Bool {
    !pieces.contains { if case .text = $0 { true } else { false } }
  }

  private func number(_ rest: inout ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
    let run = rest.prefix(digits.upperBound).prefix { (0x30...0x39).contains($0) }
    guard digits.contains(run.count) else { return nil }
    rest = rest.dropFirst(run.count)
    return run.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private func monthName(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let letters = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }
    let name = String(decoding: letters, as: UTF8.self).lowercased()
    guard letters.count >= 3, let index = Self.monthNames.firstIndex(of: String(name.prefix(3)))
    else { return nil }
    rest = rest.dropFirst(letters.count)
    return index + 1
  }

  private static func value(year: Int?, month: Int?, day: Int?) -> FunctionValue? {
    guard let year, year > 0 else { return nil }
    let yearText = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    guard let month, month != 0 else {
      return day ?? 0 == 0 ? FunctionValue(yearText, natural: .gYear) : nil
    }
    guard (1...12).contains(month) else { return nil }
    let monthText = yearText + (month < 10 ? "-0" : "-") + String(month)
    guard let day, day != 0 else { return FunctionValue(monthText, natural: .gYearMonth) }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    return FunctionValue(monthText + (day < 10 ? "-0" : "-") + String(day), natural: .date)
  }
}
