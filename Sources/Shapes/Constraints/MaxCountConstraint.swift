// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// There must be at most so many value nodes.
///
/// - Source: SHACL §4.2.2.
package struct MaxCountConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "MaxCount", parameters: ["maxCount"], cost: 0, needsPath: true,
    rule: FindingRule(
      "shacl.max-count", .violation, title: "Too many values",
      message: "{kind} has {found} of {property}; {allowed} allowed.",
      remedy: "Keep the value that is right, or map the others to another property.",
      groupedBy: ["shape", "path"]))

  /// The greatest number allowed.
  let limit: Int

  /// One constraint for each number.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.counts("maxCount").map { Self(limit: $0) }
  }

  /// Nothing to resolve.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(limit: limit)
  }

  /// How many there are, and how many are allowed.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    let allowed =
      switch limit {
      case 0: "none is"
      case 1: "at most one is"
      default: "at most \(limit) are"
      }
    return [
      .plain("found", result.count == 1 ? "1 value" : "\(result.count) values"),
      .plain("allowed", allowed),
    ]
  }

  /// `{$maxCount}`.
  package var messageParameters: [String: String] { ["maxCount": "\(limit)"] }

  private final class Prepared: PreparedConstraint {
    let limit: Int

    init(limit: Int) {
      self.limit = limit
    }

    var acceptedCounts: ClosedRange<Int>? { 0...max(limit, 0) }

    func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      if values.count > limit {
        run.report(
          site, count: values.count, witness: run.inOrderRead(values, at: site)[limit])
      }
    }
  }
}
