// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// States at a node what a node further on says, for readers that look no further.
struct CopyRewrite: RewriteOperation {
  static let kind = "CopyRewrite"
  static let words = ["path", "to", "convert", "maximum"] + NodeSelector.words

  private let selector: NodeSelector
  private let path: [String]
  private let to: String
  private let conversion: ValueConversion?
  private let maximum: Int

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    path = try reader.paths("path")
    to = try reader.iri("to")
    conversion = try ValueConversion(reader)
    maximum = try reader.number("maximum") ?? .max
  }

  func apply(to graph: inout RewriteGraph) {
    for node in selector.nodes(in: graph) {
      var ends = [node]
      for step in path { ends = ends.flatMap { graph.values($0, step) } }
      let known = graph.values(node, to)
      let values = Set(ends.map { conversion?.convert($0) ?? $0 }).subtracting(known).sorted()
      for value in values.prefix(max(0, maximum - known.count)) {
        graph.replace([], with: [Quad(node, .iri(to), value)], at: node)
      }
    }
  }
}
