// SPDX-License-Identifier: Apache-2.0

/// Finds out, before anything runs, which maps can say something twice.
///
/// - Complexity: O(n log n) in the number n of statements that the mapping describes.
struct RepetitionPlan {
  /// How each map of each source is treated.
  let repetitions: [[MapRepetition]]

  /// Looks at a plan.
  ///
  /// - Parameter plan: the compiled mapping.
  init(_ plan: MappingPlan) {
    var maps: [(source: Int, map: PlannedMap, patterns: [StatementPattern])] = []
    for (source, planned) in plan.sources.enumerated() {
      for map in planned.maps { maps.append((source, map, Self.patterns(map, plan))) }
    }
    // Maps that can meet get the least number among them.
    var groups = ConnectedGroups(count: maps.count)
    var meets = [Bool](repeating: false, count: maps.count)
    let entries = maps.enumerated().flatMap { number, entry in
      entry.patterns.map { StatementClashes.Entry(pattern: $0, owner: number) }
    }
    StatementClashes.forEach(in: entries) { one, other in
      meets[one] = true
      meets[other] = true
      groups.connect(one, other)
    }
    // Elsewhere a record can name several subjects at once, one of which came before.
    func hasOneValueACell(_ source: PlannedSource) -> Bool {
      source.logical.formulation == .csv && source.logical.view == nil
    }
    var repetitions: [[MapRepetition]] = plan.sources.map { _ in [] }
    for (index, entry) in maps.enumerated() {
      let inside = Self.canRepeatInside(entry.map, entry.patterns)
      let key = Self.identifies(entry.map.subject, plan.sources[entry.source], plan)
      repetitions[entry.source].append(
        MapRepetition(
          group: UInt64(groups.group(of: index) + 1) &* 0x9E37_79B9_7F4A_7C15,
          map: UInt64(index + 1),
          isChecked: inside || meets[index] || !key.isUnique,
          mayDiffer: meets[index] || !hasOneValueACell(plan.sources[entry.source])
            || !(key.isInjective && Self.readsSubjectOnly(entry.map)),
          mayRepeatInside: inside))
    }
    self.repetitions = repetitions
  }

  private static func patterns(_ map: PlannedMap, _ plan: MappingPlan) -> [StatementPattern] {
    let subject = TermPattern(map.subject, plan)
    var patterns: [StatementPattern] = []
    for predicateObject in map.predicateObjects {
      let objects = predicateObject.objects.map { object -> TermPattern? in
        switch object {
        case .term(let term, _) where term.gathering != nil: nil
        case .term(let term, _), .sameRecord(let term, _, _): TermPattern(term, plan)
        case .joined: nil
        }
      }
      for predicate in predicateObject.predicates.map({ TermPattern($0, plan) }) {
        for object in objects {
          patterns.append(
            StatementPattern(subject: subject, predicate: predicate, object: object))
        }
      }
    }
    return patterns
  }

  private static func canRepeatInside(
    _ map: PlannedMap, _ patterns: [StatementPattern]
  ) -> Bool {
    let graphs = map.predicateObjects.map { map.graphs.count + $0.graphs.count }.max() ?? 0
    if graphs > 1 { return true }
    var repeats = false
    let entries = patterns.enumerated().map {
      StatementClashes.Entry(pattern: $0.element, owner: $0.offset)
    }
    StatementClashes.forEach(in: entries) { _, _ in repeats = true }
    return repeats
  }

  // Whether every record has a subject of its own, by a declared key, and whether one subject can come
  // from other values of its columns.
  private static func identifies(
    _ subject: PlannedTerm, _ source: PlannedSource, _ plan: MappingPlan
  ) -> (isUnique: Bool, isInjective: Bool) {
    guard subject.kind == .iri, case .template(let pieces) = subject.expression else {
      if case .reference = subject.expression { return (isKey(subject, source), true) }
      return (false, false)
    }
    var previousIsReference = false
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .reference:
        if previousIsReference { return (false, false) }
        previousIsReference = true
      case .text(let range):
        // Between two values only what percent-encoding takes out of values tells them apart.
        let text = plan.pool[Int(range.start)..<Int(range.start + range.count)]
        let isBetween = index > 0 && index < pieces.count - 1
        if isBetween,
          !text.contains(where: { $0 < 0x80 && !IRISafeText.isUnreserved($0) && $0 != 0x25 })
        {
          return (false, false)
        }
        previousIsReference = false
      }
    }
    return (isKey(subject, source), true)
  }

  private static func isKey(_ subject: PlannedTerm, _ source: PlannedSource) -> Bool {
    let key = source.logical.key
    let read = Set(subject.columns.map { source.references[$0].text })
    return !key.isEmpty && key.allSatisfy { read.contains($0) }
  }

  private static func readsSubjectOnly(_ map: PlannedMap) -> Bool {
    let columns = Set(map.subject.columns)
    func reads(_ term: PlannedTerm) -> Bool {
      if term.gathering != nil { return false }
      if case .call = term.expression { return false }
      if case .expression = term.datatype { return false }
      if case .expression = term.language { return false }
      return term.columns.allSatisfy { columns.contains($0) }
    }
    return map.condition == nil && map.graphs.allSatisfy(reads)
      && map.predicateObjects.allSatisfy { predicateObject in
        predicateObject.condition == nil && predicateObject.predicates.allSatisfy(reads)
          && predicateObject.graphs.allSatisfy(reads)
          && predicateObject.objects.allSatisfy { object in
            if case .term(let term, _) = object { reads(term) } else { false }
          }
      }
  }
}
