// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Gives a node another shape: the property that leads to it, its class, its properties.
///
/// A node that something else needs as it is stays, and the new one is named after its subject.
struct NodeRewrite: RewriteOperation {
  static let kind = "NodeRewrite"
  static let words = ["from", "to", "class", "fragment", "entry", "because"] + NodeSelector.words

  private let selector: NodeSelector
  private let from: String
  private let to: String
  private let type: String
  private let fragment: String
  private let because: String
  private let entries: [(from: String, to: String, conversion: ValueConversion?)]

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    from = try reader.iri("from")
    to = try reader.iri("to")
    type = try reader.iri("class")
    fragment = try reader.text("fragment")
    because = try reader.text("because")
    var entries: [(from: String, to: String, conversion: ValueConversion?)] = []
    for entry in reader.entries {
      try entry.check(["from", "to", "convert"])
      entries.append((try entry.iri("from"), try entry.iri("to"), try ValueConversion(entry)))
    }
    self.entries = entries
  }

  func apply(to graph: inout RewriteGraph) {
    let links = selector.statements(of: [from], in: graph).filter { !$0.object.isLiteral }
    for node in Set(links.map(\.object)).sorted() {
      rewrite(node, links.filter { $0.object == node }, in: &graph)
    }
  }

  private func rewrite(_ node: Term, _ links: [Quad], in graph: inout RewriteGraph) {
    let own = graph.statements(about: node)
    let isShared = graph.statements(to: node).contains { !links.contains($0) }
    let new =
      isShared ? Term.iri(DescriptionWriter.child(of: links[0].subject.value, fragment)) : node
    var after = links.map { Quad($0.subject, .iri(to), new) }
    after.append(Quad(new, .iri(RDF.type), .iri(type)))
    var moved: [Quad] = []
    for entry in entries {
      for quad in own where quad.predicate.value == entry.from {
        moved.append(quad)
        after.append(
          Quad(new, .iri(entry.to), entry.conversion?.convert(quad.object) ?? quad.object))
      }
    }
    let types = own.filter { $0.predicate.value == RDF.type }
    graph.replace(
      links + (isShared ? [] : moved + types), with: after, at: links[0].subject)
    let left = own.filter { !moved.contains($0) && !types.contains($0) }
    if !isShared { graph.lose(left, at: node, note: because) }
  }
}
