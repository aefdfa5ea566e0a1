// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// A list or container of one record, complete, to be written behind the record's own statements.
struct GatheredList {
  let head: OwnedTerm
  let graph: OwnedTerm?
  let form: Gathering.Form
  let members: [OwnedTerm]
  let targets: TargetSet
}

extension MappingLane {
  /// The heads that a gathering makes of the selected record for one graph.
  ///
  /// What belongs to the heads waits in ``lists``, or in ``parts`` if other records may add to it.
  /// - Throws: ``MappingRules/joinFanOut``.
  mutating func heads(
    of term: PlannedTerm, in graph: TermValue?, _ indexes: [JoinIndex]
  ) throws(DiagnosedError) -> [TermValue] {
    guard let gathering = term.gathering else {
      var terms: [TermValue] = []
      evaluator.terms(term, into: &terms)
      return terms
    }
    let lists = try members(of: gathering, in: graph, indexes)
    var heads: [TermValue] = []
    for members in lists {
      if members.isEmpty, !gathering.allowsEmpty { continue }
      // An empty list has no cell that could have a name.
      if members.isEmpty, gathering.form == .list {
        heads.append(iri(RDF.nil, targets: term.targets))
        continue
      }
      for head in names(of: term, gathering, in: graph) {
        heads.append(head)
        keep(members, under: head, of: term, gathering, in: graph)
      }
    }
    return heads
  }

  // One list of members, or one for each combination.
  private mutating func members(
    of gathering: PlannedGathering, in graph: TermValue?, _ indexes: [JoinIndex]
  ) throws(DiagnosedError) -> [[TermValue]] {
    var choices: [[TermValue]] = []
    for member in gathering.members {
      if case .term(let term, _) = member, term.gathering != nil {
        choices.append(try heads(of: term, in: graph, indexes))
      } else {
        choices.append(try terms(of: member, indexes).0)
      }
    }
    if gathering.strategy == .append { return [choices.flatMap { $0 }] }
    guard let combinations = evaluator.combinations(choices.map(\.count)) else { return [] }
    return (0..<combinations.count).map { number in
      zip(choices, combinations.picks(number)).map { $0[$1] }
    }
  }

  private mutating func names(
    of term: PlannedTerm, _ gathering: PlannedGathering, in graph: TermValue?
  ) -> [TermValue] {
    guard term.isNamedGathering else {
      gatheredCount += 1
      let label = evaluator.recordLabel(
        "G\(gathering.number)N\(gatheredCount)")
      var head = TermValue(
        value: evaluator.adopt(label[...]), kind: .blankNode, annotation: .init(rawValue: 0))
      head.targets = term.targets
      return [head]
    }
    var heads: [TermValue] = []
    evaluator.terms(term, into: &heads)
    guard let graph else { return heads }
    // A blank node of one name is another one in another graph.
    let name = Array(evaluator.bytes(graph.value))
    return heads.map { head in
      guard head.kind == .blankNode else { return head }
      var scoped = head
      let label = Array(evaluator.bytes(head.value)) + [2] + name
      scoped.value = evaluator.adopt(label[...])
      return scoped
    }
  }

  private mutating func keep(
    _ members: [TermValue], under head: TermValue, of term: PlannedTerm,
    _ gathering: PlannedGathering, in graph: TermValue?
  ) {
    let owned = members.map { OwnedTerm(evaluator.sinkTerm($0)) }
    let name = graph.flatMap { evaluator.graphName($0) }.map { OwnedTerm($0) }
    let top = OwnedTerm(evaluator.sinkTerm(head))
    if term.isNamedGathering {
      parts.append(
        GatheredPart(
          head: top, graph: name, form: gathering.form, members: owned, targets: term.targets,
          record: evaluator.record))
    } else {
      lists.append(
        GatheredList(
          head: top, graph: name, form: gathering.form, members: owned, targets: term.targets))
    }
  }

  private mutating func iri(_ text: String, targets: TargetSet) -> TermValue {
    var term = TermValue(
      value: evaluator.adopt(Array(text.utf8)[...]), kind: .iri,
      annotation: .init(rawValue: 0))
    term.targets = targets
    return term
  }

  /// Writes the lists that the selected record has completed.
  ///
  /// - Returns: how many statements.
  mutating func writeLists() -> Int {
    if lists.isEmpty { return 0 }
    var count = 0
    var annotations = evaluator.annotations
    for list in lists {
      let origin = SinkOrigin(
        record: evaluator.record, objectMap: 0, column: -1, place: 0, targets: list.targets,
        path: 0)
      let graph = list.graph?.sinkTerm(&annotations)
      var subject: OwnedTerm?
      ListShape.forEachStatement(
        head: list.head, graph: list.graph, list.form, list.members
      ) { cell, predicate, object in
        if subject != cell { sink.begin(subject: cell.sinkTerm(&annotations)) }
        subject = cell
        sink.statement(
          predicate: predicate.sinkTerm(&annotations), object: object.sinkTerm(&annotations),
          graph: graph, origin: origin)
        count += 1
      }
    }
    lists.removeAll(keepingCapacity: true)
    return count
  }
}
