// SPDX-License-Identifier: Apache-2.0

/// Whether a concept is a subclass of another.
package enum Membership: Sendable, Hashable {
  case yes
  case no
  /// The hierarchy at hand does not reach far enough.
  case notKnown

  /// The answer as a person reads it.
  package var word: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .notKnown: "not known"
    }
  }
}

extension Vocabulary {
  /// Whether a concept is `root` or stands below it.
  ///
  /// “Yes” needs one path up to the root. “No” needs every path up to end where nothing more can stand
  /// above: at a concept that the source calls a top one, or anywhere in a vocabulary whose hierarchy
  /// is complete; or the root to stand below the concept. Everything else is not known.
  /// - Parameters:
  ///   - concept: a concept, in any spelling.
  ///   - root: the class, in any spelling.
  /// - Returns: the answer; “not known” also for concepts that the vocabulary does not have.
  /// - Complexity: O(ancestors).
  package func membership(of concept: String, in root: String) -> Membership {
    guard let concept = self.concept(concept), let root = self.concept(root) else {
      return .notKnown
    }
    return membership(of: concept, in: root)
  }

  /// Whether a concept is `root` or stands below it, by numbers.
  package func membership(of concept: Int, in root: Int) -> Membership {
    if concept == root { return .yes }
    let above = ancestors(concept)
    if above.concepts.contains(root) { return .yes }
    if above.isWhole || ancestors(root).concepts.contains(concept) { return .no }
    return .notKnown
  }

  /// How many steps a concept stands below a class, or below a concept without parents; 8 at most.
  func height(of concept: Int, below root: Int?) -> Int {
    var level: Set<Int> = [concept]
    for height in 0..<8 {
      if let root { if level.contains(root) { return height } }
      let above = Set(level.flatMap(parents))
      if root == nil && level.contains(where: { parents($0).isEmpty }) || above.isEmpty {
        return height
      }
      level = above
    }
    return 8
  }

  // A circle is walked once. `isWhole`: no path ends for want of knowledge.
  private func ancestors(_ concept: Int) -> (concepts: Set<Int>, isWhole: Bool) {
    var found: Set<Int> = [concept]
    var waiting = [concept]
    var isWhole = true
    while let next = waiting.popLast() {
      let parents = parents(next)
      if parents.isEmpty && !hierarchyIsComplete && !isTop(next) { isWhole = false }
      for parent in parents where found.insert(parent).inserted { waiting.append(parent) }
    }
    found.remove(concept)
    return (found, isWhole)
  }
}
