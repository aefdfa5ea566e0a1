// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Gives nodes a label of their own in the same graph.
///
/// The label is one that the node has under another property, one of the known concepts, or the last
/// part of its IRI.
struct LabelAddition: RewriteOperation {
  static let kind = "LabelAddition"
  static let words = ["to", "language"] + NodeSelector.words

  private let selector: NodeSelector
  private let to: String
  private let language: String?

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    guard !selector.isEmpty else { throw reader.fault("needs fwf:on or fwf:reachedBy") }
    to = try reader.iri("to")
    language = reader.texts("language").first
  }

  private static let labels = [
    Namespace.skos.prefLabel, Namespace.rdfs.label, Namespace.dct.title,
    Namespace.dct.description, Namespace.foaf.name,
  ]

  func apply(to graph: inout RewriteGraph) {
    for node in selector.nodes(in: graph) where graph.values(node, to).isEmpty {
      graph.replace(
        [], with: labels(of: node, in: graph).map { Quad(node, .iri(to), $0) }, at: node)
    }
  }

  private func labels(of node: Term, in graph: RewriteGraph) -> [Term] {
    var known: [Term] = []
    for property in Self.labels where known.isEmpty { known = graph.values(node, property) }
    for property in Self.labels where known.isEmpty {
      known = graph.labels.objects(of: node, .iri(property)).sorted()
    }
    if known.isEmpty { known = [.literal(IRIForm.localName(node.value))] }
    guard let language else { return known }
    let fitting = known.filter { $0.language.lowercased().hasPrefix(language) }
    return Array((fitting.isEmpty ? known : fitting).prefix(1))
  }
}
