// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Moves a value from a node to one that the node leads to.
struct MoveRewrite: RewriteOperation {
  static let kind = "MoveRewrite"
  static let words = ["from", "path", "because"] + NodeSelector.words

  private let selector: NodeSelector
  private let from: String
  private let path: [String]
  private let because: String

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    from = try reader.iri("from")
    path = try reader.paths("path")
    because = try reader.text("because")
    guard path.count == 2 else { throw reader.fault("needs an fwf:path of two properties") }
  }

  func apply(to graph: inout RewriteGraph) {
    for quad in selector.statements(of: [from], in: graph) {
      let targets = graph.values(quad.subject, path[0]).filter { !$0.isLiteral }
      if targets.isEmpty {
        graph.lose([quad], at: quad.subject, note: because)
      } else {
        graph.replace(
          [quad], with: targets.map { Quad($0, .iri(path[1]), quad.object) }, at: quad.subject)
      }
    }
  }
}
