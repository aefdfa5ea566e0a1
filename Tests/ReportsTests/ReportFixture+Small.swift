// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reports

/// Small reports whose output tests spell out, and reports that try to break out of it.
extension ReportFixture {
  /// One dataset with one violation in one cell.
  static func small() -> RunReport {
    let finding = Finding(
      FindingRule(
        "terms.unmapped-value", .violation, title: "Value without a term",
        message: "“{value}” is not in the list “{list}”.", remedy: "Add it to “{list}”."),
      at: cell("clinical.csv", row: 412, column: 7, "sex"),
      [.plain("list", "birth sex"), .sensitive("value", "weibl.")],
      related: [
        RelatedPlace("mapping rule", SourcePlace(file: "map.yaml", .text(line: 41, column: 9)))
      ])
    var collector = FindingCollector()
    collector.add(finding)
    var dataset = DatasetReport(
      id: "lung", title: "Lung CT", iri: "https://example.org/lung", verdict: .notAccepted,
      why: "1 violation keeps it out.")
    dataset.recordFindings = FindingSummary(collector)
    dataset.records.files = 1
    dataset.records.read = 1_000
    dataset.records.mapped = 999
    dataset.records.withFindings = 1
    dataset.records.statements = 12_000
    dataset.published = [PublishedCount("individuals", 3)]
    var report = RunReport(
      product: product, pipeline: "pilot", verdict: .notAccepted,
      why: "The dataset is not accepted: 1 violation was found.", failOn: .violation)
    report.datasets = [dataset]
    report.outputs = [ReportOutput(path: "findings.csv", content: "every finding")]
    return report
  }

  /// A report whose every text is `text`, with a value that is `text` as well.
  static func filled(with text: String) -> RunReport {
    let place = SourcePlace(
      file: text, .cell(row: 2, column: 1, name: text, line: 2))
    let findings = [
      Finding(
        FindingRule(text, .violation, title: text, message: "{a} {b}", remedy: "{a} {b}"),
        at: place, [.plain("a", text), .sensitive("b", text)],
        related: [RelatedPlace(text, SourcePlace(file: text))]),
      Finding(
        FindingRule(text, .violation, title: text, message: "{a} {b}", remedy: "{a} {b}"),
        at: SourcePlace(file: text, .pointer(text, offset: 7)),
        [.plain("a", text), .sensitive("b", text)]),
    ]
    var collector = FindingCollector()
    collector.add(findings)
    var dataset = DatasetReport(id: text, title: text, iri: text, verdict: .notAccepted, why: text)
    dataset.recordFindings = FindingSummary(collector)
    dataset.descriptionFindings = FindingSummary(collector)
    dataset.records.read = 2
    dataset.records.skipped = [SkippedRecords(rule: text, count: 1)]
    dataset.profile = text
    dataset.descriptionPath = "descriptions/" + text
    dataset.published = [PublishedCount(text, 9)]
    dataset.computed = [
      ComputedProperty(
        text, iri: text, values: [text], records: .init(9), sources: [text],
        columns: [SourceColumns(file: text, columns: [text])], rule: text, words: text)
    ]
    dataset.coverage = [
      FieldCoverage(text, iri: text, classLabel: text, records: Share(1, of: 2), isMandatory: true)
    ]
    dataset.unmapped = [
      UnmappedValue(
        list: text, value: text, count: 1, firstPlace: place,
        suggestions: [TermSuggestion(label: text, iri: text)])
    ]
    dataset.unusedColumns = [UnusedColumns(source: text, columns: [text])]
    dataset.files = [FileFacts(file: text, format: text, encoding: text, sniffed: [text])]
    var report = RunReport(
      product: ReportProduct(name: text, version: text), pipeline: text, verdict: .notAccepted,
      why: text, failOn: nil)
    report.datasets = [dataset, dataset]
    report.findings = FindingSummary(collector)
    report.inputs = [ReportInput(path: text, bytes: 1, sha256: text, role: .data)]
    report.outputs = [ReportOutput(path: "x/" + text, content: text)]
    report.notChecked = [NotChecked(what: text, why: text)]
    report.waivers = [Waiver(rule: text, reason: text, until: text, count: 1)]
    report.configuration = [ReportFact(text, text)]
    report.limits = [ReportFact(text, text)]
    return report
  }

  /// Texts that try to leave their place.
  static let hostile = [
    "<script>alert(1)</script>", "</style><script>alert(1)</script>", "\"><img src=x onerror=a()>",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>1</script>",
    "' onfocus='alert(1)", "</title><h1>Accepted</h1>", "<!-- ", "]]>", "&lt;b&gt;",
    "abc\u{202E}txt.exe", "nul\u{0}byte", "\u{1B}[31mred\u{1B}[0m", "\u{2066}isolate\u{2069}",
    "line\u{2028}separator", "\u{FEFF}mark", "tag\u{E0041}", "=1+1",
  ]
}
