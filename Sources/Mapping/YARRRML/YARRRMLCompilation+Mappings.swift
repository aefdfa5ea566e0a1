// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML

extension YARRRMLCompilation {
  /// Compiles a mapping into a triples map for each of its sources and subjects.
  ///
  /// - Source: YARRRML 1.3.0 §Mappings.
  mutating func takeMapping(_ entry: YAMLEntry) {
    let name = entry.key.text ?? ""
    guard let mapping = open(entry.value, YARRRMLKeys.mapping) else { return }
    let sources =
      mapping.required("sources", as: .node).map { sourceIndexes($0, mapping: name) } ?? []
    let subjects = subjects(mapping)
    let graphs = graphs(mapping)
    let condition = condition(mapping)
    var turned: [PredicateObjectMap] = []
    let predicateObjects = predicateObjects(mapping, inverse: &turned)
    if mapping.value("predicateobjects") == nil {
      reader.report(YARRRMLRules.noStatements, at: entry.key, [.plain("name", name)])
    }
    var firsts: [TriplesMap] = []
    for source in sources {
      for subject in subjects {
        let map = TriplesMap(
          name: name, source: source, subject: subject, graphs: graphs, condition: condition,
          predicateObjects: predicateObjects, place: entry.key.place)
        document.triplesMaps.append(map)
        firsts.append(map)
      }
    }
    for statements in turned { takeInverse(statements, of: firsts) }
  }

  // A link across a join names all maps of the mapping at once, so it is turned once only.
  private mutating func takeInverse(_ statements: PredicateObjectMap, of maps: [TriplesMap]) {
    for object in statements.objects {
      var single = statements
      single.objects = [object]
      var isJoin = false
      if case .subjects(_, let joins, _) = object { isJoin = !joins.isEmpty }
      inverses += (isJoin ? maps.prefix(1) : maps[...]).map {
        YARRRMLInverse(map: $0, statements: single)
      }
    }
  }

  // Without a subject, or with null for it, every record has a blank node of its own.
  private func subjects(_ mapping: YAMLMapping) -> [TermMap] {
    guard let node = mapping.value("subjects") else {
      if mapping.entry("subjects") == nil {
        reader.report(YARRRMLRules.blankSubject, at: mapping.node)
      }
      let place = mapping.entry("subjects")?.key.place ?? mapping.place
      return [TermMap(.template([]), kind: .blankNode, place: place)]
    }
    return (node.members ?? [node]).compactMap { subject($0) }
  }

  private func subject(_ node: YAMLNode) -> TermMap? {
    if node.isNull { return TermMap(.template([]), kind: .blankNode, place: node.place) }
    guard node.entries != nil else {
      return term(node, .iri("The subject")).map { TermMap($0, kind: .iri, place: node.place) }
    }
    guard let mapping = open(node, YARRRMLKeys.typedTerm) else { return nil }
    let isBlank = mapping.optional("type", as: .oneOf(["iri", "blank"])) == "blank"
    let role = isBlank ? YARRRMLRole.text("The subject") : .iri("The subject")
    return term(mapping, role).map {
      TermMap(
        $0, kind: isBlank ? .blankNode : .iri, targets: targets(mapping), place: node.place)
    }
  }

  /// The graphs of a mapping, predicate-object or object.
  func graphs(_ mapping: YAMLMapping) -> [TermMap] {
    mapping.list("graphs", as: .node).compactMap { iriMap($0, .iri("The graph")) }
  }

  /// The condition of a mapping, predicate-object or object; several conditions must all hold.
  func condition(_ mapping: YAMLMapping) -> FunctionCall? {
    let calls = mapping.list("conditions", as: .node).compactMap { node in
      call(condition: node).flatMap { functionCall($0) }
    }
    return Self.all(of: calls)
  }

  /// A call that is true if all calls are.
  static func all(of calls: [FunctionCall]) -> FunctionCall? {
    guard let first = calls.first, calls.count > 1 else { return calls.first }
    return FunctionCall(
      function: YARRRMLPrefixes.grel + "boolean_and",
      arguments: calls.map {
        FunctionCall.Argument(
          parameter: YARRRMLPrefixes.grel + "param_rep_b", value: .function($0), place: $0.place)
      }, place: first.place)
  }
}
