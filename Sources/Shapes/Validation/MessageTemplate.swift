// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// Fills in the parameters of shape authors' messages.
///
/// `{$value}` and `{?value}` stand for the value, `{$this}` for the focus node, `{$PATH}` for the
/// path and `{$minCount}` and the like for the constraint's parameters. What is not known stays as
/// written.
/// - Source: SHACL §5.3.2, which asks for this in SPARQL-based components only.
enum MessageTemplate {
  static func filled(
    _ messages: [Term], focus: Term, value: Term?, path: PropertyPath?,
    parameters: () -> [String: String]
  ) -> [Term] {
    guard messages.contains(where: { $0.value.utf8.contains(UInt8(ascii: "{")) }) else {
      return messages
    }
    var known = parameters()
    known["this"] = focus.value
    known["value"] = value?.value
    known["PATH"] = path?.text { "<\($0)>" }
    known["path"] = known["PATH"]
    return messages.map { message in
      let text = filled(message.value, known)
      return message.language.isEmpty
        ? .literal(text, datatype: message.datatype) : .literal(text, language: message.language)
    }
  }

  private static func filled(_ text: String, _ known: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let inside = rest[rest.index(after: open)..<close]
      let isParameter = inside.first == "$" || inside.first == "?"
      if isParameter, let value = known[String(inside.dropFirst())] {
        result += value
        rest = rest[rest.index(after: close)...]
      } else {
        // Only the brace is passed over: the next one may begin a parameter.
        result += "{"
        rest = rest[rest.index(after: open)...]
      }
    }
    return result + rest
  }
}
