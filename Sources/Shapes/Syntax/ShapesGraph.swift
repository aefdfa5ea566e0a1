// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// The shapes of one or more shapes files.
///
/// Real shapes are broken: what cannot be understood is a finding with file and line, is repeated as
/// ``NotEvaluated`` in every report, and costs nothing else.
/// - Source: SHACL §2, §4.
/// - Deviation: an `owl:Class` counts as a class for implicit class targets.
/// - Conformance: `SHACLCoreSuiteTests`.
package struct ShapesGraph: Sendable {
  /// The shapes; the index is their ``ShapeID``.
  package private(set) var shapes: [Shape] = []
  /// What no validation will evaluate.
  package private(set) var notEvaluated: [NotEvaluated] = []
  /// Names that people gave to terms and shapes.
  package let labels: ShapeLabels

  /// Reads the shapes of one file.
  ///
  /// - Parameters:
  ///   - graph: its statements, with the line of each as origin.
  ///   - file: its name for findings.
  ///   - findings: receives what is wrong with the shapes.
  package init(graph: Graph, file: String, findings: inout [Finding]) {
    self.init([(graph, file)], findings: &findings)
  }

  /// Reads the shapes of several files as one shapes graph.
  ///
  /// - Parameters:
  ///   - files: graphs with the line of each statement as origin, and their files' names.
  ///   - findings: receives what is wrong with the shapes.
  package init(_ files: [(graph: Graph, file: String)], findings: inout [Finding]) {
    let source = ShapesSource(files)
    let custom = CustomComponents(source.graph)
    let classes = ClassNodes(source.graph)
    let numbers = ShapeNumbers()
    labels = ShapeLabels(source.graph)
    for node in Self.roots(source.graph) { _ = numbers.number(of: node) }
    // Reading a shape numbers the shapes it uses, so the list grows while it is walked.
    while shapes.count < numbers.nodes.count {
      var parser = ShapeParser(source, node: numbers.nodes[shapes.count], numbers: numbers)
      shapes.append(parser.parse(custom: custom, classes: classes))
      findings += Self.once(parser.reader.findings)
      notEvaluated += Self.once(parser.reader.notEvaluated)
    }
    notEvaluated += Self.entailments(source)
    findings += ShapesCheck.repeatedProperties(source, numbers)
    findings += ShapesCheck.missingImports(source, files: files.map(\.file))
    for (index, predicates) in HoldingFields.predicates(shapes) {
      shapes[index].heldBy = predicates
    }
    for index in ShapesCheck.recursiveShapes(shapes) {
      shapes[index].isRecursive = true
      findings.append(
        Finding(
          ShapesRules.recursiveShape, at: shapes[index].place,
          [.plain("shape", shapes[index].name)]))
    }
    for part in notEvaluated where part.isUnsupported { findings.append(part.finding) }
    if !shapes.contains(where: { !$0.targets.isEmpty }) {
      findings.append(
        Finding(ShapesRules.nothingTargeted, at: files.first.map { SourcePlace(file: $0.file) }))
    }
  }

  // Two components may read the same parameter and stumble over the same fault.
  private static func once<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }

  // Shapes may count on inferred statements; nobody infers them here, and people must know (SHACL
  // §1.5).
  private static func entailments(_ source: ShapesSource) -> [NotEvaluated] {
    let predicate = source.graph.id(.iri(SHACL.iri("entailment")))
    return source.graph.statements(predicate: predicate).map { statement in
      NotEvaluated(
        shape: source.graph.quad(statement).subject,
        shapeName: source.name(of: source.graph.triples[statement].subject),
        part: "sh:entailment",
        reason: "no statements are inferred before validation",
        place: source.place(statement: statement))
    }
  }

  /// The shape with an identifier.
  package subscript(_ id: ShapeID) -> Shape { shapes[id.index] }

  // Every node that says it is a shape or has a target; others are found through these.
  private static func roots(_ graph: Graph) -> [TermID] {
    var found: Set<TermID> = []
    let type = graph.id(.iri(RDF.type))
    for name in ["NodeShape", "PropertyShape"] {
      found.formUnion(graph.subjects(type, graph.id(.iri(SHACL.iri(name)))))
    }
    for name in ["targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf", "target"] {
      for statement in graph.statements(predicate: graph.id(.iri(SHACL.iri(name)))) {
        found.insert(graph.triples[statement].subject)
      }
    }
    return found.sorted()
  }
}
