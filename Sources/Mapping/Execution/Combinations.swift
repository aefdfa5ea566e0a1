// SPDX-License-Identifier: Apache-2.0

/// Every choice of one value out of each of several lists, the last list turning fastest.
struct Combinations {
  /// More combinations than this are refused for one template, call or join key.
  static let limit = 10_000

  /// How many there are; 0 if a list is empty, 1 if there is no list.
  let count: Int
  private let counts: [Int]

  /// Combines lists of these lengths; `nil` if there are more than ``limit`` combinations.
  init?(of counts: [Int]) {
    self.counts = counts
    if counts.contains(0) {
      count = 0
      return
    }
    var product = 1
    for count in counts {
      let (longer, isTooLong) = product.multipliedReportingOverflow(by: count)
      guard !isTooLong, longer <= Self.limit else { return nil }
      product = longer
    }
    count = product
  }

  /// The index into each list for the combination with a number from 0.
  func picks(_ number: Int) -> [Int] {
    var picks = counts
    var remaining = number
    for index in counts.indices.reversed() {
      picks[index] = remaining % counts[index]
      remaining /= counts[index]
    }
    return picks
  }
}
