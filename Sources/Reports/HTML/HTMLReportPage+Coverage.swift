// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// How far fields are filled, and which values have no term.
extension HTMLReportPage {
  func coverage(_ fields: [FieldCoverage], _ html: inout HTMLBuilder) {
    guard !fields.isEmpty else { return }
    html.element(.h3, text: "How far fields are filled")
    // What is mandatory and missing comes first, then what is missing most.
    let gaps = fields.enumerated().filter { !$0.element.records.isFull }
      .sorted { left, right in
        let (one, other) = (left.element, right.element)
        if one.isMandatory != other.isMandatory { return one.isMandatory }
        if one.records.percent != other.records.percent {
          return one.records.percent < other.records.percent
        }
        return left.offset < right.offset
      }
      .map(\.element)
    let full = fields.filter(\.records.isFull)
    if gaps.isEmpty {
      html.element(.p, .class("nothing"), text: "Every field has a value in every record.")
    } else {
      coverageTable("Fields with gaps", gaps, &html)
    }
    guard !full.isEmpty else { return }
    html.element(.details) { html in
      html.element(
        .summary, text: "\(Figure.counted(full.count, "field")) filled in every record")
      coverageTable("Fields filled in every record", full, &html)
    }
  }

  private func coverageTable(
    _ name: String, _ fields: [FieldCoverage], _ html: inout HTMLBuilder
  ) {
    var shown = 0
    html.table(name, columns: ["Field", "Filled", "Records with a value"]) {
      shown = $0.each(fields, atMost: HTMLReport.rowLimit) { html, field in
        html.element(.tr) { coverageRow(field, &$0) }
      }
    }
    if shown < fields.count {
      html.notice(showing: shown, of: fields.count, "fields", in: "report.json")
    }
  }

  private func coverageRow(_ field: FieldCoverage, _ html: inout HTMLBuilder) {
    html.element(.th, .set("scope", "row"), .class("field")) { html in
      html.link(HTMLLink(web: field.iri), text: field.label)
      html.text(" ")
      html.element(.span, .class("class"), text: field.classLabel)
    }
    html.element(
      .td, field.isMandatory && !field.records.isFull ? .class("share gap") : .class("share")
    ) { html in
      HTMLMark.bar(percent: field.records.percent, &html)
      html.element(.span, .class("percent"), text: "\(field.records.percent)%")
    }
    html.element(.td, .class("of")) { html in
      let records = field.records
      html.text("\(Figure.grouped(records.part)) of \(Figure.grouped(records.whole))")
      guard field.isMandatory else { return }
      html.element(
        .span, .class("mandatory"),
        text: records.isFull
          ? ", mandatory" : ", mandatory: \(Figure.grouped(records.missing)) missing"
      )
    }
  }

  /// How many unmapped values of a dataset are listed.
  static let unmappedLimit = 50

  func unmapped(_ values: [UnmappedValue], _ html: inout HTMLBuilder) {
    guard !values.isEmpty else { return }
    html.element(.h3, text: "Values without a term")
    let total = values.reduce(0) { $0 + $1.count }
    let kinds = values.count == 1 ? "One value has" : "\(Figure.grouped(values.count)) values have"
    html.element(
      .p,
      text: "\(kinds) no entry in the lists of terms; \(Figure.counted(total, "cell")) "
        + "\(total == 1 ? "holds" : "hold") \(values.count == 1 ? "it" : "them"). "
        + "An entry for the first line mends the most cells.")
    var shown = 0
    html.table(
      "Values without a term, most frequent first",
      columns: ["List", "Value", .number("Cells"), "First place", "May mean"]
    ) {
      shown = $0.each(values, atMost: Self.unmappedLimit) { html, value in
        html.element(.tr) { unmappedRow(value, &$0) }
      }
    }
    if shown < values.count {
      html.notice(showing: shown, of: values.count, "values", in: "report.json")
    }
  }

  private func unmappedRow(_ value: UnmappedValue, _ html: inout HTMLBuilder) {
    html.element(.th, .set("scope", "row"), text: value.list)
    let shown = FindingValue.sensitive(value.value).shown(showValues: showValues)
    html.element(.td, showValues ? .class("value") : .class("value hidden"), text: shown)
    html.element(.td, .class("number"), text: Figure.grouped(value.count))
    html.element(.td) { html in
      guard let place = value.firstPlace else { return }
      html.element(.code, text: place.file)
      if !place.locator.words.isEmpty { html.text(", \(place.locator.words)") }
    }
    html.element(.td) { html in
      for (index, term) in value.suggestions.enumerated() {
        if index > 0 { html.text("; ") }
        html.link(HTMLLink(web: term.iri), text: term.label)
      }
    }
  }
}
