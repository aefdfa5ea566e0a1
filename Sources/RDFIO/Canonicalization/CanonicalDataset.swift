// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// Statements whose blank nodes are named by what is said about them, so that datasets which differ
/// in labels and order only have the same bytes.
///
/// - Source: RDF Dataset Canonicalization (RDFC-1.0). Deviation: of spellings of a language tag that
///   differ in case only, one is kept, since RDF holds them for the same literal.
/// - Conformance: `RDFCanonicalizationSuiteTests`.
package struct CanonicalDataset: Sendable {
  /// The statements with canonical labels, each once, in the order of their lines.
  package let quads: [Quad]
  /// Canonical N-Quads, lines sorted by bytes; empty without statements.
  package let nQuads: [UInt8]
  /// The canonical name of every blank node of the input.
  package let identifiers: [Term: Term]

  /// Names the blank nodes of a dataset.
  ///
  /// - Parameters:
  ///   - quads: the statements; repetitions do not count.
  ///   - hash: what blank nodes are told apart by.
  ///   - steps: how many paths between blank nodes may be tried before giving up, beside four for
  ///     each node.
  /// - Throws: `rdf.bad-statement`, or `rdf.too-alike` if the blank nodes are made to take more than
  ///   `steps`.
  /// - Complexity: O(n log n) where blank nodes differ in their own statements; grows with the
  ///   number of orders of those that do not, up to `steps`.
  package init(
    _ quads: some Sequence<Quad>, hash: CanonicalHash = .sha256,
    steps: Int = RDFLimits.canonicalSteps
  ) throws(DiagnosedError) {
    let statements = try SortedStatements(quads, for: .nQuads)
    var canonicalizer = DatasetCanonicalizer(statements, hash: hash, steps: steps)
    try canonicalizer.issueAll()
    var names: [Term: Term] = [:]
    for node in canonicalizer.canonical.issued {
      names[statements.terms[node]] = canonicalizer.canonical.name(of: node).map {
        .blankNode(String(decoding: $0, as: UTF8.self))
      }
    }
    func named(_ term: Term) -> Term { names[term] ?? term }
    let lines = statements.rows.map { row in
      let quad = statements.quad(row)
      return CanonicalLine(
        Quad(
          named(quad.subject), quad.predicate, named(quad.object), graph: quad.graph.map(named)))
    }.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    self.quads = lines.map(\.quad)
    nQuads = lines.flatMap(\.bytes)
    identifiers = names
  }

  /// The SHA-256 of the canonical N-Quads, 64 hexadecimal digits: the same for the same content.
  package var contentHash: String {
    String(decoding: CanonicalHash.sha256.digits(nQuads), as: UTF8.self)
  }
}

/// A statement with its line.
private struct CanonicalLine {
  let quad: Quad
  let bytes: [UInt8]

  init(_ quad: Quad) {
    self.quad = quad
    var bytes: [UInt8] = []
    NTriplesSyntax.appendQuad(quad, to: &bytes)
    self.bytes = bytes
  }
}
