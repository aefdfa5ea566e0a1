// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Reads the text of an XML path.
struct XMLPathParser {
  private let text: String
  private let bytes: [UInt8]
  private var at = 0

  /// Prepares to read `text`.
  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Reads a path from the document down.
  mutating func iterator() throws(DiagnosedError) -> [XMLNameTest] {
    guard take("/") else { throw malformed("/, the document,") }
    var steps: [XMLNameTest] = []
    repeat {
      try checkCount(steps)
      if starts("@") { throw unsupported("an attribute as a record") }
      if starts(".") { throw malformed("the name of an element") }
      try steps.append(nameTest())
    } while try takeSeparator()
    return steps
  }

  /// Reads a path from the record down, or up to an ancestor's attribute.
  mutating func reference(into path: inout XMLPath) throws(DiagnosedError) {
    if text == "." { return }
    if text.hasPrefix("./") { at = 2 }
    if text.hasPrefix("/") { throw unsupported("a path from the document") }
    while starts("..") {
      let start = at
      at += 2
      path.levelsUp += 1
      guard try takeSeparator(), starts("..") || starts("@") else {
        at = start
        throw unsupported(
          "a step up to something else than an attribute of an ancestor, which is all that is known when the record begins,"
        )
      }
    }
    repeat {
      if try takeTarget(into: &path) { return }
      try checkCount(path.steps)
      try path.steps.append(nameTest())
    } while try takeSeparator()
  }

  // Elements are nested no deeper, so that a longer path finds nothing.
  private func checkCount(_ steps: [XMLNameTest]) throws(DiagnosedError) {
    if steps.count == TreeLimits.xmlDepth {
      throw unsupported("more than \(TreeLimits.xmlDepth) steps")
    }
  }

  // Whether the path ended with an attribute or text().
  private mutating func takeTarget(into path: inout XMLPath) throws(DiagnosedError) -> Bool {
    if take("@") {
      if starts("*") { throw unsupported("the choice of all attributes") }
      path.target = .attribute(try nameTest())
    } else if take("text()") {
      path.target = .text
    } else {
      if starts("..") { throw unsupported("a step up after a step down") }
      if starts(".") { throw malformed("the name of an element") }
      return false
    }
    if starts("[") { throw predicate() }
    if at < bytes.count { throw malformed("the end of the path") }
    return true
  }

  private mutating func takeSeparator() throws(DiagnosedError) -> Bool {
    if starts("[") { throw predicate() }
    if starts("|") { throw unsupported("a union") }
    if starts("//") { throw unsupported("the descent “//”") }
    if take("/") { return true }
    if at < bytes.count { throw malformed("/ or the end of the path") }
    return false
  }

  private mutating func nameTest() throws(DiagnosedError) -> XMLNameTest {
    if starts("/") {
      at -= 1
      throw unsupported("the descent “//”")
    }
    let column = at + 1
    if take("*") { return XMLNameTest(prefix: nil, local: nil, column: column) }
    let name = try ncName(column)
    if starts("::") {
      at = column - 1
      throw unsupported("the axis “\(name)::”")
    }
    guard take(":") else { return XMLNameTest(prefix: nil, local: name, column: column) }
    if take("*") { return XMLNameTest(prefix: name, local: nil, column: column) }
    return XMLNameTest(prefix: name, local: try ncName(column), column: column)
  }

  private mutating func ncName(_ column: Int) throws(DiagnosedError) -> String {
    let start = at
    while at < bytes.count, Self.isNameByte(bytes[at], isFirst: at == start) { at += 1 }
    if at == start { throw malformed("the name of an element or attribute") }
    let name = String(decoding: bytes[start..<at], as: UTF8.self)
    if starts("(") {
      at = column - 1
      throw unsupported("the function “\(name)()”")
    }
    return name
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

  private func starts(_ word: String) -> Bool { bytes[at...].starts(with: word.utf8) }

  private mutating func take(_ word: String) -> Bool {
    guard starts(word) else { return false }
    at += word.utf8.count
    return true
  }

  private func predicate() -> DiagnosedError {
    let end = bytes[at...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count - 1
    return unsupported("the predicate “\(String(decoding: bytes[at...end], as: UTF8.self))”")
  }

  private func unsupported(_ part: String) -> DiagnosedError {
    DiagnosedError(
      XMLRules.pathUnsupported, at: nil,
      [.plain("path", text), .plain("part", part), .plain("column", at + 1)])
  }

  private func malformed(_ expected: String) -> DiagnosedError {
    DiagnosedError(
      XMLRules.pathMalformed, at: nil,
      [.plain("path", text), .plain("expected", expected), .plain("column", at + 1)])
  }
}
