// SPDX-License-Identifier: Apache-2.0

/// A code or IRI that is met in mappings and is no longer in use, or never was.
///
/// Which ones there are stands in `Ontologies/flavours/stale-codes.ttl`, which descriptions are held
/// against as well.
package struct DeadTarget: Sendable, Hashable {
  /// The IRI or code as it is met, or how IRIs begin.
  package let target: String
  /// What to use instead; the beginning of that for a beginning.
  package let replacement: String
  /// Why it is dead, to follow a colon.
  package let reason: String
  /// The lists for whose values it is dead, by the last part of the property they are named like; any
  /// when empty.
  package let lists: Set<String>
  /// A word that the row must hold for the code to be meant; empty when any.
  package let word: String
  /// Whether ``target`` is the beginning of many.
  package let isBase: Bool

  /// Describes a dead code.
  package init(
    _ target: String, _ replacement: String, _ reason: String, lists: Set<String> = [],
    word: String = "", isBase: Bool = false
  ) {
    self.target = ConceptSpelling.canonical(target)
    self.replacement = ConceptSpelling.canonical(replacement)
    self.reason = reason
    self.lists = lists
    self.word = word
    self.isBase = isBase
  }

  /// What to use instead of the target of a row, `nil` if this entry does not speak of it.
  func replacement(of row: SSSOMRow) -> String? {
    let object = ConceptSpelling.canonical(row.objectID)
    guard isBase ? object.hasPrefix(target) : object == target else { return nil }
    if !lists.isEmpty, !lists.contains(where: { Self.letters(row.list).contains($0) }) {
      return nil
    }
    if !word.isEmpty {
      let texts = [row.list, row.value, row.objectLabel].map(Self.letters)
      guard texts.contains(where: { $0.contains(Self.letters(word)) }) else { return nil }
    }
    return isBase ? replacement + object.dropFirst(target.count) : replacement
  }

  /// Letters and digits of a text in lower case: `PI-RADS` and `pirads` are one word.
  static func letters(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
