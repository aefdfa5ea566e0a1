// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Splits an XPath expression into the tokens whose meaning matters here.
///
/// - Source: XPath 1.0 §3.7, with its rules for `*` and for names that are operators.
struct XMLQueryTokens {
  /// A token and where it stands.
  struct Token {
    /// What a token means.
    enum Kind: Equatable {
      /// A slash at the beginning of a path: the document.
      case absolute
      /// `..`
      case parent
      case axis(String)
      case function(String)
      case nodeType(String)
      /// A name test; `nil` for `*` and for no prefix.
      case name(prefix: String?, local: String?)
      case variable(String)
      case other
    }

    var kind: Kind
    /// Its bytes.
    var range: Range<Int>

    /// Where it begins, in bytes from 1.
    var column: Int { range.lowerBound + 1 }
  }

  private let text: String
  private let bytes: [UInt8]
  private var at = 0
  // Whether the token before ends an operand, so that a name or `*` is an operator.
  private var followsOperand = false
  // What closes the brackets that are open.
  private var closings: [UInt8] = []

  /// Prepares to split `text`.
  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// The next token.
  ///
  /// - Returns: `nil` at the end.
  /// - Throws: ``XMLRules/pathMalformed``, without a place.
  mutating func next() throws(DiagnosedError) -> Token? {
    skipBlanks()
    guard at < bytes.count else {
      if let closing = closings.last {
        throw malformed("a closing “\(Character(Unicode.Scalar(closing)))”")
      }
      return nil
    }
    let start = at
    let kind = try kind()
    return Token(kind: kind, range: start..<at)
  }

  private mutating func kind() throws(DiagnosedError) -> Token.Kind {
    switch bytes[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try literal()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "."): return dots()
    case UInt8(ascii: "/"): return slash()
    case UInt8(ascii: "@"):
      // An attribute's name is told from an element's by the axis that stands before it.
      return operation(1, as: .axis("attribute"))
    case UInt8(ascii: "$"):
      at += 1
      let name = try name()
      followsOperand = true
      return .variable(name)
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      guard closings.popLast() == bytes[at] else { throw malformed("no closing bracket") }
      at += 1
      followsOperand = true
      return .other
    case UInt8(ascii: "("), UInt8(ascii: "["):
      closings.append(bytes[at] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]"))
      return operation(1)
    case UInt8(ascii: ","), UInt8(ascii: "|"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "!"),
      UInt8(ascii: "<"), UInt8(ascii: ">"):
      return operation(1)
    case UInt8(ascii: "*"):
      if followsOperand { return operation(1) }
      at += 1
      followsOperand = true
      return .name(prefix: nil, local: nil)
    default: return try word()
    }
  }

  private mutating func operation(_ count: Int, as kind: Token.Kind = .other) -> Token.Kind {
    at += count
    followsOperand = false
    return kind
  }

  private mutating func literal() throws(DiagnosedError) -> Token.Kind {
    let quote = bytes[at]
    guard let end = bytes[(at + 1)...].firstIndex(of: quote) else {
      throw malformed("the closing quote of the text that opens")
    }
    at = end + 1
    followsOperand = true
    return .other
  }

  private mutating func number() -> Token.Kind {
    while at < bytes.count,
      bytes[at] == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at])
    { at += 1 }
    followsOperand = true
    return .other
  }

  private mutating func dots() -> Token.Kind {
    let isParent = starts("..")
    at += isParent ? 2 : 1
    followsOperand = true
    if !isParent, at < bytes.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at])
    {
      return number()
    }
    return isParent ? .parent : .other
  }

  private mutating func slash() -> Token.Kind {
    let isAbsolute = !followsOperand
    return operation(starts("//") ? 2 : 1, as: isAbsolute ? .absolute : .other)
  }

  private mutating func word() throws(DiagnosedError) -> Token.Kind {
    let first = try name()
    if followsOperand {
      // `and`, `or`, `mod`, `div`; anything else is refused by libxml2.
      followsOperand = false
      return .other
    }
    let end = at
    skipBlanks()
    if starts("::") { return operation(2, as: .axis(first)) }
    if starts("(") {
      at = end
      followsOperand = false
      return ["node", "text", "comment", "processing-instruction"].contains(first)
        ? .nodeType(first) : .function(first)
    }
    at = end
    followsOperand = true
    guard starts(":") else { return .name(prefix: nil, local: first) }
    at += 1
    if starts("*") {
      at += 1
      return .name(prefix: first, local: nil)
    }
    let local = try name()
    let nameEnd = at
    skipBlanks()
    let isFunction = starts("(")
    at = nameEnd
    followsOperand = !isFunction
    return isFunction ? .function("\(first):\(local)") : .name(prefix: first, local: local)
  }

  private mutating func name() throws(DiagnosedError) -> String {
    let start = at
    while at < bytes.count, Self.isNameByte(bytes[at], isFirst: at == start) { at += 1 }
    if at == start { throw malformed("a name, a text or a number") }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  // - Source: Namespaces in XML 1.0 §4, NCName, without looking at each character beyond ASCII.
  private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !isFirst
    default: false
    }
  }

  private mutating func skipBlanks() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private func starts(_ word: String) -> Bool { bytes[at...].starts(with: word.utf8) }

  private func malformed(_ expected: String) -> DiagnosedError {
    DiagnosedError(
      XMLRules.pathMalformed, at: nil,
      [.plain("path", text), .plain("expected", expected), .plain("column", at + 1)])
  }
}
