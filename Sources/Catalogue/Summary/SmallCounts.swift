// SPDX-License-Identifier: Apache-2.0

/// Which counts are published, and how.
///
/// Counts are multiples of five, so that no sum and no difference of counts, of one version or of
/// several, is 1 to 4. What was published stays as long as the records could be those of then with
/// fewer than five changes.
package enum SmallCounts {
  /// The smallest count, other than 0, that is published, and the step between published counts.
  package static let smallestPublished = 5

  /// Whether a count could point at single people.
  package static func isSmall(_ count: Int) -> Bool { (1..<smallestPublished).contains(count) }

  /// The nearest multiple of five.
  package static func rounded(_ count: Int) -> Int {
    (count + smallestPublished / 2) / smallestPublished * smallestPublished
  }

  /// What is published of a count.
  ///
  /// - Parameters:
  ///   - count: the count, exactly.
  ///   - previous: what the publication before said; `nil` for a first publication.
  /// - Returns: a count that differs from the previous one only if the exact count has changed by
  ///   five or more since that was published.
  package static func published(_ count: Int, after previous: PublishedCount?) -> PublishedCount {
    guard let previous else { return PublishedCount(count) }
    // What the exact count can have been when the previous one was published.
    let past: ClosedRange<Int> =
      switch previous {
      case .withheld: 0...(smallestPublished - 1)
      case .rounded(let published):
        max(smallestPublished, published - 2)...max(smallestPublished, published + 2)
      }
    let isFar =
      count >= past.upperBound + smallestPublished || count <= past.lowerBound - smallestPublished
    return isFar ? PublishedCount(count) : previous
  }
}

/// A count that may be withheld; what is withheld is not in the value, so it cannot leak.
package enum PublishedCount: Sendable, Hashable {
  /// The nearest multiple of five of a count that is not small.
  case rounded(Int)
  /// The count is 0 to 4; which of them is not to be known.
  case withheld

  /// Rounds a count, or withholds it.
  package init(_ count: Int) {
    self =
      count < SmallCounts.smallestPublished ? .withheld : .rounded(SmallCounts.rounded(count))
  }

  /// The count, `nil` if it is withheld.
  package var value: Int? { if case .rounded(let count) = self { count } else { nil } }
}
