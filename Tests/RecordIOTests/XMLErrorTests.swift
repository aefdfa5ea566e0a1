// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import Testing

struct XMLErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var rule: FindingRule
    var line: Int
    var column: Int
    var words: String
    var testDescription: String { String(text.prefix(60)) }

    init(_ text: String, _ rule: FindingRule, _ line: Int, _ column: Int, _ words: String) {
      self.text = text
      self.rule = rule
      self.line = line
      self.column = column
      self.words = words
    }
  }

  static let broken: [Case] = [
    Case("<a>\n<b></a>", XMLRules.notWellFormed, 2, 8, "an end tag that does not belong"),
    Case("<a>\n<b x=1/></a>", XMLRules.notWellFormed, 2, 6, "without quotes"),
    Case("<a>\n<b x='1' x='2'/></a>", XMLRules.notWellFormed, 2, 15, "twice"),
    Case("<a>\n <b>&nope;</b></a>", XMLRules.notWellFormed, 2, 11, "an entity that is not defined"),
    Case("<a>R & D</a>", XMLRules.notWellFormed, 1, 7, "&amp;"),
    Case("<a x='<'/>", XMLRules.notWellFormed, 1, 7, "&lt;"),
    Case("<a>]]></a>", XMLRules.notWellFormed, 1, 4, "]]&gt;"),
    Case("<a>\u{1}</a>", XMLRules.notWellFormed, 1, 4, "a character that XML does not allow"),
    Case("<a>\n<p:b/></a>", XMLRules.notWellFormed, 2, 5, "a prefix that no xmlns"),
    Case("<a/>\n<b/>", XMLRules.notWellFormed, 2, 1, "something after the end of the first"),
    Case("<a/>\ntext", XMLRules.notWellFormed, 2, 1, "something after the end of the first"),
    Case("<a/><!-- ", XMLRules.notWellFormed, 1, 10, "a comment that is not closed"),
    Case("hello", XMLRules.notWellFormed, 1, 1, "where the first element is expected"),
    Case("<?xml version='1.0' encoding='x-none'?><a/>", XMLRules.unknownEncoding, 1, 38, "x-none"),
    Case("<a>\n<b>", XMLRules.endedEarly, 2, 4, "the element “b”"),
    Case("<a>\n<b x='", XMLRules.endedEarly, 2, 7, "the element “a”"),
    Case("<a>\n<b", XMLRules.endedEarly, 2, 3, "the element “b”"),
    Case("<a>\n<![CDATA[ x", XMLRules.endedEarly, 2, 10, "the element “a”"),
    Case("<a>\n<b>text", XMLRules.endedEarly, 2, 8, "the element “b”"),
    Case("<a>\n<b></b", XMLRules.endedEarly, 2, 7, "the element “b”"),
    Case("<a", XMLRules.endedEarly, 1, 1, "the first element"),
  ]

  @Test(arguments: broken, [1, 3, 131_072])
  func `a file that is not well-formed is refused with line, column and reason`(
    fault: Case, chunk: Int
  ) throws {
    let finding = try #require(
      TreeFixture.finding { _ = try TreeFixture.xml(fault.text, "/a", ["b"], chunk: chunk) })
    #expect(finding.rule == fault.rule)
    #expect(
      finding.place
        == SourcePlace(file: "data.xml", .text(line: fault.line, column: fault.column)))
    #expect(finding.message().contains(fault.words))
  }

  @Test func `bytes that do not fit the encoding are refused with their line`() throws {
    for chunk in [1, 3, 131_072] {
      let finding = TreeFixture.finding {
        _ = try TreeFixture.xml(
          bytes: Array("<a>\n<b>ok</b>\n<b>x".utf8) + [0xE9] + Array("y</b></a>".utf8), "/a/b",
          ["."],
          chunk: chunk)
      }
      #expect(finding?.rule == XMLRules.notWellFormed)
      #expect(finding?.message().contains("encoding") == true)
      guard case .text(let line, _)? = finding?.place?.locator else {
        Issue.record("no line")
        return
      }
      #expect(line == 3)
    }
  }

  @Test func `an empty file is refused`() throws {
    #expect(
      TreeFixture.finding { _ = try TreeFixture.xml("", "/a", []) }
        == Finding(XMLRules.empty, at: SourcePlace(file: "data.xml")))
  }

  @Test func `batches before a fault are delivered`() throws {
    let text = "<r>" + String(repeating: "<p>1</p>\n", count: 100) + "<p></r>"
    for chunk in [1, 10_000] {
      let (count, finding) = try TreeFixture.withReader(
        Array(text.utf8), "/r/p", ["."], chunk: chunk, batch: 95
      ) { reader in
        var batch = RecordBatch(columns: reader.columns)
        var findings: [Finding] = []
        var count = 0
        let finding = TreeFixture.finding {
          while try reader.read(into: &batch, findings: &findings) { count += batch.recordCount }
        }
        return (count, finding)
      }
      #expect(count == 99)
      #expect(finding?.rule == XMLRules.notWellFormed)
      #expect(finding?.place?.locator == .text(line: 101, column: 8))
    }
  }

  // MARK: Documents that attack

  static let laughs =
    "<!DOCTYPE lolz [<!ENTITY a \"ha\">"
    + (0..<12).map { level in
      let inner = level == 0 ? "&a;" : "&b\(level - 1);"
      return "<!ENTITY b\(level) \"\(String(repeating: inner, count: 10))\">"
    }.joined() + "]><lolz>&b11;</lolz>"

  @Test(arguments: [
    (
      "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a>&x;</a>",
      2, 1
    ),
    ("\n <!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x.dtd'> %p;]><a/>", 2, 2),
    ("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>", 1, 1),
    ("<!DOCTYPE\n a\n PUBLIC '-//X//Y' 'file:///<zero>'><a/>", 1, 1),
    ("<!-- c\n --><!DOCTYPE html><a/>", 2, 5),
    (laughs, 1, 1),
    ("<!DOCTYPE a", 1, 1),
  ])
  func `a DOCTYPE is refused before anything is expanded`(
    text: String, line: Int, column: Int
  ) throws {
    for chunk in [1, 7, 131_072] {
      let clock = ContinuousClock()
      let start = clock.now
      let finding = TreeFixture.finding { _ = try TreeFixture.xml(text, "/a", ["."], chunk: chunk) }
      #expect(
        finding
          == Finding(
            XMLRules.doctype,
            at: SourcePlace(file: "data.xml", .text(line: line, column: column)),
            [.plain("line", line)]))
      #expect(clock.now - start < .seconds(2))
    }
  }

  @Test func `no file that an entity names is opened`() throws {
    let secret = "secret-\(UUID().uuidString)"
    try TreeFixture.withFile(secret.utf8, suffix: ".txt") { path in
      for text in [
        "<!DOCTYPE a [<!ENTITY x SYSTEM '\(path)'>]><a>&x;</a>",
        "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='\(path)' parse='text'/></a>",
        "<?xml-stylesheet href='\(path)'?><a/>",
      ] {
        let lines = (try? TreeFixture.xml(text, "/a", ["."])) ?? []
        #expect(!lines.contains { $0.contains(secret) })
      }
    }
  }

  @Test(arguments: [257, 100_000])
  func `elements deeper than the limit are refused where they open`(depth: Int) throws {
    let text = "\n" + String(repeating: "<a>", count: depth)
    let finding = TreeFixture.finding { _ = try TreeFixture.xml(text, "/a", ["."]) }
    #expect(finding?.rule == XMLRules.tooDeep)
    #expect(finding?.place?.locator == .text(line: 2, column: 256 * 3 + 1))
    #expect(finding?.argument("limit") == .plain("256"))
  }

  @Test func `elements down to the limit are read`() throws {
    let text = String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)
    #expect(try TreeFixture.xml(text, "/a", ["a"]).last == "a: structure  @1")
  }

  @Test(arguments: ["/a/b", "/no"], [10_000_001, 12_000_000])
  func `a text over ten million bytes is refused, captured or not`(
    iterator: String, count: Int
  ) throws {
    let text = "<a>\n<b>" + String(repeating: "x", count: count) + "</b></a>"
    let finding = TreeFixture.finding { _ = try TreeFixture.xml(text, iterator, ["."]) }
    #expect(finding?.rule == XMLRules.textTooLong)
    #expect(finding?.place?.locator == .text(line: 2, column: 1))
  }

  @Test func `a text of ten million bytes is read`() throws {
    let text = "<a>" + String(repeating: "x", count: 10_000_000) + "</a>"
    #expect(
      try TreeFixture.xml(text, "/a", ["."]).last?.utf8.count == 10_000_000
        + ".: text  @1".utf8.count)
  }

  @Test(arguments: [
    ("<a><!--", "--></a>"), ("<a b='", "'/>"), ("<a><", "/></a>"), ("<a><?x ", "?></a>"),
    ("<a><b ", "/></a>"),
  ])
  func `other markup over ten million bytes is refused`(open: String, close: String) throws {
    let text = open + String(repeating: "x", count: 12_000_000) + close
    let finding = TreeFixture.finding { _ = try TreeFixture.xml(text, "/a", ["@b"]) }
    #expect(finding?.rule == XMLRules.textTooLong)
    #expect(finding?.argument("line") == .plain("1"))
  }

  @Test func `a record larger than the limit is refused at its line`() throws {
    let piece = "<b>" + String(repeating: "x", count: 1 << 20) + "</b>"
    let text = "<a>\n<p>" + String(repeating: piece, count: 66) + "</p></a>"
    let finding = TreeFixture.finding { _ = try TreeFixture.xml(text, "/a/p", ["b"]) }
    #expect(finding?.rule == XMLRules.recordTooLarge)
    #expect(finding?.place == SourcePlace(file: "data.xml", .element(path: "/a/p[1]", line: 2)))
  }
}
