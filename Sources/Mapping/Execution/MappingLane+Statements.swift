// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RecordIO

extension MappingLane {
  /// Makes the statements of one map for the selected record.
  ///
  /// - Returns: how many, `nil` if the map's condition left the record out.
  /// - Throws: ``MappingRules/joinFanOut``.
  mutating func statements(
    of map: PlannedMap, _ record: Int, _ indexes: [JoinIndex]
  ) throws(DiagnosedError) -> Int? {
    guard evaluator.isTrue(map.condition) else { return nil }
    let before = evaluator.findings.count
    let graphs = map.graphs.isEmpty ? nil : terms(map.graphs)
    // The members of a list as a subject are in the first graph of the map.
    let subjects = try heads(of: map.subject, in: graphs?.first, indexes)
    if subjects.isEmpty, evaluator.findings.count == before, map.subject.gathering == nil {
      evaluator.reportNoSubject(map)
    }
    var count = 0
    for (index, subject) in subjects.enumerated() {
      let before = evaluator.findings.count
      // What is wrong with the record's values is so for all subjects, and said once.
      defer { if index > 0 { evaluator.findings.removeSubrange(before...) } }
      sink.begin(subject: evaluator.sinkTerm(subject))
      for predicateObject in map.predicateObjects
      where evaluator.isTrue(predicateObject.condition) {
        count += try statements(
          predicateObject, of: subject, graphs: graphs, record, indexes)
      }
    }
    return count + writeLists()
  }

  // Graphs are nil if the owner names none; a graph that is named but null takes the statement along.
  private mutating func statements(
    _ map: PlannedPredicateObject, of subject: TermValue, graphs: [TermValue]?, _ record: Int,
    _ indexes: [JoinIndex]
  ) throws(DiagnosedError) -> Int {
    let predicates = terms(map.predicates)
    guard !predicates.isEmpty else { return 0 }
    var names: [TermValue?] = [nil]
    if graphs != nil || !map.graphs.isEmpty { names = (graphs ?? []) + terms(map.graphs) }
    var count = 0
    for object in map.objects {
      if case .term(let term, let number) = object, term.gathering != nil {
        // The head and its members belong to one graph.
        for name in names {
          let heads = try heads(of: term, in: name, indexes)
          count += write(heads, number, of: subject, predicates, [name])
        }
      } else {
        let (objects, number) = try terms(of: object, indexes)
        count += write(objects, number, of: subject, predicates, names)
      }
    }
    return count
  }

  private mutating func write(
    _ objects: [TermValue], _ number: UInt32, of subject: TermValue, _ predicates: [TermValue],
    _ graphs: [TermValue?]
  ) -> Int {
    let names = graphs.map { graph in
      (term: graph.flatMap { evaluator.graphName($0) }, targets: graph?.targets ?? TargetSet())
    }
    for object in objects {
      let both = subject.targets.union(object.targets)
      for predicate in predicates {
        for graph in names {
          let targets = both.union(predicate.targets).union(graph.targets)
          let origin = SinkOrigin(
            record: evaluator.record, objectMap: number, column: object.value.column,
            place: object.value.place, targets: targets, path: object.value.path)
          sink.statement(
            predicate: evaluator.sinkTerm(predicate), object: evaluator.sinkTerm(object),
            graph: graph.term, origin: origin)
        }
      }
    }
    return objects.count * predicates.count * names.count
  }

  private mutating func terms(_ maps: [PlannedTerm]) -> [TermValue] {
    var terms: [TermValue] = []
    for map in maps { evaluator.terms(map, into: &terms) }
    return terms
  }

  mutating func terms(
    of object: PlannedObject, _ indexes: [JoinIndex]
  ) throws(DiagnosedError) -> ([TermValue], UInt32) {
    var terms: [TermValue] = []
    switch object {
    case .term(let map, let origin):
      evaluator.terms(map, into: &terms)
      return (terms, origin)
    case .sameRecord(let map, let condition, let origin):
      if evaluator.isTrue(condition) { evaluator.terms(map, into: &terms) }
      return (terms, origin)
    case .joined(let join, let keys, let origin):
      for key in evaluator.joinKeys(keys) {
        let matches = try indexes[join].subjects(for: key[...])
        if matches.count > JoinIndex.fanOutLimit {
          throw DiagnosedError(
            MappingRules.joinFanOut, at: evaluator.batch.place(record: evaluator.record),
            [
              .plain("limit", JoinIndex.fanOutLimit),
              .plain("mapping", evaluator.plan.joins[join].parentName),
            ])
        }
        for match in matches {
          terms.append(
            TermValue(
              value: evaluator.adopt(match.bytes), kind: match.isBlankNode ? .blankNode : .iri,
              annotation: AnnotationID(rawValue: 0)))
        }
      }
      return (terms, origin)
    }
  }
}
