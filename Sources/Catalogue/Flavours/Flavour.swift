// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// A difference between profiles, shapes and readers, by its number.
package struct FlavourConflict: Sendable, Hashable {
  /// The number.
  package let number: Int
  /// What it is about, in a few words.
  package let label: String
  /// What each side says.
  package let comment: String
  /// Where it is known from.
  package let sources: [String]
}

/// The form of a description that one reader takes, as a list of rewrites.
package struct Flavour: Sendable {
  /// What people call it: `spec-2.0`.
  package let name: String
  /// Its heading.
  package let label: String
  /// Who reads it, and what else is to be said.
  package let comment: String
  /// Where it is known from.
  package let sources: [String]
  /// Whether it brings older descriptions up, rather than speaking to a reader.
  package let isMigration: Bool
  /// The rewrites in the order in which they are applied, those of the flavours before included.
  package let rewrites: [Rewrite]
  /// How many of the rewrites are those of the flavours before.
  package let inherited: Int
  /// Prefixes that differ from the usual ones.
  package let prefixes: [String: String]

  /// Rewrites a description.
  ///
  /// - Parameters:
  ///   - quads: statements; graph names are left out.
  ///   - labels: where labels are taken from.
  /// - Returns: statements without blank nodes, sorted, and what was changed.
  /// - Throws: `rdf.too-alike` if blank nodes cannot be named.
  /// - Complexity: O(rewrites × statements × log statements).
  package func apply(
    to quads: [Quad], labels: Graph = Graph()
  ) throws(DiagnosedError) -> FlavourOutcome {
    var graph = RewriteGraph(try NodeNaming.named(quads), labels: labels)
    for (index, rewrite) in rewrites.enumerated() {
      graph.rewrite = index
      rewrite.operation.apply(to: &graph)
    }
    return FlavourOutcome(flavour: self, quads: graph.quads.sorted(), changes: graph.changes)
  }

  /// The prefixes to write it with, by name.
  package var allPrefixes: [(prefix: String, namespace: String)] {
    CataloguePrefixes.all.merging(prefixes) { $1 }.sorted { $0.key < $1.key }
      .map { (prefix: $0.key, namespace: $0.value) }
  }
}

/// A description in a flavour, with what became of it.
package struct FlavourOutcome: Sendable {
  /// The flavour.
  package let flavour: Flavour
  /// The statements, sorted, without blank nodes.
  package let quads: [Quad]
  /// What was done and found, in the order of the rewrites.
  package let changes: [FlavourChange]

  /// How many statements an effect is about; for what is missing, how many nodes.
  package func count(_ effect: FlavourEffect) -> Int {
    changes.filter { $0.effect == effect }.reduce(0) { $0 + $1.weight }
  }

  /// Whether the reader refuses the description.
  package var isRefused: Bool {
    changes.contains { $0.effect == .missing && $0.severity == .violation }
  }

  /// The changes of each rewrite that did or found something, in order.
  package var byRewrite: [(rewrite: Rewrite, changes: [FlavourChange])] {
    let groups = Dictionary(grouping: changes, by: \.rewrite)
    return groups.keys.sorted().map { (flavour.rewrites[$0], groups[$0] ?? []) }
  }

  /// What the reader asks for, as findings.
  package var findings: [Finding] {
    changes.filter { $0.effect == .missing }.map { change in
      Finding(
        FlavourRules.refused, at: nil, severity: change.severity,
        [
          .plain("flavour", flavour.name), .plain("node", change.node.value),
          .plain("because", change.note),
        ])
    }
  }
}

extension FlavourChange {
  /// How many statements it is about, at least one.
  package var weight: Int { max(1, before.count, effect == .invented ? after.count : 0) }
}
