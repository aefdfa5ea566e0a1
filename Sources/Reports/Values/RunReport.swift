// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What a run of a pipeline found, as values only; the renderers turn it into bytes.
///
/// Holds no time: the same inputs give the same report. Times stand in the run manifest.
package struct RunReport: Sendable {
  /// What made the report.
  package var product: ReportProduct
  /// The pipeline's name.
  package var pipeline: String
  /// The verdict on the run as a whole.
  package var verdict: Verdict
  /// The verdict's reason in one plain sentence.
  package var why: String
  /// The lightest severity that keeps a dataset out; `nil` for never.
  package var failOn: Severity?
  /// The datasets, in the order of the pipeline.
  package var datasets: [DatasetReport] = []
  /// What was found in files that belong to no single dataset: mappings, terms, shapes.
  package var findings = FindingSummary()
  /// The files that were read, in the order read.
  package var inputs: [ReportInput] = []
  /// The files that the run left, paths relative to the folder of the report.
  package var outputs: [ReportOutput] = []
  /// What was left unchecked.
  package var notChecked: [NotChecked] = []
  /// Findings that somebody decided to let pass.
  package var waivers: [Waiver] = []
  /// The configuration in effect, one fact per line.
  package var configuration: [ReportFact] = []
  /// The published limits in effect.
  package var limits: [ReportFact] = []

  /// Starts a report without datasets.
  ///
  /// - Parameters:
  ///   - product: what makes the report.
  ///   - pipeline: the pipeline's name.
  ///   - verdict: see ``Verdict/ofRun(datasets:findings:failOn:)``.
  ///   - why: the verdict's reason in one sentence.
  ///   - failOn: the lightest severity that keeps a dataset out; `nil` for never.
  package init(
    product: ReportProduct, pipeline: String, verdict: Verdict, why: String, failOn: Severity?
  ) {
    self.product = product
    self.pipeline = pipeline
    self.verdict = verdict
    self.why = why
    self.failOn = failOn
  }

  /// The findings of the run and of all datasets.
  package var counts: SeverityCounts { datasets.map(\.counts).reduce(findings.counts, +) }

  /// The word for ``failOn`` as the command line takes it.
  var failOnWord: String { failOn?.word ?? "never" }
}

/// What made a report.
package struct ReportProduct: Sendable, Hashable {
  /// The product's name.
  package var name: String
  /// The version, as `--version` prints it.
  package var version: String

  /// Names a product.
  package init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// A file that was read.
package struct ReportInput: Sendable, Hashable {
  /// What a file was read for.
  package enum Role: String, Sendable, CaseIterable {
    case data
    case mapping
    case terms
    case shapes
    case description
  }

  /// The path as given, or relative to the project.
  package var path: String
  /// The size.
  package var bytes: Int
  /// SHA-256 of the bytes, lower-case hexadecimal.
  package var sha256: String
  /// What it was read for.
  package var role: Role

  /// Names a file.
  package init(path: String, bytes: Int, sha256: String, role: Role) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.role = role
  }
}

/// A file that a run left.
package struct ReportOutput: Sendable, Hashable {
  /// The path, relative to the folder of the report.
  package var path: String
  /// What the file holds, in a few words.
  package var content: String

  /// Names a file.
  package init(path: String, content: String) {
    self.path = path
    self.content = content
  }
}

/// Something that was left unchecked, and why.
package struct NotChecked: Sendable, Hashable {
  /// What was not checked.
  package var what: String
  /// Why not.
  package var why: String

  /// States a gap.
  package init(what: String, why: String) {
    self.what = what
    self.why = why
  }
}

/// A rule whose findings somebody decided to let pass for a while.
package struct Waiver: Sendable, Hashable {
  /// The rule's id.
  package var rule: String
  /// Why its findings may pass.
  package var reason: String
  /// The last day on which they may, `YYYY-MM-DD`; `nil` without end.
  package var until: String?
  /// How many findings passed.
  package var count: Int

  /// States a waiver.
  package init(rule: String, reason: String, until: String? = nil, count: Int) {
    self.rule = rule
    self.reason = reason
    self.until = until
    self.count = count
  }
}

/// A named value of the configuration, or a limit.
package struct ReportFact: Sendable, Hashable {
  /// The name.
  package var name: String
  /// The value, with its unit.
  package var value: String

  /// States a fact.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
