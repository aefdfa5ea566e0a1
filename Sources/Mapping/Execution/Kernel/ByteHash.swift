// SPDX-License-Identifier: Apache-2.0

internal import CByteScan

/// A fast hash of bytes to 64 bits, seeded for each run so that no input can be made to collide.
///
/// Not for anything that leaves the process.
struct ByteHash: Sendable {
  private let seed: UInt64
  private static let first: UInt64 = 0xA076_1D64_78BD_642F
  private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB

  init(seed: UInt64) { self.seed = seed ^ Self.first }

  /// A hash whose seed nobody knows.
  static func random() -> ByteHash {
    var generator = SystemRandomNumberGenerator()
    return ByteHash(seed: generator.next())
  }

  /// Hashes `count` bytes.
  @inline(__always)
  func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var state = seed
    var rest = bytes
    var left = count
    if left > 48 {
      // Two states side by side, since a multiplication waits for the one before.
      var other = seed ^ Self.second
      repeat {
        state = Self.mix(
          byte_scan_load64(rest) ^ Self.second, byte_scan_load64(rest + 8) ^ state)
        other = Self.mix(
          byte_scan_load64(rest + 16) ^ Self.first, byte_scan_load64(rest + 24) ^ other)
        rest += 32
        left -= 32
      } while left > 32
      state ^= other
    }
    while left > 16 {
      state = Self.mix(
        byte_scan_load64(rest) ^ Self.second, byte_scan_load64(rest + 8) ^ state)
      rest += 16
      left -= 16
    }
    let (low, high) = Self.tail(rest, left)
    return Self.mix(Self.second ^ UInt64(count), Self.mix(low ^ Self.second, high ^ state))
  }

  /// Joins two hashes, in order.
  @inline(__always)
  static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }

  // The last 0 to 16 bytes as two words; reads nothing beyond them.
  @inline(__always)
  private static func tail(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64) {
    if count >= 8 { return (byte_scan_load64(bytes), byte_scan_load64(bytes + (count - 8))) }
    if count >= 4 {
      return (
        UInt64(byte_scan_load32(bytes)), UInt64(byte_scan_load32(bytes + (count - 4)))
      )
    }
    if count == 0 { return (0, 0) }
    let word =
      UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count - 1])
    return (word, 0)
  }
}
