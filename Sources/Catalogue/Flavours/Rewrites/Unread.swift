// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Names what a reader passes over; it stays in the output.
///
/// A statement that an earlier rewrite named is not named again.
struct Unread: RewriteOperation {
  static let kind = "Unread"
  static let words = ["property", "base", "because"] + NodeSelector.words

  private let selector: NodeSelector
  private let properties: Set<String>
  private let bases: [String]
  private let because: String

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    properties = Set(try reader.iris("property"))
    bases = reader.texts("base")
    because = try reader.text("because")
    if properties.isEmpty && bases.isEmpty {
      throw reader.fault("needs fwf:property or fwf:base")
    }
  }

  func apply(to graph: inout RewriteGraph) {
    let meant = graph.statements(of: { property in
      properties.contains(property) || bases.contains { property.hasPrefix($0) }
    })
    for quad in meant
    where selector.selects(quad.subject, in: graph) && !graph.unread.contains(quad) {
      graph.record(.unread, at: quad.subject, before: [quad], note: because)
    }
  }
}
