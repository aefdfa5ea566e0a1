// SPDX-License-Identifier: Apache-2.0

/// Writes JSON with keys in the order in which the code names them, two blanks per level.
///
/// Strings keep their exact value; besides what JSON demands, `<` and everything that hides or
/// reorders text is written as `\u`, so that the bytes are safe in a page and on a terminal.
/// - Source: RFC 8259 §7.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true

  /// Writes a whole document.
  static func document(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.wrapped(in: "{}", members)
    writer.bytes.append(0x0A)
    return writer.bytes
  }

  /// Writes a member whose value is text, or `null`.
  mutating func member(_ key: StaticString, _ value: String?) {
    name(key)
    if let value { string(value) } else { bytes.append(utf8: "null") }
  }

  /// Writes a member whose value is a number, or `null`.
  mutating func member(_ key: StaticString, _ value: Int?) {
    name(key)
    bytes.append(utf8: value.map(String.init) ?? "null")
  }

  /// Writes a member whose value is a truth value.
  mutating func member(_ key: StaticString, _ value: Bool) {
    name(key)
    bytes.append(utf8: value ? "true" : "false")
  }

  /// Writes a member whose value is an object.
  mutating func object(_ key: StaticString, _ members: (inout JSONWriter) -> Void) {
    name(key)
    wrapped(in: "{}", members)
  }

  /// Writes a member whose value is an object, or `null` if there is nothing to write.
  mutating func object<Value>(
    _ key: StaticString, _ value: Value?, _ members: (inout JSONWriter, Value) -> Void
  ) {
    name(key)
    guard let value else { return bytes.append(utf8: "null") }
    wrapped(in: "{}") { members(&$0, value) }
  }

  /// Writes a member whose value is an array of objects.
  mutating func array<Item>(
    _ key: StaticString, _ items: some Sequence<Item>, _ members: (inout JSONWriter, Item) -> Void
  ) {
    name(key)
    wrapped(in: "[]") { json in
      for item in items {
        json.separate()
        json.wrapped(in: "{}") { members(&$0, item) }
      }
    }
  }

  /// Writes a member whose value is an array of texts.
  mutating func array(_ key: StaticString, _ items: [String]) {
    name(key)
    wrapped(in: "[]") { json in
      for item in items {
        json.separate()
        json.string(item)
      }
    }
  }

  private mutating func name(_ key: StaticString) {
    separate()
    string("\(key)")
    bytes.append(utf8: ": ")
  }

  private mutating func separate() {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
    line()
  }

  private mutating func line() {
    bytes.append(0x0A)
    for _ in 0..<depth { bytes.append(utf8: "  ") }
  }

  private mutating func wrapped(in pair: StaticString, _ content: (inout JSONWriter) -> Void) {
    let pair = Array("\(pair)".utf8)
    bytes.append(pair[0])
    depth += 1
    isFirst = true
    content(&self)
    depth -= 1
    if !isFirst { line() }
    bytes.append(pair[1])
    isFirst = false
  }

  private mutating func string(_ text: String) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(utf8: "\\\"")
      case "\\": bytes.append(utf8: "\\\\")
      case "\n": bytes.append(utf8: "\\n")
      case "\r": bytes.append(utf8: "\\r")
      case "\t": bytes.append(utf8: "\\t")
      case "<": escape(scalar)
      case _ where scalar.hidesOrCommands: escape(scalar)
      default: bytes.append(scalar: scalar)
      }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    let digits = Array("0123456789abcdef".utf8)
    for unit in UTF16.encode(scalar).map({ Array($0) }) ?? [] {
      bytes.append(utf8: "\\u")
      for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift)) & 15]) }
    }
  }
}
