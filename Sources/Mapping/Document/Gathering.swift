// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Terms that become the members of one list or container.
///
/// - Source: RML-CC (`rml:gather`, `rml:gatherAs`, `rml:strategy`,
///   `rml:allowEmptyListAndContainer`).
package struct Gathering: Sendable, Hashable {
  /// What the members become.
  package enum Form: String, Sendable, CaseIterable {
    case list
    case bag
    case seq
    case alt
  }

  /// How the values of several member maps are put together.
  package enum Strategy: String, Sendable, CaseIterable {
    /// One after the other.
    case append
    /// Every combination is a list of its own.
    case cartesianProduct
  }

  /// The maps that make the members, in order.
  package var members: [ObjectMap]
  /// What the members become.
  package var form: Form
  /// How the values of several member maps are put together.
  package var strategy: Strategy
  /// Whether a record without members gives an empty list or container instead of nothing.
  package var allowsEmpty: Bool
  /// Where it stands in the document.
  package var place: SourcePlace

  /// Describes a gathering.
  package init(
    members: [ObjectMap], form: Form, strategy: Strategy = .append, allowsEmpty: Bool = false,
    place: SourcePlace
  ) {
    self.members = members
    self.form = form
    self.strategy = strategy
    self.allowsEmpty = allowsEmpty
    self.place = place
  }
}
