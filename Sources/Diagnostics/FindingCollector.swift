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

  private var groups: [[String]: FindingGroup] = [:]
  private var order: [[String]] = []
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
    var group =
      groups.removeValue(forKey: key)
      ?? FindingGroup(rule: finding.rule, severity: finding.severity)
    if group.count == 0 { order.append(key) }
    group.count += 1
    group.severity = max(group.severity, finding.severity)
    if group.first.count < Self.firstCount { group.first.append(finding) }
    groups[key] = group
  }

  /// The groups: heaviest severity first, then by count, then in the order found.
  package var sortedGroups: [FindingGroup] {
    order.enumerated().compactMap { index, key in groups[key].map { (index, $0) } }
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
