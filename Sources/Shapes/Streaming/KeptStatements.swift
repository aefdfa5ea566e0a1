// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// What is kept of data that stream by: the statements that shapes look at from other nodes, and of
/// every subject that it has been.
///
/// A node of which nothing is kept takes about 16 bytes; a kept statement 16 bytes beyond the text of
/// its terms.
final class KeptStatements {
  private let reach: ShapeReach
  @exclusivity(unchecked) private var terms = TermTable()
  @exclusivity(unchecked) private var triples: [Triple] = []
  private var lines: [UInt32] = []
  // Where the kept statements of a subject begin and end, by its number in `terms`; 0 and 0 for none.
  private var starts: [Int32] = []
  private var ends: [Int32] = []
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
    starts = [0]
    ends = [0]
  }

  /// Takes note of a subject and keeps what is to be kept of it.
  ///
  /// - Parameters:
  ///   - range: all of the subject's statements.
  ///   - data: the block's statements, sorted.
  ///   - origins: where they come from.
  ///   - blockTerms: the block's terms.
  /// - Returns: whether the subject is new; a subject that comes again has statements elsewhere.
  func take(
    _ range: Range<Int>, of data: [Triple], origins: [UInt32], in blockTerms: borrowing TermTable
  ) -> Bool {
    let subject = data[range.lowerBound].subject
    guard subjects.insert(blockTerms.fingerprint(subject)) else { return false }
    guard range.contains(where: { isKept(data[$0]) }) else { return true }
    let start = triples.count
    let known = terms.intern(subject, of: blockTerms)
    for index in range where isKept(data[index]) || data[index].predicate == type {
      triples.append(
        Triple(
          subject: known, predicate: terms.intern(data[index].predicate, of: blockTerms),
          object: terms.intern(data[index].object, of: blockTerms)))
      lines.append(origins[index])
    }
    let missing = terms.count + 1 - starts.count
    starts.append(contentsOf: repeatElement(0, count: missing))
    ends.append(contentsOf: repeatElement(0, count: missing))
    starts[Int(known.rawValue)] = Int32(start)
    ends[Int(known.rawValue)] = Int32(triples.count)
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

  /// Adds what is known of a node that the block at hand says nothing about.
  ///
  /// - Parameters:
  ///   - node: the node, by its number in the block.
  ///   - blockTerms: the block's terms; gets those of the statements.
  ///   - triples: gets the statements, sorted by predicate and object.
  ///   - origins: gets the line of each.
  /// - Returns: whether that is all that will ever be looked at; otherwise more may still come.
  func append(
    _ node: TermID, in blockTerms: NodeTerms, to triples: inout [Triple],
    origins: inout [UInt32]
  ) -> Bool {
    let known = terms.id(node, of: blockTerms.data)
    let range = Int(starts[Int(known.rawValue)])..<Int(ends[Int(known.rawValue)])
    if range.isEmpty {
      return isComplete || subjects.contains(blockTerms.data.fingerprint(node))
    }
    let first = triples.count
    for index in range {
      let triple = Triple(
        subject: node,
        predicate: blockTerms.data.intern(self.triples[index].predicate, of: terms),
        object: blockTerms.data.intern(self.triples[index].object, of: terms))
      triples.append(triple)
      origins.append(lines[index])
    }
    if range.count > 1 { Self.sort(&triples, &origins, from: first) }
    return true
  }

  private static func sort(_ triples: inout [Triple], _ origins: inout [UInt32], from first: Int) {
    let order = (first..<triples.count).sorted { one, other in
      let (left, right) = (triples[one], triples[other])
      return left.predicate != right.predicate
        ? left.predicate < right.predicate : left.object < right.object
    }
    triples.replaceSubrange(first..., with: order.map { triples[$0] })
    origins.replaceSubrange(first..., with: order.map { origins[$0] })
  }

  /// All kept statements as a graph, with their lines as origins.
  ///
  /// - Parameter subclasses: what the data say of subclasses, which a graph has to know.
  /// - Returns: the graph; what is kept stays.
  func graph(with subclasses: Graph) -> Graph {
    var builder = GraphBuilder(terms: terms)
    for (triple, line) in zip(triples, lines) { builder.add(triple, origin: line) }
    var copier = TermCopier()
    for index in subclasses.triples.indices {
      builder.add(
        copier.copy(subclasses.triples[index], of: subclasses.terms, to: &builder.terms),
        origin: subclasses.origin(of: index))
    }
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
