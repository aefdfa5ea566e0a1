// SPDX-License-Identifier: Apache-2.0

package import Catalogue
package import Diagnostics
internal import LocatedYAML
package import RDFModel
package import Shapes

/// A dataset's description, checked against the catalogue's profile.
package struct CheckedDescription: Sendable {
  /// The description.
  package let description: DatasetDescription
  /// What was found in it, the profile's results included.
  package let findings: [Finding]
  /// The profile's results as SHACL states them.
  package let report: ValidationReport
}

/// Computes the description of a dataset and checks it against the profile.
package struct DescriptionStage {
  private let knowledge: Knowledge
  private let date: String
  private let previous: [DatasetDescription]

  /// Prepares the stage.
  ///
  /// - Parameters:
  ///   - knowledge: profile and vocabularies.
  ///   - date: the date that a changed description gets, `YYYY-MM-DD`.
  ///   - previous: descriptions that were made before.
  package init(_ knowledge: Knowledge, date: String, previous: [DatasetDescription]) {
    self.knowledge = knowledge
    self.date = date
    self.previous = previous
  }

  /// The description of a dataset that was published before.
  func previous(of iri: String) -> DatasetDescription? { previous.first { $0.iri == iri } }

  /// Describes and checks.
  package func run(_ summary: DatasetSummary, human: DatasetDocument) -> CheckedDescription {
    let description = DatasetDescription.make(
      summary: summary, human: human,
      context: DescriptionContext(
        date: date, previous: previous(of: human.iri)?.quads ?? [],
        concepts: knowledge.concepts))
    let report = check(description.quads)
    let consistency = DatasetConsistency(
      measures: knowledge.measures, hierarchy: ConceptHierarchy(knowledge.concepts),
      summary: summary, human: human)
    let findings =
      report.results.map { Self.finding($0, about: human.node) } + consistency.findings()
    return CheckedDescription(description: description, findings: findings, report: report)
  }

  /// A result as a finding at the line of the document that speaks of the property.
  ///
  /// What people wrote for the public catalogue is no source value, so it is shown.
  static func finding(_ result: ValidationResult, about node: DescribedNode) -> Finding {
    let property = result.path?.lastPredicate
    var finding = result.finding(at: property.flatMap { node.place(of: $0) } ?? node.place)
    finding.arguments = finding.arguments.map { argument in
      .plain(argument.name, argument.value.shown(showValues: true))
    }
    return finding
  }

  /// Checks statements against the profile.
  package func check(_ quads: [Quad]) -> ValidationReport {
    Validator(shapes: knowledge.profile).validate(Graph(quads), hierarchy: knowledge.concepts)
  }
}
