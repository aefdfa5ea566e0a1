// SPDX-License-Identifier: Apache-2.0

/// How much a finding weighs; the order is that of ``--fail-on``.
package enum Severity: UInt8, Sendable, CaseIterable, Comparable {
  case note
  case warning
  case violation

  /// Compares by weight.
  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// The word that reports and the command line use.
  package var word: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .violation: "violation"
    }
  }
}

/// What kind of trouble a rule speaks of, which decides the exit code when it ends a run.
package enum FindingCategory: String, Sendable, CaseIterable {
  /// The data are readable and something in them is wrong: exit 1.
  case data
  /// An input, mapping or configuration file is unreadable, invalid, or changed while read: exit 3.
  case input
  /// The command was used wrongly: exit 2.
  case usage
  /// Disk, lock, permission: exit 4.
  case environment
}

/// One thing that Fairway can find: its stable id and the words for it.
///
/// Messages are templates: `{name}` stands for the finding's argument of that name.
package struct FindingRule: Sendable, Hashable {
  /// Stable, lower case, `area.what-is-wrong`; scripts depend on it.
  package let id: String
  /// The severity unless a pipeline or shape says otherwise.
  package let severity: Severity
  /// What kind of trouble this is.
  package let category: FindingCategory
  /// A heading of a few words, without arguments.
  package let title: String
  /// What was found and what is allowed, with arguments as `{name}`.
  package let message: String
  /// How to mend it, with arguments as `{name}`.
  package let remedy: String
  /// The arguments whose values separate groups of this rule in a report.
  package let groupedBy: [String]

  /// Declares a rule.
  package init(
    _ id: String, _ severity: Severity, _ category: FindingCategory = .data, title: String,
    message: String, remedy: String, groupedBy: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.category = category
    self.title = title
    self.message = message
    self.remedy = remedy
    self.groupedBy = groupedBy
  }

  /// The same rule with another advice, for a place that knows better how to mend it.
  package func advising(_ remedy: String) -> FindingRule {
    FindingRule(
      id, severity, category, title: title, message: message, remedy: remedy, groupedBy: groupedBy)
  }

  /// Two rules are the same when their ids are.
  package static func == (left: FindingRule, right: FindingRule) -> Bool { left.id == right.id }

  /// Hashes the id.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
