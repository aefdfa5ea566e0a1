// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Renders findings for editors and continuous integration.
///
/// Holds the first findings of every group; a notification says when there are more.
/// - Source: SARIF 2.1.0 (OASIS Standard) §3.13, §3.14, §3.27, §3.30.
/// - Deviation: a column of a text counts bytes of UTF-8, not code units, so it is exact for ASCII.
package enum SARIFReport {
  /// The most results in a file.
  package static let resultLimit = 5_000

  /// Writes the file.
  ///
  /// - Parameters:
  ///   - report: what to write.
  ///   - showValues: whether values out of the provider's data are written.
  /// - Returns: UTF-8; the same bytes for the same report.
  package static func render(_ report: RunReport, showValues: Bool = false) -> [UInt8] {
    let results = results(of: report)
    let shown = results.prefix(resultLimit)
    let rules = rules(of: shown.map(\.finding))
    return JSONWriter.document { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs", [report]) { json, report in
        json.object("tool") { json in
          json.object("driver") { driver(report.product, rules, &$0) }
        }
        invocation(shown: shown.count, of: report.counts.total, &json)
        json.array("results", shown) { result($1, rules, showValues, &$0) }
      }
    }
  }

  private struct Result {
    let dataset: String?
    let finding: Finding
  }

  private static func results(of report: RunReport) -> [Result] {
    let own = report.findings.groups.flatMap(\.first).map { Result(dataset: nil, finding: $0) }
    return own
      + report.datasets.flatMap { dataset in
        (dataset.recordFindings.groups + dataset.descriptionFindings.groups).flatMap(\.first)
          .map { Result(dataset: dataset.id, finding: $0) }
      }
  }

  private static func rules(of findings: [Finding]) -> [FindingRule] {
    Set(findings.map(\.rule)).sorted { $0.id < $1.id }
  }

  private static func driver(
    _ product: ReportProduct, _ rules: [FindingRule], _ json: inout JSONWriter
  ) {
    json.member("name", product.name)
    json.member("version", product.version)
    json.array("rules", rules) { json, rule in
      json.member("id", rule.id)
      json.object("shortDescription") { $0.member("text", rule.title) }
      json.object("help") { $0.member("text", rule.remedy) }
      json.object("defaultConfiguration") { $0.member("level", rule.severity.level) }
    }
  }

  private static func invocation(shown: Int, of all: Int, _ json: inout JSONWriter) {
    json.array("invocations", [all]) { json, all in
      json.member("executionSuccessful", true)
      json.array("toolExecutionNotifications", shown < all ? [all] : []) { json, all in
        json.member("level", "note")
        json.object("message") { json in
          json.member(
            "text",
            "Showing \(Figure.grouped(shown)) of \(Figure.grouped(all)) findings; "
              + "findings.csv holds them all.")
        }
      }
    }
  }

  private static func result(
    _ result: Result, _ rules: [FindingRule], _ showValues: Bool, _ json: inout JSONWriter
  ) {
    let finding = result.finding
    json.member("ruleId", finding.rule.id)
    json.member("ruleIndex", rules.firstIndex(of: finding.rule))
    json.member("level", finding.severity.level)
    json.object("message") { json in
      let message = finding.message(showValues: showValues)
      json.member("text", "\(message) \(finding.remedy(showValues: showValues))")
    }
    json.array("locations", finding.place.map { [$0] } ?? []) { location($1, label: nil, &$0) }
    json.array("relatedLocations", finding.related) { location($1.place, label: $1.label, &$0) }
    json.object("properties") { $0.member("dataset", result.dataset) }
  }

  private static func location(_ place: SourcePlace, label: String?, _ json: inout JSONWriter) {
    let fields = PlaceFields(place.locator)
    json.object("physicalLocation") { json in
      json.object("artifactLocation") { json in
        let path = PercentEncoding.path(place.file)
        json.member("uri", place.file.hasPrefix("/") ? "file://" + path : path)
      }
      guard fields.line != nil || fields.offset != nil else { return }
      json.object("region") { json in
        if let line = fields.line { json.member("startLine", line) }
        // The column of a cell counts cells; only the column of a text is one of SARIF.
        if fields.kind == "text", let column = fields.column { json.member("startColumn", column) }
        if let offset = fields.offset {
          json.member("byteOffset", offset)
          json.member("byteLength", 0)
        }
      }
    }
    let words = place.locator.words
    if fields.kind != "text" && !words.isEmpty {
      json.array("logicalLocations", [words]) { $0.member("fullyQualifiedName", $1) }
    }
    if let label { json.object("message") { $0.member("text", label) } }
  }
}

extension Severity {
  /// The severity as SARIF names it.
  fileprivate var level: String {
    switch self {
    case .violation: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
