// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must conform to all shapes of a list.
///
/// - Source: SHACL §4.6.2.
package struct AndConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "And", parameters: ["and"], cost: 10,
    rule: FindingRule(
      "shacl.and", .violation, title: "Does not conform to all shapes",
      message: "{what} is {value}, which does not conform to each of {others}{why}.",
      remedy: "Mend the value so that it conforms, or use another one.",
      groupedBy: ["shape", "path"]))

  private let shapes: [ShapeID]

  /// One constraint for each list.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.shapeLists("and").map { Self(shapes: $0) }
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
      for value in values {
        let failing = shapes.filter { !run.conforms(value, $0) }
        if !failing.isEmpty { run.report(site, value: value, failing: failing) }
      }
    }
  }
}
