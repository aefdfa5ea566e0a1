// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Reports
import Testing

@Suite struct HTMLReportSizeTests {
  @Test func `a page with 100,000 findings of 500 kinds stays below 2 MB`() {
    let page = HTMLReport.render(report(kinds: 500, times: 200, text: "plain words"))
    #expect(page.count < 2_000_000)
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.components(separatedBy: "<article").count - 1 == HTMLReport.groupLimit)
    #expect(
      text.contains(
        "Showing 200 of 500 kinds of finding. All are in <a href=\"./report.json\">report.json</a>."
      ))
    #expect(text.contains("<summary>Places: showing 10 of 200</summary>"))
  }

  @Test func `long hostile texts end lists early and are cut`() {
    let long = String(repeating: "\"<\u{202E}", count: 4_000)
    let page = HTMLReport.render(report(kinds: 200, times: 10, text: long), showValues: true)
    #expect(page.count < 2_000_000)
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("… (11,412 more characters)"))
    #expect(text.contains("</html>"))
  }

  @Test func `a page of many datasets whose every text is long and hostile stays below 2 MB`() {
    var run = ReportFixture.filled(with: String(repeating: "\u{E0041}", count: 700))
    run.datasets = Array(repeating: run.datasets[0], count: 300)
    run.notChecked = Array(repeating: run.notChecked[0], count: 300)
    run.waivers = Array(repeating: run.waivers[0], count: 300)
    run.limits = Array(repeating: run.limits[0], count: 300)
    let page = HTMLReport.render(run, showValues: true)
    #expect(page.count > 1_600_000)
    #expect(page.count < 2_000_000)
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains(" of 300 datasets. All are in "))
    #expect(text.contains("Showing 0 of 300 gaps. All are in "))
    #expect(text.contains("</html>"))
  }

  @Test func `skipping rules and unused columns beyond a few are summed up`() {
    var run = report(kinds: 1, times: 1, text: "x")
    run.datasets[0].records.skipped = (1...9).map { SkippedRecords(rule: "r\($0)", count: $0) }
    run.datasets[0].unusedColumns = [
      UnusedColumns(source: "s.csv", columns: (1...70).map { "c\($0)" })
    ]
    let page = String(decoding: HTMLReport.render(run), as: UTF8.self)
    #expect(page.contains("6 skipped by the rule “r6”, 24 skipped by other rules, 0 not mapped"))
    #expect(page.contains("<code>c60</code> and 10 more</td>"))
  }

  @Test func `groups are shared out among datasets`() {
    var run = report(kinds: 300, times: 1, text: "x")
    run.datasets += [run.datasets[0], report(kinds: 4, times: 1, text: "x").datasets[0]]
    let page = String(decoding: HTMLReport.render(run), as: UTF8.self)
    let sections = page.components(separatedBy: "<section class=\"dataset\"").dropFirst()
    #expect(sections.map { $0.components(separatedBy: "<article").count - 1 } == [98, 98, 4])
  }

  @Test func `lists of values, fields and files are capped with a notice`() {
    var run = report(kinds: 1, times: 1, text: "x")
    run.datasets[0].unmapped = (0..<300).map {
      UnmappedValue(list: "l", value: "\($0)", count: 300 - $0, firstPlace: nil)
    }
    run.datasets[0].coverage = (0..<300).map {
      FieldCoverage(
        "f\($0)", iri: "x", classLabel: "c", records: Share($0, of: 300), isMandatory: false)
    }
    run.inputs = (0..<300).map {
      ReportInput(path: "\($0)", bytes: 1, sha256: "00", role: .data)
    }
    let page = String(decoding: HTMLReport.render(run), as: UTF8.self)
    #expect(page.contains("Showing 50 of 300 values."))
    #expect(page.contains("Showing 200 of 300 fields."))
    #expect(page.contains("Showing 200 of 300 files."))
  }

  private func report(kinds: Int, times: Int, text: String) -> RunReport {
    var collector = FindingCollector()
    for kind in 0..<kinds {
      let rule = FindingRule(
        "area.kind-\(kind)", .violation, title: "Kind \(kind)", message: "{text} of kind \(kind)",
        remedy: "Mend it.")
      for row in 0..<times {
        collector.add(
          Finding(
            rule, at: ReportFixture.cell("data.csv", row: row + 2, column: 1, "name"),
            [.sensitive("text", text)],
            related: [
              RelatedPlace("mapping rule", SourcePlace(file: "m.yaml", .text(line: 1, column: 1)))
            ]))
      }
    }
    var report = ReportFixture.small()
    report.datasets[0].recordFindings = FindingSummary(collector)
    return report
  }
}
