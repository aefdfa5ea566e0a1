// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// What is kept of data that stream by: the statements that shapes look at from other nodes, and of
/// every subject that it has been.
///
/// A node of which nothing is kept takes about 16 bytes; a kept statement 16 bytes beyond the text of
/// its terms.
final class KeptStatements {
  /// What is known of a node.
  enum Answer {
    /// Nothing yet: its statements may still come.
    case unknown
    /// All that will ever be looked at, sorted by predicate and object, by the numbers asked in.
    case statements([Triple], lines: [UInt32])
  }

  private let reach: ShapeReach
  private var terms = TermTable()
  private var triples: [Triple] = []
  private var lines: [UInt32] = []
  // The kept statements of each subject that has some, by its number in `terms`.
  private var ranges: [TermID: Range<Int32>] = [:]
  private var subjects = FingerprintSet()
  // By the numbers of terms that stay in blocks: what is kept.
  private var isKeptPredicate: [Bool]
  private var isKeptClass: [Bool]
  private let type: TermID
  /// Whether all data are known.
  var isComplete = false

  /// Prepares to keep what shapes reach.
  ///
  /// - Parameters:
  ///   - reach: what they look at.
  ///   - blockTerms: takes in the terms that statements are tested for; they must stay in blocks.
  ///   - subclasses: the classes that instances of a class may name instead.
  init(_ reach: ShapeReach, in blockTerms: NodeTerms, subclasses: (Term) -> [TermID]) {
    self.reach = reach
    type = blockTerms.resolve(.iri(RDF.type))
    let predicates = reach.predicates.map { blockTerms.resolve($0) }
    let classes = reach.classes.flatMap(subclasses)
    let count = blockTerms.data.count + 1
    isKeptPredicate = Array(repeating: false, count: count)
    isKeptClass = Array(repeating: false, count: count)
    for id in predicates { isKeptPredicate[Int(id.rawValue)] = true }
    for id in classes { isKeptClass[Int(id.rawValue)] = true }
  }

  /// Takes note of a subject and keeps what is to be kept of it.
  ///
  /// - Parameters:
  ///   - range: all of the subject's statements.
  ///   - data: the block's statements, sorted.
  ///   - origins: where they come from.
  ///   - blockTerms: the block's terms.
  ///   - copier: knows the terms of this block that were copied already.
  /// - Returns: whether the subject is new; a subject that comes again has statements elsewhere.
  func take(
    _ range: Range<Int>, of data: [Triple], origins: [UInt32], in blockTerms: TermTable,
    copier: inout TermCopier
  ) -> Bool {
    let subject = data[range.lowerBound].subject
    guard subjects.insert(blockTerms.fingerprint(subject)) else { return false }
    guard range.contains(where: { isKept(data[$0]) }) else { return true }
    let start = Int32(triples.count)
    for index in range where isKept(data[index]) || data[index].predicate == type {
      triples.append(copier.copy(data[index], of: blockTerms, to: &terms))
      lines.append(origins[index])
    }
    ranges[triples[Int(start)].subject] = start..<Int32(triples.count)
    return true
  }

  private func isKept(_ triple: Triple) -> Bool {
    if reach.keepsEverything { return true }
    let predicate = Int(triple.predicate.rawValue)
    guard predicate < isKeptPredicate.count else { return false }
    if isKeptPredicate[predicate] { return true }
    let object = Int(triple.object.rawValue)
    return triple.predicate == type && object < isKeptClass.count && isKeptClass[object]
  }

  /// What is known of a node that the block at hand says nothing about.
  func look(for node: TermID, in blockTerms: NodeTerms) -> Answer {
    let known = terms.id(node, of: blockTerms.data)
    guard known != .none, let range = ranges[known] else {
      let isOver = isComplete || subjects.contains(blockTerms.data.fingerprint(node))
      return isOver ? .statements([], lines: []) : .unknown
    }
    var copier = TermCopier()
    var found: [(Triple, UInt32)] = []
    for index in range {
      found.append(
        (
          copier.copy(triples[Int(index)], of: terms, to: &blockTerms.data), lines[Int(index)]
        ))
    }
    found.sort { one, two in
      one.0.predicate != two.0.predicate
        ? one.0.predicate < two.0.predicate : one.0.object < two.0.object
    }
    return .statements(found.map(\.0), lines: found.map(\.1))
  }

  /// All kept statements as a graph, with their lines as origins; what was kept is gone afterwards.
  func takeGraph() -> Graph {
    var builder = GraphBuilder(terms: terms)
    for (triple, line) in zip(triples, lines) { builder.add(triple, origin: line) }
    return builder.build()
  }
}

/// A set of 64-bit numbers none of which is 0.
///
/// Takes 11 to 21 bytes a number.
struct FingerprintSet {
  private var slots = [UInt64](repeating: 0, count: 1 << 10)
  private var count = 0

  /// Adds a number.
  ///
  /// - Returns: whether it is new.
  mutating func insert(_ number: UInt64) -> Bool {
    let slot = slot(of: number)
    if slots[slot] == number { return false }
    slots[slot] = number
    count += 1
    if count * 4 > slots.count * 3 { grow() }
    return true
  }

  /// Whether a number was added.
  func contains(_ number: UInt64) -> Bool { slots[slot(of: number)] == number }

  private func slot(of number: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: number >> 16) & mask
    while slots[slot] != 0, slots[slot] != number { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for number in old where number != 0 { slots[slot(of: number)] = number }
  }
}
