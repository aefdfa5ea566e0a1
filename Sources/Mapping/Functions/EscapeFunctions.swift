// SPDX-License-Identifier: Apache-2.0

/// GREL's `escape` and `unescape`, for text that goes into or comes out of another language.
///
/// - Source: [OpenRefine, escape](https://openrefine.org/docs/manual/grelfunctions#escapes-s-mode).
enum EscapeFunctions {
  static let all: [FunctionDefinition] = [escape, unescape]

  private static let deviation =
    "The mode is `html`, `xml`, `csv`, `url` or `javascript`.\n\n- Deviation: letters with accents "
    + "stay as they are, where Java's library writes names such as `&eacute;` in HTML."

  private static let escape = FunctionDefinition(
    FunctionNamespaces.grel("escape"), [.grelValue(), .mode], [.text],
    text: FunctionText(
      "The text as it must be written inside of another language.", deviation,
      [
        FunctionExample("A&B", "html", gives: "A&amp;B"),
        FunctionExample("it's", "xml", gives: "it&apos;s"),
        FunctionExample("a,\"b\"", "csv", gives: "\"a,\"\"b\"\"\""),
        FunctionExample("é b", "url", gives: "%C3%A9%20b"),
        FunctionExample("say \"a\"", "javascript", gives: "say \\\"a\\\""),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    try check(constants)
    return { arguments throws(UnreadableArgument) in
      let mode = try Mode(arguments)
      return .value(FunctionValue(mode.escape(arguments.text(0))))
    }
  }

  private static let unescape = FunctionDefinition(
    FunctionNamespaces.grel("string_unescape"), [.grelValue(), .mode], [.text],
    text: FunctionText(
      "The text that something written in another language means.",
      "The mode is `html`, `xml`, `csv`, `url` or `javascript`. Of HTML's names those of Latin 1 in "
        + "common use are known; what is not known stays as it is.",
      [
        FunctionExample("A&amp;B &#233;&eacute;", "html", gives: "A&B éé"),
        FunctionExample("\"a,\"\"b\"\"\"", "csv", gives: "a,\"b\""),
        FunctionExample("%C3%A9%20b", "url", gives: "é b"),
        FunctionExample("\\u00e9\\n", "javascript", gives: "é\n"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    try check(constants)
    return { arguments throws(UnreadableArgument) in
      let mode = try Mode(arguments)
      return .value(FunctionValue(mode.unescape(arguments.text(0))))
    }
  }

  private static func check(_ constants: [String: String]) throws(FunctionArgumentError) {
    let parameter = FunctionParameter.mode.iris[0]
    if let text = constants[parameter], Mode(rawValue: text.lowercased()) == nil {
      throw FunctionArgumentError(parameter: parameter, reason: Mode.words)
    }
  }

  /// The language that a text is escaped for.
  enum Mode: String, CaseIterable {
    case html, xml, csv, url, javascript

    static let words = "the mode is \(allCases.map(\.rawValue).joined(separator: ", "))"

    init(_ arguments: FunctionArguments) throws(UnreadableArgument) {
      guard let mode = Mode(rawValue: arguments.text(1).lowercased()) else {
        throw UnreadableArgument(
          1, "one of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      self = mode
    }

    func escape(_ text: String) -> String {
      switch self {
      case .html: Self.replaced(text, ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
      case .xml:
        Self.replaced(
          text, ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&apos;"])
      case .csv: Self.quoted(text)
      case .url: Self.percentEncoded(text)
      case .javascript: Self.scriptEscaped(text)
      }
    }

    func unescape(_ text: String) -> String {
      switch self {
      case .html: TextUnescaping.entities(text, names: TextUnescaping.html)
      case .xml: TextUnescaping.entities(text, names: TextUnescaping.xml)
      case .csv: TextUnescaping.unquoted(text)
      case .url: TextUnescaping.percentDecoded(text)
      case .javascript: TextUnescaping.script(text)
      }
    }

    private static func replaced(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
      text.unicodeScalars.reduce(into: "") { result, scalar in
        result += table[scalar] ?? String(scalar)
      }
    }

    private static func quoted(_ text: String) -> String {
      guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
        return text
      }
      return "\"" + replaced(text, ["\"": "\"\""]) + "\""
    }

    // What JavaScript's encodeURIComponent leaves alone.
    private static let plain = Set(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.!~*'()".utf8)

    private static func percentEncoded(_ text: String) -> String {
      let digits = Array("0123456789ABCDEF".utf8)
      let bytes = text.utf8.flatMap { byte in
        plain.contains(byte)
          ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    private static func scriptEscaped(_ text: String) -> String {
      let table: [Unicode.Scalar: String] = [
        "\"": "\\\"", "'": "\\'", "\\": "\\\\", "/": "\\/", "\n": "\\n", "\r": "\\r", "\t": "\\t",
        "\u{8}": "\\b", "\u{C}": "\\f",
      ]
      return text.utf16.reduce(into: "") { result, unit in
        if let scalar = Unicode.Scalar(unit), let known = table[scalar] {
          result += known
        } else if (0x20..<0x7F).contains(unit), let scalar = Unicode.Scalar(unit) {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(unit, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
  }
}
