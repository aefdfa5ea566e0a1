// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Makes IRIs of texts such as `ICD-10: C61`, by a table of beginnings; what is in no table is lost.
struct IRIFromText: RewriteOperation {
  static let kind = "IRIFromText"
  static let words = ["property", "entry", "because"] + NodeSelector.words

  private let selector: NodeSelector
  private let properties: [String]
  private let systems: [CodingSystem]
  private let because: String

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    properties = try reader.atLeastOne("property")
    systems = try CodingSystem.read(reader)
    because = try reader.text("because")
  }

  func apply(to graph: inout RewriteGraph) {
    for quad in selector.statements(of: properties, in: graph) where quad.object.isLiteral {
      if let iri = systems.lazy.compactMap({ $0.iri(quad.object.value) }).first {
        graph.replace(
          [quad], with: [Quad(quad.subject, quad.predicate, .iri(iri))], at: quad.subject)
      } else {
        graph.lose([quad], at: quad.subject, note: because)
      }
    }
  }
}
