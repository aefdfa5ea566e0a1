// SPDX-License-Identifier: Apache-2.0

/// The published limits of one mapping; beyond one of them stands a finding with its place.
package enum RMLLimits {
  /// Functions, gather maps, views and fields inside each other: 64.
  package static let depth = 64
  /// Parts of a mapping, each counted as often as it is used: 100,000.
  package static let parts = 100_000
  /// What a finding counts for, so that a mapping without a true line ends: 100 parts.
  package static let partsPerFinding = 100
  /// Bytes of a template or name that count for a part: 1,024.
  package static let bytesPerPart = 1024
  /// The names among which the nearest one is looked for: 100.
  package static let hintCandidates = 100
  /// Fields of views that are reported as unknown: 1,000.
  package static let unknownFields = 1000
}
