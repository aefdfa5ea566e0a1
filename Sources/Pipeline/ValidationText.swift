// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel
internal import Shapes

/// What `fairway validate` prints.
struct ValidationText {
  // Results that would read alike but for their place.
  private struct Group: Hashable {
    let rule: String
    let shape: Term
    let path: PropertyPath?
  }

  private struct Key: Hashable {
    let component: String
    let shape: Term
  }

  private let outcome: ValidationOutcome
  private let showsValues: Bool
  private let limit: Int

  /// Prepares to write.
  ///
  /// - Parameters:
  ///   - outcome: what was found.
  ///   - showsValues: whether values out of the data may be told.
  ///   - limit: how many results of one shape and component are shown, `nil` for all.
  init(_ outcome: ValidationOutcome, showsValues: Bool, limit: Int?) {
    self.outcome = outcome
    self.showsValues = showsValues
    self.limit = limit ?? .max
  }

  /// The findings, what was not evaluated, a table of the results if there are several, the verdict.
  ///
  /// - Throws: `temporary-file.failed`.
  func text() throws(DiagnosedError) -> String {
    let results = outcome.report.results
    var text = (outcome.shapeFindings + outcome.staleCodes).map(paragraph).joined()
    let totals = results.reduce(into: [Key: Int]()) { $0[Self.key($1), default: 0] += 1 }
    var shown: [Key: Int] = [:]
    for result in results {
      let key = Self.key(result)
      let number = shown[key, default: 0] + 1
      shown[key] = number
      if number <= limit { text += paragraph(try outcome.finding(result)) }
      if number == limit, let total = totals[key], total > limit {
        text += "  … and \(total - limit) more of \(result.ruleID) by \(result.shapeName)\n"
      }
    }
    for part in outcome.report.notEvaluated { text += notEvaluated(part) }
    if results.count > 1 { text += try table() }
    text += verdict
    let left = shown.values.reduce(0) { $0 + max(0, $1 - limit) }
    if left > 0 {
      text += "\(left) of \(results.count) results are not shown (--limit \(limit))\n"
    }
    return Self.visible(text)
  }

  private static func key(_ result: ValidationResult) -> Key {
    Key(component: result.component, shape: result.sourceShape)
  }

  private func paragraph(_ finding: Finding) -> String {
    var text = finding.place.map { "\($0): " } ?? ""
    text += "\(finding.severity.word): \(finding.rule.id): "
    text += finding.message(showValues: showsValues) + "\n"
    text += "  " + finding.remedy(showValues: showsValues) + "\n"
    for related in finding.related { text += "  \(related.label): \(related.place)\n" }
    return text
  }

  private func notEvaluated(_ part: NotEvaluated) -> String {
    (part.place.map { "\($0): " } ?? "") + "not evaluated: \(part.sentence)\n"
  }

  private var verdict: String {
    let count = outcome.report.results.count
    let conforms =
      outcome.report.conforms
      ? "conforms: " : "does not conform, \(count) result\(count == 1 ? "" : "s"): "
    return conforms
      + "\(outcome.statementCount) statements, \(outcome.report.focusNodeCount) focus nodes\n"
  }

  // The most frequent first; what is as frequent as another, in the order of results.
  private func table() throws(DiagnosedError) -> String {
    var order: [Group: Int] = [:]
    var groups: [(count: Int, first: Int)] = []
    for (index, result) in outcome.report.results.enumerated() {
      let group = Group(rule: result.ruleID, shape: result.sourceShape, path: result.path)
      if let known = order[group] {
        groups[known].count += 1
      } else {
        order[group] = groups.count
        groups.append((1, index))
      }
    }
    var rows = [["results", "rule", "path", "shape", "first place"]]
    for (_, group) in groups.enumerated()
      .sorted(by: { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) })
    {
      rows.append(try row(group.count, outcome.report.results[group.first]))
    }
    return Self.aligned(rows)
  }

  private func row(
    _ count: Int, _ result: ValidationResult
  ) throws(DiagnosedError) -> [String] {
    [
      "\(count)", result.ruleID,
      result.path?.text { ShapeLabels.end(of: $0) } ?? "-",
      result.shapePlace?.description ?? result.shapeName,
      try outcome.finding(result).place?.description ?? "-",
    ]
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let widths = rows.reduce(into: [Int](repeating: 0, count: rows.first?.count ?? 0)) {
      widths, row in
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    let lines = rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        // Numbers stand to the right, and nothing follows the last column.
        return column == 0 ? space + cell : column == row.count - 1 ? cell : cell + space
      }
      .joined(separator: "  ")
    }
    return "\n" + lines.joined(separator: "\n") + "\n\n"
  }

  // Control characters out of data never reach a terminal; line breaks of our own do.
  private static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      if isControl, scalar != "\n" {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
