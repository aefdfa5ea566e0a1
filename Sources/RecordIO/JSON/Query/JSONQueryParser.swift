// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Reads the text of a JSONPath query.
///
/// - Source: RFC 9535 appendix A, followed rule by rule.
struct JSONQueryParser {
  /// Filters may be nested this deep.
  static let depthLimit = 64

  let text: String
  /// The end of the text that its author wrote, where the beginning was put before it.
  var written: String?
  let scalars: [Unicode.Scalar]
  var at = 0
  private var depth = 0

  init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  /// Reads a whole query.
  mutating func query() throws(DiagnosedError) -> [JSONSegment] {
    guard take("$") else { throw malformed("$") }
    let segments = try segments()
    if at < scalars.count { throw malformed("a dot, a bracket or the end") }
    return segments
  }

  /// Reads segments as long as there are any; blanks behind the last belong to what follows.
  mutating func segments() throws(DiagnosedError) -> [JSONSegment] {
    var segments: [JSONSegment] = []
    while true {
      let start = at
      skipBlanks()
      if peek == "[" {
        segments.append(.child(try bracketed()))
      } else if take("..") {
        segments.append(.descendant(try descendants()))
      } else if take(".") {
        segments.append(.child([take("*") ? .wildcard : .name(try shorthand())]))
      } else {
        at = start
        return segments
      }
    }
  }

  private mutating func descendants() throws(DiagnosedError) -> [JSONSelector] {
    if peek == "[" { return try bracketed() }
    return [take("*") ? .wildcard : .name(try shorthand())]
  }

  private mutating func shorthand() throws(DiagnosedError) -> [UInt8] {
    guard let first = peek, Self.isNameFirst(first) else { throw malformed("a name") }
    var name = ""
    while let scalar = peek, Self.isNameFirst(scalar) || ("0"..."9").contains(scalar) {
      name.unicodeScalars.append(scalar)
      at += 1
    }
    return Array(name.utf8)
  }

  private static func isNameFirst(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_", "\u{80}"...: true
    default: false
    }
  }

  private mutating func bracketed() throws(DiagnosedError) -> [JSONSelector] {
    at += 1
    var selectors: [JSONSelector] = []
    repeat {
      skipBlanks()
      selectors.append(try selector())
      skipBlanks()
    } while take(",")
    guard take("]") else { throw malformed("a comma or ]") }
    return selectors
  }

  private mutating func selector() throws(DiagnosedError) -> JSONSelector {
    switch peek {
    case "'", "\"": return .name(try string())
    case "*":
      at += 1
      return .wildcard
    case "?":
      at += 1
      skipBlanks()
      return .filter(try filter())
    default: return try indexOrSlice()
    }
  }

  private mutating func indexOrSlice() throws(DiagnosedError) -> JSONSelector {
    let start = try integer()
    let afterStart = at
    skipBlanks()
    guard take(":") else {
      at = afterStart
      guard let start else { throw malformed("a name in quotes, an index, a slice, * or ?") }
      return .index(start)
    }
    skipBlanks()
    let end = try integer()
    let afterEnd = at
    skipBlanks()
    guard take(":") else {
      at = afterEnd
      return .slice(start: start, end: end, step: 1)
    }
    let afterColon = at
    skipBlanks()
    guard let step = try integer() else {
      at = afterColon
      return .slice(start: start, end: end, step: 1)
    }
    return .slice(start: start, end: end, step: step)
  }

  // An integer of I-JSON, without leading zeros and without -0.
  private mutating func integer() throws(DiagnosedError) -> Int? {
    let start = at
    let isNegative = take("-")
    var digits = ""
    while let digit = peek, ("0"..."9").contains(digit) {
      digits.unicodeScalars.append(digit)
      at += 1
    }
    if digits.isEmpty {
      if isNegative { throw malformed("a digit") }
      return nil
    }
    let isPlain = digits == "0" ? !isNegative : !digits.hasPrefix("0")
    guard isPlain, let number = Int(digits), number < 1 << 53 else {
      at = start
      throw malformed("an integer without leading zeros, between -(2^53)+1 and (2^53)-1")
    }
    return isNegative ? -number : number
  }

  // MARK: Strings

  /// Reads a string in quotes of either kind.
  mutating func string() throws(DiagnosedError) -> [UInt8] {
    let quote = scalars[at]
    at += 1
    var result = ""
    while let scalar = peek, scalar != quote {
      if scalar.value < 0x20 { throw malformed("a character, no control code") }
      at += 1
      result.unicodeScalars.append(scalar == "\\" ? try escaped(quote) : scalar)
    }
    guard take(String(quote)) else { throw malformed("the closing quote") }
    return Array(result.utf8)
  }

  private mutating func escaped(_ quote: Unicode.Scalar) throws(DiagnosedError) -> Unicode.Scalar {
    guard let scalar = peek else { throw malformed("a character behind the backslash") }
    at += 1
    switch scalar {
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "/", "\\": return scalar
    case quote: return scalar
    case "u": return try unicode()
    default:
      at -= 1
      throw malformed("an escape of JSON")
    }
  }

  private mutating func unicode() throws(DiagnosedError) -> Unicode.Scalar {
    let high = try hexadecimal()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard (0xD800..<0xDC00).contains(high), take("\\u") else {
      throw malformed("the second half of a pair of surrogates")
    }
    let low = try hexadecimal()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw malformed("the second half of a pair of surrogates") }
    return scalar
  }

  private mutating func hexadecimal() throws(DiagnosedError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek, digit.isASCII, let number = Character(digit).hexDigitValue else {
        throw malformed("four hexadecimal digits")
      }
      value = value << 4 | UInt32(number)
      at += 1
    }
    return value
  }

  // MARK: Scanning

  /// The character at hand.
  var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  /// Steps over a text, if it is at hand.
  mutating func take(_ wanted: String) -> Bool {
    var index = at
    for scalar in wanted.unicodeScalars {
      guard index < scalars.count, scalars[index] == scalar else { return false }
      index += 1
    }
    at = index
    return true
  }

  /// Steps over white space.
  mutating func skipBlanks() {
    while let scalar = peek, [" ", "\t", "\n", "\r"].contains(scalar) { at += 1 }
  }

  /// Goes one level deeper.
  ///
  /// - Throws: beyond ``depthLimit``.
  mutating func nest<Result>(
    _ body: (inout Self) throws(DiagnosedError) -> Result
  ) throws(DiagnosedError) -> Result {
    depth += 1
    if depth > Self.depthLimit { throw malformed("fewer than \(Self.depthLimit) levels") }
    let result = try body(&self)
    depth -= 1
    return result
  }

  /// The error at the character at hand.
  func malformed(_ expected: String) -> DiagnosedError {
    let named = written ?? text
    let added = scalars.count - named.unicodeScalars.count
    return DiagnosedError(
      JSONRules.pathMalformed, at: nil,
      [
        .plain("path", named), .plain("expected", expected),
        .plain("column", max(1, at + 1 - added)),
      ])
  }
}
