// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Reads the text of a JSON path.
struct JSONPathParser {
  private let text: String
  private let bytes: [UInt8]
  private var at = 0
  // Whether the name at hand begins a reference without $.
  private var isReference = false

  /// Prepares to read `text`.
  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Reads a path that begins with `$`.
  consuming func iterator() throws(DiagnosedError) -> [JSONStep] {
    guard peek() == UInt8(ascii: "$") else { throw malformed("$, the document,") }
    at += 1
    return try steps()
  }

  /// Reads a path that may begin with `$` or `@`, or at once with a name.
  consuming func reference() throws(DiagnosedError) -> [JSONStep] {
    guard let first = peek() else { throw malformed("a name, or $ for the record,") }
    let next = bytes.count > 1 ? bytes[1] : nil
    let namesRecord = next == nil || next == UInt8(ascii: ".") || next == UInt8(ascii: "[")
    if first == UInt8(ascii: "$") {
      at = 1
      if !namesRecord { throw malformed("a dot or a bracket after $") }
      return try steps()
    }
    // Keys of JSON-LD begin with @, so @ alone is the record and @id a name.
    if first == UInt8(ascii: "@"), namesRecord {
      at = 1
      return try steps()
    }
    if first == UInt8(ascii: "[") { return try steps() }
    if first == UInt8(ascii: "*") { throw malformed("$ before a wildcard: $.* or $[*]") }
    isReference = true
    let name = try plainName()
    isReference = false
    return [.name(name)] + (try steps())
  }

  private mutating func steps() throws(DiagnosedError) -> [JSONStep] {
    var steps: [JSONStep] = []
    while let byte = peek() {
      if byte == UInt8(ascii: ".") {
        try steps.append(dotted())
      } else if byte == UInt8(ascii: "[") {
        try steps.append(bracketed())
      } else {
        throw byte == UInt8(ascii: "(")
          ? unsupported("a function") : malformed("a dot, a bracket or the end")
      }
      if steps.count > TreeLimits.jsonDepth {
        throw unsupported("more than \(TreeLimits.jsonDepth) steps")
      }
    }
    return steps
  }

  private mutating func dotted() throws(DiagnosedError) -> JSONStep {
    at += 1
    switch peek() {
    case UInt8(ascii: "."):
      at -= 1
      throw unsupported("the descent “..”")
    case UInt8(ascii: "*"):
      at += 1
      return .wildcard
    case UInt8(ascii: "["): return try bracketed()
    default: return .name(try plainName())
    }
  }

  private mutating func plainName() throws(DiagnosedError) -> [UInt8] {
    let start = at
    while let byte = peek(), byte != UInt8(ascii: "."), byte != UInt8(ascii: "[") {
      switch byte {
      case UInt8(ascii: "("):
        at = start
        throw unsupported("a function")
      case UInt8(ascii: "?"): throw unsupported("a filter")
      // A column of a table in JSON may have a name of two words; blanks around it are a mistake.
      case 0x20 where isReference && at > start && isNameByte(at + 1): at += 1
      case 0...0x20: throw malformed("a name in brackets and quotes, as ['a b'],")
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: ","),
        UInt8(ascii: "'"), UInt8(ascii: "\""):
        throw malformed("a dot, a bracket or the end")
      default: at += 1
      }
    }
    if at == start { throw malformed("a name") }
    return Array(bytes[start..<at])
  }

  private mutating func bracketed() throws(DiagnosedError) -> JSONStep {
    let open = at
    at += 1
    let step: JSONStep
    switch peek() {
    case UInt8(ascii: "*"):
      at += 1
      step = .wildcard
    case UInt8(ascii: "'"), UInt8(ascii: "\""): step = .name(try quotedName())
    case let digit? where UInt8(ascii: "0") <= digit && digit <= UInt8(ascii: "9"):
      step = .index(try index())
    case UInt8(ascii: "?"): throw unsupported("a filter")
    case UInt8(ascii: "("): throw unsupported("a script")
    case UInt8(ascii: ":"): throw unsupported("a slice")
    case UInt8(ascii: "-"):
      throw bytes[open...].prefix { $0 != UInt8(ascii: "]") }.contains(UInt8(ascii: ":"))
        ? unsupported("a slice") : unsupported("an index counted from the end")
    default: throw malformed("an index, * or a name in quotes")
    }
    switch peek() {
    case UInt8(ascii: "]"): at += 1
    case UInt8(ascii: ":"): throw unsupported("a slice")
    case UInt8(ascii: ","): throw unsupported("a choice of several members")
    default: throw malformed("]")
    }
    return step
  }

  private mutating func index() throws(DiagnosedError) -> Int {
    let start = at
    while let byte = peek(), UInt8(ascii: "0") <= byte, byte <= UInt8(ascii: "9") { at += 1 }
    let digits = String(decoding: bytes[start..<at], as: UTF8.self)
    guard let index = Int(digits), digits == String(index) else {
      at = start
      throw malformed("an index without leading zeros")
    }
    return index
  }

  private mutating func quotedName() throws(DiagnosedError) -> [UInt8] {
    let quote = bytes[at]
    var name: [UInt8] = []
    at += 1
    while let byte = peek(), byte != quote {
      if byte == UInt8(ascii: "\\") {
        at += 1
        guard let escaped = peek(), escaped == quote || escaped == UInt8(ascii: "\\") else {
          throw unsupported("an escape other than of the quote or the backslash")
        }
      }
      name.append(bytes[at])
      at += 1
    }
    if peek() == nil { throw malformed("the closing quote") }
    at += 1
    return name
  }

  private func isNameByte(_ index: Int) -> Bool {
    index < bytes.count && bytes[index] > 0x20 && !".[]()'\"*,?".utf8.contains(bytes[index])
  }

  private func peek() -> UInt8? { at < bytes.count ? bytes[at] : nil }

  private func unsupported(_ part: String) -> DiagnosedError {
    DiagnosedError(
      JSONRules.pathUnsupported, at: nil,
      [.plain("path", text), .plain("part", part), .plain("column", at + 1)])
  }

  private func malformed(_ expected: String) -> DiagnosedError {
    DiagnosedError(
      JSONRules.pathMalformed, at: nil,
      [.plain("path", text), .plain("expected", expected), .plain("column", at + 1)])
  }
}
