// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML
internal import RDFModel

/// What a predicate-object says about all of its objects.
struct YARRRMLObjectDefaults {
  /// `iri`, `blank` or `literal`, if written.
  var type: String?
  /// The datatype, if written.
  var datatype: Expression?
  /// The language, if written.
  var language: Expression?
  /// The targets of datatype or language, to which the statement goes as to those of the object.
  var targets: [Int] = []
  /// Whether the predicate is `rdf:type`, so that texts are IRIs.
  var isType = false

  /// Forgets datatype and language with their targets, since others are written closer by.
  mutating func clearAnnotation() {
    datatype = nil
    language = nil
    targets = []
  }
}

extension YARRRMLCompilation {
  /// The predicate-objects of a mapping.
  ///
  /// - Source: YARRRML 1.3.0 §Predicates and objects.
  ///
  /// - Parameters:
  ///   - mapping: the mapping.
  ///   - inverse: receives predicates that lead from the objects to the subject.
  /// - Returns: what leads from the subject to objects.
  func predicateObjects(
    _ mapping: YAMLMapping, inverse: inout [PredicateObjectMap]
  ) -> [PredicateObjectMap] {
    guard let node = mapping.value("predicateobjects") else { return [] }
    if node.entries != nil { return longPredicateObject(node, inverse: &inverse) }
    guard let members = node.members else {
      reader.reportKind(
        node, what: "“predicateobjects”", allowed: "a list of [predicate, object]")
      return []
    }
    // `po: [foaf:name, $(name)]` lacks a pair of brackets; one finding says so.
    if let member = members.first(where: { $0.text != nil }) {
      reader.reportKind(
        member, what: "a member of “predicateobjects”",
        allowed: "[predicate, object], or a mapping with the keys p and o")
      return []
    }
    var statements: [PredicateObjectMap] = []
    for member in members {
      statements +=
        member.members.map { shortPredicateObject(member, $0) }
        ?? longPredicateObject(member, inverse: &inverse)
    }
    return statements
  }

  private func shortPredicateObject(
    _ node: YAMLNode, _ parts: [YAMLNode]
  ) -> [PredicateObjectMap] {
    guard (2...3).contains(parts.count) else {
      reader.report(
        YARRRMLRules.predicateObjectShape, at: node,
        [.plain("found", countInWords(parts.count))])
      return []
    }
    var defaults = YARRRMLObjectDefaults()
    if parts.count == 3 { takeAnnotation(parts[2], into: &defaults) }
    let predicates = predicates(parts[0], &defaults)
    return statements(
      PredicateObjectMap(predicates: predicates, objects: [], place: node.place), parts[1],
      defaults)
  }

  private func longPredicateObject(
    _ node: YAMLNode, inverse: inout [PredicateObjectMap]
  ) -> [PredicateObjectMap] {
    guard let mapping = open(node, YARRRMLKeys.predicateObject) else { return [] }
    var defaults = YARRRMLObjectDefaults()
    defaults.type = mapping.optional("type", as: .oneOf(["iri", "blank", "literal"]))
    if let datatype = mapping.value("datatype") { takeDatatype(datatype, into: &defaults) }
    if let language = mapping.value("language") { takeLanguage(language, into: &defaults) }
    var unused = YARRRMLObjectDefaults()
    let turned = mapping.value("inversepredicates").map { self.predicates($0, &unused) }
    let written =
      turned == nil ? mapping.required("predicates", as: .node) : mapping.value("predicates")
    let predicates = written.map { self.predicates($0, &defaults) } ?? []
    var shared = PredicateObjectMap(
      predicates: predicates, objects: [], graphs: graphs(mapping),
      condition: condition(mapping), place: node.place)
    if written == nil { shared.predicates = turned ?? [] }
    guard let objects = mapping.required("objects", as: .node) else { return [] }
    let statements = statements(shared, objects, defaults)
    if let turned, !turned.isEmpty {
      inverse += statements.map { statement in
        var inverse = statement
        inverse.predicates = turned
        return inverse
      }
    }
    return written == nil ? [] : statements
  }

  private func predicates(
    _ node: YAMLNode, _ defaults: inout YARRRMLObjectDefaults
  ) -> [TermMap] {
    var predicates: [TermMap] = []
    for node in node.members ?? [node] {
      let predicate =
        node.text == "a"
        ? TermMap(.constant(RDF.type), kind: .iri, place: node.place)
        : iriMap(node, .name("The predicate"))
      guard let predicate else { continue }
      if predicate.expression == .constant(RDF.type) { defaults.isType = true }
      predicates.append(predicate)
    }
    return predicates
  }

  // Objects with a graph or condition of their own become a predicate-object of their own.
  private func statements(
    _ shared: PredicateObjectMap, _ node: YAMLNode, _ defaults: YARRRMLObjectDefaults
  ) -> [PredicateObjectMap] {
    var plain = shared
    var others: [PredicateObjectMap] = []
    for node in node.members ?? [node] {
      if node.entries != nil {
        guard let mapping = open(node, YARRRMLKeys.object) else { continue }
        let objects = longObject(mapping, defaults)
        let graphs = graphs(mapping)
        let isLink = mapping.entry("mapping") != nil
        let condition = isLink ? nil : condition(mapping)
        if graphs.isEmpty && condition == nil {
          plain.objects += objects
        } else if !objects.isEmpty {
          var own = shared
          own.objects = objects
          own.graphs += graphs
          own.condition = Self.all(of: [shared.condition, condition].compactMap(\.self))
          own.place = node.place
          others.append(own)
        }
      } else if let object = shortObject(node, defaults) {
        plain.objects.append(.term(object))
      }
    }
    guard !shared.predicates.isEmpty else { return [] }
    return (plain.objects.isEmpty ? [] : [plain]) + others
  }
}
