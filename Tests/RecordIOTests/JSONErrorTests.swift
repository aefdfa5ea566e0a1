// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import TestSupport
import Testing

struct JSONErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: [UInt8]
    var rule: FindingRule
    var pointer: String
    var offset: UInt64
    var suffix = ".json"
    var testDescription: String { "\(rule.id) \(String(decoding: text, as: UTF8.self).prefix(40))" }

    init(
      _ text: String, _ rule: FindingRule, _ pointer: String, _ offset: UInt64,
      suffix: String = ".json"
    ) {
      self.init(bytes: Array(text.utf8), rule, pointer, offset, suffix: suffix)
    }

    init(
      bytes: [UInt8], _ rule: FindingRule, _ pointer: String, _ offset: UInt64,
      suffix: String = ".json"
    ) {
      text = bytes
      self.rule = rule
      self.pointer = pointer
      self.offset = offset
      self.suffix = suffix
    }
  }

  static let cases: [Case] = [
    Case("", JSONRules.empty, "", 0),
    Case(" \n ", JSONRules.empty, "", 3),
    Case("[1,2,]", JSONRules.trailingComma, "", 4),
    Case(#"{"a":{"b":1 , }}"#, JSONRules.trailingComma, "/a", 12),
    Case("[1 // one\n]", JSONRules.comment, "", 3),
    Case("{\"a\":/* x */1}", JSONRules.comment, "/a", 5),
    Case(#"{"a":[01]}"#, JSONRules.malformedNumber, "/a/0", 7),
    Case("[-]", JSONRules.malformedNumber, "/0", 2),
    Case("[-x]", JSONRules.malformedNumber, "/0", 2),
    Case("[1.]", JSONRules.malformedNumber, "/0", 3),
    Case("[1e+]", JSONRules.malformedNumber, "/0", 4),
    Case("[+1]", JSONRules.malformedNumber, "/0", 1),
    Case("[.5]", JSONRules.malformedNumber, "/0", 1),
    Case(#"["\ud800"]"#, JSONRules.loneSurrogate, "/0", 2),
    Case(#"["ab\udc00"]"#, JSONRules.loneSurrogate, "/0", 4),
    Case(#"["\ud800\u0041"]"#, JSONRules.loneSurrogate, "/0", 2),
    Case(#"{"\ud800x":1}"#, JSONRules.loneSurrogate, "", 2),
    Case("[\"a\nb\"]", JSONRules.controlCharacter, "/0", 3),
    Case("[\"a\u{0}\"]", JSONRules.controlCharacter, "/0", 3),
    Case(#"["\x"]"#, JSONRules.badEscape, "/0", 2),
    Case(#"["\u12G4"]"#, JSONRules.badEscape, "/0", 2),
    Case(bytes: Array("{\"a\":\"x".utf8) + [0xFC] + Array("y\"}".utf8), JSONRules.badUTF8, "/a", 7),
    Case(bytes: Array("[\"".utf8) + [0xE2, 0x82], JSONRules.badUTF8, "/0", 2),
    Case(bytes: Array("[\"".utf8) + [0xED, 0xA0, 0x80, 0x22, 0x5D], JSONRules.badUTF8, "/0", 2),
    Case("[1] 2", JSONRules.textAfterDocument, "", 4),
    Case("{\"a\":1}\n{\"a\":2}", JSONRules.textAfterDocument, "", 8),
    Case("{\"a\":1} {\"a\":2}", JSONRules.twoOnOneLine, "", 8, suffix: ".jsonl"),
    Case("{\"a\":1}\n{\"a\":01}", JSONRules.malformedNumber, "/1/a", 14, suffix: ".jsonl"),
    Case("[True]", JSONRules.unknownWord, "/0", 1),
    Case("[nul]", JSONRules.unknownWord, "/0", 1),
    Case("[NaN]", JSONRules.unknownWord, "/0", 1),
    Case("{a:1}", JSONRules.unexpected, "", 1),
    Case("{'a':1}", JSONRules.unexpected, "", 1),
    Case("{\"a\" 1}", JSONRules.unexpected, "/a", 5),
    Case("[1 2]", JSONRules.unexpected, "", 3),
    Case("[1}", JSONRules.unexpected, "", 2),
    Case("[,1]", JSONRules.unexpected, "/0", 1),
    Case("]", JSONRules.unexpected, "", 0),
    Case("[truex]", JSONRules.unexpected, "", 5),
    Case("{\"a\":[1,", JSONRules.endedEarly, "/a", 8),
    Case("[\"abc", JSONRules.endedEarly, "/0", 5),
    Case("[\"abc\\u00", JSONRules.endedEarly, "/0", 9),
    Case("[tru", JSONRules.endedEarly, "/0", 4),
    Case("[-", JSONRules.endedEarly, "/0", 2),
    Case("{\"a\":1", JSONRules.endedEarly, "", 6),
    Case(String(repeating: "[", count: 129), JSONRules.tooDeep, Self.zeros(128), 128),
    Case(String(repeating: "[", count: 5_000_000), JSONRules.tooDeep, Self.zeros(128), 128),
  ]

  static func zeros(_ count: Int) -> String { String(repeating: "/0", count: count) }

  @Test(arguments: cases, [1, 3, 131_072])
  func `a fault is reported at its byte and pointer`(fault: Case, chunk: Int) throws {
    let finding = try #require(
      TreeFixture.finding {
        _ = try TreeFixture.json(
          bytes: fault.text, "$.no.such[*]", ["a"], suffix: fault.suffix, chunk: chunk)
      })
    #expect(finding.rule == fault.rule)
    #expect(
      finding.place
        == SourcePlace(
          file: "data\(fault.suffix)", .pointer(fault.pointer, offset: fault.offset)))
    let words = finding.message() + finding.remedy()
    #expect(words.firstMatch(of: /\{\w+\}/) == nil)
  }

  @Test(arguments: cases)
  func `the same fault is found inside a record`(fault: Case) throws {
    let finding = try #require(
      TreeFixture.finding {
        _ = try TreeFixture.json(
          bytes: fault.text, "$", ["a", "$"], suffix: fault.suffix, chunk: 2)
      })
    #expect(finding.rule == fault.rule)
    #expect(
      finding.place?.locator == .pointer(fault.pointer, offset: fault.offset))
  }

  @Test func `an unfinished file names what is open`() throws {
    let finding = TreeFixture.finding { _ = try TreeFixture.json(#"{"a":[1"#, "$", []) }
    #expect(
      finding?.related
        == [RelatedPlace("opened here", SourcePlace(file: "data.json", .offset(5)))])
    #expect(finding?.message() == "The file ends at byte 7 where “,” or “]” is expected.")
  }

  @Test func `nesting up to the limit is read`() throws {
    let text = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(try TreeFixture.json(text, "$", ["$"]).last == "$: structure \(text) @0")
  }

  @Test(arguments: [
    ([0x5B, 0x00, 0x5D, 0x00] as [UInt8], "UTF-16"),
    ([0x00, 0x5B, 0x00, 0x5D], "UTF-16"), ([0x00, 0x00, 0x00, 0x5B], "UTF-32"),
  ])
  func `UTF-16 and UTF-32 without a mark are refused on opening`(bytes: [UInt8], encoding: String)
    throws
  {
    let finding = TreeFixture.finding { _ = try TreeFixture.json(bytes: bytes, "$", []) }
    #expect(finding?.rule == JSONRules.notUTF8File)
    #expect(finding?.argument("encoding") == .plain(encoding))
    #expect(finding?.place == SourcePlace(file: "data.json", .offset(0)))
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x5B, 0x00, 0x22, 0x00, 0xE9, 0x00, 0x22, 0x00, 0x5D, 0x00],
    [0xFE, 0xFF, 0x00, 0x5B, 0x00, 0x22, 0x00, 0xE9, 0x00, 0x22, 0x00, 0x5D],
  ])
  func `UTF-16 with its mark is read`(bytes: [UInt8]) throws {
    #expect(try TreeFixture.json(bytes: bytes, "$[*]", ["$"]).last == "$: text é @0")
  }

  @Test(arguments: [true, false])
  func `offsets in UTF-16 are those of its text as UTF-8, and say so`(isBigEndian: Bool) throws {
    let units = Array("\u{FEFF}[\"é\",1,]".utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
    let finding = TreeFixture.finding { _ = try TreeFixture.json(bytes: bytes, "$[*]", []) }
    #expect(finding?.rule == JSONRules.trailingComma)
    #expect(finding?.place == SourcePlace(file: "data.json", .pointer("", offset: 7)))
    #expect(finding?.related.map(\.label) == ["in UTF-16; bytes are counted in its text as UTF-8"])
    let facts = try TreeFixture.withFile(bytes, suffix: ".json") { path in
      try JSONReader(path: path, displayName: "d", iterator: "$", references: [], nullValues: [])
        .facts
    }
    #expect(facts.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
    #expect(facts.sniffed == ["UTF-16 with byte order mark; offsets count its text as UTF-8"])
  }

  @Test func `a record beyond the limit is refused at its start`() throws {
    let text = "[{\"a\":1},{\"a\":\"\(String(repeating: "x", count: 200))\"}]"
    for chunk in [1, 64, 4096] {
      let finding = try TreeFixture.withFile(text.utf8, suffix: ".json") { path in
        TreeFixture.finding {
          let reader = try JSONReader(
            path: path, displayName: "d", iterator: "$[*]", references: ["a"], nullValues: [])
          reader.chunkSize = chunk
          reader.recordLimit = 200
          _ = try TreeFixture.batches(reader)
        }
      }
      #expect(finding?.rule == JSONRules.recordTooLarge)
      #expect(finding?.place == SourcePlace(file: "d", .pointer("/1", offset: 9)))
    }
  }

  @Test func `an object may have a million members and no more`() throws {
    let members = (0..<1_000_001).map { "\"\($0)\":0" }.joined(separator: ",")
    let finding = TreeFixture.finding { _ = try TreeFixture.json("{\(members)}", "$.x", []) }
    #expect(finding?.rule == JSONRules.tooManyMembers)
    #expect(
      finding?.place?.locator == .pointer("/1000000", offset: UInt64(members.utf8.count - 10)))
  }

  @Test func `a duplicate among many keys is found, and the file is read to the end`() throws {
    let members = (0..<500).map { "\"k\($0)\":0" }.joined(separator: ",")
    let findings = try duplicates(in: "{\(members),\"k3\":1}")
    #expect(findings.count == 1)
    #expect(findings.first?.argument("key") == .plain("k3"))
    #expect(
      findings.first?.place?.locator == .pointer("/k3", offset: UInt64(members.utf8.count + 2)))
  }

  @Test(arguments: [
    (#"{"a":1,"b":{"c":2,"c":3}}"#, "/b/c", 18),
    (#"{"a":1,"\u0061":2}"#, "/a", 7),
    (#"{"r":[{"a":1}],"r":2}"#, "/r", 15),
  ])
  func `a key given twice is a finding, not the end`(
    text: String, pointer: String, offset: UInt64
  ) throws {
    let places = try duplicates(in: text).map(\.place?.locator)
    #expect(places == [.pointer(pointer, offset: offset)])
  }

  private func duplicates(in text: String) throws -> [Finding] {
    try TreeFixture.withFile(Array(text.utf8), suffix: ".json") { path in
      let reader = try JSONReader(
        path: path, displayName: "d", iterator: "$", references: ["a"], nullValues: [])
      var batch = RecordBatch(columns: reader.columns)
      var findings: [Finding] = []
      while try reader.read(into: &batch, findings: &findings) {}
      #expect(findings.allSatisfy { $0.rule == JSONRules.duplicateKey })
      return findings
    }
  }

  @Test func `a reader that failed goes on failing`() throws {
    try TreeFixture.withFile(Array("[1,]".utf8), suffix: ".json") { path in
      let reader = try JSONReader(
        path: path, displayName: "d", iterator: "$[*]", references: ["$"], nullValues: [])
      for _ in 0..<2 {
        let finding = TreeFixture.finding { _ = try TreeFixture.batches(reader) }
        #expect(finding?.rule == JSONRules.trailingComma)
      }
    }
  }
}
