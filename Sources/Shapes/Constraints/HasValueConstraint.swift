// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// One of the value nodes must be a certain term.
///
/// - Source: SHACL §4.8.2.
package struct HasValueConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "HasValue", parameters: ["hasValue"], cost: 2,
    rule: FindingRule(
      "shacl.has-value", .violation, title: "Required value missing",
      message: "{what} must include {needed} and does not.",
      remedy: "Add {needed}.", groupedBy: ["shape", "path"]))

  private let term: Term

  /// One constraint for each term.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.values("hasValue").map { Self(term: $0) }
  }

  /// Resolves the term.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(term: plan.resolve(term))
  }

  /// The term.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    let name = term.isIRI ? result.labels.name(term).map { "“\($0)” " } ?? "" : ""
    return [.plain("needed", name + ShapeLabels.text(term))]
  }

  /// `{$hasValue}`.
  package var messageParameters: [String: String] { ["hasValue": term.value] }

  private final class Prepared: PreparedConstraint {
    let term: TermID

    init(term: TermID) {
      self.term = term
    }

    func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      if !values.contains(term) { run.report(site) }
    }
  }
}
