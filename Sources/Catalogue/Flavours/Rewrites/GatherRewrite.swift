// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Gathers properties of a node in a node of their own, which a new property leads to.
struct GatherRewrite: RewriteOperation {
  static let kind = "GatherRewrite"
  static let words = ["property", "to", "class", "fragment", "text"] + NodeSelector.words

  private let selector: NodeSelector
  private let properties: [String]
  private let to: String
  private let type: String
  private let fragment: String
  private let text: String

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    properties = try reader.atLeastOne("property")
    to = try reader.iri("to")
    type = try reader.iri("class")
    fragment = try reader.text("fragment")
    text = try reader.iri("text")
  }

  func apply(to graph: inout RewriteGraph) {
    for node in selector.nodes(in: graph) {
      let own = graph.statements(about: node)
      let gathered = own.filter { properties.contains($0.predicate.value) }
      let texts = own.filter { $0.predicate.value == to && $0.object.isLiteral }
      guard !gathered.isEmpty || !texts.isEmpty else { continue }
      let child = Term.iri(DescriptionWriter.child(of: node.value, fragment))
      let moved =
        gathered.map { Quad(child, $0.predicate, $0.object) }
        + texts.map { Quad(child, .iri(text), $0.object) }
      let frame = [Quad(node, .iri(to), child), Quad(child, .iri(RDF.type), .iri(type))]
      graph.replace(gathered + texts, with: frame + moved, at: node)
    }
  }
}
