// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Makes texts such as `ICD-10: C61` of IRIs.
///
/// An IRI of no table becomes its notation, its label or itself.
struct TextFromIRI: RewriteOperation {
  static let kind = "TextFromIRI"
  static let words = ["property", "entry"] + NodeSelector.words

  private let selector: NodeSelector
  private let properties: [String]
  private let systems: [CodingSystem]

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    properties = try reader.atLeastOne("property")
    systems = try CodingSystem.read(reader)
  }

  func apply(to graph: inout RewriteGraph) {
    for quad in selector.statements(of: properties, in: graph) where quad.object.isIRI {
      let coded = systems.lazy.compactMap { $0.text(quad.object.value) }.first
      let text = coded ?? named(quad.object, graph) ?? quad.object.value
      graph.replace(
        [quad], with: [Quad(quad.subject, quad.predicate, .literal(text))], at: quad.subject)
      let gone = graph.removeOrphan(quad.object)
      if !gone.isEmpty {
        graph.record(.lost, at: quad.object, before: gone, note: "what was said about the concept")
      }
    }
  }

  private func named(_ node: Term, _ graph: RewriteGraph) -> String? {
    let properties = [Namespace.skos.notation, Namespace.skos.prefLabel, Namespace.rdfs.label]
    return properties.lazy.compactMap { graph.values(node, $0).first?.value }.first
  }
}
