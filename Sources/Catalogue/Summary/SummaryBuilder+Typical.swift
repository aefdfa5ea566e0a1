// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension SummaryBuilder {
  /// The value at a place from below or above, one value for each person, in whole years.
  mutating func typicalValue(
    _ typical: TypicalValue, _ measure: Measure, fromBelow: Bool
  ) -> MeasuredValue {
    let sign = fromBelow ? 1 : -1
    let units = links(typical.unitSource)
    var unreadable = 0
    let outermost = outermost(typical.source, measure) { [terms] record, value in
      let unit = units[record].map { terms.text(TermID(rawValue: $0)) }
      guard let age = readYears(terms, value, unit: unit, typical), age <= typical.largest else {
        unreadable += 1
        return nil
      }
      return sign * min(age, typical.cap)
    }
    reportUnreadable(
      unreadable, typical.source.property,
      "ages from 0 to \(typical.largest) years in years or months", measure)
    let before = previous.map { $0.number(measure.property).map { sign * $0 } }
    let end = end(outermost, rank: typical.rank, before, measure)
    return end.map { .years(sign * $0) } ?? .none
  }

  /// The years at a place from either end.
  mutating func years(_ typical: TypicalYears, _ measure: Measure) -> MeasuredValue {
    var unreadable = 0
    let read: (UInt32, TermID) -> Int? = { [terms] _, value in readYear(terms, value) }
    let first = outermost(typical.source, measure) { record, value in
      let year = read(record, value)
      if year == nil { unreadable += 1 }
      return year
    }
    let reported = findings.count
    let last = outermost(typical.source, measure) { record, value in read(record, value).map { -$0 }
    }
    findings.removeSubrange(reported...)
    reportUnreadable(
      unreadable, typical.source.property, "dates that begin with a year of four digits", measure)
    let before = previous.map { $0.years(measure.property) }
    let start = end(first, rank: typical.rank, before.map { $0.first }, measure)
    let isHeld = basis.isHeld
    guard let start else { return .none }
    let end = PublishedEnd(rank: typical.rank).value(
      of: last, after: before.map { $0.last.map { -$0 } })
    guard let end else { return .none }
    if !isHeld, end != PublishedEnd(rank: typical.rank).value(of: last, after: nil) {
      reportHeld(measure)
    }
    // Held and moved ends can cross when a data set was exchanged for another.
    return start <= -end ? .yearInterval(first: start, last: -end) : .none
  }

  /// The length at a place from below, rounded to two significant digits.
  mutating func length(_ typical: TypicalLength, _ measure: Measure) -> MeasuredValue {
    let kinds = links(typical.kindSource)
    let units = links(typical.unitSource)
    let wanted = Set(typical.kinds.compactMap { terms.id(of: .iri($0))?.rawValue })
    var unreadable = 0
    let lengths = outermost(typical.source, measure) { [terms] record, value in
      guard let kind = kinds[record], wanted.contains(kind) else { return nil }
      let unit = units[record].map { terms.text(TermID(rawValue: $0)) }
      let factor = unit.map { typical.units[$0] } ?? 1_000_000
      guard let factor, let length = readLength(terms, value, factor), length > 0 else {
        unreadable += 1
        return nil
      }
      return length
    }
    reportUnreadable(
      unreadable, typical.source.property, "lengths above 0 in a known unit", measure)
    let before = previous.map { $0.text(measure.property).flatMap(Self.nanometres(metres:)) }
    return end(lengths, rank: typical.rank, before, measure).map { .length($0) } ?? .none
  }

  // For each person the outermost of the values, which are the smaller the further out.
  private mutating func outermost(
    _ source: RecordSource, _ measure: Measure, _ read: (UInt32, TermID) -> Int?
  ) -> [Int] {
    var values: [UInt32: Int] = [:]
    var records: Set<UInt32> = []
    forEachValue(of: source, measure) { record, value, person in
      guard let number = read(record, value) else { return }
      values[person] = min(values[person] ?? number, number)
      records.insert(record)
    }
    basis.records = records.count
    basis.people = values.count
    return Array(values.values)
  }

  private mutating func end(
    _ values: [Int], rank: Int, _ before: Int??, _ measure: Measure
  ) -> Int? {
    let end = PublishedEnd(rank: rank)
    let current = end.value(of: values, after: nil)
    let published = end.value(of: values, after: before)
    if published != current {
      reportHeld(measure)
    } else if values.isEmpty {
      reportNothing(measure)
    } else if current == nil {
      report(SummaryRules.tooFewPeople, measure, [.plain("limit", 2 * rank)])
    }
    return published
  }
}

private func readYears(
  _ terms: TermTable, _ value: TermID, unit: String?, _ typical: TypicalValue
) -> Int? {
  guard terms.kind(value) == .literal, let (number, _) = parts(terms.textBytes(value)) else {
    return nil
  }
  guard let unit, unit != typical.yearUnit else { return number }
  return unit == typical.monthUnit ? number / 12 : nil
}

private func readYear(_ terms: TermTable, _ date: TermID) -> Int? {
  guard terms.kind(date) == .literal else { return nil }
  let bytes = terms.textBytes(date)
  let digits = bytes.prefix(4)
  guard digits.count == 4, digits.allSatisfy(IRIForm.isDigit),
    bytes.count == 4 || bytes[bytes.startIndex + 4] == UInt8(ascii: "-")
  else { return nil }
  return digits.reduce(0) { $0 * 10 + Int($1 & 15) }
}

private func readLength(_ terms: TermTable, _ value: TermID, _ factor: Int) -> Int? {
  guard terms.kind(value) == .literal, let (whole, fraction) = parts(terms.textBytes(value)) else {
    return nil
  }
  // Nine digits of the fraction: a millionth of a nanometre of a millimetre is no length.
  let digits = fraction.prefix(9)
  var scaled = digits.reduce(0) { $0 * 10 + Int($1 & 15) }
  for _ in digits.count..<9 { scaled *= 10 }
  return SummaryBuilder.significant(whole * factor + scaled / (1_000_000_000 / factor))
}

// Digits and a fraction: a person of 64.9 years is 64 years old.
private func parts(_ bytes: ArraySlice<UInt8>) -> (whole: Int, fraction: ArraySlice<UInt8>)? {
  let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  let areDigits = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(IRIForm.isDigit) }
  guard (1...2).contains(parts.count), areDigits, parts[0].count <= 6 else { return nil }
  return (parts[0].reduce(0) { $0 * 10 + Int($1 & 15) }, parts.count > 1 ? parts[1] : [])
}

extension SummaryBuilder {
  /// A number with its two first digits, the others 0, rounded.
  static func significant(_ number: Int) -> Int {
    var step = 1
    while number / step >= 100 { step *= 10 }
    return (number + step / 2) / step * step
  }

  /// Nanometres of a decimal in metres, as this program writes it.
  static func nanometres(metres text: String) -> Int? {
    guard let (whole, fraction) = parts(Array(text.utf8)[...]), fraction.count <= 9 else {
      return nil
    }
    var scaled = fraction.reduce(0) { $0 * 10 + Int($1 & 15) }
    for _ in fraction.count..<9 { scaled *= 10 }
    return whole * 1_000_000_000 + scaled
  }
}
