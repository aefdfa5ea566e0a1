// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must be a limit or greater.
///
/// - Source: SHACL §4.3.2.
package struct MinInclusiveConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "MinInclusive", parameters: ["minInclusive"], cost: 3,
    rule: ValueLimit.rule("shacl.min-inclusive", title: "Value too small"))

  private let limit: ValueLimit

  /// One constraint for each limit.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    ValueLimit.read("minInclusive", &shape).map { Self(limit: $0) }
  }

  /// Takes the limit's value.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    PreparedValueLimit(limit: limit.value, order: .greater, allowsEqual: true)
  }

  /// How the value stands to the limit.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    limit.arguments(result.value, "is less than", needed: "\(limit.term.value) or more")
  }

  /// `{$minInclusive}`.
  package var messageParameters: [String: String] { ["minInclusive": limit.term.value] }
}
