// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The datasets: all in one table, then a section for each.
extension HTMLReportPage {
  /// How many rules that skip records are named in the account of records.
  private static let namedRuleLimit = 6
  /// How many columns of a source are named.
  private static let columnLimit = 60

  private static let datasetsHeading = HTMLAnchor("datasets")

  func datasetTable(_ html: inout HTMLBuilder) {
    guard report.datasets.count > 1 else { return }
    html.element(.section, .labelled(by: Self.datasetsHeading)) { html in
      html.element(.h2, .id(Self.datasetsHeading), text: "Datasets at a glance")
      var shown = 0
      html.table(
        "Verdict and figures of each dataset",
        columns: [
          "Dataset", "Verdict", .number("Records"), .number("Violations"), .number("Warnings"),
          .number("Notes"),
        ]
      ) { html in
        shown = html.each(
          report.datasets.indices.map { $0 }, atMost: HTMLReport.rowLimit
        ) { html, index in html.element(.tr) { datasetRow(index, &$0) } }
      }
      if shown < report.datasets.count {
        html.notice(showing: shown, of: report.datasets.count, "datasets", in: "report.json")
      }
    }
  }

  private func datasetRow(_ index: Int, _ html: inout HTMLBuilder) {
    let dataset = report.datasets[index]
    html.element(.th, .set("scope", "row")) { html in
      html.link(HTMLLink(HTMLAnchor("dataset", index + 1)), text: dataset.title)
    }
    html.element(.td) { badge(dataset.verdict, &$0) }
    let counts = dataset.counts
    for number in [dataset.records.read, counts.violations, counts.warnings, counts.notes] {
      html.element(.td, .class("number"), text: Figure.grouped(number))
    }
  }

  private func badge(_ verdict: Verdict, _ html: inout HTMLBuilder) {
    html.element(.span, verdict.style) { html in
      HTMLMark.verdict(verdict, &html)
      html.text(verdict.rawValue)
    }
  }

  func dataset(_ index: Int, _ html: inout HTMLBuilder) {
    let dataset = report.datasets[index]
    let heading = HTMLAnchor("dataset", index + 1)
    let name = HTMLAnchor("dataset-id", index + 1)
    html.element(.section, .class("dataset"), .labelled(by: heading, name)) { html in
      html.element(.h2, .id(heading), text: dataset.title)
      html.element(.p, .class("identity")) { html in
        badge(dataset.verdict, &html)
        html.text(" ")
        html.element(.span, text: dataset.why)
      }
      html.element(.p, .class("iri")) { html in
        html.element(.code, .id(name), text: dataset.id)
        html.text(" ")
        html.link(HTMLLink(web: dataset.iri), text: dataset.iri)
      }
      html.element(.dl, .class("figures")) { recordFigures(dataset, &$0) }
      account(dataset.records, &html)
      html.element(.h3, text: "Findings in the records")
      findings(lists[1 + 2 * index], &html)
      description(dataset, findings: lists[2 + 2 * index], &html)
      tier(dataset.tier, &html)
      coverage(dataset.coverage, &html)
      unmapped(dataset.unmapped, &html)
      files(dataset, &html)
    }
  }

  private func recordFigures(_ dataset: DatasetReport, _ html: inout HTMLBuilder) {
    let records = dataset.records
    html.figure("Files", Figure.grouped(records.files))
    html.figure("Records read", Figure.grouped(records.read))
    html.figure("Mapped", Figure.grouped(records.mapped))
    html.figure("With findings", Figure.grouped(records.withFindings))
    html.figure("Statements", Figure.grouped(records.statements))
  }

