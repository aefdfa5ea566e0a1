// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// Writes a Turtle document node by node, so that it need never be held as a whole.
///
/// The document is a head, and then statements that the caller puts together out of nodes; every
/// prefix is declared, used or not. Statements stand in the order given.
package struct TurtleFragments {
  /// How many spelled terms are remembered.
  private static let knownLimit = 256
  private let prefixes: [(prefix: String, namespace: String)]
  private var terms: TurtleTerms
  private var known: [Term: [UInt8]] = [:]

  /// Prepares to write.
  ///
  /// - Parameter prefixes: names for namespaces, safe ones.
  package init(prefixes: [(prefix: String, namespace: String)]) {
    self.prefixes = prefixes
    terms = TurtleTerms(prefixes)
  }

  /// The declarations that a document begins with, and an empty line.
  package var head: String {
    let lines = prefixes.sorted { $0.prefix < $1.prefix }
      .map { "@prefix \($0.prefix): <\($0.namespace)> .\n" }
    return lines.joined() + "\n"
  }

  /// Writes a blank node in brackets with what is said of it and of the nodes inside of it.
  ///
  /// - Parameters:
  ///   - node: the blank node.
  ///   - quads: the statements; each blank node that is a subject, but for `node`, is the object of
  ///     one of them, without a circle.
  ///   - indent: the spaces before the closing bracket.
  ///   - bytes: gets the text, without spaces before the first bracket and without line break behind
  ///     the last.
  /// - Throws: `rdf.bad-statement`.
  /// - Complexity: O(nodes × statements).
  package mutating func appendBrackets(
    _ node: Term, _ quads: [Quad], indent: Int, to bytes: inout [UInt8]
  ) throws(DiagnosedError) {
    var separator = "[\n"
    for quad in quads where quad.subject == node {
      bytes.append(contentsOf: separator.utf8)
      bytes.append(contentsOf: repeatElement(0x20, count: indent + 2))
      if quad.predicate.value == RDF.type {
        bytes.append(UInt8(ascii: "a"))
      } else {
        try append(quad.predicate, isNew: false, to: &bytes)
      }
      bytes.append(0x20)
      if quad.object.isBlankNode, quads.contains(where: { $0.subject == quad.object }) {
        try appendBrackets(quad.object, quads, indent: indent + 2, to: &bytes)
      } else {
        try append(quad.object, isNew: !quad.object.isIRI, to: &bytes)
      }
      separator = " ;\n"
    }
    if separator == "[\n" {
      bytes.append(contentsOf: "[]".utf8)
      return
    }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
    bytes.append(UInt8(ascii: "]"))
  }

  /// Writes a term as it stands behind a predicate.
  ///
  /// - Throws: `rdf.bad-statement`.
  package mutating func append(
    object: Term, to bytes: inout [UInt8]
  ) throws(DiagnosedError) {
    try append(object, isNew: !object.isIRI, to: &bytes)
  }

  // A document names the same predicates and classes again and again.
  private mutating func append(
    _ term: Term, isNew: Bool, to bytes: inout [UInt8]
  ) throws(DiagnosedError) {
    if !isNew, let spelled = known[term] {
      bytes.append(contentsOf: spelled)
      return
    }
    try TermCheck.check(term)
    let spelled = terms.spelled(term)
    if !isNew, known.count < Self.knownLimit { known[term] = spelled }
    bytes.append(contentsOf: spelled)
  }
}
