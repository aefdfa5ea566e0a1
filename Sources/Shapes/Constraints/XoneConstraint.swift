// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must conform to exactly one shape of a list.
///
/// A shape that the list names twice counts twice.
/// - Source: SHACL §4.6.4.
package struct XoneConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "Xone", parameters: ["xone"], cost: 10,
    rule: FindingRule(
      "shacl.xone", .violation, title: "Does not conform to exactly one shape",
      message:
        "{what} is {value}, which conforms to {found} of {others}; exactly one is needed{why}.",
      remedy:
        "Choose the shape that is meant; mend the value for it, or remove what makes the "
        + "value conform to another.", groupedBy: ["shape", "path"]))

  private let shapes: [ShapeID]

  /// One constraint for each list.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.shapeLists("xone").map { Self(shapes: $0) }
  }

  /// Shapes keep their numbers.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(shapes: shapes)
  }

  /// The shapes by name, and how many of them the value conforms to.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    [
      .plain("found", result.count == 0 ? "none" : "\(result.count)"),
      .plain("others", ResultContext.list(shapes.map { result.name($0) }, "and")),
    ]
  }

  /// The members of the list.
  package var usedShapes: [ShapeID] { shapes }

  private final class Prepared: PreparedConstraint {
    let shapes: [ShapeID]
    let looksAtEachValue = true

    init(shapes: [ShapeID]) {
      self.shapes = shapes
    }

    func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      for value in values {
        let count = shapes.count { run.conforms(value, $0) }
        if count == 0 {
          run.report(site, value: value, failing: shapes)
        } else if count > 1 {
          run.report(site, value: value, count: count)
        }
      }
    }
  }
}
