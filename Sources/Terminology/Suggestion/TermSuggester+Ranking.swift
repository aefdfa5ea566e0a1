// SPDX-License-Identifier: Apache-2.0

extension TermSuggester {
  /// A concept on the way to being proposed.
  private struct Candidate {
    var concept: Int
    var score: Double
    var reason: TermSuggestion.Reason
  }

  /// Proposes concepts for a value, the likeliest first.
  ///
  /// - Parameters:
  ///   - value: the value as the provider wrote it.
  ///   - context: what is known about it; a class restricts, groups and words only rank.
  ///   - limit: how many to give at most.
  /// - Returns: concepts that are of the class or not known to be of another one.
  package func suggest(
    _ value: String, _ context: SuggestionContext = SuggestionContext(), limit: Int = 5
  ) -> [TermSuggestion] {
    var candidates: [Int: Candidate] = [:]
    func propose(_ concept: Int, _ score: Double, _ reason: TermSuggestion.Reason) {
      guard score > candidates[concept]?.score ?? 0, !vocabulary.isDeprecated(concept) else {
        return
      }
      candidates[concept] = Candidate(concept: concept, score: score, reason: reason)
    }
    let text = String(decoding: TermText.trimmed(Array(value.utf8)[...]), as: UTF8.self)
    proposeCodes(text, propose)
    proposeLabels(text, .exact, .synonym, factor: 1, propose)
    let isSpelledOut = proposeMeanings(text, context, propose)
    proposeAcronyms(text, propose)
    let words = ValueText.words(text, isUnit: meanings.isUnit)
    if words != text { proposeLabels(words, .exact, .synonym, factor: 0.97, propose) }
    proposeWords(words, context, factor: isSpelledOut ? 0.5 : 0.94, nil, propose)
    return rank(Array(candidates.values), context, limit)
  }

  private func proposeCodes(
    _ text: String, _ propose: (Int, Double, TermSuggestion.Reason) -> Void
  ) {
    if let concept = vocabulary.concept(text) { propose(concept, 1, .code) }
    for found in ValueText.code(text).flatMap({ codes[$0] }) ?? [] {
      propose(found.concept, found.isIdentifier ? 0.85 : 0.95, .code)
    }
  }

  // Whether the value is a code or a short form, so that its letters are not words.
  private func proposeMeanings(
    _ text: String, _ context: SuggestionContext,
    _ propose: (Int, Double, TermSuggestion.Reason) -> Void
  ) -> Bool {
    var isSpelledOut = false
    func proposeMeaning(_ words: [String], _ reason: TermSuggestion.Reason) {
      for (rank, said) in words.enumerated() {
        isSpelledOut = true
        proposeLabels(said, reason, reason, factor: 0.98 - 0.005 * Double(rank), propose)
        proposeWords(said, context, factor: 0.9, reason, propose)
      }
    }
    let list = CodeMeanings.List.of(context.words)
    if let list { proposeMeaning(meanings.meaning(text, in: list), list.reason) }
    if list != .unit {
      proposeMeaning(ClinicalShorthand.translation(text).map { [$0] } ?? [], .acronym)
    }
    return isSpelledOut
  }

  private func proposeLabels(
    _ text: String, _ preferred: TermSuggestion.Reason, _ other: TermSuggestion.Reason,
    factor: Double, _ propose: (Int, Double, TermSuggestion.Reason) -> Void
  ) {
    let folded = TermText.folded(Array(text.utf8)[...])
    for concept in vocabulary.concepts(labelled: text) {
      let kinds = vocabulary.labels(concept).filter {
        TermText.folded(Array($0.text.utf8)[...]) == folded
      }.map(\.kind)
      if kinds.contains(.preferred) {
        propose(concept, factor, preferred)
      } else if kinds.contains(.alternative) {
        propose(concept, factor * 0.97, other)
      } else {
        propose(concept, factor * 0.96, .code)
      }
    }
  }

