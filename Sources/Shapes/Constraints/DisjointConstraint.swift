// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must not be values of another property.
///
/// - Source: SHACL §4.5.2.
package struct DisjointConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "Disjoint", parameters: ["disjoint"], cost: 5,
    rule: PropertyPair.rule(
      "shacl.disjoint", title: "Properties share a value",
      message: "{what} and {other} must not share values; both have {value}.",
      remedy: "Remove the value from one of them."))

  private let pair: PropertyPair

  /// One constraint for each property.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    PropertyPair.read("disjoint", &shape).map { Self(pair: $0) }
  }

  /// The other property.
  package var looksAt: [ConstraintLook] { [.property(pair.other)] }

  /// Resolves the other property.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(other: plan.resolve(pair.other))
  }

  /// The other property.
  package func arguments(for result: ResultContext) -> [FindingArgument] { pair.arguments(result) }

  /// `{$disjoint}`.
  package var messageParameters: [String: String] { ["disjoint": pair.other.value] }

  private final class Prepared: PreparedConstraint {
    let other: TermID

    init(other: TermID) {
      self.other = other
    }

    func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      let others = run.otherValues(other, of: site.focus)
      for value in values where others.contains(value) { run.report(site, value: value) }
    }
  }
}
