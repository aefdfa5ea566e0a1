// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Holds the targets of a term mapping against vocabularies.
///
/// Are they in use, of the class that they must be of, and labelled as the row says?
package struct TermMappingCheck: Sendable {
  private let vocabularies: [Vocabulary]
  private let roots: [String: String]
  private let dead: [DeadTarget]

  /// Prepares to check.
  ///
  /// - Parameters:
  ///   - vocabularies: where targets are looked up, in this order.
  ///   - roots: the class of each local list; lists without one get that of the property they are
  ///     named like, if there is one.
  ///   - dead: codes that are out of use.
  package init(
    _ vocabularies: [Vocabulary], roots: [String: String] = [:], dead: [DeadTarget] = []
  ) {
    self.vocabularies = vocabularies
    self.roots = roots
    self.dead = dead
  }

  /// The class that the values of a list must be of.
  package func root(of list: String) -> String? { roots[list] ?? TargetClass.of(list)?.root }

  /// What is to be said about the rows, in their order; rejected ones are left alone.
  package func findings(_ set: SSSOMMappingSet) -> [Finding] {
    set.rows.flatMap { row -> [Finding] in
      if row.isDenial || row.hasNoTerm || row.review == .rejected { return [] }
      var findings = target(row)
      if row.review == .proposed {
        findings.append(
          Finding(VocabularyRules.proposed, at: row.place, [.plain("list", row.listInWords)]))
      }
      return findings
    }
  }

  private func target(_ row: SSSOMRow) -> [Finding] {
    for entry in dead {
      if let replacement = entry.replacement(of: row) {
        return [stale(row, entry.reason, replacement)]
      }
    }
    guard let (vocabulary, concept) = find(row.objectID) else { return unknown(row) }
    if vocabulary.isDeprecated(concept) {
      let replacement = vocabulary.replacement(concept)
      return [
        stale(
          row, "\(vocabulary.name) marks it so",
          replacement.isEmpty ? self.replacement(vocabulary, concept) : replacement)
      ]
    }
    return label(row, vocabulary, concept) + membership(row, vocabulary, concept)
  }

  /// What takes the place of a row's target, if that is out of use.
  package func replacement(_ row: SSSOMRow) -> String? {
    row.isDenial || row.hasNoTerm
      ? nil : dead.lazy.compactMap { $0.replacement(of: row) }.first
  }

  private func find(_ iri: String) -> (Vocabulary, Int)? {
    for vocabulary in vocabularies {
      if let concept = vocabulary.concept(iri) { return (vocabulary, concept) }
    }
    return nil
  }

  private func stale(_ row: SSSOMRow, _ reason: String, _ replacement: String) -> Finding {
    Finding(
      VocabularyRules.stale, at: row.place,
      [
        .plain("object", shown(row.objectID)), .plain("reason", reason),
        .plain("replacement", shown(replacement)),
      ])
  }

  // A concept of the same label that is in use is the best guess where none is named.
  private func replacement(_ vocabulary: Vocabulary, _ concept: Int) -> String {
    let others = vocabulary.concepts(labelled: vocabulary.label(concept)).filter {
      $0 != concept && !vocabulary.isDeprecated($0)
    }
    return others.count == 1 ? vocabulary.iri(others[0]) : "a concept that is in use"
  }

  // Only codes of a namespace that a vocabulary covers can be said to be missing.
  private func unknown(_ row: SSSOMRow) -> [Finding] {
    guard row.objectID.hasPrefix(ConceptSpelling.namespace),
      let vocabulary = vocabularies.first(where: {
        $0.count > 0 && $0.iri($0.count / 2).hasPrefix(ConceptSpelling.namespace)
      })
    else { return [] }
    return [
      Finding(
        VocabularyRules.unknownTarget, at: row.place,
        [
          .plain("object", shown(row.objectID)), .plain("vocabulary", vocabulary.name),
          .plain("hint", hint(row, vocabulary)),
        ])
    ]
  }

  private func hint(_ row: SSSOMRow, _ vocabulary: Vocabulary) -> String {
    let found = row.objectLabel.isEmpty ? [] : vocabulary.concepts(labelled: row.objectLabel)
    if found.isEmpty { return "" }
    return "“\(row.objectLabel)” is the label of "
      + found.map(vocabulary.description).joined(separator: " and ") + "."
  }

  private func label(_ row: SSSOMRow, _ vocabulary: Vocabulary, _ concept: Int) -> [Finding] {
    guard !row.objectLabel.isEmpty,
      !vocabulary.concepts(labelled: row.objectLabel).contains(concept),
      !isWithoutKind(row.objectLabel, vocabulary, concept)
    else { return [] }
    return [
      Finding(
        VocabularyRules.labelDiffers, at: row.place,
        [
          .plain("object", shown(row.objectID)), .plain("label", vocabulary.label(concept)),
          .plain("found", row.objectLabel),
        ])
    ]
  }

  // Labels such as `Hepatocellular carcinoma (morphologic abnormality)` end in the kind of concept,
  // which people leave out.
  private func isWithoutKind(_ label: String, _ vocabulary: Vocabulary, _ concept: Int) -> Bool {
    vocabulary.labels(concept).contains { $0.text.hasPrefix(label + " (") }
  }

  private func membership(_ row: SSSOMRow, _ vocabulary: Vocabulary, _ concept: Int) -> [Finding] {
    guard let root = root(of: row.list), let top = vocabulary.concept(root) else {
      return twins(row, vocabulary, concept)
    }
    let rule: FindingRule
    switch vocabulary.membership(of: concept, in: top) {
    case .yes: return []
    case .no: rule = VocabularyRules.outsideClass
    case .notKnown: rule = VocabularyRules.classNotKnown
    }
    return [
      Finding(
        rule, at: row.place,
        [
          .plain("object", vocabulary.description(concept)),
          .plain("root", vocabulary.description(top)), .plain("list", row.listInWords),
        ])
    ]
  }

  // Without a class, a target whose label others share may have been taken by chance.
  private func twins(_ row: SSSOMRow, _ vocabulary: Vocabulary, _ concept: Int) -> [Finding] {
    let label = vocabulary.label(concept)
    guard case .ambiguous(let found) = vocabulary.resolve(label), found.contains(concept) else {
      return []
    }
    return [
      Finding(
        VocabularyRules.ambiguousLabel, at: row.place,
        [
          .plain("label", label),
          .plain("candidates", found.map(vocabulary.description).joined(separator: " and ")),
        ])
    ]
  }

  private func shown(_ iri: String) -> String { ConceptSpelling.code(iri) }
}
