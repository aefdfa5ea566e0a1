// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// What people call terms: `sh:name`, `rdfs:label`, or the end of the IRI.
package struct ShapeLabels: Sendable {
  private let names: [Term: String]

  /// Collects the names that a graph gives to its nodes.
  package init(_ graph: Graph) {
    var found: [Term: (rank: Int, text: String)] = [:]
    for (weight, predicate) in [(0, SHACL.iri("name")), (10, RDFS.label)] {
      for statement in graph.statements(predicate: graph.id(.iri(predicate))) {
        let quad = graph.quad(statement)
        guard quad.object.isLiteral, !quad.object.value.isEmpty else { continue }
        let rank = weight + Self.rank(quad.object.language)
        if let known = found[quad.subject],
          (known.rank, known.text) <= (rank, quad.object.value)
        {
          continue
        }
        found[quad.subject] = (rank, quad.object.value)
      }
    }
    names = found.mapValues(\.text)
  }

  /// What a term is called, `nil` if nobody named it.
  package func name(_ term: Term) -> String? { names[term] }

  /// What an IRI is called, or its last part.
  package func nameOrEnd(_ iri: String) -> String { names[.iri(iri)] ?? Self.end(of: iri) }

  // English first, then no language, then any other.
  private static func rank(_ language: String) -> Int {
    let language = language.lowercased()
    return language == "en" ? 0 : language.hasPrefix("en-") ? 1 : language.isEmpty ? 2 : 3
  }

  /// The part of an IRI behind the last `#`, `/` or `:`; the whole IRI if that is empty.
  package static func end(of iri: String) -> String {
    var end = iri[...]
    while let last = end.last, last == "/" || last == "#" { end.removeLast() }
    guard let cut = end.lastIndex(where: { $0 == "#" || $0 == "/" || $0 == ":" }) else {
      return iri
    }
    let name = end[end.index(after: cut)...]
    return name.isEmpty ? iri : String(name)
  }

  /// A term as findings show it: `<IRI>` or the literal's text in quotation marks.
  ///
  /// Labels of blank nodes are made up by readers and mean nothing to people.
  package static func text(_ term: Term) -> String {
    switch term.kind {
    case .iri: "<\(term.value)>"
    case .blankNode: "an unnamed node"
    case .literal: "“\(term.value)”"
    }
  }
}
