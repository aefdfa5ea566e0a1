// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Diagnostics
internal import RDFModel
internal import RecordIO
internal import Reports
internal import Shapes

/// Turns what the stages of a dataset left into the values that reports show.
struct DatasetReportBuilder {
  let dataset: PipelineConfiguration.Dataset
  let project: ProjectFolder
  let failOn: Severity?
  let records: HarmonisedRecords
  let shapes: ShapesFiles
  let tier: TierCheck
  let figures: ComputedFigures

  /// The report of a dataset.
  ///
  /// - Parameters:
  ///   - journal: what was found in mapping, records and values.
  ///   - described: what was found in the description.
  ///   - description: the description.
  /// - Returns: the values that all forms of the report show.
  func report(
    _ journal: FindingJournal, _ described: FindingJournal, _ description: DatasetDescription
  ) -> DatasetReport {
    let found = FindingSummary(journal.collector)
    let foundInDescription = FindingSummary(described.collector)
    let counts = found.counts + foundInDescription.counts
    var report = DatasetReport(
      id: dataset.id, title: CatalogueEntry(description).title, iri: description.iri,
      verdict: Verdict(counts, failOn: failOn), why: Verdict.reason(counts, failOn: failOn))
    report.records.files = records.facts.count
    report.records.read = records.recordCount
    report.records.mapped = records.mappedCount
    if records.skippedCount > 0 {
      report.records.skipped = [
        SkippedRecords(rule: "conditions of the mapping", count: records.skippedCount)
      ]
    }
    report.records.withFindings = journal.recordsWithFindings
    report.records.statements = records.graph.count
    report.recordFindings = found
    report.profile = "EUCAIM DCAT-AP 2.0"
    report.descriptionFindings = foundInDescription
    report.descriptionPath = "descriptions/\(dataset.id).ttl"
    report.coverage = coverage
    report.tier = tier.verdict(isAccepted: report.verdict != .notAccepted)
    report.unmapped = journal.unmapped.sorted { $0.count > $1.count }.map {
      UnmappedValue(
        list: $0.list, value: $0.value, count: $0.count, firstPlace: $0.firstPlace)
    }
    report.published = figures.counts
    report.computed = figures.properties
    report.unusedColumns = records.unusedColumns.map {
      UnusedColumns(source: $0.file, columns: $0.columns)
    }
    report.files = records.facts.map {
      FileFacts(
        file: $0.file, format: $0.format, encoding: $0.encoding?.rawValue, sniffed: $0.sniffed)
    }
    return report
  }

  // The model has columns for everything; what nobody asks for and no record has is left out.
  private var coverage: [FieldCoverage] {
    tier.fields.compactMap { field in
      let coverage = field.coverage(in: records.graph)
      return coverage.flatMap { field.isWanted || $0.records.part > 0 ? $0 : nil }
    }
  }
}
