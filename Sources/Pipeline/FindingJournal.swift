// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import Mapping
internal import RecordIO

/// A local value without a concept, with how often it occurs.
package struct UnmappedTerm: Sendable, Hashable {
  /// The code list that the value belongs to.
  package let list: String
  /// The value.
  package let value: String
  /// How often it occurs.
  package var count: Int
  /// Where it occurs first.
  package let firstPlace: SourcePlace?
}

/// Takes down the findings of one dataset: counted by rule, listed in full where a caller wants them.
package struct FindingJournal: Sendable {
  /// More different unmapped values than this are only counted.
  package static let unmappedLimit = 10_000

  /// The findings by rule.
  package private(set) var collector = FindingCollector()
  /// The local values without a concept.
  package private(set) var unmapped: [UnmappedTerm] = []
  /// How many records had findings, whatever stage found them.
  package var recordsWithFindings: Int { records.count }
  private var unmappedNumbers: [[String]: Int] = [:]
  // Hashes only, since a data set may have millions of records with findings.
  private var records: Set<Int> = []
  private let log: @Sendable ([Finding]) -> Void

  /// The number of findings.
  package private(set) var count = 0

  /// Starts a journal.
  ///
  /// - Parameter log: gets every finding, in the order found, those that are added together at once.
  package init(log: @escaping @Sendable ([Finding]) -> Void = { _ in }) { self.log = log }

  /// Takes findings down.
  package mutating func add(_ findings: [Finding]) {
    if findings.isEmpty { return }
    log(findings)
    for finding in findings { count(finding) }
  }

  /// Takes a finding down.
  package mutating func add(_ finding: Finding) { add([finding]) }

  private mutating func count(_ finding: Finding) {
    count += 1
    collector.add(finding)
    if let place = finding.place, !Self.rulesOfHeaders.contains(finding.rule),
      let row = Self.rowHash(place)
    {
      records.insert(row)
    }
    guard finding.rule == MappingRules.unmappedTerm,
      let list = finding.argument("list")?.shown(showValues: true),
      let value = finding.argument("value")?.shown(showValues: true)
    else { return }
    if let number = unmappedNumbers[[list, value]] {
      unmapped[number].count += 1
    } else if unmapped.count < Self.unmappedLimit {
      unmappedNumbers[[list, value]] = unmapped.count
      unmapped.append(
        UnmappedTerm(list: list, value: value, count: 1, firstPlace: finding.place))
    }
  }

  // What is wrong with a header is wrong with no record.
  private static let rulesOfHeaders: Set<FindingRule> = [
    CSVRules.duplicateHeader, CSVRules.ambiguousReference, CSVRules.unnamedColumn,
  ]

  private static func rowHash(_ place: SourcePlace) -> Int? {
    var hasher = Hasher()
    hasher.combine(place.file)
    switch place.locator {
    case .cell(let row, _, _, _): hasher.combine(row)
    case .element(let path, _): hasher.combine(path.prefix { $0 != "]" })
    case .pointer(let pointer, _): hasher.combine(pointer.split(separator: "/").prefix(2))
    case .file, .offset, .text: return nil
    }
    return hasher.finalize()
  }
}
