// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// A data graph with the statements of each subject at one look.
package struct DataIndex: Sendable {
  /// The data.
  package let graph: Graph
  /// The statements, sorted by subject, predicate and object.
  let triples: [Triple]
  // The first statement of each subject, by term number; one more entry ends the last.
  private let starts: [Int32]

  /// Indexes a graph.
  ///
  /// - Complexity: O(terms + statements), 4 bytes a term.
  package init(_ graph: Graph) {
    self.graph = graph
    triples = graph.triples
    var starts = [Int32](repeating: 0, count: graph.terms.count + 2)
    var next = 0
    for number in starts.indices {
      while next < triples.count, Int(triples[next].subject.rawValue) < number { next += 1 }
      starts[number] = Int32(next)
    }
    self.starts = starts
  }

  /// The statements about a subject.
  package func statements(_ subject: TermID) -> Range<Int> {
    let number = Int(subject.rawValue)
    guard number + 1 < starts.count else { return 0..<0 }
    return Int(starts[number])..<Int(starts[number + 1])
  }

  /// The statements about a subject with a predicate.
  ///
  /// - Complexity: O(statements about the subject) for small subjects, logarithmic for large ones.
  package func statements(_ subject: TermID, _ predicate: TermID) -> Range<Int> {
    let all = statements(subject)
    if all.count > 64 { return graph.statements(subject: subject, predicate: predicate) }
    var start = all.lowerBound
    while start < all.upperBound, triples[start].predicate < predicate { start += 1 }
    var end = start
    while end < all.upperBound, triples[end].predicate == predicate { end += 1 }
    return start..<end
  }

  /// The statement with a subject, predicate and object, if the data have it.
  package func statement(_ subject: TermID, _ predicate: TermID, _ object: TermID) -> Int? {
    let range = statements(subject, predicate)
    if range.count <= 16 { return range.first { triples[$0].object == object } }
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if triples[middle].object < object { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && triples[low].object == object ? low : nil
  }
}
