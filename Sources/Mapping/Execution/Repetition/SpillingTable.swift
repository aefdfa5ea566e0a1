// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import Diagnostics

/// Entries by a 64-bit key that is a hash already, in memory up to a bound and beyond it on disk.
///
/// When the table in memory is full, its entries go to a file as a run sorted by key; a filter in
/// memory (10 bits an entry) and one key of every ``SpilledRun/stride`` tell where to look. What is
/// in memory stands for what is on disk under the same key.
///
/// - Complexity: O(1) in memory; with n runs O(n) filters, and a read of a few kilobytes for a key
///   that is there.
struct SpillingTable: ~Copyable {
  /// What is kept under a key.
  struct Entry: BitwiseCopyable {
    /// Never 0.
    var key: UInt64
    var first: UInt64
    var second: UInt64
  }

  private var slots: UnsafeMutableBufferPointer<Entry>
  private var mask: Int
  private var limit: Int
  private let memoryLimit: Int
  private var runs: [SpilledRun] = []
  /// The entries in memory.
  private(set) var count = 0

  /// Makes an empty table.
  ///
  /// - Parameter memoryLimit: how many entries stay in memory, at least 16.
  init(memoryLimit: Int) {
    self.memoryLimit = memoryLimit
    slots = Self.allocate(1 << 10)
    mask = slots.count - 1
    limit = min(memoryLimit, slots.count * 3 / 4)
  }

  deinit { slots.deallocate() }

  /// Whether something is on disk.
  var hasSpilled: Bool { !runs.isEmpty }

  /// Brings the place of a key near, for a look soon to come.
  @inline(__always)
  func prefetch(_ key: UInt64) {
    if let base = slots.baseAddress {
      byte_scan_prefetch(base + (Int(truncatingIfNeeded: key) & mask))
    }
  }

  /// The entry under a key whose `first` is as wanted, or any if `first` is `nil`.
  ///
  /// - Throws: `temporary-file.failed`.
  func find(_ key: UInt64, first: UInt64? = nil) throws(DiagnosedError) -> Entry? {
    if let slot = slot(key, first) { return slots[slot] }
    for run in runs.reversed() {
      if let entry = try run.find(key, first: first) { return entry }
    }
    return nil
  }

  /// The entry under a key, if it is in memory.
  func inMemory(_ key: UInt64) -> Entry? { slot(key, nil).map { slots[$0] } }

  /// Puts an entry in, in the place of one in memory with the same key and `first`.
  ///
  /// - Throws: `temporary-file.failed`.
  mutating func insert(_ entry: Entry) throws(DiagnosedError) {
    if count >= limit {
      if count < memoryLimit { grow() } else { try spill() }
    }
    place(entry)
    count += 1
  }

  /// Changes what is kept under a key, whose `first` stays.
  ///
  /// - Throws: `temporary-file.failed`.
  mutating func update(_ entry: Entry) throws(DiagnosedError) {
    if let slot = slot(entry.key, entry.first) {
      slots[slot] = entry
    } else {
      try insert(entry)
    }
  }

  private func slot(_ key: UInt64, _ first: UInt64?) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].key != 0 {
      if slots[slot].key == key, first == nil || slots[slot].first == first { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func place(_ entry: Entry) {
    var slot = Int(truncatingIfNeeded: entry.key) & mask
    while slots[slot].key != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = slots
    slots = Self.allocate(old.count * 2)
    mask = slots.count - 1
    limit = min(memoryLimit, slots.count * 3 / 4)
    for entry in old where entry.key != 0 { place(entry) }
    old.deallocate()
  }

  private mutating func spill() throws(DiagnosedError) {
    var end = 0
    for index in slots.indices where slots[index].key != 0 {
      slots[end] = slots[index]
      end += 1
    }
    var entries = UnsafeMutableBufferPointer(rebasing: slots[..<end])
    entries.sort { $0.key < $1.key }
    runs.append(try SpilledRun(UnsafeBufferPointer(entries)))
    slots.update(repeating: Entry(key: 0, first: 0, second: 0))
    count = 0
  }

  private static func allocate(_ count: Int) -> UnsafeMutableBufferPointer<Entry> {
    let slots = UnsafeMutableBufferPointer<Entry>.allocate(capacity: count)
    slots.initialize(repeating: Entry(key: 0, first: 0, second: 0))
    return slots
  }
}
