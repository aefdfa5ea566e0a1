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
    let predicateObjects = predicateObjects(mapping)
    if mapping.value("predicateobjects") == nil {
      reader.report(YARRRMLRules.noStatements, at: entry.key, [.plain("name", name)])
    }
    for source in sources {
      for subject in subjects {
        document.triplesMaps.append(
          TriplesMap(
            name: name, source: source, subject: subject, graphs: graphs, condition: condition,
            predicateObjects: predicateObjects, place: entry.key.place))
      }
    }
  }

  private func subjects(_ mapping: YAMLMapping) -> [TermMap] {
    if let entry = mapping.entry("subjects"), entry.value.isNull {
      refuse(
        "A subject without a template (a blank node for every record)", in: "a mapping",
        at: entry.key, hint: "Write a template, as ex:patient/$(id), or value and type: blank.")
      return []
    }
    guard let node = mapping.required("subjects", as: .node) else { return [] }
    return (node.members ?? [node]).compactMap { subject($0) }
  }

  private func subject(_ node: YAMLNode) -> TermMap? {
    guard node.entries != nil else {
      return term(node, .iri("The subject")).map { TermMap($0, kind: .iri, place: node.place) }
    }
    guard let mapping = open(node, YARRRMLKeys.typedTerm) else { return nil }
    let isBlank = mapping.optional("type", as: .oneOf(["iri", "blank"])) == "blank"
    let role = isBlank ? YARRRMLRole.text("The subject") : .iri("The subject")
    return term(mapping, role).map {
      TermMap($0, kind: isBlank ? .blankNode : .iri, place: node.place)
    }
  }

  /// The graphs of a mapping, predicate-object or object.
  func graphs(_ mapping: YAMLMapping) -> [TermMap] {
    mapping.list("graphs", as: .node).compactMap { node in
      term(node, .iri("The graph")).map { TermMap($0, kind: .iri, place: node.place) }
    }
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
