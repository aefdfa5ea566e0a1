// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Gives IRIs another beginning: namespaces of properties, bases of vocabularies.
struct BaseRewrite: RewriteOperation {
  static let kind = "BaseRewrite"
  static let words = ["from", "to"]

  private let bases: [String]
  private let target: String

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    // A longer base goes first, should one be the beginning of another.
    bases = reader.texts("from").sorted { $0.utf8.count > $1.utf8.count }
    guard !bases.isEmpty else { throw reader.fault("needs at least one fwf:from that is a text") }
    target = try reader.text("to")
  }

  func apply(to graph: inout RewriteGraph) {
    let meant = graph.statements(where: { quad in
      [quad.subject, quad.predicate, quad.object].contains { isMeant($0) }
    })
    for quad in meant {
      let new = Quad(renamed(quad.subject), renamed(quad.predicate), renamed(quad.object))
      graph.replace([quad], with: [new], at: new.subject)
    }
  }

  private func isMeant(_ term: Term) -> Bool {
    term.isIRI && bases.contains { term.value.hasPrefix($0) }
  }

  private func renamed(_ term: Term) -> Term {
    guard term.isIRI, let base = bases.first(where: { term.value.hasPrefix($0) }) else {
      return term
    }
    return .iri(target + term.value.dropFirst(base.count))
  }
}
