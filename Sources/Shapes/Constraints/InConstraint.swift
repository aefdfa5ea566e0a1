// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel
import Synchronization

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
  private let words = AllowedWords()

  private init(allowed: [Term]) { self.allowed = allowed }

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
    // The nearest member tells as much as the value does, so it hides with it.
    var nearest = FindingArgument.plain("nearest", "none is near")
    if let value = result.value, let name = words.nearest(to: value, allowed, result) {
      nearest = .sensitive("nearest", name)
    }
    return [.plain("allowed", words.list(allowed, result)), nearest]
  }

  /// `{$in}`.
  package var messageParameters: [String: String] {
    ["in": allowed.map(\.value).joined(separator: ", ")]
  }

  private final class Prepared: PreparedValueConstraint {
    let allowed: TermSet

    init(allowed: TermSet) {
      self.allowed = allowed
    }

    func accepts(_ value: TermID, _ run: ValidationRun) -> Bool { allowed.contains(value) }
  }
}

/// The names of allowed values, found out once for all results of a constraint: the same few wrong
/// values come again and again, and long lists are slow to search.
private final class AllowedWords: Sendable {
  /// How many values are remembered with their nearest names.
  private static let limit = 4096

  private struct Known: Sendable {
    var list: String?
    var names: [String: Term] = [:]
    var sorted: [String] = []
    var nearest: [String: String?] = [:]
  }

  private let known = Mutex(Known())

  /// The members as a list for people.
  func list(_ allowed: [Term], _ result: ResultContext) -> String {
    known.withLock { known in
      let list = known.list ?? ResultContext.list(allowed.map { result.name($0) }, "or")
      known.list = list
      return list
    }
  }

  // BP1000024: a number that is one digit away names something else altogether.
  private static func isNumbered(_ code: String) -> Bool {
    let digits = code.utf8.reversed().prefix {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    return digits.count >= 5
  }

  /// The name of the member whose spelling or label is nearest to a value's spelling.
  func nearest(to value: Term, _ allowed: [Term], _ result: ResultContext) -> String? {
    let spelled = value.isIRI ? ShapeLabels.end(of: value.value) : value.value
    if Self.isNumbered(spelled) { return nil }
    return known.withLock { known in
      if let found = known.nearest[spelled] { return found }
      if known.sorted.isEmpty {
        for term in allowed {
          known.names[term.isIRI ? ShapeLabels.end(of: term.value) : term.value] = term
          if let label = result.labels.name(term) { known.names[label] = term }
        }
        known.sorted = known.names.keys.sorted()
      }
      let found = NearestName.find(spelled, in: known.sorted).flatMap { known.names[$0] }
        .map { result.name($0) }
      if known.nearest.count < Self.limit { known.nearest[spelled] = .some(found) }
      return found
    }
  }
}
