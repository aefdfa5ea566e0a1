// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// Validates data graphs against a shapes graph.
///
/// - Source: SHACL §3.
/// - Conformance: `SHACLCoreSuiteTests`, the core part of the W3C suite.
package struct Validator: Sendable {
  /// The shapes.
  package let shapes: ShapesGraph

  // The shapes whose targets count, `nil` for all.
  private let selected: Set<Int>?

  /// Prepares to validate.
  package init(shapes: ShapesGraph) {
    self.shapes = shapes
    selected = nil
  }

  /// Prepares to validate the targets of some shapes only.
  init(shapes: ShapesGraph, only selected: Set<Int>) {
    self.shapes = shapes
    self.selected = selected
  }

  /// Validates a data graph.
  ///
  /// - Parameters:
  ///   - data: the statements to check; only they give focus nodes and values.
  ///   - hierarchy: background knowledge, such as an ontology or vocabularies: its
  ///     `rdfs:subClassOf` and `rdf:type` statements count when instances of classes are asked for.
  /// - Returns: every result, in an order that depends on the graphs only.
  /// - Complexity: O(focus nodes × constraints) for paths of one step.
  package func validate(_ data: Graph, hierarchy: Graph? = nil) -> ValidationReport {
    var results: [ValidationResult] = []
    let summary = forEachResult(in: data, hierarchy: hierarchy) { results.append($0) }
    return ValidationReport(
      results: results, notEvaluated: summary.notEvaluated,
      focusNodeCount: summary.focusNodeCount)
  }

  /// Validates a data graph and hands on its results one by one.
  ///
  /// - Parameters:
  ///   - data: the statements to check; only they give focus nodes and values.
  ///   - hierarchy: background knowledge, as in ``validate(_:hierarchy:)``.
  ///   - body: takes each result, in the order of ``ValidationReport/results``.
  /// - Returns: what a report says besides its results.
  package func forEachResult(
    in data: Graph, hierarchy: Graph? = nil, _ body: (ValidationResult) -> Void
  ) -> ValidationSummary {
    let compiled = CompiledShapes(shapes, data: data, hierarchy: hierarchy)
    let run = ValidationRun(compiled, data: DataIndex(data), hierarchy: hierarchy)
    var focusNodeCount = 0
    for (index, shape) in compiled.shapes.enumerated()
    where !shape.isDeactivated && !shape.targets.isEmpty && selected?.contains(index) != false {
      let nodes = run.focusNodes(of: shape)
      focusNodeCount += nodes.count
      for node in nodes { run.validate(index, node) }
    }
    let renderer = ResultRenderer(ResultSource(shapes), run)
    for result in ResultOrder.sorted(run.results.map(renderer.result)) { body(result) }
    return ValidationSummary(
      resultCount: run.results.count,
      notEvaluated: shapes.notEvaluated + renderer.tooDeep(), focusNodeCount: focusNodeCount)
  }
}

extension ValidationRun {
  /// The focus nodes of a shape's targets, each once, in order of their numbers.
  ///
  /// - Source: SHACL §2.1.3.
  func focusNodes(of shape: CompiledShape) -> [TermID] {
    var nodes: [TermID] = []
    for target in shape.targets {
      switch target {
      case .node(let node): nodes.append(node)
      case .instances(let test):
        for type in test.inData.sorted { nodes += data.subjects(self.type, type) }
      case .subjects(let predicate):
        nodes += data.subjects(predicate)
      case .objects(let predicate):
        nodes += data.objects(predicate)
      }
    }
    nodes.sort()
    var unique: [TermID] = []
    unique.reserveCapacity(nodes.count)
    for node in nodes where unique.last != node { unique.append(node) }
    return unique
  }

  /// Whether a node is an instance of a class.
  package func isInstance(_ node: TermID, of test: ClassTest) -> Bool {
    for statement in data.statements(node, type)
    where test.inData.contains(data.triples[statement].object) {
      return true
    }
    if test.inHierarchy.sorted.isEmpty || terms.kind(node) == .blankNode { return false }
    return hierarchyTypes(of: node).contains(where: test.inHierarchy.contains)
  }
}