  // Every record read is accounted for, in words.
  private func account(_ records: RecordCounts, _ html: inout HTMLBuilder) {
    guard records.read > 0 else { return }
    var parts = ["\(Figure.grouped(records.mapped)) mapped"]
    let named = records.skipped.filter { $0.count > 0 }.prefix(Self.namedRuleLimit)
    for skipped in named {
      parts.append("\(Figure.grouped(skipped.count)) skipped by the rule “\(skipped.rule)”")
    }
    let others = records.skippedTotal - named.reduce(0) { $0 + $1.count }
    if others > 0 { parts.append("\(Figure.grouped(others)) skipped by other rules") }
    parts.append("\(Figure.grouped(records.rejected)) not mapped because of findings")
    let counted = Figure.counted(records.read, "record")
    html.element(
      .p, .class("account"), text: "Of \(counted) read: \(parts.joined(separator: ", ")).")
  }

  private func description(
    _ dataset: DatasetReport, findings list: FindingList, _ html: inout HTMLBuilder
  ) {
    guard dataset.profile != nil || dataset.descriptionPath != nil || !dataset.published.isEmpty
    else { return }
    html.element(.h3, text: "Description for the catalogue")
    if !dataset.published.isEmpty {
      html.element(.dl, .class("figures")) { html in
        for count in dataset.published { html.figure("Published \(count.label)", count.text) }
      }
    }
    html.element(.p) { html in
      if let path = dataset.descriptionPath {
        html.text("The description as it would be published is ")
        html.link(HTMLLink(file: path), text: path)
        html.text(". ")
      }
      html.text(dataset.profile.map { "It was checked against \($0)." } ?? "It was not checked.")
    }
    computed(dataset.computed, &html)
    if dataset.profile != nil { findings(list, &html) }
  }

  private func files(_ dataset: DatasetReport, _ html: inout HTMLBuilder) {
    guard !dataset.files.isEmpty || !dataset.unusedColumns.isEmpty else { return }
    html.element(.h3, text: "Files and columns")
    if !dataset.files.isEmpty {
      html.element(.details) { html in
        let verb = dataset.files.count == 1 ? "was" : "were"
        html.element(
          .summary, text: "How \(Figure.counted(dataset.files.count, "file")) \(verb) read")
        fileTable(dataset.files, &html)
      }
    }
    guard !dataset.unusedColumns.isEmpty else { return }
    let count = dataset.unusedColumns.reduce(0) { $0 + $1.columns.count }
    html.element(.details) { html in
      html.element(.summary, text: "\(Figure.counted(count, "column")) that no rule reads")
      unusedTable(dataset.unusedColumns, &html)
    }
  }

  private func fileTable(_ files: [FileFacts], _ html: inout HTMLBuilder) {
    var shown = 0
    html.table("How files were read", columns: ["File", "Format", "Encoding", "Noticed"]) {
      shown = $0.each(files, atMost: HTMLReport.rowLimit) { html, file in
        html.element(.tr) { html in
          html.element(.th, .set("scope", "row")) { $0.element(.code, text: file.file) }
          html.element(.td, text: file.format)
          html.element(.td, text: file.encoding ?? "")
          html.element(.td, text: file.sniffed.joined(separator: "; "))
        }
      }
    }
    if shown < files.count {
      html.notice(showing: shown, of: files.count, "files", in: "report.json")
    }
  }

  private func unusedTable(_ sources: [UnusedColumns], _ html: inout HTMLBuilder) {
    var shown = 0
    html.table("Columns that no rule reads", columns: ["Source", "Columns"]) {
      shown = $0.each(sources, atMost: HTMLReport.rowLimit) { html, source in
        html.element(.tr) { html in
          html.element(.th, .set("scope", "row")) { $0.element(.code, text: source.source) }
          html.element(.td) { html in
            let named = html.each(source.columns, atMost: Self.columnLimit) { html, column in
              html.element(.code, text: column)
              html.text(" ")
            }
            let others = source.columns.count - named
            if others > 0 { html.text("and \(Figure.grouped(others)) more") }
          }
        }
      }
    }
    if shown < sources.count {
      html.notice(showing: shown, of: sources.count, "sources", in: "report.json")
    }
  }
}
