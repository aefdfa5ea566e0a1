// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must have at least so many characters.
///
/// - Source: SHACL §4.4.1.
package struct MinLengthConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "MinLength", parameters: ["minLength"], cost: 3,
    rule: TextLength.rule("shacl.min-length", title: "Value too short"))

  private let limit: Int

  /// One constraint for each number.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.counts("minLength").map { Self(limit: $0) }
  }

  /// Nothing to resolve.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(limit: limit)
  }

  /// How long the value is and may be.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    [
      .plain("problem", TextLength.problem(result.value)),
      .plain("needed", limit == 1 ? "at least 1 is needed" : "at least \(limit) are needed"),
      .plain("limit", limit),
    ]
  }

  /// `{$minLength}`.
  package var messageParameters: [String: String] { ["minLength": "\(limit)"] }

  private final class Prepared: PreparedValueConstraint {
    let limit: Int

    init(limit: Int) {
      self.limit = limit
    }

    func accepts(_ value: TermID, _ run: ValidationRun) -> Bool {
      guard let count = TextLength.count(value, run) else { return false }
      return count >= limit
    }
  }
}
