// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import RDFModel

/// Compares what people wrote about a data set with what its records say.
package struct DatasetConsistency {
  let measures: MeasureSet
  let hierarchy: ConceptHierarchy
  let summary: DatasetSummary
  let human: DatasetDocument

  /// Prepares a comparison.
  ///
  /// - Parameters:
  ///   - measures: where conditions are, who can have them, and their codes.
  ///   - hierarchy: labels and broader concepts.
  ///   - summary: what the records say, as it is published.
  ///   - human: what people wrote.
  package init(
    measures: MeasureSet, hierarchy: ConceptHierarchy, summary: DatasetSummary,
    human: DatasetDocument
  ) {
    self.measures = measures
    self.hierarchy = hierarchy
    self.summary = summary
    self.human = human
  }

  /// What does not go together, each at the key that says so.
  package func findings() -> [Finding] {
    bodyParts() + sexes() + words() + labels() + codes() + years() + expectations() + written()
  }

  func concepts(_ property: String) -> [String] {
    if case .concepts(let concepts)? = summary.value(of: property) { concepts } else { [] }
  }

  var condition: String? { concepts(Namespace.eucaim.hasCondition).first }

  func names(_ concepts: some Collection<String>) -> String {
    concepts.map(hierarchy.label).sorted().joined(separator: ", ")
  }

  func place(_ key: String) -> SourcePlace { human.node.keyPlaces[key] ?? human.node.place }

  // What a finding about the records alone is shown at: the title says what they are meant to be.
  private var title: SourcePlace { place("title") }

  /// The body parts to see the condition in; empty if the table does not know.
  var sites: Set<String> {
    guard let condition else { return [] }
    return hierarchy.lineage(condition).lazy.compactMap { measures.conditions.sites[$0] }.first
      ?? []
  }

  func isSite(_ part: String) -> Bool { sites.contains { hierarchy.areRelated($0, part) } }

  private func bodyParts() -> [Finding] {
    let parts = concepts(Namespace.eucaim.hasImageBodyPart)
    guard let condition, !parts.isEmpty, !sites.isEmpty, !parts.contains(where: isSite) else {
      return []
    }
    return [
      Finding(
        ConsistencyRules.bodyPart, at: title,
        [
          .plain("condition", hierarchy.label(condition)), .plain("found", names(parts)),
          .plain("expected", names(sites)),
        ])
    ]
  }

  private func sexes() -> [Finding] {
    let sexes = concepts(Namespace.eucaim.hasBirthSex)
    guard let condition,
      let expected = hierarchy.lineage(condition).lazy.compactMap({ measures.conditions.sexes[$0] })
        .first,
      sexes.contains(where: { $0 != expected })
    else { return [] }
    return [
      Finding(
        ConsistencyRules.sex, at: title,
        [
          .plain("condition", hierarchy.label(condition)),
          .plain("expected", hierarchy.label(expected)), .plain("found", names(sexes)),
        ])
    ]
  }

  /// What the records are of, in words: condition and body parts.
  var subject: String {
    names([condition].compactMap(\.self) + concepts(Namespace.eucaim.hasImageBodyPart))
  }

  /// Whether a body part or a condition is one that the records can be said to be of.
  func fits(_ concept: String) -> Bool {
    let parts = concepts(Namespace.eucaim.hasImageBodyPart)
    let own = parts + [condition].compactMap(\.self)
    return own.contains { hierarchy.areRelated($0, concept) } || isSite(concept)
  }
}
