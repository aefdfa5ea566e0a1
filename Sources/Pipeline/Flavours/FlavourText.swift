// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Diagnostics
internal import RDFModel

/// Writes what a rewriting did for people at a terminal, change by change.
enum FlavourText {
  /// How many statements of a change are shown.
  static let exampleLimit = 3

  static func render(_ outcome: FlavourOutcome) -> String {
    var text = "\(outcome.flavour.name): \(headline(outcome))\n"
    for (rewrite, changes) in outcome.byRewrite {
      for effect in FlavourEffect.allCases.reversed() {
        let own = changes.filter { $0.effect == effect }
        if !own.isEmpty { append(rewrite, effect, own, to: &text) }
      }
    }
    return text
  }

  /// The counts in a sentence.
  static func headline(_ outcome: FlavourOutcome) -> String {
    let parts = FlavourEffect.allCases.reversed().compactMap { effect -> String? in
      let count = outcome.count(effect)
      return count == 0 ? nil : "\(count) \(effect.title)"
    }
    return (parts.isEmpty ? "nothing to change" : parts.joined(separator: ", "))
      + (outcome.isRefused ? "; \(verdict(outcome))" : "")
  }

  private static func verdict(_ outcome: FlavourOutcome) -> String {
    outcome.flavour.isMigration ? "something must be supplied" : "the reader refuses it"
  }

  private static func append(
    _ rewrite: Rewrite, _ effect: FlavourEffect, _ changes: [FlavourChange],
    to text: inout String
  ) {
    let count = changes.reduce(0) { $0 + $1.weight }
    let numbers = rewrite.conflicts.isEmpty ? "" : " (\(conflicts(rewrite.conflicts)))"
    text += "  \(count) \(effect.title): \(rewrite.label)\(numbers)\n"
    for change in changes.prefix(exampleLimit) {
      for line in lines(change) { text += "      \(line)\n" }
    }
    if changes.count > exampleLimit { text += "      … and \(changes.count - exampleLimit) more\n" }
  }

  static func conflicts(_ numbers: [Int]) -> String {
    (numbers.count == 1 ? "conflict " : "conflicts ")
      + numbers.map(String.init).joined(separator: ", ")
  }

  private static func lines(_ change: FlavourChange) -> [String] {
    let note = change.note.isEmpty ? "" : ": \(change.note)"
    switch change.effect {
    case .missing: return ["\(change.severity.word) at \(short(change.node))\(note)"]
    case .lost, .unread:
      return change.before.prefix(exampleLimit).map { "\(words($0))\(note)" }
    case .invented, .rewritten: return rewritten(change, note)
    }
  }

  // One value for another in a line; more than that as what is gone and what has come.
  private static func rewritten(_ change: FlavourChange, _ note: String) -> [String] {
    let gone = change.before.filter { !change.after.contains($0) }
    let come = change.after.filter { !change.before.contains($0) }
    if let old = gone.first, let new = come.first, gone.count == 1, come.count == 1,
      old.subject == new.subject
    {
      let head = "\(short(old.subject)) \(short(old.predicate)) "
      return [
        old.predicate == new.predicate
          ? head + "\(short(old.object)) → \(short(new.object))\(note)"
          : old.object == new.object
            ? head + "→ \(short(new.predicate)) \(short(new.object))\(note)"
            : head + "\(short(old.object)) → \(short(new.predicate)) \(short(new.object))\(note)"
      ]
    }
    return gone.map { "− \(words($0))\(note)" } + come.map { "+ \(words($0))\(note)" }
  }

  private static func short(_ term: Term) -> String { IRIShortening.short(term) }

  private static func words(_ quad: Quad) -> String {
    "\(short(quad.subject)) \(short(quad.predicate)) \(short(quad.object))"
  }
}
