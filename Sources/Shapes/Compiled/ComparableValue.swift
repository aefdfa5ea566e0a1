// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// How two values stand to each other.
enum ValueOrder {
  case less, equal, greater
}

/// A literal's value, as far as values can be compared.
///
/// - Source: SPARQL 1.1 §17.3 for numbers, strings, booleans and `xsd:dateTime`; XML Schema 1.1
///   Part 2 §3.3.7 for moments with and without zone, and for dates, times and years.
/// - Deviation: durations have no order here, as in SPARQL 1.1.
enum ComparableValue: Sendable {
  /// A decimal or integer in its lexical form, compared digit by digit.
  case decimal([UInt8])
  case float(Float)
  case double(Double)
  case text([UInt8])
  case boolean(Bool)
  case moment(XSDMoment, MomentKind)

  /// Moments of different kinds have no order.
  enum MomentKind {
    case dateTime, date, time, year, yearMonth
  }

  /// Reads a well-formed literal.
  init?(_ bytes: Span<UInt8>, _ type: XSDDatatype) {
    switch type {
    case .string, .normalizedString, .token: self = .text(Self.copy(bytes))
    case .boolean: self = .boolean(bytes[0] == UInt8(ascii: "t") || bytes[0] == UInt8(ascii: "1"))
    case .float: self = .float(Float(Self.number(bytes)))
    case .double: self = .double(Self.number(bytes))
    case .dateTime, .dateTimeStamp: self.init(bytes, type, .dateTime)
    case .date: self.init(bytes, type, .date)
    case .time: self.init(bytes, type, .time)
    case .gYear: self.init(bytes, type, .year)
    case .gYearMonth: self.init(bytes, type, .yearMonth)
    default:
      guard type.isDecimal else { return nil }
      self = .decimal(Self.copy(bytes))
    }
  }

  private init?(_ bytes: Span<UInt8>, _ type: XSDDatatype, _ kind: MomentKind) {
    guard var moment = XSDMoment(bytes, type) else { return nil }
    // Only a date gives `24:00:00` another day to begin.
    if kind == .time { moment.secondOfDay %= 86_400 }
    self = .moment(moment, kind)
  }

  /// Reads a literal of the shapes, `nil` if it is ill-formed or its type has no order.
  init?(_ term: Term) {
    guard term.isLiteral, term.language.isEmpty, let type = XSDDatatype(iri: term.datatype),
      XSDLexical.isValid(term.value, type)
    else { return nil }
    let bytes = Array(term.value.utf8)
    self.init(bytes.span, type)
  }

  /// How this value compares with another, `nil` if they cannot be compared.
  func compare(with other: ComparableValue) -> ValueOrder? {
    switch (self, other) {
    case (.decimal(let one), .decimal(let two)): DecimalOrder.compare(one.span, two.span)
    case (.text(let one), .text(let two)):
      one == two ? .equal : one.lexicographicallyPrecedes(two) ? .less : .greater
    case (.boolean(let one), .boolean(let two)): Self.order(one ? 1 : 0, two ? 1 : 0)
    case (.moment(let one, let kind), .moment(let two, let other)):
      kind == other ? MomentOrder.compare(one, two) : nil
    // XPath's promotion: decimal to float, float to double.
    case (.double, _), (_, .double):
      Self.both(double, other.double) { Self.order($0, $1) }
    case (.float, _), (_, .float):
      Self.both(float, other.float) { Self.order($0, $1) }
    default: nil
    }
  }

  private var double: Double? {
    switch self {
    case .double(let value): value
    case .float(let value): Double(value)
    case .decimal(let bytes): Self.number(bytes.span)
    default: nil
    }
  }

  private var float: Float? {
    switch self {
    case .float(let value): value
    case .decimal(let bytes): Float(Self.number(bytes.span))
    default: nil
    }
  }

  private static func both<Value>(
    _ one: Value?, _ two: Value?, _ order: (Value, Value) -> ValueOrder?
  ) -> ValueOrder? {
    guard let one, let two else { return nil }
    return order(one, two)
  }

  // NaN compares with nothing.
  private static func order<Value: Comparable>(_ one: Value, _ two: Value) -> ValueOrder? {
    one < two ? .less : one == two ? .equal : one > two ? .greater : nil
  }

  private static func copy(_ bytes: Span<UInt8>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    return copy
  }

