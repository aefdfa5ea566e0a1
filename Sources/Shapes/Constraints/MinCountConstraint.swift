// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// There must be at least so many value nodes.
///
/// - Source: SHACL §4.2.1.
package struct MinCountConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "MinCount", parameters: ["minCount"], cost: 0, needsPath: true,
    rule: FindingRule(
      "shacl.min-count", .violation, title: "Missing value",
      message: "{kind} has {found} {property}; {needed}.",
      remedy:
        "Add the value where it comes from: to the data, to the mapping that reads them, or to the "
        + "description.",
      groupedBy: ["shape", "path"]))

  /// The least number allowed.
  let limit: Int

  /// One constraint for each number.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.counts("minCount").map { Self(limit: $0) }
  }

  /// Nothing to resolve.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(limit: limit)
  }

  /// How many there are, and how many are needed.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    let most = result.shape.constraints.compactMap { ($0 as? MaxCountConstraint)?.limit }.min()
    // What is only recommended is not needed.
    let asked =
      result.shape.severity < .violation
      ? "should be given" : limit == 1 ? "is needed" : "are needed"
    let number = limit == 1 ? "one" : "\(limit)"
    return [
      .plain("found", found(result.count)),
      .plain("needed", "\(most == limit ? "exactly" : "at least") \(number) \(asked)"),
    ]
  }

  private func found(_ count: Int) -> String {
    switch count {
    case 0: "no"
    case 1: "only 1 value of"
    default: "only \(count) values of"
    }
  }

  /// `{$minCount}`.
  package var messageParameters: [String: String] { ["minCount": "\(limit)"] }

  private final class Prepared: PreparedConstraint {
    let limit: Int

    init(limit: Int) {
      self.limit = limit
    }

    var acceptedCounts: ClosedRange<Int>? { limit...Int.max }

    func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      if values.count < limit { run.report(site, count: values.count) }
    }
  }
}
