// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel

/// Reads one shape: path, targets, constraints and what people are told about results.
struct ShapeParser {
  private(set) var reader: ShapeReader
  private let source: ShapesSource
  private let node: TermID

  init(_ source: ShapesSource, node: TermID, numbers: ShapeNumbers) {
    let graph = source.graph
    let isTyped = graph.contains(
      Triple(
        subject: node, predicate: graph.id(.iri(RDF.type)),
        object: graph.id(.iri(SHACL.iri("PropertyShape")))))
    let property = graph.id(.iri(SHACL.iri("property")))
    let isUsed = graph.statements(object: node).contains { graph.triples[$0].predicate == property }
    let path = graph.id(.iri(SHACL.iri("path")))
    let hasPath = !graph.statements(subject: node, predicate: path).isEmpty
    self.source = source
    self.node = node
    reader = ShapeReader(
      source, node: node, isPropertyShape: hasPath || isTyped || isUsed, numbers: numbers)
  }

  mutating func parse(custom: CustomComponents, classes: ClassNodes) -> Shape {
    var shape = Shape(node: reader.term, name: reader.name, place: source.place(node: node))
    shape.isDeactivated = reader.flag("deactivated")
    shape.messages = reader.values("message").filter { message in
      message.datatype == XSD.string || message.datatype == RDF.langString
    }
    readSeverity(&shape)
    readTargets(&shape, classes)
    noteUnknownProperties(custom)
    if reader.isPropertyShape {
      shape.path = readPath()
      // Without its path a property shape says nothing; its constraints would hit the wrong node.
      if shape.path == nil { return shape }
    }
    for component in ConstraintRegistry.components {
      readConstraints(component, into: &shape)
    }
    shape.constraints = Self.cheapestFirst(shape.constraints)
    return shape
  }

  private mutating func readConstraints(_ type: any Constraint.Type, into shape: inout Shape) {
    let component = type.component
    guard let parameter = component.parameters.first, !reader.statements(parameter).isEmpty else {
      return
    }
    if component.needsPath && shape.path == nil {
      reader.note(ShapesRules.parameterMisplaced, parameter, reader.statements(parameter).first)
      reader.leaveOut(parameter, "only property shapes can have it")
      return
    }
    shape.constraints += type.readAll(&reader)
  }

  // Constraints of equal cost keep the order of the registry.
  private static func cheapestFirst(_ constraints: [any Constraint]) -> [any Constraint] {
    constraints.enumerated().sorted { one, two in
      let (left, right) = (one.element.component.cost, two.element.component.cost)
      return left != right ? left < right : one.offset < two.offset
    }
    .map(\.element)
  }

  private mutating func readPath() -> PropertyPath? {
    let statements = reader.statements("path")
    guard let first = statements.first else {
      notePathMissing()
      return nil
    }
    if statements.count > 1 {
      reader.noteRepeated(ShapesRules.pathRepeated, "path", statements)
      reader.leaveOut("path", "the property shape has several values of sh:path")
      return nil
    }
    let path = source.graph.triples[first].object
    let paths = PathReader(source.graph)
    do {
      let read = try paths.read(path)
      if paths.isAmbiguous(path) { reader.note(ShapesRules.pathAmbiguous, "path", first) }
      return read
    } catch {
      let reason =
        switch error {
        case .noPath: "its value is no property path"
        case .brokenList: "a list in it is broken or has fewer than two members"
        case .tooLarge: "it is made of more than \(PathReader.sizeLimit) paths"
        case .tooDeep: "it holds itself or nests deeper than \(PathReader.depthLimit) levels"
        }
      reader.findings.append(
        Finding(
          ShapesRules.pathIllFormed, at: source.place(statement: first),
          [.plain("shape", reader.name), .plain("reason", reason)]))
      reader.leaveOut("path", reason)
      return nil
    }
  }

  private mutating func notePathMissing() {
    let users = source.graph.statements(object: node)
    reader.note(
      ShapesRules.pathMissing, "path", source.graph.statements(subject: node).first ?? users.first)
    reader.leaveOut("path", "the property shape has no sh:path")
  }

  private mutating func readSeverity(_ shape: inout Shape) {
    let terms = reader.iris("severity")
    // The heaviest of several: no result may look lighter than one of the authors meant.
    guard let term = terms.max(by: { Self.severity($0) < Self.severity($1) }) else { return }
    shape.severityTerm = term
    shape.severity = Self.severity(term)
    if terms.count > 1 { reader.noteConflict("severity", used: term) }
  }

