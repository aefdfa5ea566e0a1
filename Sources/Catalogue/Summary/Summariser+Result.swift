// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

extension Summariser {
  /// What the statements taken so far say.
  ///
  /// - Parameters:
  ///   - terms: the table that the batches named terms by.
  ///   - variables: the tables that the mapping fills.
  ///   - previous: what the publication before said; `nil` for a first publication.
  ///   - broader: the concepts that are directly broader than one, by IRIs.
  ///   - findings: receives what was withheld, held or left out, and why.
  /// - Returns: a value for each measure, in the order of the measures.
  /// - Complexity: O(n log n) in the values of the measured properties.
  package func summary(
    terms: TermTable, variables: [VariableTable] = [], previous: PublishedFigures? = nil,
    broader: (String) -> [String] = { _ in [] }, findings: inout [Finding]
  ) -> DatasetSummary {
    withoutActuallyEscaping(broader) { broader in
      var result = SummaryBuilder(
        summariser: self, terms: terms, variables: variables, previous: previous, broader: broader)
      let properties = measures.measures.map { result.property($0) }
      findings += result.findings
      return DatasetSummary(properties)
    }
  }
}

/// Turns what was collected into values that may be published.
struct SummaryBuilder {
  let summariser: Summariser
  let terms: TermTable
  let variables: [VariableTable]
  let previous: PublishedFigures?
  let broader: (String) -> [String]
  var findings: [Finding] = []
  /// What the measure at hand was computed from.
  var basis = MeasureBasis()

  // A record that names no person belongs to this one.
  static let nobody = UInt32.max

  mutating func property(_ measure: Measure) -> MeasuredProperty {
    basis = MeasureBasis()
    var value = value(of: measure)
    switch value {
    case .concepts([]), .texts([]), .variables([]): value = .none
    default: break
    }
    return MeasuredProperty(measure, value, basis: basis)
  }

  private mutating func value(of measure: Measure) -> MeasuredValue {
    switch measure.method {
    case .instanceCount(let name):
      let index = summariser.classes.firstIndex(of: name)
      return count(index.map { summariser.instances[$0].count } ?? 0, of: name, measure)
    case .linkedCount(let linked): return count(linkedRecords(linked), of: linked.link, measure)
    case .valueSet(let source, let folds): return .concepts(concepts(source, measure, folds: folds))
    case .mostFrequentValue(let source): return mostFrequent(source, measure)
    case .codeValues(let sources):
      return .texts(codes(sources, measure) { $0.text })
    case .codingSystems(let sources):
      return .concepts(codes(sources, measure) { $0.system })
    case .typicalMinimum(let typical): return typicalValue(typical, measure, fromBelow: true)
    case .typicalMaximum(let typical): return typicalValue(typical, measure, fromBelow: false)
    case .yearInterval(let typical): return years(typical, measure)
    case .typicalLength(let typical): return length(typical, measure)
    case .structuredData: return .flag(summariser.hasRecords && !variables.isEmpty)
    case .variables:
      if !summariser.hasRecords || variables.isEmpty { reportNothing(measure) }
      return .variables(summariser.hasRecords ? variables : [])
    }
  }

  mutating func report(
    _ rule: FindingRule, _ measure: Measure, _ arguments: [FindingArgument] = []
  ) {
    let property = FindingArgument.plain("property", IRIForm.localName(measure.property))
    findings.append(Finding(rule, at: nil, [property] + arguments))
  }

  // What the profile only recommends may be absent without a word.
  mutating func reportNothing(_ measure: Measure) {
    guard measure.isMandatory else { return }
    let source = measure.properties.first ?? measure.countedClass ?? summariser.measures.model
    report(
      SummaryRules.nothingMeasured, measure, [.plain("source", IRIForm.localName(source))])
  }

  mutating func reportHeld(_ measure: Measure) {
    basis.isHeld = true
    report(
      SummaryRules.figureHeld, measure, [.plain("limit", SmallCounts.smallestPublished)])
  }

  private mutating func count(_ count: Int, of name: String, _ measure: Measure) -> MeasuredValue {
    basis.records = count
    let published = SmallCounts.published(count, after: previous?.count(measure.property))
    if published != PublishedCount(count) {
      reportHeld(measure)
    } else if count == 0 {
      reportNothing(measure)
    } else if published == .withheld {
      report(
        SummaryRules.smallCount, measure,
        [
          .plain("limit", SmallCounts.smallestPublished),
          .plain("class", IRIForm.localName(name)),
        ])
    }
    return published == .withheld ? .none : .count(published)
  }

  private func linkedRecords(_ linked: LinkedRecords) -> Int {
    guard let index = summariser.pairSources.firstIndex(of: linked.source),
      let value = terms.id(of: .iri(linked.value))
    else { return 0 }
    let links = links(linked.link)
    var records: Set<UInt32> = []
    for pair in summariser.pairs[index] where UInt32(truncatingIfNeeded: pair) == value.rawValue {
      let subject = UInt32(pair >> 32)
      records.insert(links[subject] ?? subject)
    }
    return records.count
  }

  func links(_ property: String?) -> [UInt32: UInt32] {
    guard let property, let index = summariser.linkSources.firstIndex(of: property) else {
      return [:]
    }
    return summariser.links[index]
  }

  /// Calls `body` with each value of a property, its record and the person of that record.
  ///
  /// Records that lead to no person count together as those of one: that they are of five people
  /// cannot be known.
  mutating func forEachValue(
    of source: RecordSource, _ measure: Measure,
    _ body: (_ record: UInt32, _ value: TermID, _ person: UInt32) -> Void
  ) {
    guard let index = summariser.pairSources.firstIndex(of: source.property) else { return }
    let path = source.person.map(links)
    var unlinked = 0
    for pair in summariser.pairs[index] {
      let record = UInt32(pair >> 32)
      var person: UInt32? = record
      for links in path { person = person.flatMap { links[$0] } }
      if person == nil { unlinked += 1 }
      body(record, TermID(rawValue: UInt32(truncatingIfNeeded: pair)), person ?? Self.nobody)
    }
    if unlinked > 0 {
      report(
        SummaryRules.unlinkedRecords, measure,
        [
          .plain("count", Self.words(unlinked)),
          .plain("source", IRIForm.localName(source.property)),
          .plain("path", source.person.map(IRIForm.localName).joined(separator: ", ")),
        ])
    }
  }

  // Of a few values not even their number is told.
  static func words(_ count: Int) -> String {
    SmallCounts.isSmall(count) ? "some" : String(count)
  }

  mutating func reportUnreadable(
    _ count: Int, _ source: String, _ expected: String, _ measure: Measure
  ) {
    guard count > 0 else { return }
    basis.leftOut = count
    report(
      SummaryRules.unreadableValues, measure,
      [
        .plain("count", Self.words(count)), .plain("source", IRIForm.localName(source)),
        .plain("expected", expected),
      ])
  }

  func byBytes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
