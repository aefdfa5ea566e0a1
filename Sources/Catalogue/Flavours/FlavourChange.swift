// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// What a rewrite does to a statement, or says about it.
package enum FlavourEffect: String, Sendable, CaseIterable, Comparable {
  /// What must be there for this reader is not: the reader refuses, or warns.
  case missing
  /// A statement is not in the output.
  case lost
  /// A statement is in the output, and this reader passes over it.
  case unread
  /// The output says more than the description did.
  case invented
  /// A statement says the same in another form.
  case rewritten

  /// Compares by how much a reader misses.
  package static func < (left: Self, right: Self) -> Bool { left.weight < right.weight }

  private var weight: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// One thing that a rewrite did at a node, or found there.
package struct FlavourChange: Sendable, Hashable {
  /// Which rewrite, counted from 0 in the order of ``Flavour/rewrites``.
  package let rewrite: Int
  /// What kind of change.
  package let effect: FlavourEffect
  /// The node that is changed.
  package let node: Term
  /// The statements that are gone, or passed over.
  package let before: [Quad]
  /// The statements that came in their place.
  package let after: [Quad]
  /// What is invented, lost or asked for, to follow a colon; empty if the rewrite's label says it.
  package let note: String
  /// How much a missing value weighs for the reader.
  package let severity: Severity

  /// Takes down a change.
  package init(
    rewrite: Int, _ effect: FlavourEffect, node: Term, before: [Quad] = [], after: [Quad] = [],
    note: String = "", severity: Severity = .note
  ) {
    self.rewrite = rewrite
    self.effect = effect
    self.node = node
    self.before = before
    self.after = after
    self.note = note
    self.severity = severity
  }
}
