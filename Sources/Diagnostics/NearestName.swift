// SPDX-License-Identifier: Apache-2.0

/// Finds the name that somebody probably meant.
package enum NearestName {
  /// The candidate with the smallest edit distance to `name`, if it is near enough to be a typo.
  ///
  /// Case, blanks, `_` and `-` do not count. Near enough is a third of the name's length, at least 1.
  /// Names of more than 256 bytes are not compared, so that nobody's document can make it slow.
  /// - Complexity: O(candidates × length²).
  package static func find(_ name: String, in candidates: some Sequence<String>) -> String? {
    guard name.utf8.count <= 256 else { return nil }
    let wanted = folded(name)
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate.utf8.count <= 512 {
      let distance = editDistance(wanted, folded(candidate))
      if distance < best?.distance ?? Int.max { best = (distance, candidate) }
    }
    guard let best, best.distance <= max(1, wanted.count / 3) else { return nil }
    return best.name
  }

  /// A sentence that names the nearest candidate, or the candidates themselves when none is near.
  package static func hint(_ name: String, in candidates: [String]) -> String {
    if let nearest = find(name, in: candidates) { return "Did you mean “\(nearest)”?" }
    if candidates.isEmpty { return "There is nothing to choose from." }
    let shown = candidates.prefix(12).joined(separator: ", ")
    return "Known: \(shown)\(candidates.count > 12 ? ", and \(candidates.count - 12) more" : "")."
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.lowercased().utf8.filter { $0 != 0x20 && $0 != 0x5F && $0 != 0x2D }
  }

  // Two neighbours swapped count as one edit, since that is the commonest slip. Three rows of the
  // matrix; names are short.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let substituted = previous[column] + (byte == other ? 0 : 1)
        var best = min(substituted, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
