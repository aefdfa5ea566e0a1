// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import RDFIO
internal import Shapes

/// The result of a validation in the forms that `fairway validate` writes.
package struct ValidationRendering: Sendable {
  private struct Entry: Encodable {
    let severity: String
    let rule: String
    let place: String?
    let message: String
    let remedy: String
    let focusNode: String?
    let path: String?
    let component: String?
    let shape: String?
  }

  private struct Document: Encodable {
    let conforms: Bool
    let statements: Int
    let focusNodes: Int
    let findings: [Entry]
    let notEvaluated: [String]
  }

  private let outcome: ValidationOutcome
  private let showsValues: Bool
  private let limit: Int?

  /// Prepares to render.
  ///
  /// - Parameters:
  ///   - outcome: what was found.
  ///   - showsValues: whether values out of the data may be told.
  ///   - limit: how many results of one shape and component the text shows, `nil` for all.
  package init(_ outcome: ValidationOutcome, showsValues: Bool, limit: Int? = nil) {
    self.outcome = outcome
    self.limit = limit
    self.showsValues = showsValues
  }

  /// One finding after the other, then what was not evaluated, a table and the verdict.
  ///
  /// - Throws: `temporary-file.failed`.
  package func text() throws(DiagnosedError) -> [UInt8] {
    Array(
      try ValidationText(outcome, showsValues: showsValues, limit: limit).text().utf8)
  }

  /// The result for programs, keys sorted.
  ///
  /// - Throws: `temporary-file.failed`.
  package func json() throws(DiagnosedError) -> [UInt8] {
    var entries = (outcome.shapeFindings + outcome.staleCodes).map { entry($0, nil) }
    for result in outcome.report.results {
      entries.append(entry(try outcome.finding(result), result))
    }
    let document = Document(
      conforms: outcome.report.conforms, statements: outcome.statementCount,
      focusNodes: outcome.report.focusNodeCount, findings: entries, notEvaluated: notEvaluated)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Text, numbers and booleans only, which cannot fail to encode.
    return Array((try? encoder.encode(document)) ?? Data()) + [0x0A]
  }

  private func entry(_ finding: Finding, _ result: ValidationResult?) -> Entry {
    Entry(
      severity: finding.severity.word, rule: finding.rule.id,
      place: finding.place?.description, message: finding.message(showValues: showsValues),
      remedy: finding.remedy(showValues: showsValues),
      focusNode: outcome.isOfRecords && !showsValues ? nil : result?.focusName,
      path: result?.path.map { $0.text { "<\($0)>" } },
      component: result?.component, shape: result?.shapeName)
  }

  /// A form that ``write(_:to:)`` writes.
  package enum Form: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// The SHACL validation report.
    case turtle
    /// For programs.
    case json
  }

  /// Writes a form.
  ///
  /// - Parameters:
  ///   - form: which one.
  ///   - output: the file; standard output when `nil`.
  ///   - usesStandardError: whether standard error takes the place of standard output.
  /// - Throws: an output that cannot be written.
  package func write(
    _ form: Form, to output: URL?, usesStandardError: Bool = false
  ) throws(DiagnosedError) {
    var target = try JobOutput(output, orStandardError: usesStandardError)
    switch form {
    case .text: try target.write(try text())
    case .json: try target.write(try json())
    case .turtle:
      let report = StagedValidation(outcome.report, isOfPeople: outcome.isOfRecords)
      // Written in pieces that are worth a call of the system.
      var pending: [UInt8] = []
      try SHACLReport.write([report], showsValues: showsValues) { bytes throws(DiagnosedError) in
        pending += bytes
        if pending.count < 1 << 16 { return }
        try target.write(pending)
        pending.removeAll(keepingCapacity: true)
      }
      try target.write(pending)
    }
    try target.commit()
  }

  private var notEvaluated: [String] { outcome.report.notEvaluated.map(\.sentence) }
}
