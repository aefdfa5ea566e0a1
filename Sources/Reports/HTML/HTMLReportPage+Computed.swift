// SPDX-License-Identifier: Apache-2.0

/// What a description computes: from which records, and by which rule.
extension HTMLReportPage {
  func computed(_ properties: [ComputedProperty], _ html: inout HTMLBuilder) {
    guard !properties.isEmpty else { return }
    html.element(.details) { html in
      let noun = properties.count == 1 ? "figure comes" : "figures come"
      html.element(
        .summary,
        text: "Where \(Figure.grouped(properties.count)) computed \(noun) from, and by which rule")
      var shown = 0
      html.element(.ul, .class("computed")) {
        shown = $0.each(properties, atMost: HTMLReport.rowLimit) { html, property in
          html.element(.li) { computed(property, &$0) }
        }
      }
      if shown < properties.count {
        html.notice(showing: shown, of: properties.count, "figures", in: "report.json")
      }
    }
  }

  private func computed(_ property: ComputedProperty, _ html: inout HTMLBuilder) {
    html.element(.p) { html in
      html.link(HTMLLink(web: property.iri), text: property.label)
    }
    html.element(.p, .class("said")) { $0.element(.b, text: property.said) }
    html.element(.p) { html in
      let sources = property.sources.joined(separator: ", ")
      html.text("From \(property.basis)\(sources.isEmpty ? "" : ": \(sources)").")
      for source in property.columns {
        html.text(" ")
        html.element(.code, text: source.file)
        html.text(": ")
        for (index, column) in source.columns.enumerated() {
          if index > 0 { html.text(", ") }
          html.element(.code, text: column)
        }
        html.text(".")
      }
    }
    html.element(.p, .class("class")) { html in
      html.text("By the rule “\(property.rule)”: \(property.words)")
      if property.isHeld {
        html.text(
          " Kept from the last publication: fewer than five people or records may have changed.")
      }
    }
  }
}