  // A severity of the author's own must not weigh less than the default.
  private static func severity(_ term: Term) -> Severity {
    switch SHACL.localName(term.value) {
    case "Warning": .warning
    case "Info": .note
    default: .violation
    }
  }

  private mutating func readTargets(_ shape: inout Shape, _ classes: ClassNodes) {
    for node in reader.values("targetNode") {
      // A label of the shapes file means nothing in the data.
      if node.isBlankNode {
        reader.illFormed("targetNode", node, allowed: "an IRI or a literal", nil)
      } else {
        shape.targets.append(.node(node))
      }
    }
    shape.targets += reader.iris("targetClass").map { .instances($0) }
    if shape.node.isIRI, classes.contains(node) { shape.targets.append(.instances(shape.node)) }
    shape.targets += reader.iris("targetSubjectsOf").map { .subjects($0) }
    shape.targets += reader.iris("targetObjectsOf").map { .objects($0) }
  }

  private mutating func noteUnknownProperties(_ custom: CustomComponents) {
    for statement in source.graph.statements(subject: node) {
      let predicate = source.graph.triples[statement].predicate
      if let draft = source.draftName(statement: statement) {
        reader.note(ShapesRules.draftName, draft, statement)
      }
      if let component = custom.byParameter[predicate] {
        reader.notEvaluated.append(
          NotEvaluated(
            shape: reader.term, shapeName: reader.name, part: component,
            reason: "constraint components that a shapes file declares itself need SPARQL",
            place: source.place(statement: statement)))
      }
      guard let name = SHACL.localName(source.graph.terms.text(predicate)),
        !ConstraintRegistry.parameters.contains(name), !SHACL.descriptiveNames.contains(name)
      else { continue }
      if name == "entailment" { continue }  // Noted for the shapes graph as a whole.
      if SHACL.notEvaluatedNames.contains(name) {
        reader.notEvaluated.append(
          NotEvaluated(
            shape: reader.term, shapeName: reader.name, part: "sh:" + name,
            reason: "only SHACL Core is evaluated", place: source.place(statement: statement)))
      } else {
        noteUnknown(name, statement)
      }
    }
  }

  private mutating func noteUnknown(_ name: String, _ statement: Int) {
    let known = ConstraintRegistry.parameters.union(SHACL.descriptiveNames).sorted()
    let nearest = NearestName.find(name, in: known).map { "Did you mean “sh:\($0)”?" }
    reader.findings.append(
      Finding(
        ShapesRules.parameterUnknown, at: source.place(statement: statement),
        [
          .plain("shape", reader.name), .plain("parameter", "sh:" + name),
          .plain("hint", nearest ?? "Remove it, or use a property of SHACL Core."),
        ]))
    reader.leaveOut(name, "SHACL Core has no such property")
  }
}

/// Parameters of constraint components that the shapes files declare themselves.
struct CustomComponents {
  /// The IRI of the component that a predicate belongs to.
  let byParameter: [TermID: String]

  init(_ graph: Graph) {
    var found: [TermID: String] = [:]
    let path = graph.id(.iri(SHACL.iri("path")))
    for statement in graph.statements(predicate: graph.id(.iri(SHACL.iri("parameter")))) {
      let triple = graph.triples[statement]
      for predicate in graph.objects(triple.object, path) {
        found[predicate] = graph.terms.text(triple.subject)
      }
    }
    byParameter = found
  }
}

/// The nodes of a shapes graph that are classes.
struct ClassNodes {
  private let nodes: Set<TermID>

  init(_ graph: Graph) {
    let type = graph.id(.iri(RDF.type))
    let subClassOf = graph.id(.iri(RDFS.subClassOf))
    // The metaclasses are `rdfs:Class`, `owl:Class` and whatever the file derives from them.
    var metaclasses = [
      graph.id(.iri(RDFS.class)), graph.id(.iri("http://www.w3.org/2002/07/owl#Class")),
    ].filter { $0 != .none }
    var seen = Set(metaclasses)
    var found: Set<TermID> = []
    while let metaclass = metaclasses.popLast() {
      found.formUnion(graph.subjects(type, metaclass))
      for derived in graph.subjects(subClassOf, metaclass) where seen.insert(derived).inserted {
        metaclasses.append(derived)
      }
    }
    nodes = found
  }

  func contains(_ node: TermID) -> Bool { nodes.contains(node) }
}
