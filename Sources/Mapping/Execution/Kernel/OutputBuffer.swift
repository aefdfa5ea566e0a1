// SPDX-License-Identifier: Apache-2.0

internal import CByteScan

/// Bytes on their way out, written without a check for each.
///
/// Whoever writes asks for room once for a statement and then moves ``end``; behind the room that was
/// asked for lie ``slack`` bytes more, so that copies may go in whole blocks.
struct OutputBuffer: ~Copyable {
  /// How many bytes beyond the room asked for may be overwritten.
  static let slack = 64

  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes are written.
  var count = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + Self.slack)
  }

  deinit { base.deallocate() }

  /// Where the next byte goes.
  var end: UnsafeMutablePointer<UInt8> {
    @inline(__always) get { base + count }
  }

  /// What is written.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Makes room for `wanted` more bytes; what is written may move.
  @inline(__always)
  mutating func reserve(_ wanted: Int) {
    if capacity - count < wanted { grow(wanted) }
  }

  /// Says that the bytes up to `end` are written.
  @inline(__always)
  mutating func advance(to end: UnsafeMutablePointer<UInt8>) { count = end - base }

  /// Appends bytes from elsewhere.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    reserve(bytes.count)
    end.update(from: start, count: bytes.count)
    count += bytes.count
  }

  @inline(never) private mutating func grow(_ wanted: Int) {
    capacity = max(capacity * 2, count + wanted)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.slack)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}
