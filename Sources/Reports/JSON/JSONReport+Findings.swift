// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Findings and their places as JSON.
extension JSONReport {
  static func counts(_ counts: SeverityCounts, _ json: inout JSONWriter) {
    json.object("counts") { json in
      json.member("violations", counts.violations)
      json.member("warnings", counts.warnings)
      json.member("notes", counts.notes)
    }
  }

  static func summary(_ summary: FindingSummary, _ showValues: Bool, _ json: inout JSONWriter) {
    counts(summary.counts, &json)
    json.array("groups", summary.groups) { json, group in
      json.member("rule", group.rule.id)
      json.member("title", group.rule.title)
      json.member("category", group.rule.category.rawValue)
      json.member("severity", group.severity.word)
      json.member("count", group.count)
      json.array("first", group.first) { finding($1, showValues, &$0) }
    }
  }

  private static func finding(_ finding: Finding, _ showValues: Bool, _ json: inout JSONWriter) {
    json.member("severity", finding.severity.word)
    json.member("message", finding.message(showValues: showValues))
    json.member("remedy", finding.remedy(showValues: showValues))
    json.object("place", finding.place) { place($1, &$0) }
    json.array("related", finding.related) { json, related in
      json.member("label", related.label)
      json.object("place") { place(related.place, &$0) }
    }
  }

  static func place(_ place: SourcePlace, _ json: inout JSONWriter) {
    let fields = PlaceFields(place.locator)
    json.member("file", place.file)
    json.member("kind", fields.kind)
    json.member("row", fields.row)
    json.member("column", fields.column)
    json.member("name", fields.name)
    json.member("path", fields.path)
    json.member("line", fields.line)
    json.member("offset", fields.offset)
  }
}
