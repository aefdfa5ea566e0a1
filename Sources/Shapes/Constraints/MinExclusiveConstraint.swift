// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must be greater than a limit.
///
/// - Source: SHACL §4.3.1.
package struct MinExclusiveConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "MinExclusive", parameters: ["minExclusive"], cost: 3,
    rule: ValueLimit.rule("shacl.min-exclusive", title: "Value too small"))

  private let limit: ValueLimit

  /// One constraint for each limit.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    ValueLimit.read("minExclusive", &shape).map { Self(limit: $0) }
  }

  /// Takes the limit's value.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    PreparedValueLimit(limit: limit.value, order: .greater, allowsEqual: false)
  }

  /// How the value stands to the limit.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    limit.arguments(result.value, "is not more than", needed: "more than \(limit.term.value)")
  }

  /// `{$minExclusive}`.
  package var messageParameters: [String: String] { ["minExclusive": limit.term.value] }
}
