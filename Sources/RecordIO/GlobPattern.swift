// SPDX-License-Identifier: Apache-2.0

/// A pattern for one name in a folder: `*`, `?`, `[a-z]`, `[!a-z]`; all else stands for itself.
///
/// - Source: POSIX.1-2017, Shell Command Language §2.13.1 and §2.13.3.
/// - Deviation: a backslash is an ordinary character; `[*]` is how to write an asterisk.
struct GlobPattern {
  private enum Part {
    case any
    case one
    case scalar(Unicode.Scalar)
    case set([ClosedRange<UInt32>], isNegated: Bool)
  }

  private let parts: [Part]
  private let beginsWithDot: Bool

  /// Whether a name holds anything that makes it a pattern.
  static func isPattern(_ name: String) -> Bool {
    name.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }
  }

  /// Reads a pattern; every text is one, since a bracket without its partner stands for itself.
  init(_ pattern: String) {
    let scalars = Array(pattern.unicodeScalars)
    var parts: [Part] = []
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "*": parts.append(.any)
      case "?": parts.append(.one)
      case "[":
        if let (set, end) = Self.set(scalars, from: index) {
          parts.append(set)
          index = end
        } else {
          parts.append(.scalar("["))
        }
      case let other: parts.append(.scalar(other))
      }
      index += 1
    }
    self.parts = parts
    beginsWithDot = scalars.first == "."
  }

  // Returns the set and the index of its closing bracket. A bracket right after the opening one
  // belongs to the set.
  private static func set(_ scalars: [Unicode.Scalar], from open: Int) -> (Part, Int)? {
    var index = open + 1
    let isNegated = index < scalars.count && (scalars[index] == "!" || scalars[index] == "^")
    if isNegated { index += 1 }
    var ranges: [ClosedRange<UInt32>] = []
    while index < scalars.count {
      if scalars[index] == "]", !ranges.isEmpty {
        return (.set(ranges, isNegated: isNegated), index)
      }
      let low = scalars[index].value
      if index + 2 < scalars.count, scalars[index + 1] == "-", scalars[index + 2] != "]" {
        let high = scalars[index + 2].value
        ranges.append(min(low, high)...max(low, high))
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return nil
  }

  /// Whether a name fits; a hidden name fits only a pattern that begins with the same dot.
  ///
  /// - Complexity: O(name × pattern): only the last `*` is ever tried again.
  func matches(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    if scalars.first == ".", !beginsWithDot { return false }
    var (part, index) = (0, 0)
    var retry: (part: Int, index: Int)?
    while index < scalars.count || part < parts.count {
      if part < parts.count {
        if case .any = parts[part] {
          retry = (part, index)
          part += 1
          continue
        }
        if index < scalars.count, Self.fits(parts[part], scalars[index]) {
          part += 1
          index += 1
          continue
        }
      }
      guard let last = retry, last.index < scalars.count else { return false }
      retry = (last.part, last.index + 1)
      (part, index) = (last.part + 1, last.index + 1)
    }
    return true
  }

  private static func fits(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
    switch part {
    case .any: true
    case .one: true
    case .scalar(let wanted): wanted == scalar
    case .set(let ranges, let isNegated):
      ranges.contains { $0.contains(scalar.value) } != isNegated
    }
  }
}
