// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Reads a document of JSON into a tree, strictly.
///
/// - Source: RFC 8259. Deviation: a key twice in one object is an error, since readers disagree on
///   which one counts.
struct JSONTreeReader {
  /// The document and the place in it.
  var scanner: DocumentScanner
  private let source: Int32
  private var depth = 0
  private var count = 0

  /// - Parameters:
  ///   - scanner: the document, at its start.
  ///   - source: the document's number for the places of values.
  init(_ scanner: DocumentScanner, source: Int32) {
    self.scanner = scanner
    self.source = source
  }

  /// The value that the document is.
  ///
  /// - Throws: `rdf.syntax`, `rdf.bad-escape`, `rdf.too-deep`, `rdf.too-long`,
  ///   `rdf.duplicate-key`.
  mutating func document() throws(DiagnosedError) -> JSONValue {
    skipBlank()
    let value = try value()
    skipBlank()
    guard scanner.isAtEnd else {
      throw scanner.syntaxError(expected: "the end of the document")
    }
    return value
  }

  private mutating func value() throws(DiagnosedError) -> JSONValue {
    count += 1
    guard count <= RDFLimits.jsonValues else {
      throw scanner.failure(
        RDFRules.tooMany, [.plain("what", "values"), .plain("limit", RDFLimits.jsonValues)])
    }
    let place = place(scanner.position)
    return JSONValue(kind: try kind(), place: place)
  }

  private mutating func kind() throws(DiagnosedError) -> JSONValue.Kind {
    switch scanner.current {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"):
      try word("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default: throw scanner.syntaxError(expected: "a JSON value")
    }
  }

  private mutating func object() throws(DiagnosedError) -> JSONObject {
    try open()
    var object = JSONObject()
    if try closes(UInt8(ascii: "}")) { return object }
    repeat {
      skipBlank()
      let start = scanner.position
      guard scanner.current == UInt8(ascii: "\"") else {
        throw scanner.syntaxError(expected: "a key in quotation marks")
      }
      let key = try string()
      skipBlank()
      try scanner.pass(UInt8(ascii: ":"), "“:” after the key")
      skipBlank()
      guard object.add(JSONMember(key: key, keyPlace: place(start), value: try value())) else {
        throw scanner.failure(RDFRules.duplicateKey, at: start)
      }
    } while try goesOn(to: UInt8(ascii: "}"), "“,” or “}” after the member")
    return object
  }

  private mutating func array() throws(DiagnosedError) -> [JSONValue] {
    try open()
    var items: [JSONValue] = []
    if try closes(UInt8(ascii: "]")) { return items }
    repeat {
      skipBlank()
      items.append(try value())
    } while try goesOn(to: UInt8(ascii: "]"), "“,” or “]” after the item")
    return items
  }

  private mutating func open() throws(DiagnosedError) {
    depth += 1
    guard depth <= RDFLimits.jsonDepth else {
      throw scanner.failure(
        RDFRules.tooDeep,
        [.plain("what", "Objects and arrays"), .plain("limit", RDFLimits.jsonDepth)])
    }
    scanner.position += 1
  }

  private mutating func closes(_ bracket: UInt8) throws(DiagnosedError) -> Bool {
    skipBlank()
    guard !scanner.isAtEnd, scanner.current == bracket else { return false }
    scanner.position += 1
    depth -= 1
    return true
  }

  private mutating func goesOn(
    to bracket: UInt8, _ expected: @autoclosure () -> String
  ) throws(DiagnosedError) -> Bool {
    if try closes(bracket) { return false }
    try scanner.pass(UInt8(ascii: ","), expected())
    return true
  }

  private mutating func word(_ word: StaticString) throws(DiagnosedError) {
    let bytes = word.withUTF8Buffer { Array($0) }
    guard scanner.bytes[scanner.position...].starts(with: bytes) else {
      throw scanner.syntaxError(expected: "a JSON value")
    }
    scanner.position += bytes.count
  }

  private mutating func skipBlank() {
    while !scanner.isAtEnd {
      switch scanner.current {
      case 0x20, 0x09, 0x0A, 0x0D: scanner.position += 1
      default: return
      }
    }
  }

  private func place(_ offset: Int) -> JSONPlace {
    JSONPlace(source: source, offset: Int32(clamping: offset))
  }
}
