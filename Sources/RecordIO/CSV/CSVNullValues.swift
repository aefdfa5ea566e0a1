// SPDX-License-Identifier: Apache-2.0

/// The texts that mean null, compared byte by byte with whole values.
struct CSVNullValues {
  private let values: [[UInt8]]
  // Bit n: some value has n bytes; bit 63: some value has more. Most cells end here.
  private let lengths: UInt64

  /// Prepares to compare.
  init(_ values: [String]) {
    self.values = values.map { Array($0.utf8) }
    lengths = self.values.reduce(0) { $0 | 1 << UInt64(min($1.count, 63)) }
  }

  /// Whether the bytes from `start` to `end` are one of the texts.
  @inline(__always)
  func contain(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
    if lengths & 1 << UInt64(min(end &- start, 63)) == 0 { return false }
    return end == start || contain(Span(_unsafeStart: bytes, count: end), from: start, to: end)
  }

  /// Whether the bytes from `start` to `end` are one of the texts.
  func contain(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    let length = end - start
    if lengths & 1 << UInt64(min(length, 63)) == 0 { return false }
    return values.contains { value in
      guard value.count == length else { return false }
      var index = 0
      while index < length, bytes[start + index] == value[index] { index += 1 }
      return index == length
    }
  }
}
