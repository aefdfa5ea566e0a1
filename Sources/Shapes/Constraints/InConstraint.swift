// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must be members of a list.
///
/// Terms are compared, not values: `01` is not `1`.
/// - Source: SHACL §4.8.3.
package struct InConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "In", parameters: ["in"], cost: 2,
    rule: FindingRule(
      "shacl.in", .violation, title: "Value not allowed",
      message: "{what} is {value}; allowed is {allowed}.",
      remedy: "Use one of the allowed values, or map this one to one of them. Nearest: {nearest}.",
      groupedBy: ["shape", "path"]))

  private let allowed: [Term]

  /// One constraint for each list.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    _ = shape.singleValues("in")
    return shape.termLists("in").map { Self(allowed: $0) }
  }

  /// Resolves the members.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(allowed: TermSet(allowed.map { plan.resolve($0) }))
  }

  /// The members, and the one whose name is nearest to the value.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    let names = allowed.map { result.name($0) }
    // The nearest member tells as much as the value does, so it hides with it.
    var nearest = FindingArgument.plain("nearest", "none is near")
    if let value = result.value, let name = self.nearest(to: value, result) {
      nearest = .sensitive("nearest", name)
    }
    return [.plain("allowed", ResultContext.list(names, "or")), nearest]
  }

  /// `{$in}`.
  package var messageParameters: [String: String] {
    ["in": allowed.map(\.value).joined(separator: ", ")]
  }

  private func nearest(to value: Term, _ result: ResultContext) -> String? {
    let spelled = value.isIRI ? ShapeLabels.end(of: value.value) : value.value
    var names: [String: Term] = [:]
    for term in allowed {
      names[term.isIRI ? ShapeLabels.end(of: term.value) : term.value] = term
      if let label = result.labels.name(term) { names[label] = term }
    }
    return NearestName.find(spelled, in: names.keys.sorted()).flatMap { names[$0] }
      .map { result.name($0) }
  }

  private final class Prepared: PreparedValueConstraint {
    let allowed: TermSet

    init(allowed: TermSet) {
      self.allowed = allowed
    }

    func accepts(_ value: TermID, _ run: ValidationRun) -> Bool { allowed.contains(value) }
  }
}
