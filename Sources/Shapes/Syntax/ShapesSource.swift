// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// One graph with all statements of the shapes files, each with its place.
///
/// Blank nodes of different files stay apart. Names of SHACL's drafts are read as those that came of
/// them, see ``DraftNames``.
package struct ShapesSource: Sendable {
  /// The statements.
  package let graph: Graph
  private let places: [SourcePlace]
  private var drafts: [Int: String] = [:]

  /// Unites graphs whose statements have their line as origin.
  ///
  /// - Parameter files: graphs with the names of the files they were read from.
  package init(_ files: [(graph: Graph, file: String)]) {
    var builder = GraphBuilder()
    var places: [SourcePlace] = []
    for (number, (graph, file)) in files.enumerated() {
      let names = DraftNames(graph)
      for index in graph.triples.indices {
        let quad = graph.quad(index)
        let line = Int(graph.origin(of: index))
        places.append(
          SourcePlace(file: file, line > 0 ? .text(line: line, column: 1) : .file))
        let draft = names.name(of: graph.triples[index])
        if let draft { drafts[places.count] = draft }
        builder.add(
          Self.apart(quad.subject, number), draft == nil ? quad.predicate : DraftNames.meaning,
          Self.apart(quad.object, number),
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

  /// The property of a draft that a statement was written with, `nil` for most.
  func draftName(statement: Int) -> String? { drafts[Int(graph.origin(of: statement))] }

  /// What people call the shape that a node describes.
  ///
  /// Labels of blank nodes mean nothing to people, so path and line stand for them.
  func name(of node: TermID) -> String {
    let term = graph.terms.term(node)
    guard term.isBlankNode else { return ShapeLabels.text(term) }
    let path = graph.object(node, graph.id(.iri(SHACL.iri("path"))))
    let isNamed = path.map { graph.terms.kind($0) == .iri } ?? false
    let kind =
      if isNamed, let path {
        "the property shape for “\(ShapeLabels.end(of: graph.terms.text(path)))”"
      } else {
        "the shape"
      }
    let place = place(node: node) ?? graph.statements(object: node).first.flatMap(place(statement:))
    return place.map { "\(kind) at \(Self.short($0))" } ?? kind
  }

  // `shapes.ttl:12`: the findings' own places have the folder.
  private static func short(_ place: SourcePlace) -> String {
    let file = place.file.split(separator: "/").last.map(String.init) ?? place.file
    if case .text(let line, _) = place.locator { return "\(file):\(line)" }
    return file
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
