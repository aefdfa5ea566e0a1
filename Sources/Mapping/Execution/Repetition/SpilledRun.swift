// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import TemporaryFiles

/// Entries of a ``SpillingTable`` in a file, sorted by key.
final class SpilledRun {
  /// One key of this many is kept in memory.
  static let stride = 256

  private let file: TemporaryFile
  private let count: Int
  private var fences: [UInt64] = []
  private var filter: KeyFilter

  /// Writes entries that are sorted by key.
  ///
  /// - Throws: ``TemporaryFileRules/failed``.
  init(_ entries: UnsafeBufferPointer<SpillingTable.Entry>) throws(DiagnosedError) {
    file = try TemporaryFile()
    count = entries.count
    filter = KeyFilter(count: entries.count)
    for index in entries.indices {
      if index % Self.stride == 0 { fences.append(entries[index].key) }
      filter.insert(entries[index].key)
    }
    try file.append(UnsafeRawBufferPointer(entries))
  }

  /// The entry under a key whose `first` is as wanted.
  ///
  /// - Throws: ``TemporaryFileRules/failed``.
  func find(_ key: UInt64, first: UInt64?) throws(DiagnosedError) -> SpillingTable.Entry? {
    guard filter.mayContain(key) else { return nil }
    // The last block that begins below the key, since equal keys may go on into the next one.
    var block = fences.partitionPoint { $0 >= key }
    block = max(0, block - 1)
    while block < fences.count, fences[block] <= key {
      for entry in try entries(ofBlock: block)
      where entry.key == key && (first == nil || entry.first == first) {
        return entry
      }
      block += 1
    }
    return nil
  }

  private func entries(ofBlock block: Int) throws(DiagnosedError) -> [SpillingTable.Entry] {
    let start = block * Self.stride
    let size = MemoryLayout<SpillingTable.Entry>.stride
    var entries = [SpillingTable.Entry](
      repeating: SpillingTable.Entry(key: 0, first: 0, second: 0),
      count: min(Self.stride, count - start))
    try entries.withUnsafeMutableBufferPointer { (entries) throws(DiagnosedError) in
      try file.read(into: UnsafeMutableRawBufferPointer(entries), at: start * size)
    }
    return entries
  }
}

extension [UInt64] {
  /// The first index whose element fulfils `isSecond`, in an array where all that do come last.
  fileprivate func partitionPoint(_ isSecond: (UInt64) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Tells of most keys that are not in a set that they are not.
///
/// A Bloom filter of 10 bits a key and 6 probes, all in one line of the cache: about 1 in 50 to 100
/// absent keys is taken for present.
struct KeyFilter {
  private var words: [UInt64]
  private let lines: UInt64

  init(count: Int) {
    lines = UInt64(max(1, count * 10 / 512 + 1))
    words = [UInt64](repeating: 0, count: Int(lines) * 8)
  }

  mutating func insert(_ key: UInt64) {
    let line = line(key)
    for probe in 0..<6 {
      let bit = bit(key, probe)
      words[line + bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  func mayContain(_ key: UInt64) -> Bool {
    let line = line(key)
    for probe in 0..<6 {
      let bit = bit(key, probe)
      if words[line + bit >> 6] & 1 << UInt64(bit & 63) == 0 { return false }
    }
    return true
  }

  private func line(_ key: UInt64) -> Int {
    Int(key.multipliedFullWidth(by: lines).high) * 8
  }

  private func bit(_ key: UInt64, _ probe: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(9 * probe)) & 511
  }
}
