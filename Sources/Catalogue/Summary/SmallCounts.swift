// SPDX-License-Identifier: Apache-2.0

/// Which counts are never published.
package enum SmallCounts {
  /// The smallest count, other than 0, that is published.
  package static let smallestPublished = 5

  /// Whether a count could point at single people.
  package static func isSmall(_ count: Int) -> Bool { (1..<smallestPublished).contains(count) }
}

/// A count that may be withheld; what is withheld is not in the value, so it cannot leak.
package enum PublishedCount: Sendable, Hashable {
  /// The count: 0, or ``SmallCounts/smallestPublished`` and more.
  case exact(Int)
  /// The count is not to be known.
  case withheld

  /// Withholds a count from 1 to 4.
  package init(_ count: Int) { self = SmallCounts.isSmall(count) ? .withheld : .exact(count) }

  /// The count, `nil` if it is withheld.
  package var value: Int? { if case .exact(let count) = self { count } else { nil } }
}
