// SPDX-License-Identifier: Apache-2.0

/// The subjects of a parent mapping by the values of its join key.
///
/// Each key heads a chain of subjects; subjects lie behind one another in one buffer and are kept once
/// per key.
struct JoinIndex: Sendable {
  /// An index beyond this many bytes ends the run.
  static let byteLimit = 1 << 30
  /// A record that matches more subjects than this ends the run.
  static let fanOutLimit = 100_000

  private struct Entry {
    let start: Int
    let count: Int32
    let next: Int32
    let isBlankNode: Bool
  }

  private var keys = ByteKeyTable()
  private var heads: [Int32] = []
  private var tails: [Int32] = []
  private var entries: [Entry] = []
  private var subjects: [UInt8] = []
  private var seen = ByteKeyTable()

  init() {}

  /// The memory that the index takes.
  var byteCount: Int {
    keys.byteCount + seen.byteCount + subjects.count + entries.count * 24 + heads.count * 8
  }

  /// Adds a subject under a key, unless it is there already.
  mutating func add(_ subject: ArraySlice<UInt8>, isBlankNode: Bool, key: ArraySlice<UInt8>) {
    let (number, isNew) = keys.insert(key)
    var pair = Array(key)
    pair.append(isBlankNode ? 1 : 0)
    pair += subject
    guard seen.insert(pair[...]).isNew else { return }
    let entry = Int32(entries.count)
    entries.append(
      Entry(
        start: subjects.count, count: Int32(subject.count), next: -1, isBlankNode: isBlankNode))
    subjects += subject
    if isNew {
      heads.append(entry)
      tails.append(entry)
    } else {
      let last = entries[Int(tails[number])]
      entries[Int(tails[number])] = Entry(
        start: last.start, count: last.count, next: entry, isBlankNode: last.isBlankNode)
      tails[number] = entry
    }
  }

  /// The subjects under a key, in the order added.
  func subjects(for key: ArraySlice<UInt8>) -> [(bytes: ArraySlice<UInt8>, isBlankNode: Bool)] {
    guard let number = keys.find(key) else { return [] }
    var found: [(ArraySlice<UInt8>, Bool)] = []
    var entry = heads[number]
    while entry >= 0 {
      let at = entries[Int(entry)]
      found.append((subjects[at.start..<at.start + Int(at.count)], at.isBlankNode))
      entry = at.next
    }
    return found
  }
}
