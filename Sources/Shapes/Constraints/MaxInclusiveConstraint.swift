// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must be a limit or less.
///
/// - Source: SHACL §4.3.4.
package struct MaxInclusiveConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "MaxInclusive", parameters: ["maxInclusive"], cost: 3,
    rule: ValueLimit.rule("shacl.max-inclusive", title: "Value too great"))

  private let limit: ValueLimit

  /// One constraint for each limit.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    ValueLimit.read("maxInclusive", &shape).map { Self(limit: $0) }
  }

  /// Takes the limit's value.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    PreparedValueLimit(limit: limit.value, order: .less, allowsEqual: true)
  }

  /// How the value stands to the limit.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    limit.arguments(result.value, "is more than", needed: "\(limit.term.value) or less")
  }

  /// `{$maxInclusive}`.
  package var messageParameters: [String: String] { ["maxInclusive": limit.term.value] }
}
