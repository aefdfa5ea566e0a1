// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Renders the short form of a run's report for a terminal.
///
/// No text out of files can command the terminal: control characters are shown as escapes.
package enum TextReport {
  /// How many groups of findings are shown for each dataset.
  package static let groupLimit = 3

  /// How a terminal report is written.
  package struct Style: Sendable, Hashable {
    /// Whether severities and verdicts are coloured; their words stand there in any case.
    package var isColoured: Bool
    /// Whether values out of the provider's data are shown.
    package var showsValues: Bool

    /// Chooses a style; plain and without values unless said otherwise.
    package init(isColoured: Bool = false, showsValues: Bool = false) {
      self.isColoured = isColoured
      self.showsValues = showsValues
    }
  }

  /// Writes the report.
  ///
  /// - Parameters:
  ///   - report: what to show.
  ///   - folder: the folder that the run's files are in, as the user would type it.
  ///   - style: whether to colour and whether to show values.
  /// - Returns: lines, each with its line break.
  package static func render(
    _ report: RunReport, folder: String, style: Style = Style()
  ) -> String {
    var text = TextReportWriter(style: style)
    text.line("\(report.product.name) \(report.product.version), pipeline \(report.pipeline)")
    text.line()
    text.verdict(report.verdict, "\(report.verdict.heading). \(report.why)")
    for dataset in report.datasets { text.dataset(dataset) }
    if report.findings.groups.contains(where: { $0.severity > .note }) {
      text.line()
      text.line("mapping and configuration")
      text.groups(report.findings.groups)
    }
    if !report.notChecked.isEmpty {
      text.line()
      text.line("not checked")
      for gap in report.notChecked { text.line("  \(gap.what): \(gap.why)") }
    }
    text.outputs(report.outputs, folder: folder)
    return text.lines
  }
}

/// Writes the lines of a terminal report.
private struct TextReportWriter {
  let style: TextReport.Style
  private(set) var lines = ""

  init(style: TextReport.Style) { self.style = style }

  mutating func line(_ text: String = "") { lines += VisibleText.of(text) + "\n" }

  mutating func verdict(_ verdict: Verdict, _ text: String, indent: String = "") {
    switch verdict {
    case .accepted: coloured("32", "\(indent)✔ ", text)
    case .acceptedWithWarnings: coloured("33", "\(indent)▲ ", text)
    case .notAccepted: coloured("31", "\(indent)■ ", text)
    }
  }

  mutating func dataset(_ dataset: DatasetReport) {
    line()
    line("\(dataset.id)  \(dataset.title)")
    verdict(dataset.verdict, "\(dataset.verdict.rawValue): \(dataset.why)", indent: "  ")
    let records = dataset.records
    var parts = [
      "\(Figure.counted(records.read, "record")) read", "\(Figure.grouped(records.mapped)) mapped",
    ]
    if records.skippedTotal > 0 {
      parts.append("\(Figure.grouped(records.skippedTotal)) skipped by rule")
    }
    if records.rejected > 0 { parts.append("\(Figure.grouped(records.rejected)) not mapped") }
    parts.append("\(Figure.counted(records.statements, "statement"))")
    line("  " + parts.joined(separator: ", "))
    if let tier = dataset.tier { self.tier(tier) }
    groups(dataset.recordFindings.groups + dataset.descriptionFindings.groups)
    computed(dataset.computed)
  }

  // What is told of the records to everybody, and how much it stands on.
  private mutating func computed(_ properties: [ComputedProperty]) {
    guard !properties.isEmpty else { return }
    line("  the description computes")
    for property in properties where property.isWorthALine {
      let held = property.isHeld ? ", kept from the last publication" : ""
      line("      \(property.label): \(property.said) (\(property.basis); \(property.rule)\(held))")
    }
  }

  private mutating func tier(_ tier: TierVerdict) {
    line("  " + tier.sentence)
    guard let next = tier.next else { return }
    for requirement in tier.missingForNext {
      line("      \(TierVerdict.name(next)) needs \(requirement.what): \(requirement.detail)")
    }
  }

  mutating func groups(_ groups: [FindingGroup]) {
    let heavy = groups.enumerated().filter { $0.element.severity > .note }
      .sorted { left, right in
        let (one, other) = (left.element, right.element)
        if one.severity != other.severity { return one.severity > other.severity }
        return one.count != other.count ? one.count > other.count : left.offset < right.offset
      }
      .map(\.element)
    for group in heavy.prefix(TextReport.groupLimit) { self.group(group) }
    let rest = heavy.count - min(heavy.count, TextReport.groupLimit)
    if rest > 0 { line("  and \(Figure.counted(rest, "more kind")) of finding") }
  }

  private mutating func group(_ group: FindingGroup) {
    let text =
      "\(group.severity.word) \(group.rule.id): \(group.rule.title), "
      + Figure.counted(group.count, "time")
    switch group.severity {
    case .violation: coloured("31", "  ■ ", text)
    case .warning: coloured("33", "  ▲ ", text)
    case .note: coloured("34", "  ● ", text)
    }
    guard let first = group.first.first else { return }
    if let place = first.place { line("      first: \(place.description)") }
    line("      \(first.message(showValues: style.showsValues))")
    line("      \(first.remedy(showValues: style.showsValues))")
  }

  mutating func outputs(_ outputs: [ReportOutput], folder: String) {
    guard !outputs.isEmpty else { return }
    line()
    line("files in \(folder)")
    let width = outputs.map(\.path.unicodeScalars.count).max() ?? 0
    for output in outputs {
      let gap = String(repeating: " ", count: width - output.path.unicodeScalars.count + 2)
      line("  \(output.path)\(gap)\(output.content)")
    }
  }

  private mutating func coloured(_ colour: String, _ mark: String, _ text: String) {
    let line = mark + VisibleText.of(text)
    lines += style.isColoured ? "\u{1b}[\(colour)m\(line)\u{1b}[0m\n" : line + "\n"
  }
}
