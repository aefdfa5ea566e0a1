// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reports
import Testing

@Suite struct VerdictTests {
  @Test(arguments: [
    (SeverityCounts(), Severity.violation, Verdict.accepted, "Nothing was found."),
    (
      SeverityCounts(notes: 1), .violation, .accepted,
      "Only 1 note found: nothing to mend."
    ),
    (
      SeverityCounts(warnings: 1), .violation, .acceptedWithWarnings,
      "Nothing keeps it out; 1 warning is worth mending."
    ),
    (SeverityCounts(warnings: 2), .warning, .notAccepted, "2 warnings keep it out."),
    (
      SeverityCounts(violations: 1, warnings: 1), .violation, .notAccepted,
      "1 violation keeps it out; 1 warning is worth mending too."
    ),
    (
      SeverityCounts(violations: 1, warnings: 1), .warning, .notAccepted,
      "1 violation and 1 warning keep it out."
    ),
    (
      SeverityCounts(violations: 1_204, notes: 9), .violation, .notAccepted,
      "1,204 violations keep it out."
    ),
  ])
  func `findings decide the verdict of a dataset`(
    counts: SeverityCounts, failOn: Severity, verdict: Verdict, why: String
  ) {
    #expect(Verdict(counts, failOn: failOn) == verdict)
    #expect(Verdict.reason(counts, failOn: failOn) == why)
  }

  @Test func `violations are accepted only by configuration`() {
    let counts = SeverityCounts(violations: 2)
    #expect(Verdict(counts, failOn: nil) == .acceptedWithWarnings)
    #expect(
      Verdict.reason(counts, failOn: nil)
        == "Accepted by configuration in spite of 2 violations.")
  }

  @Test func `the heaviest verdict among datasets is that of the run`() {
    let datasets = ReportFixture.pilots().datasets
    let all = Verdict.ofRun(
      datasets: datasets, findings: SeverityCounts(warnings: 1), failOn: .violation)
    #expect(all.verdict == .notAccepted)
    #expect(
      all.why == "1 of 3 datasets is not accepted: 1,260 violations and 279 warnings were found.")
    let two = Verdict.ofRun(
      datasets: Array(datasets.dropFirst()), findings: SeverityCounts(), failOn: .violation)
    #expect(two.verdict == .acceptedWithWarnings)
    #expect(two.why == "1 of 2 datasets is accepted with warnings: 66 warnings were found.")
    let one = Verdict.ofRun(
      datasets: Array(datasets.suffix(1)), findings: SeverityCounts(), failOn: .violation)
    #expect(one.verdict == .accepted)
    #expect(one.why == "The dataset is fit for the catalogue; nothing to mend was found.")
  }

  @Test func `a run whose own files are wrong is not accepted`() {
    let run = Verdict.ofRun(
      datasets: [], findings: SeverityCounts(violations: 1), failOn: .violation)
    #expect(run.verdict == .notAccepted)
    #expect(run.why == "The run's own files need mending first: 1 violation was found.")
  }

  @Test func `records that are neither mapped nor skipped are rejected`() {
    var records = RecordCounts()
    records.read = 100
    records.mapped = 90
    records.skipped = [SkippedRecords(rule: "a", count: 4), SkippedRecords(rule: "b", count: 3)]
    #expect(records.skippedTotal == 7)
    #expect(records.rejected == 3)
  }
}
