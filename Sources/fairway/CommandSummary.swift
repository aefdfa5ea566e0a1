// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Pipeline

/// What a command did, in numbers and names, for people or (with `--json`) for programs.
struct CommandSummary: Encodable {
  /// A finding as programs read it.
  struct Entry: Encodable {
    let rule: String
    let severity: String
    let count: Int
    let place: String?
    let message: String
    let remedy: String
  }

  var records: Int?
  var statements: Int?
  var results: Int?
  var contentHash: String?
  var published: [String]?
  var files: [String]?
  var concepts: Int?
  var membership: String?
  var rows: Int?
  var unmapped: [Unmapped]?
  var proposals: [Proposed]?
  var flavour: FlavourSummary?
  var findings: [Entry] = []

  /// Adds findings, one entry for each kind.
  mutating func add(_ groups: [FindingGroup], showsValues: Bool) {
    for group in groups {
      guard let first = group.first.first else { continue }
      findings.append(
        Entry(
          rule: group.rule.id, severity: group.severity.word, count: group.count,
          place: first.place?.description, message: first.message(showValues: showsValues),
          remedy: first.remedy(showValues: showsValues)))
    }
  }

  /// One JSON object with sorted keys and a line break.
  var json: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Text and numbers only, which cannot fail to encode.
    return ((try? encoder.encode(self)) ?? Data()) + Data("\n".utf8)
  }
}
