// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// States the class of nodes that properties lead to, since a reader looks for it.
struct ClassAddition: RewriteOperation {
  static let kind = "ClassAddition"
  static let words = ["entry"] + NodeSelector.words

  private let selector: NodeSelector
  private let ranges: [(properties: [String], type: String)]

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    var ranges: [(properties: [String], type: String)] = []
    for entry in reader.entries {
      try entry.check(["property", "class"])
      ranges.append((try entry.atLeastOne("property"), try entry.iri("class")))
    }
    self.ranges = ranges
  }

  func apply(to graph: inout RewriteGraph) {
    for range in ranges {
      let values = selector.statements(of: range.properties, in: graph).map(\.object)
      for node in Set(values.filter(\.isIRI)).sorted() {
        graph.replace([], with: [Quad(node, .iri(RDF.type), .iri(range.type))], at: node)
      }
    }
  }
}
