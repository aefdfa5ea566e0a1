// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
package import Diagnostics
internal import Foundation
internal import LocatedYAML
internal import RDFModel
internal import Reports
internal import Shapes

/// Runs a pipeline: read, map, validate, summarise, describe, validate, report, publish.
///
/// The only place that knows the order of the stages.
package struct PipelineRun: Sendable {
  private let configuration: PipelineConfiguration
  private let options: RunOptions

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - configuration: the pipeline.
  ///   - options: what the command line adds.
  package init(_ configuration: PipelineConfiguration, options: RunOptions) {
    self.configuration = configuration
    self.options = options
  }

  private var failOn: Severity? { options.failOn ?? configuration.failOn }

  /// Runs everything.
  ///
  /// - Parameter progress: told the number of records read and of findings so far.
  /// - Returns: exit code and reports; the files are written.
  /// - Throws: what concerns the run as a whole: configuration, ontologies, disk, lock. What makes a
  ///   single dataset unreadable is in the report and in the exit code.
  package func run(progress: @escaping @Sendable (Int, Int) -> Void) throws(DiagnosedError)
    -> RunOutcome
  {
    let started = Date()
    let lock = options.isDryRun ? nil : try RunLock(options.output)
    // Held to the end: the lock goes with its owner.
    defer { _ = lock }
    let outputs = RunOutputs(options)
    let log = try FindingsLog(
      options.isDryRun ? nil : outputs.url("findings.csv"), showsValues: options.showsValues)
    var inputs = [
      try record(configuration.file, .pipeline), try record(configuration.catalogue, .description),
    ]
    let knowledge = try Knowledge(configuration.ontologies, project: configuration.project)
    let catalogueName = configuration.project.name(of: configuration.catalogue)
    let catalogue = try CatalogueDocument(
      try LocatedYAML.parseFile(configuration.catalogue.path, as: catalogueName))
    let previous = try outputs.previousDescriptions()
    let description = DescriptionStage(knowledge, date: options.date, previous: previous)

    let counter = RunCounter(progress)
    var results: [DatasetRun.Result] = []
    for dataset in configuration.datasets {
      let run = DatasetRun(
        dataset: dataset, configuration: configuration, knowledge: knowledge, failOn: failOn,
        threads: options.threads, description: description,
        log: { findings in
          counter.count(findings: findings.count)
          log.add(findings, dataset: dataset.id)
        },
        progress: { counter.count(records: $0, of: dataset.id) })
      results.append(try run.run())
    }

    var findings = FindingJournal(log: { log.add($0, dataset: "") })
    findings.add(knowledge.findings)
    inputs += results.flatMap(\.inputs) + knowledge.inputs
    let publication = try Publication.make(
      accepted(results), catalogue: catalogue, knowledge: knowledge, check: description,
      findings: &findings)
    let flavours = try flavours(of: publication, accepted(results), knowledge)
    findings.add(flavours.findings)
    let report = RunReportBuilder(configuration: configuration, failOn: failOn)
      .report(results, findings: findings, inputs: Self.unique(inputs), outputs: outputs)
    for (result, dataset) in zip(results, configuration.datasets) {
      try outputs.write(result, of: dataset.id)
    }
    try outputs.write(publication, flavours)
    try outputs.removeStale()
    try log.finish()
    try outputs.write(report, validations: results.flatMap(\.validations))
    let manifest = RunManifest(
      configuration: configuration, options: options, failOn: failOn, started: started,
      inputs: Self.unique(inputs), report: report)
    try outputs.write(manifest)
    return RunOutcome(
      exitCode: exitCode(results, report),
      text: outputs.text(report, usesColour: options.usesColour),
      json: JSONReport.render(report, showValues: options.showsValues), files: outputs.files)
  }

  private func record(_ url: URL, _ role: InputRecord.Role) throws(DiagnosedError) -> InputRecord {
    try InputRecord(url, name: configuration.project.name(of: url), role: role)
  }

  private func accepted(_ results: [DatasetRun.Result]) -> [PublishedDataset] {
    zip(configuration.datasets, results).compactMap { dataset, result in
      guard result.report.verdict != .notAccepted, let description = result.description else {
        return nil
      }
      return PublishedDataset(id: dataset.id, description: description)
    }
  }

  private func flavours(
    of publication: Publication, _ datasets: [PublishedDataset], _ knowledge: Knowledge
  ) throws(DiagnosedError) -> FlavourFeed {
    try FlavourFeed(
      publication.quads, datasets: datasets.map { ($0.id, $0.description) },
      names: configuration.flavours, library: knowledge.flavours)
  }

  private func exitCode(_ results: [DatasetRun.Result], _ report: RunReport) -> Int32 {
    if results.contains(where: { $0.failure != nil }) { return 3 }
    return report.verdict == .notAccepted ? 1 : 0
  }

  // A file that several datasets or stages read is one input; its first use names its role.
  private static func unique(_ inputs: [InputRecord]) -> [InputRecord] {
    var seen: Set<String> = []
    return inputs.filter { seen.insert($0.name).inserted }
  }
}
