// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// The number of a shape in its ``ShapesGraph``.
package struct ShapeID: Sendable, Hashable {
  /// The index in ``ShapesGraph/shapes``.
  package let index: Int
}

/// What a shape is about.
///
/// - Source: SHACL §2.1.3.
package enum ShapeTarget: Sendable, Hashable {
  /// One node, also one that no statement names.
  case node(Term)
  /// The instances of a class and its subclasses.
  case instances(Term)
  /// The subjects of a predicate.
  case subjects(Term)
  /// The objects of a predicate.
  case objects(Term)
}

/// A node shape or property shape.
package struct Shape: Sendable {
  /// The node that describes the shape.
  package let node: Term
  /// What people call the shape: its IRI, or its path and where it stands.
  package let name: String
  /// Where its description begins.
  package let place: SourcePlace?
  /// The path of a property shape, `nil` for a node shape.
  package var path: PropertyPath?
  /// What the shape is about, in the order of the shapes graph; empty for shapes that others use.
  package var targets: [ShapeTarget] = []
  /// The constraints, cheapest first.
  package var constraints: [any Constraint] = []
  /// How much a result weighs.
  package var severity = Severity.violation
  /// The severity as the shapes graph names it.
  package var severityTerm = Term.iri(SHACL.iri("Violation"))
  /// The shape author's own words for results.
  package var messages: [Term] = []
  /// Whether every node conforms without a look.
  package var isDeactivated = false
  /// Whether the shape can come back to itself through other shapes.
  package var isRecursive = false
  /// The predicates whose objects the shape looks at, where it looks at nothing else.
  package var heldBy: [Term] = []
}

/// A part of a shapes graph that no validation evaluates.
///
/// Every report repeats these: what was not checked must not look like what was.
package struct NotEvaluated: Sendable, Hashable {
  /// The shape that has the part.
  package let shape: Term
  /// What people call the shape.
  package let shapeName: String
  /// The part: the name of a SHACL property, or a constraint component's IRI.
  package let part: String
  /// Why it is not evaluated, a clause without full stop.
  package let reason: String
  /// Where the shape stands.
  package let place: SourcePlace?

  /// The part and why it is not evaluated, a clause without full stop.
  package var sentence: String { "\(part) of \(shapeName): \(reason)" }
}
