// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import Terminology

/// Says whether a concept stands below a class: what `fairway terms member` does.
package struct TermMemberJob: Sendable {
  /// The answer and why.
  package struct Answer: Sendable, Hashable {
    /// yes, no or not known.
    package let word: String
    /// Why, in a sentence.
    package let reason: String
    /// Whether the answer is yes.
    package var isYes: Bool { word == Membership.yes.word }
  }

  private let concept: String
  private let root: String
  private let vocabularies: [URL]
  private let shelf: VocabularyShelf

  /// Asks.
  ///
  /// - Parameters:
  ///   - concept: the concept, in any spelling.
  ///   - root: the class, in any spelling.
  ///   - vocabularies: vocabularies by file; those imported when empty.
  ///   - shelf: where imported vocabularies stand.
  package init(
    _ concept: String, in root: String, _ vocabularies: [URL], _ shelf: VocabularyShelf
  ) {
    self.concept = concept
    self.root = root
    self.vocabularies = vocabularies
    self.shelf = shelf
  }

  /// Answers from the first vocabulary that knows both; those that ship come last.
  ///
  /// - Throws: an unreadable vocabulary, or none.
  package func run() throws(DiagnosedError) -> Answer {
    if let answer = answer(in: try shelf.vocabularies(or: vocabularies)) { return answer }
    if let answer = answer(in: try ShippedVocabularies().codeLists()) { return answer }
    return Answer(
      word: Membership.notKnown.word,
      reason: "no vocabulary at hand has both \(concept) and \(root)")
  }

  private func answer(in vocabularies: [Vocabulary]) -> Answer? {
    for vocabulary in vocabularies {
      guard let concept = vocabulary.concept(concept), let root = vocabulary.concept(root) else {
        continue
      }
      let answer = vocabulary.membership(of: concept, in: root)
      let reach =
        answer == .notKnown ? "; the hierarchy at hand ends before it can be told" : ""
      return Answer(
        word: answer.word,
        reason: "\(vocabulary.description(concept)) in \(vocabulary.description(root))\(reach)")
    }
    return nil
  }
}
