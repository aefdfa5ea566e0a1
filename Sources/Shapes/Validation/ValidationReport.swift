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
/// A class, since a report holds many and hands them from stage to stage.
package final class ValidationResult: Sendable {
  /// The node that was looked at.
  package let focusNode: Term
  /// The focus node for people: its IRI, or the way that leads to a blank node.
  package let focusName: String
  /// The path from the focus node to the value; `nil` in node shapes.
  package let path: PropertyPath?
  /// The value at fault; `nil` where values are missing or counted.
  package let value: Term?
  /// The IRI of the constraint component.
  package let component: String
  /// The node that describes the shape.
  package let sourceShape: Term
  /// What people call the shape.
  package let shapeName: String
  /// Where the shape is described.
  package let shapePlace: SourcePlace?
  /// How much the result weighs; a severity of the author's own weighs as a violation.
  package let severity: Severity
  /// The severity as the shapes graph names it.
  package let severityTerm: Term
  /// The shape author's words with parameters filled in.
  package let messages: [Term]
  /// The shape author's words as written, without values out of data.
  package let messageTemplates: [Term]
  /// Why the value does not conform to the shapes that the constraint names.
  package let details: [ValidationResult]
  /// Where the statement at fault comes from, as the data's reader was told: the value's statement,
  /// or for missing values the focus node's type, or its first; of a concept that a field holds, the
  /// statement that holds it; 0 if nobody knows.
  package let origin: UInt32
  /// Rule and values for words; ``finding(at:)`` adds a place.
  let wording: Finding

  init(
    focusNode: Term, focusName: String, path: PropertyPath?, value: Term?, component: String,
    shape: Shape, messages: [Term], details: [ValidationResult], origin: UInt32, wording: Finding
  ) {
    self.focusNode = focusNode
    self.focusName = focusName
    self.path = path
    self.value = value
    self.component = component
    sourceShape = shape.node
    shapeName = shape.name
    shapePlace = shape.place
    severity = shape.severity
    severityTerm = shape.severityTerm
    self.messages = messages
    messageTemplates = shape.messages
    self.details = details
    self.origin = origin
    self.wording = wording
  }

  /// What was found and what is allowed, in plain words and with values.
  package var sentence: String { wording.message(showValues: true) }

  /// How to mend it, in plain words and with values.
  package var remedy: String { wording.remedy(showValues: true) }
}

extension ValidationResult {
  /// The result as a finding whose values out of data are hidden unless asked for.
  ///
  /// - Parameter place: where the statement at fault stands in the data.
  /// - Returns: a finding of the component's rule; the shape's place is a related place.
  package func finding(at place: SourcePlace? = nil) -> Finding {
    var finding = wording
    finding.place = place
    return finding
  }
}
