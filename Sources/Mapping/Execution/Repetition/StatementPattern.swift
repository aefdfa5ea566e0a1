// SPDX-License-Identifier: Apache-2.0

/// What all statements that one part of a map makes have in common.
struct StatementPattern: Hashable {
  let subject: TermPattern
  let predicate: TermPattern
  /// `nil` for subjects out of a join and heads of lists, which can be any IRI or blank node.
  let object: TermPattern?

  /// Whether both can make one statement; true when in doubt.
  func canEqual(_ other: StatementPattern) -> Bool {
    guard predicate.canEqual(other.predicate), subject.canEqual(other.subject) else { return false }
    guard let object, let theirs = other.object else { return true }
    return object.canEqual(theirs)
  }
}

/// Finds the statements of a mapping that can be equal, without holding each against each.
///
/// Two terms can be equal only if what one begins with begins the other. In the order of their
/// beginnings all that an entry can equal therefore lies on a stack: of each that came before, those
/// whose beginning begins this one. Where the beginnings of subjects tell too little, those of objects
/// are tried; where these do not either, all are taken for equal, which costs time in the run and
/// changes nothing in what it writes.
///
/// - Complexity: O(n log n) for n statements.
struct StatementClashes {
  /// A statement and who makes it.
  struct Entry {
    let pattern: StatementPattern
    let owner: Int
  }

  // Pairs that are compared for each entry, before another way is tried; all of a small mapping.
  private static let pairsForEach = 64
  private static let freePairs = 1 << 16

  /// Calls `body` with the owners of entries that can be equal, so that all who are connected by such
  /// pairs are connected by the calls.
  static func forEach(in entries: [Entry], _ body: (Int, Int) -> Void) {
    var first: [StatementPattern: Int] = [:]
    var buckets: [TermPattern: [Entry]] = [:]
    var distinct: [Entry] = []
    var isPredicateOpen = false
    for entry in entries {
      if let owner = first[entry.pattern] {
        if owner != entry.owner { body(owner, entry.owner) }
        continue
      }
      first[entry.pattern] = entry.owner
      distinct.append(entry)
      if !entry.pattern.predicate.isConstant { isPredicateOpen = true }
      buckets[entry.pattern.predicate, default: []].append(entry)
    }
    // Different constants are never equal; a predicate out of data can be that of any statement.
    let groups = isPredicateOpen ? [distinct] : Array(buckets.values)
    for group in groups { compare(group, body) }
  }

  private static func compare(_ entries: [Entry], _ body: (Int, Int) -> Void) {
    if sweep(entries, by: { $0.subject.prefix }, body) { return }
    if sweep(entries, by: { $0.object?.prefix ?? [] }, body) { return }
    if sweep(entries, by: { $0.predicate.prefix }, body) { return }
    for entry in entries where entry.owner != entries[0].owner {
      body(entries[0].owner, entry.owner)
    }
  }

  // Whether all pairs that can be equal were found, within the number of comparisons.
  private static func sweep(
    _ entries: [Entry], by beginning: (StatementPattern) -> [UInt8], _ body: (Int, Int) -> Void
  ) -> Bool {
    let sorted = entries.map { (beginning: beginning($0.pattern), entry: $0) }
      .sorted { $0.beginning.lexicographicallyPrecedes($1.beginning) }
    var stack: [(beginning: [UInt8], entry: Entry)] = []
    var pairs = 0
    for item in sorted {
      while let last = stack.last, !item.beginning.starts(with: last.beginning) {
        stack.removeLast()
      }
      pairs += stack.count
      if pairs > Self.freePairs + Self.pairsForEach * entries.count { return false }
      for other in stack where other.entry.owner != item.entry.owner {
        if item.entry.pattern.canEqual(other.entry.pattern) {
          body(other.entry.owner, item.entry.owner)
        }
      }
      stack.append(item)
    }
    return true
  }
}

/// Numbers that are connected step by step, each group named by its least member.
struct ConnectedGroups {
  private var parents: [Int]

  /// Begins with a group for each number below `count`.
  init(count: Int) { parents = Array(0..<count) }

  /// The least member of a number's group.
  mutating func group(of number: Int) -> Int {
    var root = number
    while parents[root] != root { root = parents[root] }
    var next = number
    while parents[next] != root { (next, parents[next]) = (parents[next], root) }
    return root
  }

  /// Makes one group of two.
  mutating func connect(_ one: Int, _ other: Int) {
    let (one, other) = (group(of: one), group(of: other))
    parents[max(one, other)] = min(one, other)
  }
}
