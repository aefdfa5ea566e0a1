// SPDX-License-Identifier: Apache-2.0

/// Targets of a mapping, by their indexes in ``MappingDocument/targets``.
package struct TargetSet: Sendable, Hashable {
  /// A mapping may have this many targets.
  package static let limit = 64

  private var bits: UInt64 = 0

  /// No target: the statement goes where those without targets go.
  package init() {}

  /// Gathers targets; those beyond the limit were refused when the plan was made.
  package init(_ indexes: [Int]) {
    for index in indexes where index < Self.limit { bits |= 1 << UInt64(index) }
  }

  /// Whether there is none.
  package var isEmpty: Bool { bits == 0 }

  /// Whether a target is one of them.
  package func contains(_ index: Int) -> Bool { bits & 1 << UInt64(index) != 0 }

  /// The targets of both.
  package func union(_ other: TargetSet) -> TargetSet {
    var union = self
    union.bits |= other.bits
    return union
  }
}
