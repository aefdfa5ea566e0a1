// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// The statements that a validation looks at, those of each subject at one look.
///
/// Of a graph, all of them; of data that stream by, those of one block, and behind them whatever
/// ``KeptStatements`` kept of other nodes that somebody asks for.
package final class DataIndex {
  /// The statements; those of one subject stand together, sorted by predicate and object.
  @exclusivity(unchecked) private(set) var triples: [Triple]
  @exclusivity(unchecked) private var origins: [UInt32] = []
  // The first statement of each subject and the one behind its last, by term number.
  @exclusivity(unchecked) private var starts: [Int32]
  @exclusivity(unchecked) private var ends: [Int32]
  private let graph: Graph?
  private let remote: KeptStatements?
  private let terms: NodeTerms?
  /// How often a node was asked for of which more may follow in the data.
  @exclusivity(unchecked) private(set) var unknownCount = 0
  // For each object that a statement of the block has, the first of these statements.
  private var leading: [TermID: Int]?

  private static let notAsked: Int32 = -1
  private static let unknown: Int32 = -2

  /// Indexes a graph.
  ///
  /// - Complexity: O(terms + statements), 8 bytes a term.
  package init(_ graph: Graph) {
    self.graph = graph
    remote = nil
    terms = nil
    triples = graph.triples
    starts = Array(repeating: 0, count: graph.terms.count + 1)
    ends = starts
    forEachRecord { _ in }
  }

  /// Prepares for blocks.
  init(streaming terms: NodeTerms, remote: KeptStatements) {
    graph = nil
    self.terms = terms
    self.remote = remote
    triples = []
    starts = []
    ends = []
  }

  /// Takes the next block's statements.
  ///
  /// - Parameters:
  ///   - triples: sorted by subject, predicate and object, without repetition.
  ///   - origins: where each comes from.
  ///   - termCount: the largest number of a term.
  /// - Returns: the statements of each subject.
  /// - Complexity: O(terms + statements).
  func replace(_ triples: [Triple], origins: [UInt32], termCount: Int) -> [Range<Int>] {
    self.triples = triples
    self.origins = origins
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(Self.notAsked, count: termCount + 1))
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: termCount + 1))
    leading = nil
    var records: [Range<Int>] = []
    forEachRecord { records.append($0) }
    return records
  }

  /// Looks at a subject as if the block said nothing about it, since more follows.
  func hide(_ subject: TermID) { starts[Int(subject.rawValue)] = Self.notAsked }

  // Notes where the statements of each subject are, and hands that on.
  private func forEachRecord(_ body: (Range<Int>) -> Void) {
    var index = 0
    while index < triples.count {
      let subject = triples[index].subject
      let start = index
      while index < triples.count, triples[index].subject == subject { index += 1 }
      starts[Int(subject.rawValue)] = Int32(start)
      ends[Int(subject.rawValue)] = Int32(index)
      body(start..<index)
    }
  }

  /// The statements about a subject.
  @inline(__always)
  package func statements(_ subject: TermID) -> Range<Int> {
    let number = Int(subject.rawValue)
    if number < starts.count, starts[number] >= 0 {
      return Int(starts[number])..<Int(ends[number])
    }
    return graph == nil ? fetch(subject) : 0..<0
  }

  // What is known of a node that the block says nothing about.
  private func fetch(_ subject: TermID) -> Range<Int> {
    guard let remote, let terms, subject != .none, terms.kind(subject) != .literal else {
      return 0..<0
    }
    let number = Int(subject.rawValue)
    if number < starts.count, starts[number] == Self.unknown {
      unknownCount += 1
      return 0..<0
    }
    let first = triples.count
    guard remote.append(subject, in: terms, to: &triples, origins: &origins) else {
      unknownCount += 1
      mark(number, Self.unknown, 0)
      return 0..<0
    }
    mark(number, Int32(first), Int32(triples.count))
    return first..<triples.count
  }

  private func mark(_ number: Int, _ start: Int32, _ end: Int32) {
    while starts.count <= number {
      starts.append(Self.notAsked)
      ends.append(0)
    }
    starts[number] = start
    ends[number] = end
  }

  /// The statements about a subject with a predicate.
  ///
  /// - Complexity: O(statements about the subject) for small subjects, logarithmic for large ones.
  package func statements(_ subject: TermID, _ predicate: TermID) -> Range<Int> {
    let all = statements(subject)
    if all.count > 64 {
      let start = firstIndex(in: all) { triples[$0].predicate >= predicate }
      return start..<firstIndex(in: start..<all.upperBound) { triples[$0].predicate > predicate }
    }
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
    let found = firstIndex(in: range) { triples[$0].object >= object }
    return found < range.upperBound && triples[found].object == object ? found : nil
  }

  private func firstIndex(in range: Range<Int>, where belongs: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The subjects that have an object for a predicate.
  ///
  /// Only of a graph: shapes that go against an arrow are not evaluated on blocks.
  func subjects(_ predicate: TermID, _ object: TermID) -> [TermID] {
    graph?.subjects(predicate, object) ?? []
  }

  /// The subjects of the statements with a predicate, as often as there are statements; of a graph.
  func subjects(_ predicate: TermID) -> [TermID] {
    (graph?.statements(predicate: predicate) ?? []).map { triples[$0].subject }
  }

  /// The objects of the statements with a predicate, as often as there are statements; of a graph.
  func objects(_ predicate: TermID) -> [TermID] {
    (graph?.statements(predicate: predicate) ?? []).map { triples[$0].object }
  }

  /// A statement that leads to a node: the first one read.
  func statement(leadingTo object: TermID) -> Int? {
    if let graph {
      return graph.statements(object: object).min { origin($0) < origin($1) }
    }
    if let leading { return leading[object] }
    var found: [TermID: Int] = [:]
    for (index, triple) in triples.enumerated() {
      if let known = found[triple.object], origins[known] <= origins[index] { continue }
      found[triple.object] = index
    }
    leading = found
    return found[object]
  }

  /// Where a statement comes from, 0 where nobody knows.
  func origin(_ statement: Int) -> UInt32 {
    graph?.origin(of: statement) ?? origins[statement]
  }

  /// The statement of a range that was read first.
  func first(_ range: Range<Int>) -> Int? { range.min { origin($0) < origin($1) } }
}
