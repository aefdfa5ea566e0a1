// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Value nodes must be IRIs, blank nodes or literals.
///
/// - Source: SHACL §4.1.3.
package struct NodeKindConstraint: Constraint {
  /// The kind of constraint.
  package static let component = ConstraintComponent(
    "NodeKind", parameters: ["nodeKind"], cost: 1,
    rule: FindingRule(
      "shacl.node-kind", .violation, title: "Wrong kind of node",
      message: "{what} is {value}, which is {found}; {needed} is needed.",
      remedy: "Write the value as {needed}.", groupedBy: ["shape", "path"]))

  private static let kinds: [(name: String, kinds: [TermKind])] = [
    ("IRI", [.iri]), ("BlankNode", [.blankNode]), ("Literal", [.literal]),
    ("BlankNodeOrIRI", [.iri, .blankNode]), ("BlankNodeOrLiteral", [.blankNode, .literal]),
    ("IRIOrLiteral", [.iri, .literal]),
  ]

  private let name: String
  private let kinds: [TermKind]

  /// One constraint for each kind that SHACL knows.
  package static func read(_ shape: inout ShapeReader) -> [Self] {
    shape.singleValues("nodeKind").compactMap { value in
      let name = value.isIRI ? SHACL.localName(value.value) : nil
      if let known = kinds.first(where: { $0.name == name }) {
        return Self(name: known.name, kinds: known.kinds)
      }
      let allowed = kinds.map { "sh:" + $0.name }
      shape.illFormed(
        "nodeKind", value, allowed: "one of " + allowed.joined(separator: ", "), nil)
      return nil
    }
  }

  /// Makes a table of kinds.
  package func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint {
    Prepared(kinds: kinds.reduce(0) { $0 | 1 << $1.rawValue })
  }

  /// The kinds in words.
  package func arguments(for result: ResultContext) -> [FindingArgument] {
    [
      .plain("found", result.value.map { Self.word($0.kind) } ?? "missing"),
      .plain("needed", ResultContext.list(kinds.map(Self.word), "or")),
    ]
  }

  /// `{$nodeKind}`.
  package var messageParameters: [String: String] { ["nodeKind": SHACL.iri(name)] }

  private static func word(_ kind: TermKind) -> String {
    switch kind {
    case .iri: "an IRI"
    case .blankNode: "a node without IRI"
    case .literal: "a literal"
    }
  }

  private final class Prepared: PreparedValueConstraint {
    let kinds: UInt8

    init(kinds: UInt8) {
      self.kinds = kinds
    }

    func accepts(_ value: TermID, _ run: ValidationRun) -> Bool {
      kinds & 1 << run.terms.kind(value).rawValue != 0
    }
  }
}
