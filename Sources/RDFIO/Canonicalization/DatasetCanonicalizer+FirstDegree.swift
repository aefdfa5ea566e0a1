// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

extension DatasetCanonicalizer {
  /// The hash of what is said with a node, other nodes left nameless.
  ///
  /// - Source: RDF Dataset Canonicalization §4.6.3.
  func hashOfStatements(of node: Int) -> [UInt8] {
    func masked(_ rank: Int) -> Term {
      let term = statements.terms[rank]
      return term.isBlankNode ? .blankNode(rank == node ? "a" : "z") : term
    }
    let lines = (rows[node] ?? []).map { row in
      var line: [UInt8] = []
      NTriplesSyntax.appendQuad(
        Quad(
          masked(row.subject), statements.terms[row.predicate], masked(row.object),
          graph: row.graph == 0 ? nil : masked(row.graph)), to: &line)
      return line
    }
    return hash.digits(
      lines.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self))
  }

  /// The hash of a node that is named by a statement of another.
  ///
  /// - Parameters:
  ///   - related: the node.
  ///   - row: the statement.
  ///   - position: `s`, `o` or `g`, where the node stands in it.
  ///   - issuer: the names given on this path.
  /// - Returns: hexadecimal digits.
  /// - Source: RDF Dataset Canonicalization §4.7.3.
  func hash(
    ofRelated related: Int, in row: SortedStatements.Row, position: UInt8,
    _ issuer: IdentifierIssuer
  ) -> [UInt8] {
    var input = [position]
    if position != UInt8(ascii: "g") {
      input.append(UInt8(ascii: "<"))
      input += statements.terms[row.predicate].value.utf8
      input.append(UInt8(ascii: ">"))
    }
    if let name = canonical.name(of: related) ?? issuer.name(of: related) {
      input += "_:".utf8
      input += name
    } else {
      input += firstDegree[related] ?? []
    }
    return hash.digits(input)
  }
}
