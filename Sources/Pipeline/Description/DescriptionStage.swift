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
  ///
  /// - Throws: blank nodes that cannot be told apart; a description of ours has none.
  package func run(
    _ summary: DatasetSummary, human: DatasetDocument
  ) throws(DiagnosedError) -> CheckedDescription {
    let description = DatasetDescription.make(
      summary: summary, human: human,
      context: DescriptionContext(
        date: date, previous: previous(of: human.iri)?.quads ?? [],
        concepts: knowledge.concepts))
    let report = check(description.quads)
    let consistency = DatasetConsistency(
      measures: knowledge.measures, hierarchy: ConceptHierarchy(knowledge.concepts),
      summary: summary, human: human)
    let reader = DescriptionFindings(about: human.node)
    let stale = try knowledge.flavours.staleCodes(in: description.quads) { quad in
      human.node.place(of: quad.predicate.value) ?? human.node.place
    }
    let findings =
      reader.findings(of: report.results) + reader.reversedPeriods(in: description.quads)
      + consistency.findings() + stale
    return CheckedDescription(description: description, findings: findings, report: report)
  }

  /// Checks statements against the profile.
  package func check(_ quads: [Quad]) -> ValidationReport {
    Validator(shapes: knowledge.profile).validate(Graph(quads), hierarchy: knowledge.concepts)
  }
}
