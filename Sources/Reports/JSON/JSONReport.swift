// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Renders a run's report for programs, with the same content as the page and without its caps.
///
/// - Source: Documentation/schemas/report.schema.json.
package enum JSONReport {
  /// The schema's version; it moves when a key changes its meaning or goes.
  package static let schemaVersion = 1

  /// Writes the report.
  ///
  /// - Parameters:
  ///   - report: what to write.
  ///   - showValues: whether values out of the provider's data are written.
  /// - Returns: UTF-8; the same bytes for the same report.
  package static func render(_ report: RunReport, showValues: Bool = false) -> [UInt8] {
    JSONWriter.document { json in
      json.member("schemaVersion", schemaVersion)
      json.object("product") { json in
        json.member("name", report.product.name)
        json.member("version", report.product.version)
      }
      json.member("pipeline", report.pipeline)
      json.member("verdict", report.verdict.rawValue)
      json.member("why", report.why)
      json.member("failOn", report.failOnWord)
      json.member("valuesShown", showValues)
      counts(report.counts, &json)
      json.object("findings") { summary(report.findings, showValues, &$0) }
      json.array("datasets", report.datasets) { dataset($1, showValues, &$0) }
      run(report, &json)
    }
  }

  private static func run(_ report: RunReport, _ json: inout JSONWriter) {
    json.array("notChecked", report.notChecked) { json, gap in
      json.member("what", gap.what)
      json.member("why", gap.why)
    }
    json.array("waivers", report.waivers) { json, waiver in
      json.member("rule", waiver.rule)
      json.member("reason", waiver.reason)
      json.member("until", waiver.until)
      json.member("count", waiver.count)
    }
    json.array("inputs", report.inputs) { json, input in
      json.member("path", input.path)
      json.member("role", input.role.rawValue)
      json.member("bytes", input.bytes)
      json.member("sha256", input.sha256)
    }
    json.array("outputs", report.outputs) { json, output in
      json.member("path", output.path)
      json.member("content", output.content)
    }
    json.array("configuration", report.configuration) { fact($1, &$0) }
    json.array("limits", report.limits) { fact($1, &$0) }
  }

  private static func fact(_ fact: ReportFact, _ json: inout JSONWriter) {
    json.member("name", fact.name)
    json.member("value", fact.value)
  }

  private static func dataset(
    _ dataset: DatasetReport, _ showValues: Bool, _ json: inout JSONWriter
  ) {
    json.member("id", dataset.id)
    json.member("title", dataset.title)
    json.member("iri", dataset.iri)
    json.member("verdict", dataset.verdict.rawValue)
    json.member("why", dataset.why)
    counts(dataset.counts, &json)
    json.object("records") { records(dataset.records, &$0) }
    json.object("recordFindings") { summary(dataset.recordFindings, showValues, &$0) }
    json.member("profile", dataset.profile)
    json.member("descriptionPath", dataset.descriptionPath)
    json.object("descriptionFindings") { summary(dataset.descriptionFindings, showValues, &$0) }
    json.array("published", dataset.published) { json, count in
      json.member("label", count.label)
      json.member("number", count.number)
      json.member("withheld", count.number == nil)
    }
    json.array("computed", dataset.computed) { computed($1, &$0) }
    json.object("tier", dataset.tier) { tier($1, &$0) }
    json.array("coverage", dataset.coverage) { coverage($1, &$0) }
    json.array("unmapped", dataset.unmapped) { unmapped($1, showValues, &$0) }
    json.array("unusedColumns", dataset.unusedColumns) { json, unused in
      json.member("source", unused.source)
      json.array("columns", unused.columns)
    }
    json.array("files", dataset.files) { json, file in
      json.member("file", file.file)
      json.member("format", file.format)
      json.member("encoding", file.encoding)
      json.array("sniffed", file.sniffed)
    }
  }

  private static func computed(_ property: ComputedProperty, _ json: inout JSONWriter) {
    json.member("label", property.label)
    json.member("iri", property.iri)
    json.array("values", property.values)
    json.object("records", property.records) { basis($1, &$0) }
    json.object("people", property.people) { basis($1, &$0) }
    json.object("leftOut", property.leftOut) { basis($1, &$0) }
    json.array("sources", property.sources)
    json.array("columns", property.columns) { json, source in
      json.member("file", source.file)
      json.array("columns", source.columns)
    }
    json.member("rule", property.rule)
    json.member("words", property.words)
    json.member("held", property.isHeld)
    json.member("written", property.isWritten)
  }

  private static func basis(_ basis: ComputedProperty.Basis, _ json: inout JSONWriter) {
    json.member("number", basis.number)
    json.member("few", basis == .few)
  }

  private static func records(_ records: RecordCounts, _ json: inout JSONWriter) {
    json.member("files", records.files)
    json.member("read", records.read)
    json.member("mapped", records.mapped)
    json.array("skipped", records.skipped) { json, skipped in
      json.member("rule", skipped.rule)
      json.member("count", skipped.count)
    }
    json.member("rejected", records.rejected)
    json.member("withFindings", records.withFindings)
    json.member("statements", records.statements)
  }

  private static func tier(_ tier: TierVerdict, _ json: inout JSONWriter) {
    json.member("reached", tier.reached)
    json.member("claimed", tier.claimed)
    json.member("sentence", tier.sentence)
    json.array("requirements", tier.requirements) { json, requirement in
      json.member("tier", requirement.tier)
      json.member("what", requirement.what)
      json.member("state", requirement.state.rawValue)
      json.member("detail", requirement.detail)
    }
  }

  private static func coverage(_ field: FieldCoverage, _ json: inout JSONWriter) {
    json.member("label", field.label)
    json.member("iri", field.iri)
    json.member("class", field.classLabel)
    json.member("filled", field.records.part)
    json.member("of", field.records.whole)
    json.member("mandatory", field.isMandatory)
  }

  private static func unmapped(
    _ value: UnmappedValue, _ showValues: Bool, _ json: inout JSONWriter
  ) {
    json.member("list", value.list)
    json.member("value", FindingValue.sensitive(value.value).shown(showValues: showValues))
    json.member("count", value.count)
    json.object("firstPlace", value.firstPlace) { place($1, &$0) }
    json.array("suggestions", value.suggestions) { json, term in
      json.member("label", term.label)
      json.member("iri", term.iri)
    }
  }
}
