// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Gives literals the datatype that a reader takes; what that invents or cannot be done is told.
struct DatatypeRewrite: RewriteOperation {
  static let kind = "DatatypeRewrite"
  static let words = ["property", "to", "atEnd"] + NodeSelector.words

  private let selector: NodeSelector
  private let properties: [String]
  private let target: LiteralForm
  private let isAtEnd: Bool

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    selector = try NodeSelector(reader)
    properties = try reader.atLeastOne("property")
    let name = try reader.iri("to")
    guard let target = LiteralForm(name) else {
      throw reader.fault("has an fwf:to into which nothing is converted")
    }
    self.target = target
    isAtEnd = reader.flag("atEnd")
  }

  func apply(to graph: inout RewriteGraph) {
    for quad in selector.statements(of: properties, in: graph) where quad.object.isLiteral {
      switch target.convert(quad.object, atEnd: isAtEnd) {
      case .same: continue
      case .changed(let term, let invented):
        graph.replace(
          [quad], with: [Quad(quad.subject, quad.predicate, term)],
          as: invented.isEmpty ? .rewritten : .invented, at: quad.subject, note: invented)
      case .impossible(let reason): graph.lose([quad], at: quad.subject, note: reason)
      }
    }
  }
}
