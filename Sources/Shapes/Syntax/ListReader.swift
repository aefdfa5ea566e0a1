// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// Reads RDF lists out of a graph.
struct ListReader {
  private let graph: Graph
  private let first: TermID
  private let rest: TermID
  private let end: TermID

  init(_ graph: Graph) {
    self.graph = graph
    first = graph.id(.iri(RDF.first))
    rest = graph.id(.iri(RDF.rest))
    end = graph.id(.iri(RDF.nil))
  }

  /// Whether a node is a list cell.
  func isList(_ node: TermID) -> Bool {
    !graph.statements(subject: node, predicate: first).isEmpty
  }

  /// The members in order, `nil` if the list is cut off, branches or runs in a circle.
  func members(_ list: TermID) -> [TermID]? {
    var found: [TermID] = []
    var cell = list
    while cell != end {
      let members = graph.statements(subject: cell, predicate: first)
      let rests = graph.statements(subject: cell, predicate: rest)
      // More cells than statements: the list has come back to itself.
      guard members.count == 1, rests.count == 1, found.count <= graph.count else { return nil }
      found.append(graph.triples[members.lowerBound].object)
      cell = graph.triples[rests.lowerBound].object
    }
    return found
  }
}
