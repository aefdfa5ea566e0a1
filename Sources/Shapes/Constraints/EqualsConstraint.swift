// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must be the values of another property.
///
/// - Source: SHACL §4.5.1.
package struct EqualsConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "Equals", parameters: ["equals"], cost: 5,
    rule: PropertyPair.rule(
      "shacl.equals", title: "Properties differ",
      message: "{what} and {other} must have the same values; only one of them has {value}.",
      remedy: "Give both properties the same values."))

  private let pair: PropertyPair

  /// One constraint for each property.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    PropertyPair.read("equals", &shape).map { Self(pair: $0) }
  }

  /// The other property.
  package var looksAt: [ConstraintLook] { [.property(pair.other)] }

  /// Resolves the other property.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(other: plan.resolve(pair.other))
  }

  /// The other property.
  package func arguments(for result: ResultContext) -> [FindingArgument] { pair.arguments(result) }

  /// `{$equals}`.
  package var messageParameters: [String: String] { ["equals": pair.other.value] }

  private final class Prepared: PreparedConstraint {
    let other: TermID

    init(other: TermID) {
      self.other = other
    }

    func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      let others = run.otherValues(other, of: site.focus)
      for value in values where !others.contains(value) { run.report(site, value: value) }
      for value in others where !values.contains(value) { run.report(site, value: value) }
    }
  }
}
