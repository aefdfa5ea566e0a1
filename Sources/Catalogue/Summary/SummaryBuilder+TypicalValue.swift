// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension SummaryBuilder {
  /// The value at a place from below or above, one value for each person, in whole years.
  ///
  /// Both ends are withheld below twice as many people as the place counts: the fifth smallest age
  /// of five people would be that of the oldest.
  mutating func typicalValue(
    _ typical: TypicalValue, _ measure: Measure, fromBelow: Bool
  ) -> MeasuredValue {
    let ages = ages(typical, measure, fromBelow: fromBelow)
    guard ages.count >= 2 * typical.rank else {
      if ages.isEmpty {
        reportNothing(measure)
      } else {
        report(SummaryRules.tooFewPeople, measure, [.plain("limit", 2 * typical.rank)])
      }
      return .none
    }
    let place = fromBelow ? typical.rank - 1 : ages.count - typical.rank
    return .years(min(ages[place], typical.cap))
  }

  // For each person the smallest age from below and the largest from above, sorted.
  private mutating func ages(
    _ typical: TypicalValue, _ measure: Measure, fromBelow: Bool
  ) -> [Int] {
    guard let index = summariser.pairSources.firstIndex(of: typical.source) else { return [] }
    let people = links(typical.person)
    let units = links(typical.unitSource)
    var ages: [UInt32: Int] = [:]
    var unreadable = 0
    for pair in summariser.pairs[index] {
      let (subject, value) = (UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair))
      let unit = units[subject].map { terms.text(TermID(rawValue: $0)) }
      guard let age = years(TermID(rawValue: value), unit: unit, typical), age <= typical.largest
      else {
        unreadable += 1
        continue
      }
      // A record that names no person stands for itself.
      let person = people[subject] ?? subject
      ages[person] = ages[person].map { fromBelow ? min($0, age) : max($0, age) } ?? age
    }
    reportUnreadable(
      unreadable, typical.source, "ages from 0 to \(typical.largest) years in years or months",
      measure)
    return ages.values.sorted()
  }

  private func links(_ property: String?) -> [UInt32: UInt32] {
    guard let property, let index = summariser.linkSources.firstIndex(of: property) else {
      return [:]
    }
    return summariser.links[index]
  }

  private func years(_ value: TermID, unit: String?, _ typical: TypicalValue) -> Int? {
    guard terms.kind(value) == .literal, let number = wholePart(terms.textBytes(value)) else {
      return nil
    }
    guard let unit, unit != typical.yearUnit else { return number }
    return unit == typical.monthUnit ? number / 12 : nil
  }

  // Digits, and a fraction that is cut off: a person of 64.9 years is 64 years old.
  private func wholePart(_ bytes: ArraySlice<UInt8>) -> Int? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(IRIForm.isDigit) }
    guard (1...2).contains(parts.count), areDigits, parts[0].count <= 6 else { return nil }
    return parts[0].reduce(0) { $0 * 10 + Int($1 & 15) }
  }
}
