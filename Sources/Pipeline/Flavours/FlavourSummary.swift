// SPDX-License-Identifier: Apache-2.0

package import Catalogue
internal import Diagnostics
internal import RDFModel

/// What a rewriting came to, for programs.
package struct FlavourSummary: Sendable, Encodable {
  /// What a rewrite did or found.
  package struct Change: Sendable, Encodable {
    /// The rewrite, without the namespace: `harvester-2026-08.tier`.
    package let rewrite: String
    /// What it does, in a few words.
    package let label: String
    /// The numbers of the conflicts.
    package let conflicts: [Int]
    /// rewritten, invented, lost, unread or missing.
    package let effect: String
    /// How many statements; for missing, how many nodes.
    package let count: Int
    /// What is invented, lost or asked for.
    package let because: [String]
    /// The first nodes.
    package let nodes: [String]
    /// How much a missing value weighs.
    package let severity: String?
  }

  /// The flavour's name.
  package let flavour: String
  /// Whether the reader refuses the description.
  package let isRefused: Bool
  /// How many statements were written.
  package let statements: Int
  /// How many statements each effect is about; for missing, how many nodes.
  package let counts: [String: Int]
  /// What was done and found, rewrite by rewrite.
  package let changes: [Change]

  /// How many nodes a change names.
  package static let nodeLimit = 5

  /// Sums an outcome up, after what was repaired before it.
  package init(_ outcome: FlavourOutcome, repaired: FlavourOutcome? = nil) {
    flavour = outcome.flavour.name
    isRefused = outcome.isRefused
    statements = outcome.quads.count
    counts = Dictionary(
      uniqueKeysWithValues: FlavourEffect.allCases.map { effect in
        (effect.rawValue, outcome.count(effect) + (repaired?.count(effect) ?? 0))
      })
    changes = ([repaired, outcome].compactMap(\.self)).flatMap(Self.changes)
  }

  static func changes(_ outcome: FlavourOutcome) -> [Change] {
    outcome.byRewrite.flatMap { rewrite, changes in
      FlavourEffect.allCases.reversed().compactMap { effect in
        let own = changes.filter { $0.effect == effect }
        return own.isEmpty ? nil : change(rewrite, effect, own)
      }
    }
  }

  private static func change(
    _ rewrite: Rewrite, _ effect: FlavourEffect, _ changes: [FlavourChange]
  ) -> Change {
    Change(
      rewrite: IRIShortening.local(rewrite.iri), label: rewrite.label,
      conflicts: rewrite.conflicts, effect: effect.rawValue,
      count: changes.reduce(0) { $0 + $1.weight },
      because: unique(changes.map(\.note).filter { !$0.isEmpty }),
      nodes: Array(unique(changes.map(\.node.value)).prefix(nodeLimit)),
      severity: effect == .missing ? changes.map(\.severity).max()?.word : nil)
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension FlavourEffect {
  /// What a number of statements is counted as, for people.
  var title: String {
    switch self {
    case .missing: "asked for and not there"
    case .lost: "lost"
    case .unread: "passed over"
    case .invented: "invented"
    case .rewritten: "rewritten"
    }
  }
}
