// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// What a validation found.
package struct ValidationReport: Sendable {
  /// Whether there is no result of any severity.
  ///
  /// - Source: SHACL §3.6.1.1.
  package var conforms: Bool { results.isEmpty }
  /// The results, ordered by focus node, path, component, value and shape.
  package let results: [ValidationResult]
  /// What the shapes ask for and nobody checked.
  package let notEvaluated: [NotEvaluated]
  /// The number of focus nodes that shapes with targets looked at, each shape counted by itself.
  package let focusNodeCount: Int
}

/// What a validation says besides its results.
package struct ValidationSummary: Sendable {
  /// The number of results, details not counted.
  package let resultCount: Int
  /// What the shapes ask for and nobody checked.
  package let notEvaluated: [NotEvaluated]
  /// The number of focus nodes that shapes with targets looked at, each shape counted by itself.
  package let focusNodeCount: Int
}

/// One violated constraint.
///
/// A class, since a report holds many and hands them from stage to stage. Words are made when somebody
/// reads them: a result takes a few hundred bytes, its words several times that.
package final class ValidationResult: Sendable {
  /// The node that was looked at.
  package let focusNode: Term
  /// The focus node for people: its IRI, or the way that leads to a blank node.
  package let focusName: String
  /// The path from the focus node to the value; `nil` in node shapes.
  package let path: PropertyPath?
  /// The value at fault; `nil` where values are missing or counted.
  package let value: Term?
  /// The shape author's words with parameters filled in.
  package let messages: [Term]
  /// Why the value does not conform to the shapes that the constraint names.
  package let details: [ValidationResult]
  /// Where the statement at fault comes from, as the data's reader was told: the value's statement,
  /// or for missing values the focus node's type, or its first; of a concept that a field holds, the
  /// statement that holds it; 0 if nobody knows.
  package let origin: UInt32
  private let source: ResultSource
  private let facts: ResultFacts

  init(
    focusNode: Term, focusName: String, path: PropertyPath?, value: Term?, messages: [Term],
    details: [ValidationResult], origin: UInt32, source: ResultSource, facts: ResultFacts
  ) {
    self.focusNode = focusNode
    self.focusName = focusName
    self.path = path
    self.value = value
    self.messages = messages
    self.details = details
    self.origin = origin
    self.source = source
    self.facts = facts
  }

  /// A number that results of the same constraint of the same shape share, and no others.
  package var site: UInt64 {
    UInt64(UInt32(bitPattern: facts.shape)) << 32 | UInt64(UInt32(bitPattern: facts.constraint))
  }

  /// What decides about the words of the result when values out of data are hidden; `nil` if it is more
  /// than this.
  package var hiddenWording: HiddenWording? {
    guard value == nil, facts.witness == nil, details.isEmpty, !focusNode.isLiteral else {
      return nil
    }
    return HiddenWording(site: site, count: facts.count, kind: facts.kind, field: facts.field)
  }

  /// Whether the path is that of the shape, as it is but for statements that should not be.
  package var hasPathOfShape: Bool { path == shape.path }

  private var shape: Shape { source.shapes.shapes[Int(facts.shape)] }
  private var constraint: any Constraint { shape.constraints[Int(facts.constraint)] }

  /// The IRI of the constraint component.
  package var component: String { constraint.component.iri }
  /// The identifier of the rule that the constraint component's findings have.
  package var ruleID: String { constraint.component.rule.id }
  /// The node that describes the shape.
  package var sourceShape: Term { shape.node }
  /// What people call the shape.
  package var shapeName: String { shape.name }
  /// Where the shape is described.
  package var shapePlace: SourcePlace? { shape.place }
  /// How much the result weighs; a severity of the author's own weighs as a violation.
  package var severity: Severity { shape.severity }
  /// The severity as the shapes graph names it.
  package var severityTerm: Term { shape.severityTerm }
  /// The shape author's words as written, without values out of data.
  package var messageTemplates: [Term] { shape.messages }

  /// What was found and what is allowed, in plain words and with values.
  package var sentence: String { wording.message(showValues: true) }

  /// How to mend it, in plain words and with values.
  package var remedy: String { wording.remedy(showValues: true) }

  /// The result as a finding whose values out of data are hidden unless asked for.
  ///
  /// - Parameter place: where the statement at fault stands in the data.
  /// - Returns: a finding of the component's rule; the shape's place is a related place.
  package func finding(at place: SourcePlace? = nil) -> Finding {
    var finding = wording
    finding.place = place
    return finding
  }

  /// Rule and values for words.
  var wording: Finding {
    ResultWords(self, shape: shape, constraint: constraint, facts, source.shapes).finding
  }
}

/// Equal for results that are told in the same words as long as values are hidden.
package struct HiddenWording: Hashable, Sendable {
  let site: UInt64
  let count: Int
  let kind: String?
  let field: String?
}

/// The shapes that results come from; one object for all results of a validation.
final class ResultSource: Sendable {
  let shapes: ShapesGraph

  init(_ shapes: ShapesGraph) { self.shapes = shapes }
}

/// What was learned about a result while the data were at hand.
struct ResultFacts: Sendable {
  /// The shape's index.
  let shape: Int32
  /// The constraint's index in its shape.
  let constraint: Int32
  /// How many there are, for constraints that count.
  let count: Int
  /// A value to point at when none is at fault by itself.
  let witness: Term?
  /// What the focus node is: `Patient`; `nil` if neither data nor shape tell.
  let kind: String?
  /// The field that holds the focus node, where that is what has to be mended.
  let field: String?
}
