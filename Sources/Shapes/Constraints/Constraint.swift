// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// What a kind of constraint is called and how it is reported.
package struct ConstraintComponent: Sendable {
  /// The name in the SHACL namespace, without `ConstraintComponent`.
  package let name: String
  /// The SHACL properties that this component reads, the mandatory one first.
  package let parameters: [String]
  /// Which constraints of a shape run first: small numbers cost little.
  package let cost: Int
  /// Whether the component may stand in property shapes only.
  package let needsPath: Bool
  /// The words for a result.
  package let rule: FindingRule

  /// Declares a component.
  package init(
    _ name: String, parameters: [String], cost: Int, needsPath: Bool = false, rule: FindingRule
  ) {
    self.name = name
    self.parameters = parameters
    self.cost = cost
    self.needsPath = needsPath
    self.rule = rule
  }

  /// The component's IRI.
  package var iri: String { SHACL.iri(name + "ConstraintComponent") }
}

/// One constraint of a shape, as the shapes graph states it.
///
/// A component is one file: what it reads, how it is resolved against a data graph, how it decides
/// and what it says.
package protocol Constraint: Sendable {
  /// The kind of constraint.
  static var component: ConstraintComponent { get }

  /// The constraints of this kind that a shape has; faults go to the reader.
  static func read(_ shape: inout ShapeReader) -> [Self]

  /// The constraint with its terms resolved against a data graph.
  func prepared(for plan: inout PlanBuilder) -> any PreparedConstraint

  /// The values for the rule's words that are this component's own.
  func arguments(for result: ResultContext) -> [FindingArgument]

  /// The shapes that this constraint applies to other nodes or to the same node.
  var usedShapes: [ShapeID] { get }

  /// What the constraint looks at besides focus node, value nodes and ``usedShapes``.
  var looksAt: [ConstraintLook] { get }

  /// The constraint's parameters for messages of shape authors, by name.
  var messageParameters: [String: String] { get }
}

extension Constraint {
  /// The kind of this constraint.
  package var component: ConstraintComponent { Self.component }

  /// The constraints of this kind that a shape has, whatever their type.
  static func readAll(_ shape: inout ShapeReader) -> [any Constraint] { read(&shape) }

  /// Nothing else.
  package var looksAt: [ConstraintLook] { [] }
  /// No other shapes.
  package var usedShapes: [ShapeID] { [] }
  /// No parameters.
  package var messageParameters: [String: String] { [:] }
}

/// Statements that a constraint looks at.
///
/// From these the validation of a stream knows what to keep of other nodes.
package enum ConstraintLook: Sendable {
  /// Whether value nodes are instances of a class.
  case instances(Term)
  /// The focus node's statements with a predicate.
  case property(Term)
  /// All statements about value nodes.
  case everything
}

/// A constraint that is ready to look at nodes of one data graph.
///
/// A class: shapes call millions of them, and nothing has to be copied for a call.
package protocol PreparedConstraint: AnyObject, Sendable {
  /// Looks at the value nodes of one focus node and reports what is wrong to `run`.
  func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun)

  /// How many value nodes are accepted, if that is all the constraint looks at.
  var acceptedCounts: ClosedRange<Int>? { get }

  /// Whether each value node is looked at by itself, whatever the focus node and the other values are.
  ///
  /// A value node that was accepted is not looked at again for other focus nodes.
  var looksAtEachValue: Bool { get }
}

extension PreparedConstraint {
  /// It looks at more.
  package var acceptedCounts: ClosedRange<Int>? { nil }
  /// Nobody knows.
  package var looksAtEachValue: Bool { false }
}

/// A constraint that looks at one value node at a time.
package protocol PreparedValueConstraint: PreparedConstraint {
  /// Whether a value node satisfies the constraint.
  func accepts(_ value: TermID, _ run: ValidationRun) -> Bool
}

extension PreparedValueConstraint {
  /// It does.
  package var looksAtEachValue: Bool { true }

  /// Reports each value node that is not accepted.
  package func check(_ values: [TermID], at site: ConstraintSite, _ run: ValidationRun) {
    for value in values where !accepts(value, run) { run.report(site, value: value) }
  }
}

/// Which constraint of which shape looks at which focus node.
package struct ConstraintSite: Sendable {
  /// The shape's index.
  package let shape: Int
  /// The constraint's index in its shape.
  package let constraint: Int
  /// The focus node.
  package let focus: TermID
}
