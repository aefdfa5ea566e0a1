// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must be less than all values of another property.
///
/// - Source: SHACL §4.5.3.
package struct LessThanConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "LessThan", parameters: ["lessThan"], cost: 5, needsPath: true,
    rule: PropertyPair.rule(
      "shacl.less-than", title: "Values out of order",
      message: "{what} is {value}, which is not less than every value of {other}.",
      remedy: "Correct the one that is wrong, and write both with the same datatype."))

  private let pair: PropertyPair

  /// One constraint for each property.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    PropertyPair.read("lessThan", &shape).map { Self(pair: $0) }
  }

  /// The other property.
  package var looksAt: [ConstraintLook] { [.property(pair.other)] }

  /// Resolves the other property.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    PreparedLessThan(other: plan.resolve(pair.other), allowsEqual: false)
  }

  /// The other property.
  package func arguments(for result: ResultContext) -> [FindingArgument] { pair.arguments(result) }

  /// `{$lessThan}`.
  package var messageParameters: [String: String] { ["lessThan": pair.other.value] }
}
