// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML

/// Statements from the objects of a mapping to its subjects, kept until all mappings are known.
struct YARRRMLInverse {
  /// The map whose subjects become objects.
  var map: TriplesMap
  /// The predicates with what becomes the subject.
  var statements: PredicateObjectMap
}

extension YARRRMLCompilation {
  /// Makes a triples map for every object with an inverse predicate: what was the object is its
  /// subject, so that RML can say the same.
  ///
  /// - Source: YARRRML 1.3.0 §Predicates and objects, `inversepredicates`.
  mutating func takeInverses() {
    let known = document.triplesMaps
    for (number, inverse) in inverses.enumerated() {
      let name = "\(inverse.map.name)#inverse\(number + 1)"
      for object in inverse.statements.objects {
        switch object {
        case .term(let term):
          if let map = inverted(inverse, term, condition: present(term), name: name) {
            document.triplesMaps.append(map)
          }
        case .subjects(let other, let joins, _):
          let parents = known.filter { $0.name == other }
          document.triplesMaps += parents.compactMap { parent in
            joins.isEmpty
              ? sameRecord(inverse, parent, name: name)
              : joined(inverse, parent, joins, name: name)
          }
        }
      }
    }
  }

  private func inverted(
    _ inverse: YARRRMLInverse, _ term: TermMap, condition: [FunctionCall], name: String
  ) -> TriplesMap? {
    guard term.kind != .literal else {
      reader.report(Finding(YARRRMLRules.inverseLiteral, at: term.place))
      return nil
    }
    let (map, statements) = (inverse.map, inverse.statements)
    // A blank node of the record is known by its mapping only.
    let object: ObjectMap =
      map.subject.isRecordNode
      ? .subjects(of: map.name, joins: [], place: statements.place) : .term(map.subject)
    return TriplesMap(
      name: name, source: map.source, subject: term, graphs: map.graphs + statements.graphs,
      condition: Self.all(
        of: [map.condition, statements.condition].compactMap(\.self) + condition),
      predicateObjects: [
        PredicateObjectMap(
          predicates: statements.predicates, objects: [object], place: statements.place)
      ], place: statements.place)
  }

  // A mapping of the same source gives the subject that the same record has there.
  private func sameRecord(
    _ inverse: YARRRMLInverse, _ parent: TriplesMap, name: String
  ) -> TriplesMap? {
    guard parent.source == inverse.map.source, isNamed(parent, for: inverse) else { return nil }
    return inverted(
      inverse, parent.subject, condition: [parent.condition].compactMap(\.self), name: name)
  }

  private func isNamed(_ parent: TriplesMap, for inverse: YARRRMLInverse) -> Bool {
    guard parent.subject.isRecordNode else { return true }
    reader.report(
      Finding(
        YARRRMLRules.inverseBlank, at: inverse.statements.place, [.plain("name", parent.name)]))
    return false
  }

  // The join read from the other side; what depends on this side's record cannot be asked there.
  private func joined(
    _ inverse: YARRRMLInverse, _ parent: TriplesMap, _ joins: [JoinCondition], name: String
  ) -> TriplesMap? {
    guard isNamed(parent, for: inverse) else { return nil }
    let (map, statements) = (inverse.map, inverse.statements)
    let graphs = map.graphs + statements.graphs
    let isPlain = graphs.allSatisfy { if case .constant = $0.expression { true } else { false } }
    guard isPlain, statements.condition == nil else {
      reader.report(Finding(YARRRMLRules.inverseJoin, at: statements.place))
      return nil
    }
    let turned = joins.map { JoinCondition(child: $0.parent, parent: $0.child, place: $0.place) }
    return TriplesMap(
      name: name, source: parent.source, subject: parent.subject, graphs: graphs,
      condition: parent.condition,
      predicateObjects: [
        PredicateObjectMap(
          predicates: statements.predicates,
          objects: [.subjects(of: map.name, joins: turned, place: statements.place)],
          place: statements.place)
      ], place: statements.place)
  }

  // An object that a record lacks is no fault, a subject would be one: such records are left out.
  private func present(_ term: TermMap) -> [FunctionCall] {
    let values: [Expression] =
      switch term.expression {
      case .constant: []
      case .reference, .function: [term.expression]
      case .template(let parts):
        parts.compactMap { part in
          guard case .reference(let name, let place) = part else { return nil }
          return .reference(name, place: place)
        }
      }
    return values.map { value in
      let isNull = FunctionCall(
        function: YARRRMLPrefixes.idlab + "isNull",
        arguments: [
          FunctionCall.Argument(
            parameter: YARRRMLPrefixes.idlab + "str", value: value, place: term.place)
        ], place: term.place)
      return FunctionCall(
        function: YARRRMLPrefixes.grel + "boolean_not",
        arguments: [
          FunctionCall.Argument(
            parameter: YARRRMLPrefixes.grel + "bool_b", value: .function(isNull),
            place: term.place)
        ], place: term.place)
    }
  }
}
