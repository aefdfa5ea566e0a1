// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// States under one property what stands under another.
struct PropertyRewrite: RewriteOperation {
  static let kind = "PropertyRewrite"
  static let words = ["from", "to", "beside", "value"] + NodeSelector.words

  private let selector: NodeSelector
  private let from: [String]
  private let to: String
  private let value: ValueKind?
  private let staysBeside: Bool

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    from = try reader.atLeastOne("from")
    to = try reader.iri("to")
    value = try ValueKind(reader)
    staysBeside = reader.flag("beside")
  }

  func apply(to graph: inout RewriteGraph) {
    for quad in selector.statements(of: from, in: graph)
    where value?.includes(quad.object) ?? true {
      let new = Quad(quad.subject, .iri(to), quad.object)
      graph.replace([quad], with: staysBeside ? [quad, new] : [new], at: quad.subject)
    }
  }
}
