// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Diagnostics
internal import Foundation
internal import LocatedYAML
internal import RDFModel
internal import Reports
internal import Shapes

/// One dataset on its way through all stages.
struct DatasetRun: Sendable {
  /// What the run of a dataset leaves for the run as a whole.
  struct Result: Sendable {
    var report: DatasetReport
    var description: DatasetDescription?
    var records: Graph?
    var tables: TableOutputs?
    var inputs: [InputRecord]
    var validations: [StagedValidation]
    var notEvaluated: [NotEvaluated]
    var failure: DiagnosedError?
  }

  let dataset: PipelineConfiguration.Dataset
  let configuration: PipelineConfiguration
  let knowledge: Knowledge
  let failOn: Severity?
  let threads: Int
  let description: DescriptionStage
  let log: @Sendable ([Finding]) -> Void
  let progress: @Sendable (Int) -> Void

  /// Runs all stages; what makes the dataset unreadable is in the result, so that the other datasets
  /// of the pipeline still run.
  ///
  /// - Throws: only what concerns the run as a whole, such as a full disk.
  func run() throws(DiagnosedError) -> Result {
    do throws(DiagnosedError) {
      return try stages()
    } catch {
      if error.findings.contains(where: { $0.rule.category == .environment }) { throw error }
      return failed(error)
    }
  }

  private func stages() throws(DiagnosedError) -> Result {
    let project = configuration.project
    let prepared = try MappingPreparation(
      project: project, defaults: dataset.defaults, overrides: dataset.sources
    ).prepare(dataset.mapping, terms: dataset.terms)
    var inputs = prepared.records
    var journal = FindingJournal(log: log)
    journal.add(prepared.notes)
    // The model's files give classes and properties their names in findings.
    let shapes = try ShapesFiles(
      dataset.shapes + configuration.ontologies.model, project: project, role: .shapes)
    inputs += shapes.inputs
    journal.add(shapes.findings)
    let humanName = project.name(of: dataset.description)
    inputs.append(try InputRecord(dataset.description, name: humanName, role: .description))
    let human = try DatasetDocument(
      try LocatedYAML.parseFile(dataset.description.path, as: humanName))

    let records = try RecordStage(
      prepared, measures: knowledge.measures, model: knowledge.model,
      hierarchy: ConceptHierarchy(knowledge.concepts),
      previous: description.previous(of: human.iri).map { PublishedFigures($0) },
      threads: threads, progress: progress
    ).run(&journal)
    journal.add(prepared.terms.unusedRows)
    journal.add(records.unusedColumns.map { Self.finding($0.columns, of: $0.file) })
    let validated = ValidationStage(shapes: shapes.shapes, concepts: knowledge.concepts).run(
      records)
    try validated.forEachFindings { journal.add($0) }
    journal.add(try ColumnFit(model: knowledge.model).findings(records))
    if records.coded.isCut {
      journal.add(
        Finding(ModelRules.auditCut, at: nil, [.plain("limit", CodedValues.entryLimit)]))
    }
    let checked = try description.run(records.summary, human: human)
    var described = FindingJournal(log: log)
    described.add(checked.findings)
    let tier = TierCheck(
      records: records, fields: RecordField.list(shapes.graphs, labels: shapes.shapes.labels),
      unmapped: journal.unmapped.count,
      violations: FindingSummary(journal.collector).counts.violations,
      description: checked.description)
    described.add(
      tier.findings(at: human.node.place(of: Namespace.eucaim.interoperabilityLevel)))
    for input in inputs { try input.checkUnchanged() }

    let builder = DatasetReportBuilder(
      dataset: dataset, project: project, failOn: failOn, records: records, shapes: shapes,
      tier: tier,
      figures: ComputedFigures(
        records: records, prepared: prepared, knowledge: knowledge, description: checked.description
      ))
    return Result(
      report: builder.report(journal, described, checked.description),
      description: checked.description, records: records.graph,
      tables: tables(of: records, prepared, checked.description), inputs: inputs,
      validations: [
        StagedValidation(validated.report, isOfPeople: true),
        StagedValidation(checked.report, isOfPeople: false),
      ],
      notEvaluated: validated.report.notEvaluated + checked.report.notEvaluated)
  }

  private func tables(
    of records: HarmonisedRecords, _ prepared: PreparedMapping, _ description: DatasetDescription
  ) -> TableOutputs {
    let summaries = description.quads.filter {
      $0.subject == .iri(description.iri) && $0.predicate == .iri(DCT.description)
    }.map(\.object)
    let english = summaries.first { $0.language.hasPrefix("en") } ?? summaries.first
    let about = RecordTables.Dataset(
      id: description.iri, title: CatalogueEntry(description).title,
      summary: english?.value ?? "")
    return TableOutputs(
      tables: RecordTables(
        model: knowledge.model, graph: records.graph, coded: records.coded, dataset: about),
      coded: records.coded, terms: prepared.terms)
  }

  private static func finding(_ columns: [String], of file: String) -> Finding {
    Finding(
      PipelineRules.unusedColumns, at: SourcePlace(file: file),
      [
        .plain("count", columns.count), .plain("file", file),
        .plain("columns", columns.joined(separator: ", ")),
      ])
  }

  private func failed(_ error: DiagnosedError) -> Result {
    var journal = FindingJournal(log: log)
    journal.add(error.findings)
    let summary = FindingSummary(journal.collector)
    var report = DatasetReport(
      id: dataset.id, title: dataset.id, iri: "", verdict: .notAccepted,
      why: "It could not be read: nothing of it was mapped or checked.")
    report.recordFindings = summary
    return Result(
      report: report, inputs: [], validations: [], notEvaluated: [], failure: error)
  }
}
