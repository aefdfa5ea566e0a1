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
    var count = 0
    var subjects: [TermValue] = []
    let before = evaluator.findings.count
    evaluator.terms(map.subject, into: &subjects)
    if subjects.isEmpty, evaluator.findings.count == before {
      evaluator.reportNoSubject(map)
    }
    guard !subjects.isEmpty else { return 0 }
    let graphs = map.graphs.isEmpty ? nil : terms(map.graphs)
    for (index, subject) in subjects.enumerated() {
      let before = evaluator.findings.count
      // What is wrong with the record's values is so for all subjects, and said once.
      defer { if index > 0 { evaluator.findings.removeSubrange(before...) } }
      sink.begin(subject: evaluator.sinkTerm(subject))
      for predicateObject in map.predicateObjects
      where evaluator.isTrue(predicateObject.condition) {
        count += try statements(predicateObject, graphs: graphs, record, indexes)
      }
    }
    return count
  }

  // Graphs are nil if the owner names none; a graph that is named but null takes the statement along.
  private mutating func statements(
    _ map: PlannedPredicateObject, graphs: [TermValue]?, _ record: Int, _ indexes: [JoinIndex]
  ) throws(DiagnosedError) -> Int {
    let predicates = terms(map.predicates)
    guard !predicates.isEmpty else { return 0 }
    var names: [SinkTerm?] = [nil]
    if graphs != nil || !map.graphs.isEmpty {
      let own = terms(map.graphs)
      names = ((graphs ?? []) + own).map { evaluator.graphName($0) }
    }
    var count = 0
    for object in map.objects {
      let (objects, number) = try terms(of: object, indexes)
      for object in objects {
        let origin = SinkOrigin(
          record: record, objectMap: number, column: object.value.column,
          place: object.value.place, path: object.value.path)
        for predicate in predicates {
          for graph in names {
            sink.statement(
              predicate: evaluator.sinkTerm(predicate), object: evaluator.sinkTerm(object),
              graph: graph, origin: origin)
            count += 1
          }
        }
      }
    }
    return count
  }

  private mutating func terms(_ maps: [PlannedTerm]) -> [TermValue] {
    var terms: [TermValue] = []
    for map in maps { evaluator.terms(map, into: &terms) }
    return terms
  }

  private mutating func terms(
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
