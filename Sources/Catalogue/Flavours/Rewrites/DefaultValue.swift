// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// States a value where there is none, as invented.
struct DefaultValue: RewriteOperation {
  static let kind = "DefaultValue"
  static let words = ["property", "default", "because"] + NodeSelector.words

  private let selector: NodeSelector
  private let property: String
  private let value: Term
  private let because: String

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    property = try reader.iri("property")
    because = try reader.text("because")
    guard let value = reader.terms("default").first, reader.terms("default").count == 1 else {
      throw reader.fault("needs one fwf:default")
    }
    self.value = value
  }

  func apply(to graph: inout RewriteGraph) {
    for node in selector.nodes(in: graph) where graph.values(node, property).isEmpty {
      graph.replace(
        [], with: [Quad(node, .iri(property), value)], as: .invented, at: node, note: because)
    }
  }
}
