// SPDX-License-Identifier: Apache-2.0

/// Which interoperability tier a dataset reaches, and what stands between it and the next one.
package struct TierVerdict: Sendable, Hashable {
  /// The highest tier there is.
  package static let highest = 3

  /// The tier that the dataset file claims, as its label; `nil` if it claims none.
  package var claimed: String?
  /// What the tiers ask for, from the lowest to the highest.
  package var requirements: [TierRequirement]

  /// States what tiers ask for.
  package init(claimed: String?, requirements: [TierRequirement]) {
    self.claimed = claimed
    self.requirements = requirements
  }

  /// The highest tier of which, and of those below, nothing is missing; 0 for none.
  ///
  /// What cannot be seen from metadata keeps no tier from being reached; it is to be confirmed.
  package var reached: Int {
    (1...Self.highest).prefix { tier in
      !requirements.contains { $0.tier == tier && $0.state == .missing }
    }.last ?? 0
  }

  /// The next tier, `nil` above the highest.
  package var next: Int? { reached < Self.highest ? reached + 1 : nil }

  /// What the next tier lacks, that of tiers below it never being missing.
  package var missingForNext: [TierRequirement] {
    requirements.filter { $0.tier == next && $0.state == .missing }
  }

  /// What has to be confirmed by people for the tier that is reached.
  package var toConfirm: [TierRequirement] {
    requirements.filter { $0.tier <= reached && $0.state == .unseen }
  }

  /// The tier in words.
  package static func name(_ tier: Int) -> String { tier == 0 ? "no tier" : "Tier \(tier)" }

  /// The verdict in one sentence.
  package var sentence: String {
    let claim = claimed.map { "; the dataset file says \($0)" } ?? ""
    let confirm = toConfirm.isEmpty ? "" : ", as far as metadata can tell"
    return "The records reach \(Self.name(reached))\(confirm)\(claim)."
  }
}

/// One thing that a tier asks for.
package struct TierRequirement: Sendable, Hashable {
  /// Whether it is met.
  package enum State: String, Sendable, CaseIterable {
    case met
    case missing
    /// It cannot be seen from metadata, such as what is installed at the node.
    case unseen = "to be confirmed"
  }

  /// The lowest tier that asks for it.
  package var tier: Int
  /// What is asked for.
  package var what: String
  /// Whether it is met.
  package var state: State
  /// What is missing, or why it cannot be seen; empty if it is met.
  package var detail: String

  /// States a requirement.
  package init(tier: Int, what: String, state: State, detail: String = "") {
    self.tier = tier
    self.what = what
    self.state = state
    self.detail = detail
  }
}
