// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must not conform to a shape.
///
/// - Source: SHACL §4.6.1.
package struct NotConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "Not", parameters: ["not"], cost: 10,
    rule: FindingRule(
      "shacl.not", .violation, title: "Conforms to an excluded shape",
      message: "{what} is {value}, which conforms to {other} and must not.",
      remedy: "Change the value, or what the data say about it.", groupedBy: ["shape", "path"]))

  private let shape: ShapeID

  /// One constraint for each shape.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.shapes("not").map { Self(shape: $0) }
  }

  /// Shapes keep their numbers.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(shape: shape)
  }

  /// The excluded shape.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    [.plain("other", result.name(shape))]
  }

  /// The excluded shape.
  package var usedShapes: [ShapeID] { [shape] }

  private final class Prepared: PreparedValueConstraint {
    let shape: ShapeID

    init(shape: ShapeID) {
      self.shape = shape
    }

    func accepts(_ value: TermID, _ run: ValidationRun) -> Bool { !run.conforms(value, shape) }
  }
}
