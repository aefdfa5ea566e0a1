// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// Writes a Turtle document node by node, so that it need never be held as a whole.
///
/// The document is a head, and then statements that the caller puts together out of nodes; every
/// prefix is declared, used or not. In other respects nodes look as ``RDFWriter`` writes them.
package struct TurtleFragments {
  private let prefixes: [(prefix: String, namespace: String)]

  /// Prepares to write.
  ///
  /// - Parameter prefixes: names for namespaces, safe ones.
  package init(prefixes: [(prefix: String, namespace: String)]) { self.prefixes = prefixes }

  /// The declarations that a document begins with, and an empty line.
  package var head: String {
    let lines = prefixes.sorted { $0.prefix < $1.prefix }
      .map { "@prefix \($0.prefix): <\($0.namespace)> .\n" }
    return lines.joined() + "\n"
  }

  /// A blank node in brackets with what is said of it and of the nodes inside of it.
  ///
  /// - Parameters:
  ///   - node: the blank node.
  ///   - quads: the statements; each node but `node` is the object of one of them.
  ///   - indent: the spaces before the closing bracket.
  /// - Returns: text without spaces before the first bracket and without line break at its end.
  /// - Throws: `rdf.bad-statement`.
  package func brackets(
    _ node: Term, _ quads: [Quad], indent: Int
  ) throws(DiagnosedError) -> [UInt8] {
    var writer = TurtleWriter(try SortedStatements(quads, for: .turtle), prefixes)
    return writer.brackets(node, indent: indent)
  }
}
