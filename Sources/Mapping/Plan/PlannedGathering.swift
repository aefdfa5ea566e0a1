// SPDX-License-Identifier: Apache-2.0

/// Members that become one list or container, compiled.
struct PlannedGathering: Sendable {
  /// Tells the gatherings of a plan apart, in the labels of blank nodes.
  let number: Int
  let members: [PlannedObject]
  let form: Gathering.Form
  let strategy: Gathering.Strategy
  let allowsEmpty: Bool
}

extension PlannedTerm {
  /// Whether the head of a gathering is named by the record, so that several records can add to it.
  var isNamedGathering: Bool {
    guard gathering != nil else { return false }
    if case .template(let pieces) = expression { return !pieces.isEmpty }
    return true
  }
}
