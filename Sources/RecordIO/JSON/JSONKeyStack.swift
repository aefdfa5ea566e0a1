// SPDX-License-Identifier: Apache-2.0

/// The keys of all objects that are open, unescaped, to find duplicates and to spell pointers.
struct JSONKeyStack {
  /// Where the keys of an object begin.
  struct Mark {
    fileprivate var key: Int
    fileprivate var byte: Int
  }

  /// Why a key cannot be added.
  enum Refusal {
    case duplicate
    case tooMany
  }

  private struct Key {
    var hash: UInt64
    var start: Int
  }

  // Up to here comparing hashes one by one is faster than a set.
  private static let smallObject = 32

  private var keys: [Key] = []
  private var bytes: [UInt8] = []
  private var sets: [Int: Set<UInt64>] = [:]
  private let seed = UInt64.random(in: .min ... .max)

  /// Opens an object.
  func mark() -> Mark { Mark(key: keys.count, byte: bytes.count) }

  /// Forgets the keys of an object.
  mutating func close(_ mark: Mark) {
    if keys.count - mark.key > Self.smallObject { sets[mark.key] = nil }
    keys.removeLast(keys.count - mark.key)
    bytes.removeLast(bytes.count - mark.byte)
  }

  /// The last key added.
  var last: ArraySlice<UInt8> { bytes[(keys.last?.start ?? 0)...] }

  /// The hash of the last key added.
  var lastHash: UInt64 { keys.last?.hash ?? 0 }

  /// The key that was last added to the object that opened at `mark`.
  ///
  /// - Parameters:
  ///   - mark: of an open object.
  ///   - next: the mark of the object opened next inside it, `nil` if it is the innermost.
  /// - Returns: `nil` if the object has no key yet.
  func lastKey(of mark: Mark, before next: Mark?) -> ArraySlice<UInt8>? {
    let end = next ?? self.mark()
    guard end.key > mark.key else { return nil }
    return bytes[keys[end.key - 1].start..<end.byte]
  }

  /// Adds a key to the object that opened at `mark`.
  ///
  /// - Parameters:
  ///   - text: the bytes between the quotes, escapes already checked.
  ///   - range: their range.
  ///   - isEscaped: whether there are escapes.
  ///   - mark: of the innermost open object.
  /// - Returns: why it cannot be added; the key is the last one even then.
  mutating func add(
    _ text: [UInt8], _ range: Range<Int>, isEscaped: Bool, to mark: Mark
  ) -> Refusal? {
    let start = bytes.count
    JSONText.append(text, range, isEscaped: isEscaped, to: &bytes)
    let hash = self.hash(bytes[start...])
    let isKnown = contains(hash, start, mark)
    keys.append(Key(hash: hash, start: start))
    let count = keys.count - mark.key
    if count == Self.smallObject + 1 { sets[mark.key] = Set(keys[mark.key...].map(\.hash)) }
    if count > Self.smallObject + 1 { sets[mark.key]?.insert(hash) }
    if isKnown { return .duplicate }
    if count > TreeLimits.objectMembers || bytes.count > TreeLimits.openKeyBytes {
      return .tooMany
    }
    return nil
  }

  /// Multiplies and folds eight bytes at a time; seeded, so that no file can prepare collisions.
  func hash(_ key: ArraySlice<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: key.count)
    var word: UInt64 = 0
    var filled = 0
    for byte in key {
      word = word << 8 | UInt64(byte)
      filled += 1
      if filled == 8 {
        hash = Self.fold(hash ^ word)
        word = 0
        filled = 0
      }
    }
    return Self.fold(hash ^ word ^ 0x9E37_79B9_7F4A_7C15)
  }

  private static func fold(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  private func contains(_ hash: UInt64, _ start: Int, _ mark: Mark) -> Bool {
    if keys.count - mark.key > Self.smallObject, sets[mark.key]?.contains(hash) != true {
      return false
    }
    for index in mark.key..<keys.count where keys[index].hash == hash {
      let end = index + 1 < keys.count ? keys[index + 1].start : start
      if bytes[keys[index].start..<end].elementsEqual(bytes[start...]) { return true }
    }
    return false
  }
}
