// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Which nodes a rewrite is for: those of a class, those that a property leads to, or both.
struct NodeSelector: Sendable, Hashable {
  static let words = ["on", "reachedBy"]

  let classes: [String]
  let properties: [String]

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    classes = try reader.iris("on")
    properties = try reader.iris("reachedBy")
  }

  var isEmpty: Bool { classes.isEmpty && properties.isEmpty }

  func selects(_ node: Term, in graph: RewriteGraph) -> Bool {
    (classes.isEmpty || classes.contains { graph.isInstance(node, of: $0) })
      && (properties.isEmpty
        || graph.statements(to: node).contains { properties.contains($0.predicate.value) })
  }

  /// The nodes, in order; none for a selector that says nothing.
  func nodes(in graph: RewriteGraph) -> [Term] {
    let candidates =
      classes.isEmpty
      ? properties.flatMap { graph.statements(of: $0).map(\.object) }.filter { !$0.isLiteral }
      : classes.flatMap { graph.instances(of: $0) }
    return Set(candidates).filter { selects($0, in: graph) }.sorted()
  }

  /// The statements of properties whose subjects are meant.
  func statements(of properties: [String], in graph: RewriteGraph) -> [Quad] {
    properties.flatMap { graph.statements(of: $0) }.filter { selects($0.subject, in: graph) }
  }
}
