// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import LocatedYAML
internal import Mapping
internal import RDFIO
internal import Reports
internal import Shapes

/// Puts the report of a run together.
struct RunReportBuilder {
  let configuration: PipelineConfiguration
  let failOn: Severity?

  /// The report.
  ///
  /// - Parameters:
  ///   - results: what the datasets left.
  ///   - findings: what concerns no single dataset.
  ///   - inputs: the files read.
  ///   - outputs: the folder of the run.
  /// - Returns: the values that all forms of the report show.
  func report(
    _ results: [DatasetRun.Result], findings: FindingJournal, inputs: [InputRecord],
    outputs: RunOutputs
  ) -> RunReport {
    let own = FindingSummary(findings.collector)
    let datasets = results.map(\.report)
    let (verdict, why) = Verdict.ofRun(datasets: datasets, findings: own.counts, failOn: failOn)
    var report = RunReport(
      product: ReportProduct(name: Product.name, version: Product.version),
      pipeline: configuration.name, verdict: verdict, why: why, failOn: failOn)
    report.datasets = datasets
    report.findings = own
    report.inputs = inputs.map {
      ReportInput(
        path: $0.name, bytes: $0.byteCount, sha256: $0.sha256, role: $0.role.reported)
    }
    report.outputs = self.outputs(results)
    report.notChecked = Self.gaps(results)
    report.configuration = [
      ReportFact("pipeline", configuration.project.name(of: configuration.file)),
      ReportFact("datasets", configuration.datasets.map(\.id).joined(separator: ", ")),
      ReportFact("keeps a dataset out", failOn.map { "\($0.word) or heavier" } ?? "nothing"),
      ReportFact("profile", "EUCAIM DCAT-AP 2.0, flavour spec-2.0"),
    ]
    report.limits = [
      ReportFact("counts from 1 to 4", "withheld"),
      ReportFact("published counts", "multiples of five"),
      ReportFact("combinations of repeated values", "\(RunLimits.combinations) for a record"),
      ReportFact("index of a join", "\(RunLimits.joinBytes >> 20) MiB"),
      ReportFact("YAML file", "\(LocatedYAML.byteLimit >> 20) MiB, \(LocatedYAML.depthLimit) deep"),
    ]
    return report
  }

  private func outputs(_ results: [DatasetRun.Result]) -> [ReportOutput] {
    var outputs = [
      ReportOutput(path: "report.html", content: "the report as a page"),
      ReportOutput(path: "report.json", content: "the report for programs"),
      ReportOutput(path: "report.ttl", content: "the validation results as a SHACL report"),
      ReportOutput(path: "findings.csv", content: "every finding, one a row"),
      ReportOutput(path: "findings.sarif", content: "the findings for code scanners and editors"),
    ]
    for result in results where result.failure == nil {
      outputs.append(
        ReportOutput(
          path: "records/\(result.report.id).nt.gz",
          content: "harmonised records of \(result.report.id)"))
      outputs.append(
        ReportOutput(
          path: "cdm/\(result.report.id)/\(TableOutputs.auditName)",
          content: "what became of coded values, beside the tables of \(result.report.id)"))
      outputs.append(
        ReportOutput(
          path: "descriptions/\(result.report.id).ttl",
          content: "description of \(result.report.id)"))
    }
    outputs.append(
      ReportOutput(path: "catalogue/catalog.ttl", content: "the feed, also as jsonld, rdf and nt"))
    outputs += configuration.flavours.map { name in
      ReportOutput(
        path: "catalogue/\(name)/catalog.ttl",
        content: "the feed for another reader, also by dataset")
    }
    if !configuration.flavours.isEmpty {
      outputs.append(
        ReportOutput(path: "catalogue/flavours.md", content: "what each reader makes of the feed"))
    }
    return outputs + [
      ReportOutput(path: "catalogue.sqlite", content: "the catalogue with what was accepted"),
      ReportOutput(path: "run.json", content: "what was read and when, with hashes and versions"),
    ]
  }

  private static func gaps(_ results: [DatasetRun.Result]) -> [NotChecked] {
    var gaps = [
      NotChecked(
        what: "Images",
        why: "only metadata are read; pixels, burned-in text and DICOM files are not"),
      NotChecked(
        what: "Identifying attributes (DICOM PS3.15)",
        why: "this version does not compare columns with the confidentiality profile"),
      NotChecked(
        what: "FAIR scores", why: "this version computes none"),
    ]
    var seen: Set<NotEvaluated> = []
    for part in results.flatMap(\.notEvaluated) where seen.insert(part).inserted {
      gaps.append(
        NotChecked(
          what: "\(part.part) of \(part.shapeName)", why: part.reason))
    }
    return gaps
  }
}

extension InputRecord.Role {
  /// The role as reports call it.
  fileprivate var reported: ReportInput.Role {
    switch self {
    case .data: .data
    case .mapping, .pipeline: .mapping
    case .terms, .vocabulary: .terms
    case .shapes, .profile: .shapes
    case .description: .description
    }
  }
}
