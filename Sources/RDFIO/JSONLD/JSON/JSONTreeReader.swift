// SPDX-License-Identifier: Apache-2.0

internal import ByteScanning
internal import Diagnostics

/// Reads a document of JSON into a tree, strictly.
///
/// - Source: RFC 8259. Deviation: a key twice in one object is an error, since readers disagree on
///   which one counts.
struct JSONTreeReader {
  private var scanner: DocumentScanner
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

  // MARK: Numbers, RFC 8259 §6

  private mutating func number() throws(DiagnosedError) -> String {
    let start = scanner.position
    if scanner.current == UInt8(ascii: "-") { scanner.position += 1 }
    if scanner.current == UInt8(ascii: "0") { scanner.position += 1 } else { try digits() }
    if scanner.current == UInt8(ascii: ".") {
      scanner.position += 1
      try digits()
    }
    if scanner.current | 0x20 == UInt8(ascii: "e") {
      scanner.position += 1
      if [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(scanner.current) { scanner.position += 1 }
      try digits()
    }
    guard scanner.position - start <= RDFLimits.jsonNumberBytes else {
      throw scanner.failure(
        RDFRules.tooLong, at: start,
        [.plain("what", "A number"), .plain("limit", RDFLimits.jsonNumberBytes)])
    }
    return String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self)
  }

  private mutating func digits() throws(DiagnosedError) {
    let start = scanner.position
    while NameCharacter.isDigit(scanner.current) { scanner.position += 1 }
    if scanner.position == start { throw scanner.syntaxError(expected: "a digit") }
  }

  // MARK: Strings, RFC 8259 §7

  private mutating func string() throws(DiagnosedError) -> JSONString {
    let open = scanner.position
    scanner.position += 1
    let bytes = scanner.bytes
    var start = scanner.position
    var decoded: [UInt8] = []
    while true {
      let end = ByteScanning.firstEscape(in: bytes, from: scanner.position, to: bytes.count)
      scanner.position = end
      guard end < bytes.count else {
        throw scanner.syntaxError(expected: "the end of the string")
      }
      guard end - open <= RDFLimits.literalBytes else {
        throw scanner.failure(
          RDFRules.tooLong, at: open,
          [.plain("what", "A string"), .plain("limit", RDFLimits.literalBytes)])
      }
      switch bytes[end] {
      case UInt8(ascii: "\""):
        scanner.position += 1
        if decoded.isEmpty { return JSONString(bytes[start..<end]) }
        return JSONString(decoded + bytes[start..<end])
      case UInt8(ascii: "\\"):
        decoded += bytes[start..<end]
        try escape(into: &decoded)
        start = scanner.position
      default:
        throw scanner.syntaxError(expected: "an escape such as \\n instead of a control character")
      }
    }
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(DiagnosedError) {
    let start = scanner.position
    scanner.position += 2
    switch scanner.byte(ahead: -1) {
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case let byte where [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(byte):
      decoded.append(byte)
    case UInt8(ascii: "u"):
      decoded += String(try scalar(from: start)).utf8
    default: throw badEscape(start, "JSON has no such escape")
    }
  }

  private mutating func scalar(from start: Int) throws(DiagnosedError) -> Unicode.Scalar {
    var unit = try codeUnit(start)
    if unit & 0xFC00 == 0xD800, scanner.current == UInt8(ascii: "\\"),
      scanner.byte(ahead: 1) == UInt8(ascii: "u")
    {
      scanner.position += 2
      let low = try codeUnit(start)
      guard low & 0xFC00 == 0xDC00 else { throw badEscape(start, "half of a surrogate pair") }
      unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(unit) else {
      throw badEscape(start, "half of a surrogate pair")
    }
    return scalar
  }

  private mutating func codeUnit(_ start: Int) throws(DiagnosedError) -> UInt32 {
    let end = scanner.position + 4
    guard end <= scanner.bytes.count else { throw badEscape(start, "four digits are missing") }
    var unit: UInt32 = 0
    for byte in scanner.bytes[scanner.position..<end] {
      guard let digit = UInt32(String(UnicodeScalar(byte)), radix: 16) else {
        throw badEscape(start, "it needs four hexadecimal digits")
      }
      unit = unit << 4 | digit
    }
    scanner.position = end
    return unit
  }

  private func badEscape(_ start: Int, _ problem: String) -> DiagnosedError {
    scanner.failure(RDFRules.badEscape, at: start, [.plain("problem", problem)])
  }
}
