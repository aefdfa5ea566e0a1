// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must have at most so many characters.
///
/// - Source: SHACL §4.4.2.
package struct MaxLengthConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "MaxLength", parameters: ["maxLength"], cost: 3,
    rule: TextLength.rule("shacl.max-length", title: "Value too long"))

  private let limit: Int

  /// One constraint for each number.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.counts("maxLength").map { Self(limit: $0) }
  }

  /// Nothing to resolve.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(limit: limit)
  }

  /// How long the value is and may be.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    [
      .plain("problem", TextLength.problem(result.value)),
      .plain("needed", limit == 1 ? "at most 1 is allowed" : "at most \(limit) are allowed"),
      .plain("limit", limit),
    ]
  }

  /// `{$maxLength}`.
  package var messageParameters: [String: String] { ["maxLength": "\(limit)"] }

  private final class Prepared: PreparedValueConstraint {
    let limit: Int

    init(limit: Int) {
      self.limit = limit
    }

    func accepts(_ value: TermID, _ run: ValidationRun) -> Bool {
      guard let count = TextLength.count(value, run) else { return false }
      return count <= limit
    }
  }
}