  // The lexical form is valid; Swift spells infinity otherwise and wants a digit on each side.
  private static func number(_ bytes: Span<UInt8>) -> Double {
    var text = String(decoding: copy(bytes), as: UTF8.self)
    if text.hasSuffix("INF") { return text.hasPrefix("-") ? -.infinity : .infinity }
    if text.hasPrefix("+") { text.removeFirst() }
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    var mantissa = String(parts[0])
    if mantissa.hasSuffix(".") { mantissa += "0" }
    if mantissa.hasPrefix(".") { mantissa = "0" + mantissa }
    if mantissa.hasPrefix("-.") { mantissa = "-0" + mantissa.dropFirst() }
    return Double(mantissa + (parts.count > 1 ? "e" + parts[1] : "")) ?? .nan
  }
}

/// Compares decimals by their lexical forms, without rounding.
enum DecimalOrder {
  private struct Parts {
    var isNegative: Bool
    var whole: Range<Int>
    var fraction: Range<Int>
    var isZero: Bool { whole.isEmpty && fraction.isEmpty }
  }

  /// Both must be valid lexical forms of `xsd:decimal`.
  static func compare(_ one: Span<UInt8>, _ two: Span<UInt8>) -> ValueOrder {
    let (left, right) = (parts(one), parts(two))
    if left.isZero && right.isZero { return .equal }
    let isLeftNegative = left.isNegative && !left.isZero
    let isRightNegative = right.isNegative && !right.isZero
    if isLeftNegative != isRightNegative { return isLeftNegative ? .less : .greater }
    let order = magnitude(one, left, two, right)
    guard isLeftNegative else { return order }
    return order == .less ? .greater : order == .greater ? .less : .equal
  }

  // Without leading zeros of the whole part and trailing zeros of the fraction.
  private static func parts(_ bytes: Span<UInt8>) -> Parts {
    var start = 0
    let isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative || bytes[0] == UInt8(ascii: "+") { start = 1 }
    var point = start
    while point < bytes.count, bytes[point] != UInt8(ascii: ".") { point += 1 }
    while start < point, bytes[start] == UInt8(ascii: "0") { start += 1 }
    let fractionStart = min(point + 1, bytes.count)
    var end = bytes.count
    while end > fractionStart, bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
    return Parts(isNegative: isNegative, whole: start..<point, fraction: fractionStart..<end)
  }

  private static func magnitude(
    _ one: Span<UInt8>, _ left: Parts, _ two: Span<UInt8>, _ right: Parts
  ) -> ValueOrder {
    if left.whole.count != right.whole.count {
      return left.whole.count < right.whole.count ? .less : .greater
    }
    for offset in 0..<left.whole.count {
      let (a, b) = (one[left.whole.lowerBound + offset], two[right.whole.lowerBound + offset])
      if a != b { return a < b ? .less : .greater }
    }
    for offset in 0..<max(left.fraction.count, right.fraction.count) {
      let zero = UInt8(ascii: "0")
      let a = offset < left.fraction.count ? one[left.fraction.lowerBound + offset] : zero
      let b = offset < right.fraction.count ? two[right.fraction.lowerBound + offset] : zero
      if a != b { return a < b ? .less : .greater }
    }
    return .equal
  }
}

/// Compares points in time.
enum MomentOrder {
  private static let widestZone: Int64 = 14 * 3600

  /// `nil` if only one has a zone and they lie within 14 hours of each other.
  static func compare(_ one: XSDMoment, _ two: XSDMoment) -> ValueOrder? {
    let (left, right) = (seconds(one), seconds(two))
    if (one.zone == nil) == (two.zone == nil) {
      return left != right ? (left < right ? .less : .greater) : fraction(one, two)
    }
    // One without zone may be up to 14 hours earlier or later than it looks.
    if right - left > widestZone { return .less }
    if left - right > widestZone { return .greater }
    return nil
  }

  private static func fraction(_ one: XSDMoment, _ two: XSDMoment) -> ValueOrder {
    if one.fraction == two.fraction { return .equal }
    return one.fraction.lexicographicallyPrecedes(two.fraction) ? .less : .greater
  }

  // Seconds since 0000-01-01T00:00:00, in UTC if the moment has a zone.
  private static func seconds(_ moment: XSDMoment) -> Int64 {
    let days = dayNumber(moment.year ?? 1972, moment.month ?? 1, moment.day ?? 1)
    return days * 86_400 + Int64(moment.secondOfDay) - Int64(moment.zone ?? 0) * 60
  }

  // Days of the proleptic Gregorian calendar; the year begins in March so that a leap day ends it.
  private static func dayNumber(_ year: Int64, _ month: Int, _ day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let monthOfYear = Int64((month + 9) % 12)
    let dayOfYear = (153 * monthOfYear + 2) / 5 + Int64(day) - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }
}
