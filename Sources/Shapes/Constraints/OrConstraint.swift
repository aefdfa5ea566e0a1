// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must conform to at least one shape of a list.
///
/// - Source: SHACL §4.6.3.
package struct OrConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "Or", parameters: ["or"], cost: 10,
    rule: FindingRule(
      "shacl.or", .violation, title: "Conforms to none of the shapes",
      message:
        "{what} is {value}, which conforms to none of {others}; at least one is needed{why}.",
      remedy: "Choose the shape that is meant, and mend the value so that it conforms to it.",
      groupedBy: ["shape", "path"]))

  private let shapes: [ShapeID]

  /// One constraint for each list.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.shapeLists("or").map { Self(shapes: $0) }
  }

  /// Shapes keep their numbers.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(shapes: shapes)
  }

  /// The shapes by name.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    [.plain("others", ResultContext.list(shapes.map { result.name($0) }, "and"))]
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
      for value in values where !shapes.contains(where: { run.conforms(value, $0) }) {
        run.report(site, value: value, failing: shapes)
      }
    }
  }
}
