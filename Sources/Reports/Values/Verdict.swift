// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Whether a dataset, or a run as a whole, may go on to the catalogue.
package enum Verdict: String, Sendable, CaseIterable, Comparable {
  case accepted = "accepted"
  case acceptedWithWarnings = "accepted with warnings"
  case notAccepted = "not accepted"

  /// Decides by what was found.
  ///
  /// - Parameters:
  ///   - counts: the findings.
  ///   - failOn: the lightest severity that keeps a dataset out; `nil` for never.
  package init(_ counts: SeverityCounts, failOn: Severity?) {
    if let failOn, counts.atOrAbove(failOn) > 0 {
      self = .notAccepted
    } else {
      self = counts.atOrAbove(.warning) > 0 ? .acceptedWithWarnings : .accepted
    }
  }

  /// Orders from accepted to not accepted.
  package static func < (left: Verdict, right: Verdict) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .accepted: 0
    case .acceptedWithWarnings: 1
    case .notAccepted: 2
    }
  }

  /// The verdict in one plain sentence, as it follows from what was found in a dataset.
  package static func reason(_ counts: SeverityCounts, failOn: Severity?) -> String {
    let found = counts.sentencePart
    switch Verdict(counts, failOn: failOn) {
    case .accepted:
      return counts.notes == 0 ? "Nothing was found." : "Only \(found) found: nothing to mend."
    case .acceptedWithWarnings:
      return counts.violations > 0
        ? "Accepted by configuration in spite of \(found)."
        : "Nothing keeps it out; \(found) \(counts.isSingular ? "is" : "are") worth mending."
    case .notAccepted where failOn == .violation && counts.warnings > 0:
      let warnings = Figure.counted(counts.warnings, "warning")
      let (keep, are) = (
        counts.violations == 1 ? "keeps" : "keep", counts.warnings == 1 ? "is" : "are"
      )
      return
        "\(Figure.counted(counts.violations, "violation")) \(keep) it out; \(warnings) \(are) worth mending too."
    case .notAccepted:
      return "\(found) \(counts.isSingular ? "keeps" : "keep") it out."
    }
  }

  /// Decides on a run.
  ///
  /// The heaviest verdict among the datasets and the findings of the run itself decides.
  ///
  /// - Parameters:
  ///   - datasets: the datasets with their verdicts.
  ///   - findings: what was found in files that belong to no dataset.
  ///   - failOn: the lightest severity that keeps a dataset out; `nil` for never.
  /// - Returns: the verdict, and one sentence that says why.
  package static func ofRun(
    datasets: [DatasetReport], findings: SeverityCounts, failOn: Severity?
  ) -> (verdict: Verdict, why: String) {
    let own = Verdict(findings, failOn: failOn)
    let verdict = datasets.map(\.verdict).reduce(own, max)
    let concerned = datasets.count { $0.verdict == verdict }
    let total = datasets.map(\.counts).reduce(findings, +)
    let share =
      datasets.count == 1
      ? "The dataset" : "\(Figure.grouped(concerned)) of \(Figure.grouped(datasets.count)) datasets"
    let verb = datasets.count == 1 || concerned == 1 ? "is" : "are"
    switch verdict {
    case .accepted:
      let what = datasets.count == 1 ? "The dataset is" : "All datasets are"
      return (verdict, "\(what) fit for the catalogue; \(total.heavyPart) found.")
    case .acceptedWithWarnings where concerned > 0:
      return (verdict, "\(share) \(verb) accepted with warnings: \(total.heavyPart) found.")
    case .notAccepted where concerned > 0:
      return (verdict, "\(share) \(verb) not accepted: \(total.heavyPart) found.")
    default:
      return (verdict, "The run's own files need mending first: \(findings.heavyPart) found.")
    }
  }
}

/// How many findings there are of each severity.
package struct SeverityCounts: Sendable, Hashable {
  /// Findings that break a rule.
  package var violations: Int
  /// Findings that are worth mending.
  package var warnings: Int
  /// Findings that are good to know.
  package var notes: Int

  /// States counts.
  package init(violations: Int = 0, warnings: Int = 0, notes: Int = 0) {
    self.violations = violations
    self.warnings = warnings
    self.notes = notes
  }

  /// All findings.
  package var total: Int { violations + warnings + notes }

  /// The findings of a severity.
  package func count(_ severity: Severity) -> Int {
    switch severity {
    case .violation: violations
    case .warning: warnings
    case .note: notes
    }
  }

  /// The findings of a severity or a heavier one.
  package func atOrAbove(_ severity: Severity) -> Int {
    Severity.allCases.filter { $0 >= severity }.reduce(0) { $0 + count($1) }
  }

  /// Adds counts.
  package static func + (left: SeverityCounts, right: SeverityCounts) -> SeverityCounts {
    SeverityCounts(
      violations: left.violations + right.violations, warnings: left.warnings + right.warnings,
      notes: left.notes + right.notes)
  }

  /// The heaviest counts that are not zero: `3 violations and 1 warning`.
  var sentencePart: String {
    let heavy = [Severity.violation, .warning].filter { count($0) > 0 }
    let named = heavy.isEmpty ? [Severity.note] : heavy
    return named.map { Figure.counted(count($0), $0.word) }.joined(separator: " and ")
  }

  /// Violations and warnings with their verb: `3 violations and 1 warning were`, `nothing was`.
  fileprivate var heavyPart: String {
    if violations + warnings == 0 { return "nothing to mend was" }
    return sentencePart + (isSingular ? " was" : " were")
  }

  fileprivate var isSingular: Bool {
    violations + warnings == 1 || (violations + warnings == 0 && notes == 1)
  }
}

/// Findings in groups, with the counts of all of them.
package struct FindingSummary: Sendable, Hashable {
  /// The groups: heaviest severity first, then by count.
  package var groups: [FindingGroup]
  /// How many findings there are of each severity, in all groups.
  package var counts: SeverityCounts

  /// States a summary; without arguments, that nothing was found.
  package init(groups: [FindingGroup] = [], counts: SeverityCounts = SeverityCounts()) {
    self.groups = groups
    self.counts = counts
  }

  /// Takes what a collector has counted.
  package init(_ collector: FindingCollector) {
    groups = collector.sortedGroups
    counts = SeverityCounts(
      violations: collector.count(.violation), warnings: collector.count(.warning),
      notes: collector.count(.note))
  }
}
