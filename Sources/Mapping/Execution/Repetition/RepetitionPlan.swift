// SPDX-License-Identifier: Apache-2.0

/// Finds out, before anything runs, which maps can say something twice.
///
/// - Complexity: O(n²) in the number of statements that the mapping describes.
struct RepetitionPlan {
  private struct Statement {
    let predicate: TermPattern
    /// `nil` for subjects out of a join, which can be any IRI or blank node.
    let object: TermPattern?

    func canEqual(_ other: Statement) -> Bool {
      guard predicate.canEqual(other.predicate) else { return false }
      guard let object, let theirs = other.object else { return true }
      return object.canEqual(theirs)
    }
  }

  private struct Map {
    let subject: TermPattern
    let statements: [Statement]

    func canMeet(_ other: Map) -> Bool {
      subject.canEqual(other.subject)
        && statements.contains { own in other.statements.contains { own.canEqual($0) } }
    }
  }

  /// How each map of each source is treated.
  let repetitions: [[MapRepetition]]

  /// Looks at a plan.
  ///
  /// - Parameters:
  ///   - plan: the compiled mapping.
  ///   - writesGraphs: whether statements of different graphs are different lines.
  init(_ plan: MappingPlan, writesGraphs: Bool) {
    var maps: [(source: Int, map: PlannedMap, shape: Map)] = []
    for (source, planned) in plan.sources.enumerated() {
      for map in planned.maps { maps.append((source, map, Self.shape(map, plan))) }
    }
    // Maps that can meet get the least number among them, step by step until nothing changes.
    var groups = Array(maps.indices)
    var meets = [Bool](repeating: false, count: maps.count)
    for one in maps.indices {
      for other in maps.indices where other > one && maps[one].shape.canMeet(maps[other].shape) {
        meets[one] = true
        meets[other] = true
        let (from, to) = (max(groups[one], groups[other]), min(groups[one], groups[other]))
        for index in groups.indices where groups[index] == from { groups[index] = to }
      }
    }
    // Elsewhere a record can name several subjects at once, one of which came before.
    func hasOneValueACell(_ source: PlannedSource) -> Bool {
      source.logical.formulation == .csv && source.logical.view == nil
    }
    var repetitions: [[MapRepetition]] = plan.sources.map { _ in [] }
    for (index, entry) in maps.enumerated() {
      let inside = Self.canRepeatInside(entry.map, entry.shape, writesGraphs: writesGraphs)
      let key = Self.identifies(entry.map.subject, plan.sources[entry.source], plan)
      repetitions[entry.source].append(
        MapRepetition(
          group: UInt64(groups[index] + 1) &* 0x9E37_79B9_7F4A_7C15, map: UInt64(index + 1),
          isChecked: inside || meets[index] || !key.isUnique,
          mayDiffer: meets[index] || !hasOneValueACell(plan.sources[entry.source])
            || !(key.isInjective && Self.readsSubjectOnly(entry.map)),
          mayRepeatInside: inside))
    }
    self.repetitions = repetitions
  }

  private static func shape(_ map: PlannedMap, _ plan: MappingPlan) -> Map {
    var statements: [Statement] = []
    for predicateObject in map.predicateObjects {
      for predicate in predicateObject.predicates {
        let pattern = TermPattern(predicate, plan)
        for object in predicateObject.objects {
          switch object {
          case .term(let term, _) where term.gathering != nil:
            statements.append(Statement(predicate: pattern, object: nil))
          case .term(let term, _), .sameRecord(let term, _, _):
            statements.append(
              Statement(predicate: pattern, object: TermPattern(term, plan)))
          case .joined: statements.append(Statement(predicate: pattern, object: nil))
          }
        }
      }
    }
    return Map(subject: TermPattern(map.subject, plan), statements: statements)
  }

  private static func canRepeatInside(
    _ map: PlannedMap, _ shape: Map, writesGraphs: Bool
  ) -> Bool {
    let graphs = map.predicateObjects.map { map.graphs.count + $0.graphs.count }.max() ?? 0
    if graphs > 1 { return true }
    for (index, one) in shape.statements.enumerated() {
      if shape.statements[(index + 1)...].contains(where: { one.canEqual($0) }) { return true }
    }
    return false
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
