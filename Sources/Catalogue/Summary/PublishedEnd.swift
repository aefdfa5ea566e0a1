// SPDX-License-Identifier: Apache-2.0

/// One end of the values of people: the fifth from that end instead of the outermost.
///
/// Values are compared so that smaller is further out; for an upper end, callers give negative values.
struct PublishedEnd: Sendable, Hashable {
  /// The place from the end, from ``SmallCounts/smallestPublished``.
  let rank: Int

  // Fewer people could have changed by so many.
  private var margin: Int { SmallCounts.smallestPublished }

  /// The value that is published, `nil` for none.
  ///
  /// - Parameters:
  ///   - values: one for each person, in any order.
  ///   - previous: what the publication before said, `.some(nil)` if that said nothing, `nil` for a
  ///     first publication.
  /// - Returns: the value at the place if at least twice as many people have one, since the fifth
  ///   smallest of five would be the largest; and the previous value unless at least five people must
  ///   have changed since.
  /// - Complexity: O(n log n).
  func value(of values: [Int], after previous: Int??) -> Int? {
    let sorted = values.sorted()
    let current = sorted.count >= 2 * rank ? sorted[rank - 1] : nil
    guard let previous else { return current }
    guard let previous else {
      // Fewer than twice the rank had a value.
      return sorted.count >= 2 * rank - 1 + margin ? current : nil
    }
    if sorted.count <= 2 * rank - margin { return nil }
    let beyond = sorted.count { $0 < previous }
    let reaching = sorted.count { $0 <= previous }
    // Then, at most rank - 1 were beyond, and at least rank reached it.
    let hasMoved = beyond >= rank - 1 + margin || reaching <= rank - margin
    return hasMoved ? current ?? previous : previous
  }
}
