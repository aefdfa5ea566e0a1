// SPDX-License-Identifier: Apache-2.0

internal import CByteScan

/// The safe face over vector byte scanning: every call is bounds checked once, then runs on blocks.
package enum ByteScanning {
  /// Finds the first byte of `bytes` at or after `start` that equals one of four.
  ///
  /// - Parameters:
  ///   - bytes: any bytes.
  ///   - start: where to begin, `0...end`.
  ///   - end: where to stop, `start...bytes.count`.
  ///   - wanted: the four bytes looked for; repeat one to look for fewer.
  /// - Returns: the index of the first match, or `end`.
  /// - Complexity: O(`end` - `start`), 16 bytes at a time.
  package static func firstIndex(
    in bytes: [UInt8], from start: Int, to end: Int, of wanted: (UInt8, UInt8, UInt8, UInt8)
  ) -> Int {
    precondition(start >= 0 && start <= end && end <= bytes.count)
    return bytes.withUnsafeBufferPointer { buffer in
      // An empty array has no base address, and then there is nothing to scan.
      guard let base = buffer.baseAddress else { return end }
      var index = start
      while index + 16 <= end {
        let mask = byte_scan_mask_any4(base + index, wanted.0, wanted.1, wanted.2, wanted.3)
        if mask != 0 { return index + mask.trailingZeroBitCount }
        index += 16
      }
      while index < end {
        let byte = base[index]
        if byte == wanted.0 || byte == wanted.1 || byte == wanted.2 || byte == wanted.3 {
          return index
        }
        index += 1
      }
      return end
    }
  }

  /// Finds the first byte at or after `start` that a JSON string or an N-Triples literal escapes.
  ///
  /// - Parameters:
  ///   - bytes: any bytes.
  ///   - start: where to begin, `0...end`.
  ///   - end: where to stop, `start...bytes.count`.
  /// - Returns: the index of the first `"`, `\` or byte below 0x20, or `end`.
  /// - Complexity: O(`end` - `start`), 16 bytes at a time.
  package static func firstEscape(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && start <= end && end <= bytes.count)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return end }
      var index = start
      while index + 16 <= end {
        let mask = byte_scan_mask_escape(base + index)
        if mask != 0 { return index + mask.trailingZeroBitCount }
        index += 16
      }
      while index < end {
        let byte = base[index]
        if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
        index += 1
      }
      return end
    }
  }

  /// Appends the index of every byte of `bytes` that equals one of four, in order.
  ///
  /// - Parameters:
  ///   - wanted: the four bytes looked for; repeat one to look for fewer.
  ///   - bytes: any bytes, fewer than 2³².
  ///   - start: where to begin, `0...bytes.count`.
  ///   - indexes: grows by the indexes found, which count from the start of `bytes`.
  /// - Complexity: O(`bytes.count` - `start`), 16 bytes at a time.
  package static func appendIndexes(
    of wanted: (UInt8, UInt8, UInt8, UInt8), in bytes: [UInt8], from start: Int,
    to indexes: inout [UInt32]
  ) {
    precondition(start >= 0 && start <= bytes.count && bytes.count <= Int(UInt32.max))
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var block = start
      while block < buffer.count {
        // Room for every byte of a block, so that no match needs a check of its own.
        let end = min(block + 4096, buffer.count)
        indexes.append(addingCapacity: end - block) { span in
          span.withUnsafeMutableBufferPointer { room, count in
            guard let first = room.baseAddress else { return }
            count = writeIndexes(of: wanted, base, from: block, to: end, at: first)
          }
        }
        block = end
      }
    }
  }

  /// Whether a range of `bytes` is well-formed UTF-8 without a null character.
  ///
  /// - Parameters:
  ///   - bytes: any bytes.
  ///   - start: where to begin, `0...end`, at the beginning of a character.
  ///   - end: where to stop, `start...bytes.count`, at the end of a character.
  /// - Returns: `false` without saying why; `UTF8Span` says it.
  /// - Complexity: O(`end` - `start`), 16 bytes at a time where they are ASCII.
  package static func isText(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    precondition(start >= 0 && start <= end && end <= bytes.count)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { byte_scan_is_text($0 + start, end - start) != 0 } ?? true
    }
  }

  // The caller promises `end - start` places at `place`.
  private static func writeIndexes(
    of wanted: (UInt8, UInt8, UInt8, UInt8), _ base: UnsafePointer<UInt8>, from start: Int,
    to end: Int, at place: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var count = 0
    var index = start
    while index + 16 <= end {
      var mask = byte_scan_mask_any4(base + index, wanted.0, wanted.1, wanted.2, wanted.3)
      while mask != 0 {
        place[count] = UInt32(truncatingIfNeeded: index + mask.trailingZeroBitCount)
        count += 1
        mask &= mask - 1
      }
      index += 16
    }
    while index < end {
      let byte = base[index]
      if byte == wanted.0 || byte == wanted.1 || byte == wanted.2 || byte == wanted.3 {
        place[count] = UInt32(truncatingIfNeeded: index)
        count += 1
      }
      index += 1
    }
    return count
  }
}

/// The same over memory that a caller holds open; used by the inner loops of parsers.
extension ByteScanning {
  /// Finds the first byte at or after `start` that an IRI cannot hold as it is.
  ///
  /// - Parameters:
  ///   - bytes: any bytes.
  ///   - start: where to begin, `0...bytes.count`.
  /// - Returns: the index of the first control, blank or one of ``<>"{}|^`\``, or `bytes.count`.
  /// - Complexity: O(result - `start`), 16 bytes at a time.
  @inline(__always)
  package static func endOfIRI(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    precondition(start >= 0 && start <= bytes.count)
    guard let base = bytes.baseAddress else { return start }
    return start + byte_scan_iri_length(base + start, bytes.count - start)
  }

  /// Finds the first byte at or after `start` that a JSON string or an N-Triples literal escapes.
  ///
  /// - Parameters:
  ///   - bytes: any bytes.
  ///   - start: where to begin, `0...bytes.count`.
  /// - Returns: the index of the first `"`, `\` or byte below 0x20, or `bytes.count`.
  /// - Complexity: O(result - `start`), 16 bytes at a time.
  @inline(__always)
  package static func firstEscape(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    precondition(start >= 0 && start <= bytes.count)
    guard let base = bytes.baseAddress else { return start }
    var index = start
    while index + 16 <= bytes.count {
      let mask = byte_scan_mask_escape(base + index)
      if mask != 0 { return index + mask.trailingZeroBitCount }
      index += 16
    }
    while index < bytes.count {
      let byte = base[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
      index += 1
    }
    return index
  }

  /// Whether `count` bytes from `one` on equal those from `other` on; both must be there.
  ///
  /// - Complexity: O(`count`), 8 bytes at a time.
  @inline(__always)
  package static func areEqual(
    in bytes: UnsafeBufferPointer<UInt8>, _ one: Int, _ other: Int, count: Int
  ) -> Bool {
    precondition(one >= 0 && other >= 0 && max(one, other) + count <= bytes.count)
    guard let base = bytes.baseAddress else { return true }
    var index = 0
    while index + 8 <= count {
      if byte_scan_load64(base + one + index) != byte_scan_load64(base + other + index) {
        return false
      }
      index += 8
    }
    while index < count {
      if base[one + index] != base[other + index] { return false }
      index += 1
    }
    return true
  }
}
