// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// Which blank nodes can be written in brackets at the one place that refers to them.
struct BlankNodeNesting {
  /// How deep brackets go; below, blank nodes are written with their labels.
  static let depth = 16

  private var nested: Set<Int> = []
  /// The rows of each blank node that is a subject in one graph only.
  private var rowsBySubject: [Int: Range<Int>] = [:]
  private var ends: [Int: Int] = [:]

  /// Finds the nodes: one reference, in the graph of the node's own statements, and no cycle.
  init(_ statements: SortedStatements) {
    let rows = statements.rows
    var references: [Int: (count: Int, row: Int)] = [:]
    var excluded: Set<Int> = []
    func isBlank(_ rank: Int) -> Bool { rank > 0 && statements.terms[rank].isBlankNode }
    var index = 0
    while index < rows.count {
      let (graph, subject) = (rows[index].graph, rows[index].subject)
      var end = index
      while end < rows.count, rows[end].graph == graph, rows[end].subject == subject { end += 1 }
      ends[index] = end
      if isBlank(graph) { excluded.insert(graph) }
      if isBlank(subject), rowsBySubject.updateValue(index..<end, forKey: subject) != nil {
        excluded.insert(subject)
      }
      for row in index..<end where isBlank(rows[row].object) {
        references[rows[row].object, default: (0, row)].count += 1
      }
      index = end
    }
    var parents: [Int: Int] = [:]
    for (node, reference) in references where reference.count == 1 && !excluded.contains(node) {
      let referring = rows[reference.row]
      let own = rowsBySubject[node].map { rows[$0.lowerBound].graph }
      if own == nil || own == referring.graph { parents[node] = referring.subject }
    }
    for node in parents.keys where Self.reachesRoot(node, parents) { nested.insert(node) }
  }

  private static func reachesRoot(_ node: Int, _ parents: [Int: Int]) -> Bool {
    var node = node
    for _ in 0...depth {
      guard let parent = parents[node] else { return true }
      node = parent
    }
    return false
  }

  /// Whether a node is written inside brackets only.
  func isNested(_ rank: Int) -> Bool { nested.contains(rank) }

  /// The rows about a nested node; empty if there are none.
  func rows(of rank: Int) -> Range<Int> { rowsBySubject[rank] ?? 0..<0 }

  /// The end of the rows that share graph and subject with the one at `index`, the first of them.
  func end(ofSubjectAt index: Int) -> Int { ends[index] ?? index + 1 }
}
