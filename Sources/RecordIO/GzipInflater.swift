// SPDX-License-Identifier: Apache-2.0

import CZlib
import Diagnostics

/// Decompresses gzip, one member after another.
///
/// - Source: RFC 1952 §2.2: a gzip file is a series of members, one after another.
/// - Deviation: zero bytes after the last member, as tapes leave them, are ignored.
struct GzipInflater: ~Copyable {
  /// Beyond this many bytes the ratio counts.
  static let freeSize: UInt64 = 64 << 20
  /// How many times larger than its source the result may be.
  static let ratio: UInt64 = 200

  // On the heap, since zlib keeps the address and refuses a structure that has moved.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var position = 0
  private var fetched: UInt64 = 0
  private var produced: UInt64 = 0
  private var isInsideMember = true

  /// Starts with the bytes already read from the file.
  init(head: [UInt8]) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 says: gzip, nothing else. Fails only without memory.
    precondition(fairway_inflate_init(stream, 15 + 16) == Z_OK)
    input = head
    fetched = UInt64(head.count)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Decompresses into `output`.
  ///
  /// - Parameters:
  ///   - output: where the bytes go, at least one.
  ///   - file: where more compressed bytes come from.
  /// - Returns: the number of bytes, 0 at the end only.
  /// - Throws: ``InputRules/gzipTruncated``, ``InputRules/gzipDamaged``,
  ///   ``InputRules/gzipTrailing``, ``InputRules/expansion``, or what `file` throws.
  mutating func inflate(
    into output: UnsafeMutableBufferPointer<UInt8>, from file: borrowing OpenFile
  ) throws(DiagnosedError) -> Int {
    var filled = 0
    while filled == 0 {
      if position == input.count, try refill(from: file) == 0 {
        if isInsideMember { throw error(InputRules.gzipTruncated, file) }
        return 0
      }
      if !isInsideMember, try !startMember(file) { continue }
      filled = try step(into: output, file)
    }
    produced += UInt64(filled)
    if produced > Self.freeSize, produced / Self.ratio > consumed {
      throw error(
        InputRules.expansion, file,
        [.plain("ratio", Self.ratio), .plain("size", Self.freeSize >> 20)])
    }
    return filled
  }

  private var consumed: UInt64 { fetched - UInt64(input.count - position) }

  private mutating func refill(from file: borrowing OpenFile) throws(DiagnosedError) -> Int {
    let offset = fetched
    input.removeAll(keepingCapacity: true)
    position = 0
    try input.append(addingCapacity: 64 << 10) { span throws(DiagnosedError) in
      try span.withUnsafeMutableBufferPointer { buffer, count throws(DiagnosedError) in
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      }
    }
    fetched += UInt64(input.count)
    return input.count
  }

  // Between members: true at the first byte of another one, false after zero bytes.
  private mutating func startMember(_ file: borrowing OpenFile) throws(DiagnosedError) -> Bool {
    while position < input.count, input[position] == 0 { position += 1 }
    if position == input.count { return false }
    if input[position] != 0x1F { throw error(InputRules.gzipTrailing, file) }
    inflateReset(stream)
    isInsideMember = true
    return true
  }

  private mutating func step(
    into output: UnsafeMutableBufferPointer<UInt8>, _ file: borrowing OpenFile
  ) throws(DiagnosedError) -> Int {
    let room = UInt32(clamping: output.count)
    let available = UInt32(input.count - position)
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = room
    let start = position
    let stream = stream
    let status = input.withUnsafeMutableBufferPointer { buffer in
      stream.pointee.next_in = buffer.baseAddress.map { $0 + start }
      stream.pointee.avail_in = available
      return CZlib.inflate(stream, Z_NO_FLUSH)
    }
    position += Int(available - stream.pointee.avail_in)
    switch status {
    case Z_STREAM_END: isInsideMember = false
    // No progress only means that more input is wanted, which the caller fetches.
    case Z_OK, Z_BUF_ERROR: break
    default:
      let reason = stream.pointee.msg.map { String(cString: $0) } ?? "zlib code \(status)"
      throw error(InputRules.gzipDamaged, file, [.plain("reason", reason)])
    }
    return Int(room - stream.pointee.avail_out)
  }

  private func error(
    _ rule: FindingRule, _ file: borrowing OpenFile, _ more: [FindingArgument] = []
  ) -> DiagnosedError {
    DiagnosedError(
      rule, at: SourcePlace(file: file.displayName, .offset(consumed)),
      [.plain("file", file.displayName), .plain("byte", consumed)] + more)
  }
}
