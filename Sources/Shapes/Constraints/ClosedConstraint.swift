// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must have no properties but those of the shape.
///
/// - Source: SHACL §4.8.1.
package struct ClosedConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "Closed", parameters: ["closed", "ignoredProperties"], cost: 7,
    rule: FindingRule(
      "shacl.closed", .violation, title: "Property not allowed",
      message: "{kind} has “{property}”, which its shape does not allow; allowed is {allowed}.",
      remedy: "Remove the property, or use one that is allowed. {hint}",
      groupedBy: ["shape", "path"]))

  private let allowed: [Term]

  /// One constraint if the parameter is `true`.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    guard shape.flag("closed") else { return [] }
    let graph = shape.source.graph
    let path = graph.id(.iri(SHACL.iri("path")))
    var allowed: [Term] = []
    for statement in shape.statements("property") {
      for property in graph.objects(graph.triples[statement].object, path) {
        allowed.append(graph.terms.term(property))
      }
    }
    allowed += shape.termLists("ignoredProperties").flatMap(\.self)
    return [Self(allowed: allowed.filter(\.isIRI))]
  }

  /// Every statement of the value nodes.
  package var looksAt: [ConstraintLook] { [.everything] }

  /// Resolves the allowed properties.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(allowed: TermSet(allowed.map { plan.resolve($0) }))
  }

  /// The allowed properties.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    let names = allowed.map { result.name($0) }
    let nearest = result.property.flatMap { NearestName.find($0, in: names) }
    return [
      .plain("allowed", ResultContext.list(names.map { "“\($0)”" }, "and")),
      .plain("hint", nearest.map { "Did you mean “\($0)”?" } ?? "None of them is near in name."),
    ]
  }

  private final class Prepared: PreparedConstraint {
    let allowed: TermSet

    init(allowed: TermSet) {
      self.allowed = allowed
    }

    func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
      for value in values {
        for statement in run.data.statements(value) {
          let triple = run.data.triples[statement]
          if allowed.contains(triple.predicate) { continue }
          run.report(site, value: triple.object, predicate: triple.predicate, subject: value)
        }
      }
    }
  }
}