  private func proposeAcronyms(
    _ text: String, _ propose: (Int, Double, TermSuggestion.Reason) -> Void
  ) {
    let letters = text.lowercased()
    guard (2...6).contains(letters.utf8.count), text == text.uppercased() else { return }
    for label in acronyms[letters] ?? [] {
      propose(labels[Int(label)].concept, 0.8, .acronym)
    }
  }

  private func proposeWords(
    _ text: String, _ context: SuggestionContext, factor: Double,
    _ reason: TermSuggestion.Reason?, _ propose: (Int, Double, TermSuggestion.Reason) -> Void
  ) {
    let query = WordQuery(text, self)
    if query.total <= 0 { return }
    let hints = known(context.words)
    // In the order of the labels, so that of equal ones always the same is taken.
    for (label, hits) in query.hits(self).sorted(by: { $0.key < $1.key }) {
      let entry = labels[Int(label)]
      let covered = coverage(of: entry, hits, hints)
      let score = factor * (0.6 * query.said(hits) + 0.4 * covered)
      let isAlike = hits.allSatisfy { $0.likeness >= 0.92 }
      propose(
        entry.concept, entry.kind == .preferred ? score : score * 0.98,
        reason ?? (isAlike ? .words : .spelling))
    }
  }

  // How much of a label was asked for; what the property says itself counts nearly as much.
  private func coverage(of label: Label, _ hits: [WordQuery.Hit], _ hints: Set<Int>) -> Double {
    var covered = 0.0
    var whole = 0.0
    for word in label.words {
      whole += weights[word]
      if hits.contains(where: { $0.word == word }) {
        covered += weights[word]
      } else if hints.contains(word) {
        covered += weights[word] * 0.7
      }
    }
    return covered / max(whole, 0.1)
  }

  /// A candidate of which it is known where it stands.
  private struct Ranked {
    var candidate: Candidate
    var membership: Membership
  }

  private static func isBefore(_ one: Candidate, _ other: Candidate) -> Bool {
    (other.score, one.concept) < (one.score, other.concept)
  }

  // `nil` for a concept of another class. Of concepts with one label, the one nearest to the top is the
  // one that is meant.
  private func place(
    _ candidate: Candidate, _ root: Int?, _ context: SuggestionContext
  ) -> Ranked? {
    var candidate = candidate
    var membership = context.root == nil ? Membership.yes : .notKnown
    if let root { membership = vocabulary.membership(of: candidate.concept, in: root) }
    if membership == .no { return nil }
    candidate.score -= 0.002 * Double(vocabulary.height(of: candidate.concept, below: root))
    if membership == .notKnown { candidate.score *= 0.8 }
    let group = vocabulary.group(candidate.concept)
    if !context.groups.isEmpty && !context.groups.contains(group) {
      candidate.score *= group.isEmpty ? 0.95 : 0.85
    }
    return Ranked(candidate: candidate, membership: membership)
  }

  private func rank(
    _ candidates: [Candidate], _ context: SuggestionContext, _ limit: Int
  ) -> [TermSuggestion] {
    let root = context.root.flatMap(vocabulary.concept)
    var ranked: [Ranked] = []
    var bar = 0.3
    // What is known later can only take away, so once enough stand above the next, the rest is settled.
    for candidate in candidates.sorted(by: Self.isBefore) {
      guard candidate.score > bar else { break }
      guard let placed = place(candidate, root, context) else { continue }
      ranked.append(placed)
      ranked.sort { Self.isBefore($0.candidate, $1.candidate) }
      if ranked.count > limit { ranked.removeLast() }
      if ranked.count == limit, let last = ranked.last { bar = max(bar, last.candidate.score) }
    }
    return ranked.map { placed in
      let candidate = placed.candidate
      return TermSuggestion(
        iri: vocabulary.iri(candidate.concept), label: vocabulary.label(candidate.concept),
        reason: candidate.reason, score: min(1, candidate.score), membership: placed.membership,
        parents: vocabulary.parents(candidate.concept).map(vocabulary.label))
    }
  }
}
