// SPDX-License-Identifier: Apache-2.0

/// The canonical spelling of a JSON value: one for all values that are the same.
///
/// - Source: RFC 8785 (JCS).
enum JSONCanonicalForm {
  /// The text of a value.
  static func text(of value: JSONValue) -> String {
    var text: [UInt8] = []
    append(value, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ value: JSONValue, to text: inout [UInt8]) {
    switch value.kind {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .number(let spelling): text += JSONNumberForm.ecmaScript(spelling).utf8
    case .string(let string): append(string, to: &text)
    case .array(let items):
      text.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        append(item, to: &text)
      }
      text.append(UInt8(ascii: "]"))
    case .object(let object): append(object, to: &text)
    }
  }

  // §3.2.3: members by the UTF-16 code units of their keys.
  private static func append(_ object: JSONObject, to text: inout [UInt8]) {
    let members = object.members.sorted {
      $0.key.text.utf16.lexicographicallyPrecedes($1.key.text.utf16)
    }
    text.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      append(member.key, to: &text)
      text.append(UInt8(ascii: ":"))
      append(member.value, to: &text)
    }
    text.append(UInt8(ascii: "}"))
  }

  // §3.2.2.2.
  private static func append(_ string: JSONString, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
      case 0x08: text += "\\b".utf8
      case 0x09: text += "\\t".utf8
      case 0x0A: text += "\\n".utf8
      case 0x0C: text += "\\f".utf8
      case 0x0D: text += "\\r".utf8
      case 0..<0x20:
        text += (byte < 0x10 ? "\\u000" : "\\u00").utf8
        text += String(byte, radix: 16).utf8
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
