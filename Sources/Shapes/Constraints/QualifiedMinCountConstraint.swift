// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// At least so many value nodes must conform to a shape.
///
/// - Source: SHACL §4.7.3.
package struct QualifiedMinCountConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "QualifiedMinCount",
    parameters: ["qualifiedMinCount", "qualifiedValueShape", "qualifiedValueShapesDisjoint"],
    cost: 11, needsPath: true,
    rule: QualifiedValues.rule(
      "shacl.qualified-min-count", title: "Too few conforming values",
      remedy: "Add a value that conforms, or mend one that nearly does."))

  private let values: QualifiedValues
  private let limit: Int

  /// One constraint for each shape and number.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    let limits = shape.counts("qualifiedMinCount")
    return QualifiedValues.read(&shape).flatMap { values in
      limits.map { Self(values: values, limit: $0) }
    }
  }

  /// Shapes keep their numbers.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(values: values, limit: limit)
  }

  /// How many conform, and how many may.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    values.arguments(
      result, limit == 1 ? "at least one is needed" : "at least \(limit) are needed")
  }

  /// The qualified value shape and its siblings.
  package var usedShapes: [ShapeID] { values.usedShapes }

  /// `{$qualifiedMinCount}`.
  package var messageParameters: [String: String] { ["qualifiedMinCount": "\(limit)"] }

  private final class Prepared: PreparedConstraint {
    let values: QualifiedValues
    let limit: Int

    init(values: QualifiedValues, limit: Int) {
      self.values = values
      self.limit = limit
    }

    func check(_ nodes: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      let count = values.count(nodes, run)
      if count < limit { run.report(site, count: count) }
    }
  }
}
