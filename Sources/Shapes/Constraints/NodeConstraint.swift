// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must conform to a node shape.
///
/// - Source: SHACL §4.7.1.
package struct NodeConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "Node", parameters: ["node"], cost: 9,
    rule: FindingRule(
      "shacl.node", .violation, title: "Does not conform to a shape",
      message: "{what} is {value}, which does not conform to {other}{why}.",
      remedy: "Mend the value so that it conforms, or use another one.",
      groupedBy: ["shape", "path"]))

  private let shape: ShapeID

  /// One constraint for each shape.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.shapes("node").map { Self(shape: $0) }
  }

  /// Shapes keep their numbers.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(shape: shape)
  }

  /// The shape's name.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    [.plain("other", result.name(shape))]
  }

  /// The node shape.
  package var usedShapes: [ShapeID] { [shape] }

  private final class Prepared: PreparedConstraint {
    let shape: ShapeID
    let looksAtEachValue = true

    init(shape: ShapeID) {
      self.shape = shape
    }

    func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      for value in values where !run.conforms(value, shape) {
        run.report(site, value: value, failing: [shape])
      }
    }
  }
}
