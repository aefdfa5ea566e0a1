// SPDX-License-Identifier: Apache-2.0

/// Distinct byte strings, numbered in order of first appearance.
///
/// Keys lie behind one another in one buffer; slots hold a tag of the hash and the number. Used for
/// join keys and for remembered function arguments, where a `String` per look-up would cost more than
/// the work itself.
struct ByteKeyTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 8)

  /// The number of keys.
  var count: Int { ends.count - 1 }

  /// The memory that keys and slots take.
  var byteCount: Int { bytes.count + ends.count * 8 + slots.count * 8 }

  /// The number of a key, if the table has it.
  func find(_ key: ArraySlice<UInt8>) -> Int? {
    let hash = Self.hash(key)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == hash >> 32, matches(number, key) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a key, and whether it is new.
  mutating func insert(_ key: ArraySlice<UInt8>) -> (number: Int, isNew: Bool) {
    if let number = find(key) { return (number, false) }
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    place(hash: Self.hash(key), number: count - 1)
    if count * 4 > slots.count * 3 { grow() }
    return (count - 1, true)
  }

  /// Forgets all keys, and keeps the memory unless one record has made it uncommonly large.
  mutating func removeAll() {
    if slots.count > 1 << 18 {
      self = ByteKeyTable()
      return
    }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ends.append(0)
    for index in slots.indices { slots[index] = 0 }
  }

  private func matches(_ number: Int, _ key: ArraySlice<UInt8>) -> Bool {
    bytes[ends[number]..<ends[number + 1]].elementsEqual(key)
  }

  private mutating func place(hash: UInt64, number: Int) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (hash >> 32) << 32 | UInt64(number + 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      place(hash: Self.hash(bytes[ends[number]..<ends[number + 1]]), number: number)
    }
  }

  private static func hash(_ key: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var word: UInt64 = 0
    var length: UInt64 = 0
    for byte in key {
      word = word << 8 | UInt64(byte)
      length &+= 1
      if length & 7 == 0 {
        hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
        word = 0
      }
    }
    hash = (hash ^ word ^ length << 56) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 29
  }
}
