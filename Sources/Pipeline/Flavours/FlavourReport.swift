// SPDX-License-Identifier: Apache-2.0

package import Catalogue
package import Diagnostics
package import RDFModel

/// A description held against several readers: where they disagree, and what each would lose.
package struct FlavourReport: Sendable {
  /// What a reader makes of one conflict.
  package struct Cell: Sendable, Encodable {
    /// How many statements each effect is about.
    package let counts: [String: Int]
    /// What is invented, lost, passed over or asked for.
    package let because: [String]

    /// Whether the reader takes the description as it is.
    package var isAgreed: Bool { counts.isEmpty }
  }

  /// A row: what one conflict does to this description, reader by reader.
  package struct Row: Sendable, Encodable {
    /// The number, `nil` for what belongs to no conflict.
    package let number: Int?
    /// What the conflict is about.
    package let label: String
    /// A cell for each flavour, in their order.
    package let cells: [Cell]
  }

  /// How the description is called.
  package let name: String
  /// The conflicts that this description runs into, with what belongs to none at the end.
  package let rows: [Row]
  /// What became of the description, flavour by flavour.
  package let outcomes: [FlavourOutcome]

  /// Rewrites a description to flavours and compares.
  ///
  /// - Parameters:
  ///   - quads: the description.
  ///   - name: how it is called.
  ///   - flavours: their names; all that speak to a reader when empty.
  ///   - library: the flavours.
  /// - Throws: an unknown flavour.
  package init(
    _ quads: [Quad], name: String, flavours: [String], library: FlavourLibrary
  ) throws(DiagnosedError) {
    self.name = name
    let names = flavours.isEmpty ? library.set.published.map(\.name) : flavours
    var outcomes: [FlavourOutcome] = []
    for name in names { outcomes.append(try library.apply(name, to: quads)) }
    self.outcomes = outcomes
    var rows: [Row] = []
    for conflict in library.set.conflicts {
      let cells = outcomes.map { outcome in
        Self.cell(outcome) { $0.conflicts.contains(conflict.number) }
      }
      if !cells.allSatisfy(\.isAgreed) {
        rows.append(Row(number: conflict.number, label: conflict.label, cells: cells))
      }
    }
    let others = outcomes.map { outcome in Self.cell(outcome) { $0.conflicts.isEmpty } }
    if !others.allSatisfy(\.isAgreed) {
      rows.append(Row(number: nil, label: "Others", cells: others))
    }
    self.rows = rows
  }

  private static func cell(
    _ outcome: FlavourOutcome, _ belongs: (Rewrite) -> Bool
  ) -> Cell {
    var counts: [String: Int] = [:]
    var because: [String] = []
    for (rewrite, changes) in outcome.byRewrite where belongs(rewrite) {
      for change in changes {
        counts[change.effect.rawValue, default: 0] += change.weight
        let isNew = !change.note.isEmpty && !because.contains(change.note)
        if isNew, change.effect != .rewritten { because.append(change.note) }
      }
    }
    return Cell(counts: counts, because: because)
  }
}
