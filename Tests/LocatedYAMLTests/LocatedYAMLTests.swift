// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import LocatedYAML
import Testing

/// Findings as `line:column id message`, one per line.
func described(_ findings: [Finding]) -> [String] {
  findings.map { finding in
    let place =
      switch finding.place?.locator {
      case .text(let line, let column): "\(line):\(column)"
      default: "-"
      }
    return "\(place) \(finding.rule.id): \(finding.message())"
  }
}

func findings(in text: String) -> [String] {
  do {
    _ = try LocatedYAML.parse(bytes: Array(text.utf8), file: "t.yaml")
    return []
  } catch {
    return described(error.findings)
  }
}

struct LocatedYAMLTests {
  @Test func `scalars keep their text, their style and their place`() throws {
    let text = "a: 007\nb:\n  - \"x\\ty\"\n  - 'no'\n  - >\n    folded\n    text\n"
    let root = try LocatedYAML.parse(bytes: Array(text.utf8), file: "t.yaml")
    let members = try #require(root[key: "b"]?.members)
    #expect(root[key: "a"]?.content == .scalar("007", isPlain: true))
    #expect(root[key: "a"]?.position == YAMLPosition(line: 1, column: 4))
    #expect(
      members.map(\.content) == [
        .scalar("x\ty", isPlain: false), .scalar("no", isPlain: false),
        .scalar("folded text\n", isPlain: false),
      ])
    #expect(
      members.map(\.position) == [
        YAMLPosition(line: 3, column: 5), YAMLPosition(line: 4, column: 5),
        YAMLPosition(line: 5, column: 5),
      ])
    #expect(members.map(\.textColumn) == [nil, 6, nil])
    #expect(root[key: "a"]?.textColumn == 4)
    #expect(root.position == YAMLPosition(line: 1, column: 1))
  }

  @Test func `columns count characters, not bytes`() throws {
    let root = try LocatedYAML.parse(bytes: Array("{é: 1, b: $(ü)x}".utf8), file: "t.yaml")
    let node = try #require(root[key: "b"])
    #expect(node.position == YAMLPosition(line: 1, column: 11))
    #expect(
      node.place(ofCharacterAt: 4) == SourcePlace(file: "t.yaml", .text(line: 1, column: 15)))
  }

  @Test func `trailing blanks and comments do not hide the column of a plain text`() throws {
    let root = try LocatedYAML.parse(bytes: Array("a: b c   # note\n".utf8), file: "t.yaml")
    #expect(root[key: "a"]?.textColumn == 4)
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "3:1 yaml.duplicate-key: The key “a” stands in this mapping already;"),
    ("a: &x 1\n", "1:4 yaml.alias: The anchor “&x” is not allowed;"),
    ("a: *x\n", "1:4 yaml.alias: The alias “*x” is not allowed;"),
    ("a: !!int 1\n", "1:4 yaml.tag: The tag “tag:yaml.org,2002:int” is not allowed;"),
    ("a: 1\n---\nb: 2\n", "2:1 yaml.several-documents: A second document begins here;"),
    ("? [a, b]\n: 1\n", "1:3 yaml.key-not-text: A key here is a list;"),
    ("# nothing\n", "- yaml.empty: The file holds nothing but blank lines and comments;"),
    ("", "- yaml.empty: The file holds nothing but blank lines and comments;"),
    ("a: [1\nb: 2\n", "2:2 yaml.syntax: The text is not valid YAML here:"),
    ("a: 1\n\tb: 2\n", "2:1 yaml.syntax: The text is not valid YAML here:"),
    ("a: \"open\nb: 2\n", "3:1 yaml.syntax: The text is not valid YAML here:"),
  ]) func `what has no single meaning is refused where it stands`(text: String, expected: String) {
    let found = findings(in: text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(expected) == true, "\(found)")
  }

  @Test func `a byte that is no UTF-8 is reported at its line and column`() {
    do {
      _ = try LocatedYAML.parse(bytes: Array("a: é\nbc: ".utf8) + [0xFF], file: "t.yaml")
      Issue.record("the text was accepted")
    } catch {
      #expect(described(error.findings).first?.hasPrefix("2:5 yaml.syntax") == true)
    }
  }

  @Test func `all faults of a file are reported together, and the first key is named`() throws {
    let text = "a: !x 1\na: 2\nb: {c: 1, c: 2}\n"
    let error = try #require(throws: DiagnosedError.self) {
      try LocatedYAML.parse(bytes: Array(text.utf8), file: "t.yaml")
    }
    #expect(
      error.findings.map(\.rule.id) == ["yaml.tag", "yaml.duplicate-key", "yaml.duplicate-key"])
    #expect(
      error.findings[2].related == [
        RelatedPlace("first seen", SourcePlace(file: "t.yaml", .text(line: 3, column: 5)))
      ])
  }

  @Test func `fifty levels are read and the fifty-first is refused`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try LocatedYAML.parse(bytes: Array(nested(50).utf8), file: "t.yaml")
    let found = findings(in: nested(51))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("1:51 yaml.too-deep: ") == true)
    #expect(findings(in: nested(100_000)).first?.hasPrefix("1:51 yaml.too-deep: ") == true)
  }

  @Test func `three mebibytes are read and one byte more is refused`() throws {
    let limit = LocatedYAML.byteLimit
    let full = Array("a: ".utf8) + [UInt8](repeating: 0x78, count: limit - 3)
    let root = try LocatedYAML.parse(bytes: full, file: "t.yaml")
    #expect(root[key: "a"]?.text?.utf8.count == limit - 3)
    let error = try #require(throws: DiagnosedError.self) {
      try LocatedYAML.parse(bytes: full + [0x78], file: "t.yaml")
    }
    #expect(described(error.findings).first?.hasPrefix("- yaml.too-large: ") == true)
  }

  @Test func `more findings than the limit end the reading`() {
    let text = (0..<500).map { _ in "- !x 1\n" }.joined()
    #expect(findings(in: text).count == LocatedYAML.findingLimit)
  }

  @Test func `a file is read from disk and a missing one is named`() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "located-yaml-\(UUID().uuidString).yaml").path
    try Data("a: 1\n".utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let root = try LocatedYAML.parseFile(path, as: "short.yaml")
    #expect(root[key: "a"]?.place == SourcePlace(file: "short.yaml", .text(line: 1, column: 4)))
    let error = try #require(throws: DiagnosedError.self) {
      try LocatedYAML.parseFile(path + ".none", as: "none.yaml")
    }
    #expect(
      described(error.findings) == [
        "- yaml.unreadable: The file none.yaml cannot be read: No such file or directory."
      ])
    #expect(error.findings.first?.rule.category == .input)
  }

  @Test func `plain words for nothing are null and quoted ones are text`() throws {
    let text = "[~, null, Null, NULL, \"null\", '', nothing]\n"
    let root = try LocatedYAML.parse(bytes: Array(text.utf8), file: "t.yaml")
    #expect(root.members?.map(\.isNull) == [true, true, true, true, false, false, false])
  }

  @Test func `every rule has an id of its own`() {
    #expect(Set(YAMLRules.all.map(\.id)).count == YAMLRules.all.count)
  }
}
