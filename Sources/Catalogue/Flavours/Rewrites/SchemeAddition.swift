// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// States the scheme of codes whose IRIs name it: `BASE/TABLE/CODE` is in `BASE/TABLE`.
struct SchemeAddition: RewriteOperation {
  static let kind = "SchemeAddition"
  static let words = ["base"]

  private let bases: [String]

  init(_ reader: RewriteReader) throws(DiagnosedError) {
    bases = reader.texts("base")
    guard !bases.isEmpty else { throw reader.fault("needs at least one fwf:base") }
  }

  func apply(to graph: inout RewriteGraph) {
    let codes = Set(graph.quads.map(\.object).filter(\.isIRI)).sorted()
    for code in codes {
      guard let scheme = scheme(of: code.value) else { continue }
      graph.replace(
        [],
        with: [
          Quad(code, .iri(Namespace.skos.inScheme), .iri(scheme)),
          Quad(.iri(scheme), .iri(RDF.type), .iri(Namespace.skos.ConceptScheme)),
        ], at: code)
    }
  }

  private func scheme(of iri: String) -> String? {
    guard let base = bases.first(where: { iri.hasPrefix($0) }) else { return nil }
    let parts = iri.dropFirst(base.count).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return base + parts[0]
  }
}
