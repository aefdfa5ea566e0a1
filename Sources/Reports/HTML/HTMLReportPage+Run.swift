// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The run itself: what was not checked, what was read and left, and how to read the page.
extension HTMLReportPage {
  static let notCheckedHeading = HTMLAnchor("not-checked")
  static let inputsHeading = HTMLAnchor("inputs")
  static let outputsHeading = HTMLAnchor("outputs")
  static let configurationHeading = HTMLAnchor("configuration")

  func notChecked(_ html: inout HTMLBuilder) {
    html.element(.section, .labelled(by: Self.notCheckedHeading)) { html in
      html.element(.h2, .id(Self.notCheckedHeading), text: "What was not checked")
      if report.notChecked.isEmpty {
        html.element(.p, text: "Every check that the pipeline names was made.")
      } else {
        var shown = 0
        html.element(.ul) {
          shown = $0.each(report.notChecked, atMost: HTMLReport.rowLimit) { html, gap in
            html.element(.li) { html in
              html.element(.b, text: gap.what)
              html.text(": \(gap.why)")
            }
          }
        }
        if shown < report.notChecked.count {
          html.notice(showing: shown, of: report.notChecked.count, "gaps", in: "report.json")
        }
      }
      waivers(&html)
    }
  }

  private func waivers(_ html: inout HTMLBuilder) {
    guard !report.waivers.isEmpty else {
      return html.element(.p, text: "No finding was waived.")
    }
    var shown = 0
    html.table("Waived findings", columns: ["Rule", .number("Findings"), "Until", "Reason"]) {
      shown = $0.each(report.waivers, atMost: HTMLReport.rowLimit) { html, waiver in
        html.element(.tr) { html in
          html.element(.th, .set("scope", "row")) { $0.element(.code, text: waiver.rule) }
          html.element(.td, .class("number"), text: Figure.grouped(waiver.count))
          html.element(.td, text: waiver.until ?? "without end")
          html.element(.td, text: waiver.reason)
        }
      }
    }
    if shown < report.waivers.count {
      html.notice(showing: shown, of: report.waivers.count, "waivers", in: "report.json")
    }
  }

  func inputs(_ html: inout HTMLBuilder) {
    html.element(.section, .labelled(by: Self.inputsHeading)) { html in
      html.element(.h2, .id(Self.inputsHeading), text: "Inputs")
      let bytes = report.inputs.reduce(0) { $0 + $1.bytes }
      html.element(
        .p, text: "\(Figure.counted(report.inputs.count, "file")), \(Figure.size(bytes)) in all.")
      guard !report.inputs.isEmpty else { return }
      html.element(.details) { html in
        html.element(.summary, text: "Every file with its SHA-256")
        inputTable(&html)
      }
    }
  }

  private func inputTable(_ html: inout HTMLBuilder) {
    var shown = 0
    html.table("Input files", columns: ["File", "Read as", .number("Size"), "SHA-256"]) {
      shown = $0.each(report.inputs, atMost: HTMLReport.rowLimit) { html, input in
        html.element(.tr) { html in
          html.element(.th, .set("scope", "row")) { $0.element(.code, text: input.path) }
          html.element(.td, text: input.role.rawValue)
          html.element(.td, .class("number"), text: Figure.size(input.bytes))
          html.element(.td, .class("hash")) { $0.element(.code, text: input.sha256) }
        }
      }
    }
    if shown < report.inputs.count {
      html.notice(showing: shown, of: report.inputs.count, "files", in: "report.json")
    }
  }

  func outputs(_ html: inout HTMLBuilder) {
    guard !report.outputs.isEmpty else { return }
    html.element(.section, .labelled(by: Self.outputsHeading)) { html in
      html.element(.h2, .id(Self.outputsHeading), text: "Files of this run")
      var shown = 0
      html.element(.ul, .class("files")) { html in
        shown = html.each(report.outputs, atMost: HTMLReport.rowLimit) { html, output in
          html.element(.li) { html in
            html.link(HTMLLink(file: output.path), text: output.path)
            html.text(" ")
            html.element(.span, text: output.content)
          }
        }
      }
      if shown < report.outputs.count {
        html.notice(showing: shown, of: report.outputs.count, "files", in: "report.json")
      }
    }
  }

  func configuration(_ html: inout HTMLBuilder) {
    html.element(.section, .labelled(by: Self.configurationHeading)) { html in
      html.element(.h2, .id(Self.configurationHeading), text: "Configuration and limits")
      facts(
        "Configuration", [ReportFact("fails on", report.failOnWord)] + report.configuration, &html)
      if !report.limits.isEmpty { facts("Limits", report.limits, &html) }
    }
  }

  private func facts(_ name: String, _ facts: [ReportFact], _ html: inout HTMLBuilder) {
    html.element(.details) { html in
      html.element(.summary, text: name)
      var shown = 0
      html.element(.dl, .class("facts")) {
        shown = $0.each(facts, atMost: HTMLReport.rowLimit) { $0.figure($1.name, $1.value) }
      }
      if shown < facts.count {
        html.notice(showing: shown, of: facts.count, "facts", in: "report.json")
      }
    }
  }

  func howToRead(_ html: inout HTMLBuilder) {
    html.element(.section, .class("guide"), .labelled(by: Self.guide)) { html in
      html.element(.h2, .id(Self.guide), text: "How to read this page")
      html.element(.dl, .class("guide")) { html in
        meaning(.violation, "breaks a rule of the data model or of the catalogue’s profile.", &html)
        meaning(.warning, "is allowed, but others will find or understand less.", &html)
        meaning(.note, "is good to know; nothing needs mending.", &html)
      }
      html.element(
        .p,
        text: """
          Rows are numbered as a spreadsheet numbers them, header rows included; lines, columns and \
          elements count from 1, bytes from 0. Each kind of finding shows its first ten places; \
          findings.csv holds every one.
          """)
      html.element(.h3, text: "What this page does not show")
      html.element(
        .p,
        text: showValues
          ? "Source values are shown, because the run was asked to show them."
          : """
          Source values are replaced by ‹hidden›. File names, column names, rows and \
          counts are shown, so the page itself belongs with people who may see the data.
          """)
      html.element(
        .p,
        text: """
          In what is published, counts from 1 to 4 are withheld so that nobody can be singled out. \
          The counts of records and findings on this page are exact.
          """)
    }
  }

  private func meaning(_ severity: Severity, _ text: String, _ html: inout HTMLBuilder) {
    html.element(.div) { html in
      html.element(.dt) { self.severity(severity, &$0) }
      html.element(.dd, text: text)
    }
  }
}
