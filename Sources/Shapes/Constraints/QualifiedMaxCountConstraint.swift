// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// At most so many value nodes must conform to a shape.
///
/// - Source: SHACL §4.7.3.
package struct QualifiedMaxCountConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "QualifiedMaxCount",
    parameters: ["qualifiedMaxCount", "qualifiedValueShape", "qualifiedValueShapesDisjoint"],
    cost: 11, needsPath: true,
    rule: QualifiedValues.rule(
      "shacl.qualified-max-count", title: "Too many conforming values",
      remedy: "Keep those that are right."))

  private let values: QualifiedValues
  private let limit: Int

  /// One constraint for each shape and number.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    let limits = shape.counts("qualifiedMaxCount")
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
      result, limit == 1 ? "at most one is allowed" : "at most \(limit) are allowed")
  }

  /// The qualified value shape and its siblings.
  package var usedShapes: [ShapeID] { values.usedShapes }

  /// `{$qualifiedMaxCount}`.
  package var messageParameters: [String: String] { ["qualifiedMaxCount": "\(limit)"] }

  private final class Prepared: PreparedConstraint {
    let values: QualifiedValues
    let limit: Int

    init(values: QualifiedValues, limit: Int) {
      self.values = values
      self.limit = limit
    }

    func check(_ nodes: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      let count = values.count(nodes, run)
      if count > limit { run.report(site, count: count) }
    }
  }
}
