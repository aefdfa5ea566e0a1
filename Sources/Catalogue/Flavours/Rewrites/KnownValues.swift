// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Names values that a reader looks up in a table of its own and does not find there.
struct KnownValues: RewriteOperation {
  static let kind = "KnownValues"
  static let words = ["property", "known", "because"] + NodeSelector.words

  private let selector: NodeSelector
  private let properties: [String]
  private let known: Set<String>
  private let because: String

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    properties = try reader.atLeastOne("property")
    known = Set(try reader.atLeastOne("known"))
    because = try reader.text("because")
  }

  func apply(to graph: inout RewriteGraph) {
    for quad in selector.statements(of: properties, in: graph)
    where !known.contains(quad.object.value) {
      graph.record(.unread, at: quad.subject, before: [quad], note: because)
    }
  }
}
