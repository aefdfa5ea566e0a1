// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// One graph with all statements of the shapes files, each with its place.
///
/// Blank nodes of different files stay apart.
package struct ShapesSource: Sendable {
  /// The statements.
  package let graph: Graph
  private let places: [SourcePlace]

  /// Unites graphs whose statements have their line as origin.
  ///
  /// - Parameter files: graphs with the names of the files they were read from.
  package init(_ files: [(graph: Graph, file: String)]) {
    var builder = GraphBuilder()
    var places: [SourcePlace] = []
    for (number, (graph, file)) in files.enumerated() {
      for index in graph.triples.indices {
        let quad = graph.quad(index)
        let line = Int(graph.origin(of: index))
        places.append(
          SourcePlace(file: file, line > 0 ? .text(line: line, column: 1) : .file))
        builder.add(
          Self.apart(quad.subject, number), quad.predicate, Self.apart(quad.object, number),
          origin: UInt32(places.count))
      }
    }
    self.graph = builder.build()
    self.places = places
  }

  private static func apart(_ term: Term, _ number: Int) -> Term {
    number > 0 && term.isBlankNode ? .blankNode("f\(number).\(term.value)") : term
  }

  /// Where a statement stands.
  package func place(statement: Int) -> SourcePlace? {
    let origin = Int(graph.origin(of: statement))
    return origin > 0 ? places[origin - 1] : nil
  }

  /// The statement of some that stands last in its file.
  package func last(of statements: Range<Int>) -> Int? {
    statements.max { one, two in
      (place(statement: one).map(Self.line) ?? 0) < (place(statement: two).map(Self.line) ?? 0)
    }
  }

  /// Where the description of a node begins.
  ///
  /// - Returns: `nil` for nodes that are no subject.
  package func place(node: TermID) -> SourcePlace? {
    graph.statements(subject: node).compactMap { place(statement: $0) }
      .min { Self.line($0) < Self.line($1) }
  }

  private static func line(_ place: SourcePlace) -> Int {
    if case .text(let line, _) = place.locator { return line }
    return Int.max
  }
}
