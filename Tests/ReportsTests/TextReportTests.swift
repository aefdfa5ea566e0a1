// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reports
import Testing

@Suite struct TextReportTests {
  @Test func `a terminal report is short and says where the files are`() {
    #expect(
      TextReport.render(ReportFixture.small(), folder: "out/pilot") == """
        Fairway 0.1.0, pipeline pilot

        ■ Not accepted. The dataset is not accepted: 1 violation was found.

        lung  Lung CT
          ■ not accepted: 1 violation keeps it out.
          1,000 records read, 999 mapped, 1 not mapped, 12,000 statements
          ■ violation terms.unmapped-value: Value without a term, 1 time
              first: clinical.csv:412:7 (sex)
              “‹hidden›” is not in the list “birth sex”.
              Add it to “birth sex”.

        files in out/pilot
          findings.csv  every finding

        """)
  }

  @Test func `the heaviest kinds come first and the others are counted`() {
    let lines = TextReport.render(ReportFixture.pilots(), folder: "out").split(separator: "\n")
    let kinds = lines.filter { $0.hasPrefix("  ■ violation") || $0.hasPrefix("  ▲ warning") }
    #expect(
      kinds == [
        "  ■ violation terms.unmapped-value: Value without a term, 1,204 times",
        "  ■ violation shapes.min-count: Mandatory field without a value, 38 times",
        "  ■ violation dicom.invalid-uid: Malformed DICOM UID, 14 times",
        "  ▲ warning functions.ambiguous-date: Date that can be read in two ways, 66 times",
        "  ▲ warning terms.stale-code: Code was replaced, 1 time",
      ])
    #expect(lines.contains("  and 3 more kinds of finding"))
    #expect(lines.contains("  links to landing pages: the run is offline; no host was allowed"))
  }

  @Test func `colour wraps whole lines and only when asked for`() {
    let report = ReportFixture.small()
    let coloured = TextReport.render(
      report, folder: "out", style: TextReport.Style(isColoured: true))
    #expect(coloured.contains("\u{1B}[31m■ Not accepted. "))
    #expect(
      coloured.replacing("\u{1B}[31m", with: "").replacing("\u{1B}[0m", with: "")
        == TextReport.render(report, folder: "out"))
  }

  @Test func `escape codes in texts are shown and not sent`() {
    let text = TextReport.render(
      ReportFixture.filled(with: "\u{1B}[2Jx\n"), folder: "\u{1B}c",
      style: TextReport.Style(isColoured: false, showsValues: true))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(text.contains("pipeline \\u{1b}[2Jx\\n\n"))
    #expect(text.contains("files in \\u{1b}c"))
  }
}
