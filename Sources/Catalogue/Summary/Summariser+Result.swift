// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

extension Summariser {
  /// What the statements taken so far say.
  ///
  /// - Parameters:
  ///   - terms: the table that the batches named terms by.
  ///   - findings: receives what was withheld or left out, and why.
  /// - Returns: a value for each measure, in the order of the measures.
  /// - Complexity: O(n log n) in the values of the measured properties.
  package func summary(terms: TermTable, findings: inout [Finding]) -> DatasetSummary {
    var result = SummaryBuilder(summariser: self, terms: terms)
    let properties = measures.measures.map { measure in
      MeasuredProperty(measure.property, result.value(of: measure))
    }
    if hasTooManyClasses {
      result.findings.append(
        Finding(SummaryRules.tooManyClasses, at: nil, [.plain("limit", Self.classLimit)]))
    }
    findings += result.findings
    return DatasetSummary(properties)
  }
}

/// Turns what was collected into values that may be published.
struct SummaryBuilder {
  let summariser: Summariser
  let terms: TermTable
  var findings: [Finding] = []

  mutating func value(of measure: Measure) -> MeasuredValue {
    let value: MeasuredValue =
      switch measure.method {
      case .instanceCount(let name): count(of: name, measure)
      case .valueSet(let source): .concepts(concepts(of: source, measure))
      case .mostFrequentValue(let source): mostFrequent(source, measure)
      case .typicalMinimum(let typical): typicalValue(typical, measure, fromBelow: true)
      case .typicalMaximum(let typical): typicalValue(typical, measure, fromBelow: false)
      case .yearInterval(let source): years(of: source, measure)
      case .structuredData: .flag(!summariser.columns.isEmpty)
      case .variables: .variables(tables())
      }
    if value == .concepts([]) || value == .variables([]) || value == .count(.exact(0)) {
      reportNothing(measure)
      return .none
    }
    return value
  }

  mutating func report(
    _ rule: FindingRule, _ measure: Measure, _ arguments: [FindingArgument] = []
  ) {
    let property = FindingArgument.plain("property", IRIForm.localName(measure.property))
    findings.append(Finding(rule, at: nil, [property] + arguments))
  }

  // What the profile only recommends may be absent without a word.
  mutating func reportNothing(_ measure: Measure) {
    let source = IRIForm.localName(measure.source ?? summariser.measures.model)
    if measure.isMandatory {
      report(SummaryRules.nothingMeasured, measure, [.plain("source", source)])
    }
  }

  private mutating func count(of name: String, _ measure: Measure) -> MeasuredValue {
    let index = summariser.classes.firstIndex(of: name)
    let count = PublishedCount(index.map { summariser.classCounts[$0] } ?? 0)
    if count == .withheld {
      report(
        SummaryRules.smallCount, measure,
        [
          .plain("limit", SmallCounts.smallestPublished),
          .plain("class", IRIForm.localName(name)),
        ])
    }
    return .count(count)
  }

  /// The number of records for each concept, in the order of the concepts' IRIs.
  private mutating func holders(of source: String, _ measure: Measure) -> [(String, Int)] {
    guard let index = summariser.pairSources.firstIndex(of: source) else { return [] }
    var counts: [UInt32: Int] = [:]
    for pair in summariser.pairs[index] {
      counts[UInt32(truncatingIfNeeded: pair), default: 0] += 1
    }
    var result: [(String, Int)] = []
    var others: [String] = []
    for (number, count) in counts {
      let id = TermID(rawValue: number)
      if terms.kind(id) == .iri {
        result.append((terms.text(id), count))
      } else {
        others.append(terms.text(id))
      }
    }
    for value in Set(others).sorted(by: byBytes) {
      report(
        SummaryRules.notAConcept, measure,
        [.sensitive("value", value), .plain("source", IRIForm.localName(source))])
    }
    return result.sorted { byBytes($0.0, $1.0) }
  }

  private func byBytes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  // As soon as one count is small, a total minus the others would reveal it: all are withheld.
  private mutating func concepts(of source: String, _ measure: Measure) -> [MeasuredConcept] {
    let holders = holders(of: source, measure)
    let small = holders.filter { SmallCounts.isSmall($0.1) }
    for (value, _) in small {
      report(
        SummaryRules.smallGroup, measure,
        [.plain("limit", SmallCounts.smallestPublished), .sensitive("value", value)])
    }
    return holders.map {
      MeasuredConcept($0.0, count: small.isEmpty ? PublishedCount($0.1) : .withheld)
    }
  }

  private mutating func mostFrequent(_ source: String, _ measure: Measure) -> MeasuredValue {
    let holders = holders(of: source, measure)
    guard let most = holders.map(\.1).max(), let first = holders.first(where: { $0.1 == most })
    else { return .concepts([]) }
    if holders.count > 1 {
      report(SummaryRules.severalValues, measure, [.plain("count", holders.count)])
    }
    let isSmall = holders.contains { SmallCounts.isSmall($0.1) }
    return .concepts([
      MeasuredConcept(first.0, count: isSmall ? .withheld : PublishedCount(first.1))
    ])
  }

  private mutating func years(of source: String, _ measure: Measure) -> MeasuredValue {
    guard let index = summariser.valueSources.firstIndex(of: source) else { return .none }
    var years: [Int] = []
    var unreadable = 0
    for number in summariser.values[index] {
      if let year = year(TermID(rawValue: number)) { years.append(year) } else { unreadable += 1 }
    }
    reportUnreadable(unreadable, source, "dates that begin with a year of four digits", measure)
    guard let first = years.min(), let last = years.max() else {
      reportNothing(measure)
      return .none
    }
    return .yearInterval(first: first, last: last)
  }

  private func year(_ date: TermID) -> Int? {
    guard terms.kind(date) == .literal else { return nil }
    let bytes = terms.textBytes(date)
    let digits = bytes.prefix(4)
    guard digits.count == 4, digits.allSatisfy(IRIForm.isDigit),
      bytes.count == 4 || bytes[bytes.startIndex + 4] == UInt8(ascii: "-")
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  mutating func reportUnreadable(
    _ count: Int, _ source: String, _ expected: String, _ measure: Measure
  ) {
    guard count > 0 else { return }
    // Of a few values not even their number is told.
    let words = PublishedCount(count).value.map(String.init) ?? "some"
    report(
      SummaryRules.unreadableValues, measure,
      [
        .plain("count", words), .plain("source", IRIForm.localName(source)),
        .plain("expected", expected),
      ])
  }

  private func tables() -> [VariableTable] {
    var columns: [Int: [VariableColumn]] = [:]
    for (key, kind) in summariser.columns {
      let property = terms.text(TermID(rawValue: UInt32(truncatingIfNeeded: key)))
      let column = VariableColumn(property: property, datatype: datatype(kind))
      columns[Int(key >> 32), default: []].append(column)
    }
    return columns.map { bit, columns in
      VariableTable(
        class: summariser.classes[bit],
        columns: columns.sorted { byBytes($0.property, $1.property) })
    }.sorted { byBytes($0.class, $1.class) }
  }

  private func datatype(_ kind: Summariser.ColumnKind) -> String {
    switch kind {
    case .iri: XSD.anyURI
    case .typed(let datatype): terms.text(TermID(rawValue: datatype))
    case .text, .mixed: XSD.string
    }
  }
}
