// SPDX-License-Identifier: Apache-2.0

/// Whether and how the statements of a map must be held against those made before.
struct MapRepetition: Sendable {
  /// Maps whose statements can be equal have one group; the others are apart.
  let group: UInt64
  /// Tells the map's contents from those of other maps of its group.
  let map: UInt64
  /// Whether subjects can repeat at all; without, nothing is checked.
  let isChecked: Bool
  /// Whether records of one subject can make different statements, so that those have to be told
  /// one by one.
  let mayDiffer: Bool
  /// Whether one record can make one statement twice.
  let mayRepeatInside: Bool

  /// The same for a record that goes the general way, where a column may have several values.
  var generally: MapRepetition {
    MapRepetition(
      group: group, map: map, isChecked: isChecked, mayDiffer: true, mayRepeatInside: true)
  }

  /// The ledger's key for a subject's hash.
  @inline(__always)
  func key(_ subject: UInt64) -> UInt64 { ByteHash.mix(subject ^ group, 0x8EBC_6AF0_9C88_C6E3) | 1 }
}

/// The statements that one map made of one subject of one record: lines of an output buffer.
struct StatementRun {
  let start: Int
  let end: Int
  let lines: Int
  /// The number of the first line among those whose origins are noted.
  let firstLine: Int
  /// Where the hashes of the lines begin, if the subject may come again with other values.
  let firstHash: Int
  /// Of the subject and the map's group; never 0.
  let key: UInt64
  /// Of what the statements were made of.
  let content: UInt64
  let repetition: MapRepetition
}

/// The last runs of a batch, so that neighbours that say the same are told without the ledger.
struct RecentRuns {
  private static let slots = 512
  private var entries = [(key: UInt64, content: UInt64)](
    repeating: (0, 0), count: RecentRuns.slots)
  private var isEmpty = true

  mutating func removeAll() {
    if isEmpty { return }
    for index in entries.indices { entries[index] = (0, 0) }
    isEmpty = true
  }

  func contains(_ key: UInt64, _ content: UInt64) -> Bool {
    let entry = entries[Int(truncatingIfNeeded: key &>> 8) & (Self.slots - 1)]
    return entry.key == key && entry.content == content
  }

  mutating func insert(_ key: UInt64, _ content: UInt64) {
    entries[Int(truncatingIfNeeded: key &>> 8) & (Self.slots - 1)] = (key, content)
    isEmpty = false
  }
}
