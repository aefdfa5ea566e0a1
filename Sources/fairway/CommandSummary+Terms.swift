// SPDX-License-Identifier: Apache-2.0

internal import Pipeline

extension CommandSummary {
  /// A value without a row, as programs read it.
  struct Unmapped: Encodable {
    let list: String
    let value: String
    let count: Int

    init(_ value: UnmappedTerm, showsValues: Bool) {
      list = value.list
      self.value = showsValues ? value.value : "‹hidden›"
      count = value.count
    }
  }

  /// A value with what is proposed for it, as programs read it.
  struct Proposed: Encodable {
    struct Concept: Encodable {
      let iri: String
      let label: String
      let reason: String
      let score: Double
      let member: String
      let parents: [String]
    }

    let list: String
    let value: String
    let count: Int
    let root: String?
    let concepts: [Concept]

    init(_ proposal: TermSuggestJob.Proposal, showsValues: Bool) {
      list = proposal.list
      value = showsValues ? proposal.value : "‹hidden›"
      count = proposal.count
      root = proposal.root
      concepts = proposal.lines.map {
        Concept(
          iri: $0.iri, label: $0.label, reason: $0.reason, score: $0.score, member: $0.member,
          parents: $0.parents)
      }
    }
  }
}
