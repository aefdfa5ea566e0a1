// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// Writes RDF documents: the same statements and prefixes give the same bytes, in any order.
///
/// Statements are a set: repetitions are written once. Of spellings of a language tag that differ
/// in case only, the first in byte order is written.
///
/// | format | form |
/// |---|---|
/// | N-Triples, N-Quads | canonical N-Quads, lines sorted by bytes |
/// | Turtle, TriG | used prefixes sorted, statements by subject, `a` first, blank nodes with one reference in brackets |
/// | JSON-LD | compact, used prefixes in `@context`, a node per subject in `@graph`, keys sorted |
/// | RDF/XML | an `rdf:Description` per subject |
package enum RDFWriter {
  /// Writes a document.
  ///
  /// - Parameters:
  ///   - quads: the statements.
  ///   - format: the syntax.
  ///   - prefixes: names for namespaces; those that are used are declared. One that the format
  ///     cannot write is left out.
  /// - Returns: UTF-8, with a line break at the end unless it is empty.
  /// - Throws: `rdf.bad-statement`, `rdf.named-graph`; for RDF/XML also `rdf.predicate-name` and
  ///   `rdf.xml-character`.
  /// - Complexity: O(n log n).
  package static func write(
    _ quads: some Sequence<Quad>, format: RDFFormat,
    prefixes: [(prefix: String, namespace: String)] = []
  ) throws(DiagnosedError) -> [UInt8] {
    let statements = try SortedStatements(quads, for: format)
    switch format {
    case .nTriples, .nQuads: return lines(statements)
    case .turtle, .trig:
      var writer = TurtleWriter(statements, prefixes)
      return writer.document()
    case .jsonLD:
      var writer = JSONLDWriter(statements, prefixes)
      return writer.document()
    case .rdfXML:
      var writer = RDFXMLWriter(statements, prefixes)
      return try writer.document()
    }
  }

  private static func lines(_ statements: SortedStatements) -> [UInt8] {
    var text: [UInt8] = []
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(statements.rows.count)
    for row in statements.rows {
      let start = text.count
      NTriplesSyntax.appendQuad(statements.quad(row), to: &text)
      ranges.append(start..<text.count)
    }
    ranges.sort { text[$0].lexicographicallyPrecedes(text[$1]) }
    var sorted: [UInt8] = []
    sorted.reserveCapacity(text.count)
    for range in ranges { sorted.append(contentsOf: text[range]) }
    return sorted
  }
}
