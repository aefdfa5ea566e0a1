// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must be less than a limit.
///
/// - Source: SHACL §4.3.3.
package struct MaxExclusiveConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "MaxExclusive", parameters: ["maxExclusive"], cost: 3,
    rule: ValueLimit.rule("shacl.max-exclusive", title: "Value too great"))

  private let limit: ValueLimit

  /// One constraint for each limit.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    ValueLimit.read("maxExclusive", &shape).map { Self(limit: $0) }
  }

  /// Takes the limit's value.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    PreparedValueLimit(limit: limit.value, order: .less, allowsEqual: false)
  }

  /// How the value stands to the limit.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    limit.arguments(result.value, "is not less than", needed: "less than \(limit.term.value)")
  }

  /// `{$maxExclusive}`.
  package var messageParameters: [String: String] { ["maxExclusive": limit.term.value] }
}
