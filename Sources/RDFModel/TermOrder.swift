// SPDX-License-Identifier: Apache-2.0

/// Sorts statements by the numbers of their terms, keeping the order of equal ones.
///
/// Numbers are small and dense, so counting them beats comparing statements: a pass for each
/// position, the last position first. Few statements over many terms are compared.
package struct TermOrder {
  private let termCount: Int

  /// Prepares to sort.
  ///
  /// - Parameter termCount: the largest number.
  package init(termCount: Int) { self.termCount = termCount }

  /// Statements in order, each once, with where each was first stated.
  ///
  /// - Complexity: O(statements + terms).
  package func unique(
    _ triples: [Triple], origins: [UInt32]
  ) -> (triples: [Triple], origins: [UInt32]) {
    var sortedTriples: [Triple] = []
    var sortedOrigins: [UInt32] = []
    sortedTriples.reserveCapacity(triples.count)
    sortedOrigins.reserveCapacity(triples.count)
    for index in sorted(triples) where sortedTriples.last != triples[Int(index)] {
      sortedTriples.append(triples[Int(index)])
      sortedOrigins.append(origins[Int(index)])
    }
    return (sortedTriples, sortedOrigins)
  }

  /// The indexes of triples in the order of subject, predicate and object.
  ///
  /// - Complexity: O(statements + terms).
  func sorted(_ triples: [Triple]) -> [Int32] {
    let all = (0..<Int32(triples.count)).map(\.self)
    if Self.isSorted(triples) { return all }
    let byObject = sorted(all) { triples[Int($0)].object }
    let byPredicate = sorted(byObject) { triples[Int($0)].predicate }
    return sorted(byPredicate) { triples[Int($0)].subject }
  }

  private static func isSorted(_ triples: [Triple]) -> Bool {
    for index in triples.indices.dropFirst() {
      let (one, other) = (triples[index - 1], triples[index])
      let isOrdered =
        one.subject != other.subject
        ? one.subject < other.subject
        : one.predicate != other.predicate
          ? one.predicate < other.predicate : one.object <= other.object
      if !isOrdered { return false }
    }
    return true
  }

  /// Indexes in the order of one of their statement's terms; equal ones stay as they are.
  func sorted(_ indexes: [Int32], by term: (Int32) -> TermID) -> [Int32] {
    if indexes.count * 4 < termCount { return compared(indexes, by: term) }
    // Where the next index of each term goes.
    var places = [Int32](repeating: 0, count: termCount + 2)
    for index in indexes { places[Int(term(index).rawValue) + 1] += 1 }
    for number in 1..<places.count { places[number] += places[number - 1] }
    return [Int32](unsafeUninitializedCapacity: indexes.count) { sorted, count in
      for index in indexes {
        let number = Int(term(index).rawValue)
        sorted[Int(places[number])] = index
        places[number] += 1
      }
      count = indexes.count
    }
  }

  private func compared(_ indexes: [Int32], by term: (Int32) -> TermID) -> [Int32] {
    // A place is part of the key: the sort itself promises nothing about equal ones.
    let keyed = indexes.enumerated().map { ($0.element, term($0.element), $0.offset) }
    return keyed.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.2 < $1.2 }.map(\.0)
  }
}
