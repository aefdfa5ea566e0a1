// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must conform to a property shape, whose results stand for themselves.
///
/// - Source: SHACL §4.7.2.
package struct PropertyConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "Property", parameters: ["property"], cost: 8,
    rule: FindingRule(
      "shacl.property", .violation, title: "Does not conform to a property shape",
      message: "{what} does not conform to a property shape.",
      remedy: "Mend what the results of the property shape name.", groupedBy: ["shape", "path"]))

  private let shape: ShapeID

  /// One constraint for each property shape.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.shapes("property").map { Self(shape: $0) }
  }

  /// Shapes keep their numbers.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(shape: shape)
  }

  /// Nothing of its own.
  package func arguments(for result: ResultContext) -> [FindingArgument] { [] }

  /// The property shape.
  package var usedShapes: [ShapeID] { [shape] }

  private final class Prepared: PreparedConstraint {
    let shape: ShapeID

    init(shape: ShapeID) {
      self.shape = shape
    }

    func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      for value in values {
        run.validate(shape.index, value)
        if run.isDecided { return }
      }
    }
  }
}
