// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// One list of findings on a page, with its share of the page's groups.
struct FindingList {
  /// The number of the list on the page, part of its anchors.
  let number: Int
  /// The dataset's title; `nil` for the run's own files.
  let dataset: String?
  let summary: FindingSummary
  /// How many groups of the list are shown.
  let shownGroups: Int

  /// Shares out the groups among the lists of a report.
  ///
  /// - Parameters:
  ///   - report: what is shown.
  ///   - groupLimit: the groups that all lists may show together.
  /// - Returns: the list of the run, then those of records and description of each dataset.
  static func all(of report: RunReport, groupLimit: Int) -> [FindingList] {
    var sources: [(dataset: String?, summary: FindingSummary)] = [(nil, report.findings)]
    for dataset in report.datasets {
      sources.append((dataset.title, dataset.recordFindings))
      sources.append((dataset.title, dataset.descriptionFindings))
    }
    let shares = shares(of: groupLimit, among: sources.map(\.summary.groups.count))
    return sources.indices.map { number in
      FindingList(
        number: number, dataset: sources[number].dataset, summary: sources[number].summary,
        shownGroups: shares[number])
    }
  }

  /// Shares out places evenly: nobody gets more than it asks for, and what one leaves others get.
  ///
  /// - Complexity: O(n log n).
  static func shares(of places: Int, among wanted: [Int]) -> [Int] {
    var shares = wanted.map { _ in 0 }
    var left = places
    let modestFirst = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    for (served, index) in modestFirst.enumerated() {
      shares[index] = min(wanted[index], left / (wanted.count - served))
      left -= shares[index]
    }
    return shares
  }

  /// The anchor of a group.
  func anchor(group: Int) -> HTMLAnchor { HTMLAnchor("finding", number, group + 1) }
}
