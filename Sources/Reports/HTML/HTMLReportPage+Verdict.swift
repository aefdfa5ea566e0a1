// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What a reader sees first: the verdict, and what to mend first.
extension HTMLReportPage {
  /// How many groups are named as worth mending first.
  static let mendFirstCount = 3

  func verdict(_ html: inout HTMLBuilder) {
    html.element(.div, heroStyle) { html in
      html.element(.div, .class("headline")) { html in
        HTMLMark.verdict(report.verdict, &html)
        html.element(.h1, text: report.verdict.heading)
      }
      html.element(.p, .class("lead"), text: report.why)
      html.element(.dl, .class("figures")) { totals(&$0) }
      if showValues {
        html.element(.p, .class("privacy shown")) { html in
          html.element(.b, text: "This page shows source values.")
          html.text(" Keep it where the data are kept.")
        }
      } else {
        html.element(.p, .class("privacy")) { html in
          html.text("Source values are hidden; ")
          html.link(HTMLLink(Self.guide), text: "how to read this page")
          html.text(".")
        }
      }
    }
  }

  static let guide = HTMLAnchor("guide")
  private static let mendFirstHeading = HTMLAnchor("mend-first")

  private var heroStyle: HTMLAttribute {
    switch report.verdict {
    case .accepted: .class("hero accepted")
    case .acceptedWithWarnings: .class("hero warning")
    case .notAccepted: .class("hero violation")
    }
  }

  private func totals(_ html: inout HTMLBuilder) {
    let counts = report.counts
    html.figure("Datasets", Figure.grouped(report.datasets.count))
    let read = report.datasets.reduce(0) { $0 + $1.records.read }
    html.figure("Records read", Figure.grouped(read))
    html.figure("Violations", Figure.grouped(counts.violations))
    html.figure("Warnings", Figure.grouped(counts.warnings))
    html.figure("Notes", Figure.grouped(counts.notes))
  }

  /// The groups worth mending first: heaviest first, then most frequent, then as listed.
  var mendFirstGroups: [(list: FindingList, index: Int)] {
    var candidates: [(list: FindingList, index: Int)] = []
    for list in lists {
      for index in list.summary.groups.indices.prefix(Self.mendFirstCount) {
        if list.summary.groups[index].severity > .note { candidates.append((list, index)) }
      }
    }
    let ranked = candidates.enumerated().sorted { left, right in
      let one = left.element.list.summary.groups[left.element.index]
      let other = right.element.list.summary.groups[right.element.index]
      if one.severity != other.severity { return one.severity > other.severity }
      return one.count != other.count ? one.count > other.count : left.offset < right.offset
    }
    return ranked.prefix(Self.mendFirstCount).map(\.element)
  }

  func mendFirst(_ html: inout HTMLBuilder) {
    let groups = mendFirstGroups
    guard !groups.isEmpty else { return }
    html.element(.section, .class("mend"), .labelled(by: Self.mendFirstHeading)) { html in
      html.element(.h2, .id(Self.mendFirstHeading), text: "Mend this first")
      html.element(.ol) { html in
        for (list, index) in groups { html.element(.li) { step(list, index, &$0) } }
      }
    }
  }

  private func step(_ list: FindingList, _ index: Int, _ html: inout HTMLBuilder) {
    let group = list.summary.groups[index]
    html.element(.p, .class("step")) { html in
      severity(group.severity, &html)
      html.text(" ")
      html.element(.b) { html in
        html.link(
          index < list.shownGroups ? HTMLLink(list.anchor(group: index)) : nil,
          text: group.rule.title)
      }
      html.text(" ")
      html.element(.span, .class("times"), text: Figure.counted(group.count, "time"))
    }
    guard let first = group.first.first else { return }
    html.element(.p, text: first.remedy(showValues: showValues))
    html.element(.p, .class("where")) { html in
      if report.datasets.count > 1, let dataset = list.dataset { html.text("\(dataset): ") }
      guard let place = first.place else { return html.text("about the dataset as a whole") }
      html.text("first in ")
      html.element(.code, text: place.file)
      if !place.locator.words.isEmpty { html.text(", \(place.locator.words)") }
    }
  }

  /// A severity as shape and word.
  func severity(_ severity: Severity, _ html: inout HTMLBuilder) {
    html.element(.span, severity.style) { html in
      HTMLMark.severity(severity, &html)
      html.text(severity.word)
    }
  }

  func contents(_ html: inout HTMLBuilder) {
    html.element(.ul) { html in
      let shown = html.each(report.datasets.indices.map { $0 }, atMost: HTMLReport.rowLimit) {
        entry(HTMLAnchor("dataset", $1 + 1), report.datasets[$1].title, &$0)
      }
      if shown < report.datasets.count {
        html.element(.li, text: "and \(Figure.grouped(report.datasets.count - shown)) more")
      }
      if !report.findings.groups.isEmpty {
        entry(Self.runFindingsHeading, "Mapping and configuration", &html)
      }
      entry(Self.notCheckedHeading, "Not checked", &html)
      entry(Self.inputsHeading, "Inputs", &html)
      if !report.outputs.isEmpty { entry(Self.outputsHeading, "Files of this run", &html) }
      entry(Self.configurationHeading, "Configuration", &html)
      entry(Self.guide, "How to read this page", &html)
    }
  }

  private func entry(_ anchor: HTMLAnchor, _ text: String, _ html: inout HTMLBuilder) {
    html.element(.li) { $0.link(HTMLLink(anchor), text: text) }
  }
}
