// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// A list of findings, grouped by rule.
extension HTMLReportPage {
  /// How many groups of a list stand in the open; the others are folded.
  private static let openGroupCount = 12

  static let runFindingsHeading = HTMLAnchor("run-findings")

  func runFindings(_ html: inout HTMLBuilder) {
    guard !report.findings.groups.isEmpty else { return }
    html.element(.section, .labelled(by: Self.runFindingsHeading)) { html in
      html.element(.h2, .id(Self.runFindingsHeading), text: "Mapping and configuration")
      html.element(
        .p, text: "These findings are about files that people write, not about the data.")
      html.element(.h3, text: "Findings in these files")
      findings(lists[0], &html)
    }
  }

  func findings(_ list: FindingList, _ html: inout HTMLBuilder) {
    let groups = list.summary.groups
    guard !groups.isEmpty else {
      return html.element(.p, .class("nothing"), text: "Nothing was found.")
    }
    // Notes are good to know but nothing to mend: they do not stand between a reader and the rest.
    let heavy = groups.prefix(list.shownGroups).prefix { $0.severity > .note }.count
    let open = min(heavy, Self.openGroupCount)
    var shown = html.each(Array(0..<open)) { finding(list, $1, &$0) }
    if shown == open && open < list.shownGroups {
      html.element(.details, .class("more")) { html in
        html.element(.summary, text: foldedTitle(list, from: open))
        shown += html.each(Array(open..<list.shownGroups)) { finding(list, $1, &$0) }
      }
    }
    if shown < groups.count {
      html.notice(showing: shown, of: groups.count, "kinds of finding", in: "report.json")
    }
  }

  private func foldedTitle(_ list: FindingList, from open: Int) -> String {
    let folded = list.summary.groups[open..<list.shownGroups]
    if folded.allSatisfy({ $0.severity == .note }) {
      return "\(Figure.counted(folded.count, "kind")) of note, nothing to mend"
    }
    return "\(Figure.grouped(folded.count)) more \(folded.count == 1 ? "kind" : "kinds") of finding"
  }

  private func finding(_ list: FindingList, _ index: Int, _ html: inout HTMLBuilder) {
    let group = list.summary.groups[index]
    let anchor = list.anchor(group: index)
    html.element(.article, .class("finding"), .labelled(by: anchor)) { html in
      html.element(.p, .class("kind")) { html in
        severity(group.severity, &html)
        html.element(.span, .class("times"), text: Figure.counted(group.count, "time"))
      }
      html.element(.h4, .id(anchor), text: group.rule.title)
      if let first = group.first.first {
        html.element(.p, .class("message"), text: first.message(showValues: showValues))
        html.element(.p, .class("remedy")) { html in
          html.element(.b, text: "To mend it: ")
          html.text(first.remedy(showValues: showValues))
        }
      }
      html.element(.p, .class("rule")) { html in
        html.text("Rule ")
        html.element(.code, text: group.rule.id)
      }
      places(group, isOpen: index == 0, &html)
    }
  }

  private func places(_ group: FindingGroup, isOpen: Bool, _ html: inout HTMLBuilder) {
    guard group.first.contains(where: { $0.place != nil }) else { return }
    if group.count == 1, let only = group.first.first { return onlyPlace(of: only, &html) }
    let shown = min(group.first.count, FindingCollector.firstCount)
    let title =
      shown == group.count
      ? "All \(shown) places" : "Places: showing \(shown) of \(Figure.grouped(group.count))"
    html.element(.details, isOpen ? .on("open") : .class("places")) { html in
      html.element(.summary, text: title)
      placeTable(group, &html)
      if shown < group.count {
        html.element(.p, .class("notice")) { html in
          html.text("All \(Figure.grouped(group.count)) are in ")
          html.link(HTMLLink(file: "findings.csv"), text: "findings.csv")
          html.text(".")
        }
      }
    }
  }

  private func onlyPlace(of finding: Finding, _ html: inout HTMLBuilder) {
    guard let place = finding.place else { return }
    html.element(.p, .class("where")) { html in
      html.text("In ")
      html.element(.code, text: place.file)
      if !place.locator.words.isEmpty { html.text(", \(place.locator.words)") }
      for related in finding.related.prefix(4) {
        html.text("; \(related.label) ")
        html.element(.code, text: related.place.description)
      }
    }
  }

  private func placeTable(_ group: FindingGroup, _ html: inout HTMLBuilder) {
    let findings = group.first.prefix(FindingCollector.firstCount)
    let message = findings.first?.message(showValues: showValues)
    let table = PlaceTable(
      isCells: findings.allSatisfy { $0.place?.locator.isCell ?? false },
      hasMessages: findings.contains { $0.message(showValues: showValues) != message },
      hasRelated: findings.contains { !$0.related.isEmpty },
      namesRules: findings.allSatisfy { $0.related.allSatisfy { $0.label == "mapping rule" } })
    html.table("Places of “\(group.rule.title)”", columns: table.columns) { html in
      _ = html.each(Array(findings)) { html, finding in
        html.element(.tr) { html in
          table.place(finding.place, &html)
          if table.hasMessages {
            html.element(.td, text: finding.message(showValues: showValues))
          }
          if table.hasRelated { table.related(finding.related, &html) }
        }
      }
    }
  }
}

/// The columns of a table of places.
private struct PlaceTable {
  /// Whether all places are cells, so that rows and columns get columns of their own.
  let isCells: Bool
  /// Whether messages differ, so that each row needs its own.
  let hasMessages: Bool
  /// Whether any finding has related places.
  let hasRelated: Bool
  /// Whether all related places are mapping rules, so that the heading says it once.
  let namesRules: Bool

  var columns: [HTMLColumn] {
    ["File"] + (isCells ? [.number("Row"), "Column"] : ["Place"]) + (hasMessages ? ["Found"] : [])
      + (hasRelated ? [namesRules ? "Mapping rule" : "Explained by"] : [])
  }

  func place(_ place: SourcePlace?, _ html: inout HTMLBuilder) {
    html.element(.th, .set("scope", "row")) { html in
      if let place { html.element(.code, text: place.file) } else { html.text("no file") }
    }
    guard isCells, case .cell(let row, let column, let name, _) = place?.locator else {
      return html.element(.td, text: place?.locator.words ?? "")
    }
    html.element(.td, .class("number"), text: String(row))
    html.element(.td, text: SourceLocator.columnLabel(column, name) ?? "whole row")
  }

  func related(_ places: [RelatedPlace], _ html: inout HTMLBuilder) {
    html.element(.td) { html in
      for (index, related) in places.prefix(4).enumerated() {
        if index > 0 { html.text("; ") }
        if !namesRules { html.text("\(related.label) ") }
        html.element(.code, text: related.place.description)
      }
    }
  }
}

extension SourceLocator {
  fileprivate var isCell: Bool { if case .cell = self { true } else { false } }
}
