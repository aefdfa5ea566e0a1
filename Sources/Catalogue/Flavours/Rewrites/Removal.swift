// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Takes out what a reader cannot take, as lost, with the nodes that only it leads to.
struct Removal: RewriteOperation {
  static let kind = "Removal"
  static let words =
    ["property", "value", "lacking", "unlessBase", "because"] + NodeSelector.words

  private let selector: NodeSelector
  private let properties: [String]
  private let value: ValueKind?
  private let needed: [String]
  private let bases: [String]
  private let because: String

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    properties = try reader.atLeastOne("property")
    value = try ValueKind(reader)
    needed = try reader.iris("lacking")
    bases = reader.texts("unlessBase")
    because = try reader.text("because")
  }

  func apply(to graph: inout RewriteGraph) {
    for quad in selector.statements(of: properties, in: graph)
    where value?.includes(quad.object) ?? true {
      let isWhole = !needed.contains { graph.values(quad.object, $0).isEmpty }
      let isKnown = bases.contains { quad.object.value.hasPrefix($0) }
      if (needed.isEmpty || !isWhole) && !isKnown {
        graph.lose([quad], at: quad.subject, note: because)
      }
    }
  }
}
