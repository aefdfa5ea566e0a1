// SPDX-License-Identifier: Apache-2.0

/// A JSON value that is written the same way every time.
indirect enum JSONText {
  case string(String)
  case number(Int)
  case flag(Bool)
  case list([JSONText])
  case object([(String, JSONText)])

  /// The value as text, indented by two blanks, with keys in the order given.
  func write(into text: inout String, indent: Int = 0) {
    switch self {
    case .string(let value): Self.quote(value, into: &text)
    case .number(let value): text += String(value)
    case .flag(let value): text += value ? "true" : "false"
    case .list(let values):
      write(values.map { ("", $0) }, "[", "]", into: &text, indent)
    case .object(let entries): write(entries, "{", "}", into: &text, indent)
    }
  }

  private func write(
    _ entries: [(String, JSONText)], _ open: String, _ close: String, into text: inout String,
    _ indent: Int
  ) {
    guard !entries.isEmpty else { return text += open + close }
    let blanks = String(repeating: " ", count: indent + 2)
    text += open
    for (index, entry) in entries.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + blanks
      if open == "{" {
        Self.quote(entry.0, into: &text)
        text += ": "
      }
      entry.1.write(into: &text, indent: indent + 2)
    }
    text += "\n" + String(repeating: " ", count: indent) + close
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
