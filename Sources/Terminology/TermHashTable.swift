// SPDX-License-Identifier: Apache-2.0

/// Finds a small number for bytes of a list, without allocating.
///
/// Open addressing over a flat store of key bytes; built once, then only read. Keys come from files
/// that a steward wrote, so the hash need not withstand an attack: a value of the data can probe the
/// table but not grow it.
struct TermHashTable {
  private struct Key {
    var hash: UInt64
    var list: Int32
    var start: Int
    var count: Int
  }

  private var keys: [Key] = []
  private var store: [UInt8] = []
  // One more than the index of a key; 0 for an empty slot. The count is a power of two.
  private var slots: [Int32] = Array(repeating: 0, count: 16)

  /// The number of the key, if the table has it.
  ///
  /// - Complexity: O(`bytes.count`) on average.
  func find(_ bytes: ArraySlice<UInt8>, list: Int) -> Int? {
    let hash = Self.hash(bytes, list)
    let slot = slot(of: bytes, list, hash)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// The number of the key, which is added if the table does not have it; numbers count up from 0.
  mutating func insert(_ bytes: ArraySlice<UInt8>, list: Int) -> Int {
    let hash = Self.hash(bytes, list)
    var slot = slot(of: bytes, list, hash)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    if (keys.count + 1) * 2 > slots.count {
      grow()
      slot = self.slot(of: bytes, list, hash)
    }
    keys.append(Key(hash: hash, list: Int32(list), start: store.count, count: bytes.count))
    store += bytes
    slots[slot] = Int32(keys.count)
    return keys.count - 1
  }

  private func slot(of bytes: ArraySlice<UInt8>, _ list: Int, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let key = keys[Int(slots[slot]) - 1]
      if key.hash == hash, key.list == list, key.count == bytes.count,
        store[key.start..<key.start + key.count].elementsEqual(bytes)
      {
        return slot
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key.hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index + 1)
    }
  }

  // FNV-1a, with the high bits folded down since the table uses the low ones.
  private static func hash(_ bytes: ArraySlice<UInt8>, _ list: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: list)
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
