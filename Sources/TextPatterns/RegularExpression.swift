// SPDX-License-Identifier: Apache-2.0

internal import CPCRE2
internal import Synchronization

/// A compiled regular expression, matched in a bounded number of steps.
///
/// - Source: [pcre2api](https://www.pcre.org/current/doc/html/pcre2api.html); patterns are Perl's.
/// - Deviation: GREL has Java's patterns; both agree on what mappings use.
package final class RegularExpression: Sendable {
  /// Steps that one search may take.
  package static let stepLimit = 1_000_000
  /// Choices that a search may hold open at a time.
  package static let depthLimit = 100_000
  /// KiB that a search may take.
  package static let memoryLimit = 64 << 10
  /// Bytes that a pattern may have.
  package static let lengthLimit = 10_000

  /// A pattern that cannot be compiled.
  package struct Fault: Error, Sendable, Hashable {
    /// What is wrong, in PCRE2's words.
    package let reason: String
    /// Where, in bytes from the pattern's start.
    package let offset: Int
  }

  /// A search that took more steps than are allowed.
  package struct TooManySteps: Error {}

  /// The pattern as written.
  package let pattern: String
  // A compiled pattern is not changed by matching, and neither is the context with the limits.
  private nonisolated(unsafe) let code: OpaquePointer
  private nonisolated(unsafe) let limits: OpaquePointer
  /// How many groups the pattern has besides the whole match.
  package let groupCount: Int

  /// Compiles a pattern.
  package init(_ pattern: String) throws(Fault) {
    self.pattern = pattern
    let text = Array(pattern.utf8)
    guard text.count <= Self.lengthLimit else {
      throw Fault(
        reason: "it is longer than \(Self.lengthLimit) bytes", offset: Self.lengthLimit)
    }
    var (number, offset): (Int32, Int) = (0, 0)
    let options = UInt32(PCRE2_UTF) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    guard let code = pcre2_compile_8(text, text.count, options, &number, &offset, nil) else {
      throw Fault(reason: Self.words(number), offset: offset)
    }
    guard let limits = pcre2_match_context_create_8(nil) else {
      pcre2_code_free_8(code)
      throw Fault(reason: "there is no memory for it", offset: 0)
    }
    pcre2_set_match_limit_8(limits, UInt32(Self.stepLimit))
    pcre2_set_depth_limit_8(limits, UInt32(Self.depthLimit))
    pcre2_set_heap_limit_8(limits, UInt32(Self.memoryLimit))
    var groups: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
    self.code = code
    self.limits = limits
    groupCount = Int(groups)
  }

  deinit {
    pcre2_match_context_free_8(limits)
    pcre2_code_free_8(code)
  }

  private static func words(_ number: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = pcre2_get_error_message_8(number, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(count))), as: UTF8.self)
  }

  /// The groups of the first match at or after `start`, the whole match first; `nil` if there is none.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - start: where to begin, at the start of a character.
  ///   - isWhole: whether the match must begin at `start` and end with the text.
  /// - Returns: ranges of bytes; `nil` for a group that took no part.
  /// - Throws: that the search took more steps than ``stepLimit``, or was too deep.
  package func firstMatch(
    in bytes: [UInt8], from start: Int = 0, isWhole: Bool = false
  ) throws(TooManySteps) -> [Range<Int>?]? {
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else { throw TooManySteps() }
    defer { pcre2_match_data_free_8(data) }
    let options = isWhole ? UInt32(PCRE2_ANCHORED) | UInt32(PCRE2_ENDANCHORED) : 0
    let count = pcre2_match_8(code, bytes, bytes.count, start, options, data, limits)
    switch count {
    case PCRE2_ERROR_NOMATCH: return nil
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT: throw TooManySteps()
    // Text that is not UTF-8 matches nothing.
    case ..<0: return nil
    default: break
    }
    guard let offsets = pcre2_get_ovector_pointer_8(data) else { return nil }
    return (0...groupCount).map { group in
      // Groups behind the last that took part are not counted; their offsets are unset all the same.
      let (from, to) = (offsets[group * 2], offsets[group * 2 + 1])
      return from >= 0 && from <= to && to <= bytes.count ? from..<to : nil
    }
  }

  /// Every match from the left, none overlapping another, each with its groups.
  package func matches(in bytes: [UInt8]) throws(TooManySteps) -> [[Range<Int>?]] {
    var found: [[Range<Int>?]] = []
    var start = 0
    while start <= bytes.count, let match = try firstMatch(in: bytes, from: start),
      let whole = match[0]
    {
      found.append(match)
      start = whole.upperBound
      if whole.isEmpty {
        // The next character, so that an empty match is not found for ever.
        start += 1
        while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
      }
    }
    return found
  }
}

/// Patterns that come out of data, compiled once as long as they fit.
package enum RegularExpressionCache {
  /// Patterns that are kept; beyond, all are forgotten.
  static let limit = 256
  private static let known = Mutex<[String: RegularExpression]>([:])

  /// The pattern, compiled.
  package static func find(_ pattern: String) throws(RegularExpression.Fault) -> RegularExpression {
    if let found = known.withLock({ $0[pattern] }) { return found }
    let made = try RegularExpression(pattern)
    known.withLock { table in
      if table.count >= limit { table.removeAll() }
      table[pattern] = made
    }
    return made
  }
}
