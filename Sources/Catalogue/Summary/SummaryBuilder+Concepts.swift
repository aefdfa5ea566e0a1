// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension SummaryBuilder {
  /// The people of each concept.
  private mutating func holders(
    of source: RecordSource, _ measure: Measure, folds: Bool = false
  ) -> [String: Set<UInt32>] {
    var people: [UInt32: Set<UInt32>] = [:]
    var records: Set<UInt32> = []
    forEachValue(of: source, measure) { record, value, person in
      people[value.rawValue, default: []].insert(person)
      records.insert(record)
    }
    var holders: [String: Set<UInt32>] = [:]
    var others: [String] = []
    for (number, people) in people {
      let id = TermID(rawValue: number)
      if terms.kind(id) == .iri {
        holders[terms.text(id), default: []].formUnion(people)
      } else if folds,
        let concept = summariser.measures.aliases[MeasureSet.folded(terms.textBytes(id))]
      {
        holders[concept, default: []].formUnion(people)
      } else {
        others.append(terms.text(id))
      }
    }
    for value in others.sorted(by: byBytes) {
      report(
        SummaryRules.notAConcept, measure,
        [.sensitive("value", value), .plain("source", IRIForm.localName(source.property))])
    }
    basis.records = (basis.records ?? 0) + records.count
    basis.people = people.values.reduce(into: Set()) { $0.formUnion($1) }.count
    basis.leftOut += others.count
    return holders
  }

  // A value that was not published had at most four people then, one that was published five or
  // more: only these counts tell for certain that at least five people have changed.
  private mutating func published(
    _ holders: [String: Set<UInt32>], _ measure: Measure
  ) -> [String] {
    let least = SmallCounts.smallestPublished
    let before = previous?.values(measure.property)
    var isHeld = false
    var published: [String] = []
    for (value, people) in holders {
      let wasPublished = before?.contains(value)
      let isPublished =
        switch wasPublished {
        case nil: people.count >= least
        case true?: true
        case false?: people.count >= least - 1 + least
        }
      if isPublished { published.append(value) }
      isHeld = isHeld || isPublished != (people.count >= least)
    }
    if isHeld { reportHeld(measure) }
    return published.sorted(by: byBytes)
  }

  /// The concepts that enough people have, in the order of their IRIs.
  mutating func concepts(
    _ source: RecordSource, _ measure: Measure, folds: Bool
  ) -> [String] {
    let holders = holders(of: source, measure, folds: folds)
    let published = published(holders, measure)
    reportWithheld(holders, published, measure)
    if holders.isEmpty { reportNothing(measure) }
    return published
  }

  private mutating func reportWithheld(
    _ holders: [String: Set<UInt32>], _ published: [String], _ measure: Measure
  ) {
    let rule = published.isEmpty ? SummaryRules.smallGroups : SummaryRules.smallGroup
    for value in holders.keys.sorted(by: byBytes) where !published.contains(value) {
      report(
        rule, measure,
        [.plain("limit", SmallCounts.smallestPublished), .sensitive("value", value)])
    }
  }

  /// The concept that most people have.
  ///
  /// A published one stays until another one leads by so much that five people must have changed: one
  /// person who changes moves both counts.
  mutating func mostFrequent(_ source: RecordSource, _ measure: Measure) -> MeasuredValue {
    let holders = holders(of: source, measure)
    let ranked = holders.map { (value: $0.key, count: $0.value.count) }.sorted {
      $0.count != $1.count ? $0.count > $1.count : byBytes($0.value, $1.value)
    }
    guard let first = ranked.first else {
      reportNothing(measure)
      return .none
    }
    let least = SmallCounts.smallestPublished
    if ranked.filter({ $0.count >= least }).count > 1 {
      report(SummaryRules.severalValues, measure, [])
    }
    if let previous {
      let before = previous.values(measure.property).first
      let count = before.flatMap { holders[$0]?.count } ?? 0
      let isFar =
        before == nil ? first.count >= 2 * least - 1 : count == 0 || first.count - count >= 9
      if !isFar {
        if before != (first.count >= least ? first.value : nil) { reportHeld(measure) }
        return .concepts([before].compactMap(\.self))
      }
    }
    guard first.count >= least else {
      reportWithheld(holders, [], measure)
      return .none
    }
    return .concepts([first.value])
  }

  /// What enough people have of the codes of their concepts, in order.
  mutating func codes(
    _ sources: [RecordSource], _ measure: Measure, _ part: (CodeValue) -> String?
  ) -> [String] {
    var people: [String: Set<UInt32>] = [:]
    let reported = findings.count
    for source in sources {
      for (concept, holders) in holders(of: source, measure) {
        for code in codes(of: concept) {
          if let value = part(code) { people[value, default: []].formUnion(holders) }
        }
      }
    }
    // What is wrong with a property is said by the measure that has it to itself.
    findings.removeSubrange(reported...)
    return published(people, measure)
  }

  // Breadth first, so that the nearest concept with a code decides.
  private func codes(of concept: String) -> [CodeValue] {
    var seen: Set<String> = [concept]
    var level = [concept]
    while !level.isEmpty {
      let codes = level.sorted(by: byBytes).flatMap { summariser.measures.codes[$0] ?? [] }
      if !codes.isEmpty { return codes }
      level = level.flatMap(broader).filter { seen.insert($0).inserted }
    }
    return []
  }
}
