// SPDX-License-Identifier: Apache-2.0

/// Findings of one rule and one set of grouping arguments, counted.
package struct FindingGroup: Sendable, Hashable {
  /// The rule.
  package let rule: FindingRule
  /// The heaviest severity in the group.
  package var severity: Severity
  /// How many findings there are.
  package var count: Int
  /// The first findings, in the order they were found; at most ``FindingCollector/firstCount``.
  package var first: [Finding]

  /// Starts a group.
  package init(rule: FindingRule, severity: Severity, count: Int = 0, first: [Finding] = []) {
    self.rule = rule
    self.severity = severity
    self.count = count
    self.first = first
  }
}

/// Counts findings by rule and keeps the first of each group, so that memory does not grow with
/// their number.
package struct FindingCollector: Sendable {
  /// How many findings of a group are kept with their places.
  package static let firstCount = 10

  // In the order found, and their numbers by rule and grouping arguments.
  private var groups: [FindingGroup] = []
  private var numbers: [[String]: Int] = [:]
  private var counts: [Severity: Int] = [:]

  /// Starts without findings.
  package init() {}

  /// Counts findings.
  package mutating func add(_ findings: [Finding]) { for finding in findings { add(finding) } }

  /// Counts a finding.
  package mutating func add(_ finding: Finding) {
    counts[finding.severity, default: 0] += 1
    let key =
      [finding.rule.id]
      + finding.rule.groupedBy.map { finding.argument($0)?.shown(showValues: true) ?? "" }
    var number = groups.count
    if let known = numbers[key] {
      number = known
    } else {
      numbers[key] = number
      groups.append(FindingGroup(rule: finding.rule, severity: finding.severity))
    }
    groups[number].count += 1
    groups[number].severity = max(groups[number].severity, finding.severity)
    if groups[number].first.count < Self.firstCount { groups[number].first.append(finding) }
  }

  /// The groups: heaviest severity first, then by count, then in the order found.
  package var sortedGroups: [FindingGroup] {
    groups.enumerated()
      .sorted { left, right in
        if left.1.severity != right.1.severity { return left.1.severity > right.1.severity }
        if left.1.count != right.1.count { return left.1.count > right.1.count }
        return left.0 < right.0
      }
      .map(\.1)
  }

  /// The number of findings of a severity.
  package func count(_ severity: Severity) -> Int { counts[severity] ?? 0 }

  /// The heaviest severity found, `nil` if nothing was.
  package var heaviest: Severity? { counts.keys.max() }
}
