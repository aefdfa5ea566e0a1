// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Gives nodes of one class another one.
struct ClassRewrite: RewriteOperation {
  static let kind = "ClassRewrite"
  static let words = ["entry"] + NodeSelector.words

  private let selector: NodeSelector
  private let classes: [(from: String, to: String)]

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    var classes: [(from: String, to: String)] = []
    for entry in reader.entries {
      try entry.check(["from", "to"])
      classes.append((try entry.iri("from"), try entry.iri("to")))
    }
    self.classes = classes
  }

  func apply(to graph: inout RewriteGraph) {
    for pair in classes {
      for node in graph.instances(of: pair.from) where selector.selects(node, in: graph) {
        graph.replace(
          [Quad(node, .iri(RDF.type), .iri(pair.from))],
          with: [Quad(node, .iri(RDF.type), .iri(pair.to))], at: node)
      }
    }
  }
}
