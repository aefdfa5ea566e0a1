// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Testing

/// Documents made to take memory, stack or time: refused with a place, or read.
@Suite struct JSONLDLimitTests {
  private func nested(_ open: String, _ close: String, _ count: Int) -> String {
    String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
  }

  static let nestings: [(String, String, Int)] = [
    ("{\"a:b\":", "}", 128), ("[", "]", 128), ("{\"a:b\":[", "]}", 64),
    ("{\"@graph\":", "}", 128), ("{\"a:b\":{\"@list\":", "}}", 64),
    ("{\"@reverse\":{\"a:b\":", "}}", 64), ("{\"@included\":", "}", 128),
    ("{\"@nest\":", "}", 128), ("{\"a:b\":{\"@set\":", "}}", 64),
  ]

  @Test(arguments: nestings)
  func `nesting ends at 128, in data`(open: String, close: String, count: Int) throws {
    // What is just within the limit may be refused for what it says, never for its depth.
    if let finding = Self.finding(nested(open, close, count)) {
      #expect(finding.rule == RDFRules.jsonLD)
    }
    for count in [count + 1, 100_000] {
      let finding = try #require(Self.finding(nested(open, close, count)))
      #expect(finding.rule == RDFRules.tooDeep)
    }
  }

  @Test func `nesting ends at 128, in contexts and in JSON literals`() throws {
    let contexts = { (count: Int) in
      "{\"@context\":" + self.nested("{\"a\":{\"@id\":\"v:b\",\"@context\":", "}}", count) + "}"
    }
    #expect(Self.finding(contexts(20))?.argument("code") != nil)
    #expect(Self.finding(contexts(64))?.rule == RDFRules.tooDeep)
    let literal = { (count: Int) in
      "{\"a:b\":{\"@type\":\"@json\",\"@value\":" + self.nested("[", "]", count) + "}}"
    }
    #expect(Self.finding(literal(126)) == nil)
    #expect(Self.finding(literal(127))?.rule == RDFRules.tooDeep)
  }

  @Test func `terms that are defined one by the other end at 64`() throws {
    let terms = { (count: Int) in
      "{\"@context\":{"
        + (0..<count).map { "\"t\($0)\":\"t\($0 + 1):x\"," }.joined()
        + "\"t\(count)\":\"http://e/\"}}"
    }
    #expect(Self.finding(terms(62)) == nil)
    let finding = try #require(Self.finding(terms(50_000)))
    #expect(finding.rule == RDFRules.tooDeep)
    #expect(finding.argument("what") == .plain("Definitions of terms"))
  }

  @Test func `a ring of terms is refused, however it is closed`() {
    let rings = [
      "\"a\":\"a:b\"", "\"a\":{\"@id\":\"b:x\"},\"b\":{\"@id\":\"c:x\"},\"c\":{\"@id\":\"a:x\"}",
      "\"a\":{\"@id\":\"x:y\",\"@type\":\"b:z\"},\"b\":{\"@id\":\"x:y\",\"@type\":\"a:z\"}",
      "\"a:b\":\"b:c\",\"b\":\"a:b\"",
    ]
    for ring in rings {
      let finding = Self.finding("{\"@context\":{\(ring)}}")
      #expect(finding?.argument("code") == .plain("cyclic IRI mapping"), "\(ring)")
    }
  }

  @Test func `many items, many keys and many terms are read in good time`() throws {
    let items = (0..<50_000).map { "{\"@id\":\"a:\($0)\",\"a:p\":\($0)}" }
    #expect(try quads("[" + items.joined(separator: ",") + "]", .jsonLD).count == 50_000)
    let keys = (0..<30_000).map { "\"a:p\($0)\":\($0)" }.joined(separator: ",")
    #expect(try quads("{" + keys + "}", .jsonLD).count == 30_000)
    let terms = (0..<10_000).map { "\"t\($0)\":\"http://e/\($0)\"" }.joined(separator: ",")
    let document = "{\"@context\":{\(terms)},\"@id\":\"a:b\",\"t9999\":1}"
    #expect(try quads(document, .jsonLD).map(\.predicate.value) == ["http://e/9999"])
  }

  @Test func `large contexts that are changed at every node end in a finding`() throws {
    let terms = (0..<10_000).map { "\"t\($0)\":\"http://e/\($0)\"" }.joined(separator: ",")
    let node = "{\"@context\":{\"x\":\"http://e/x\"},\"x\":1}"
    let nodes = Array(repeating: node, count: 5_100).joined(separator: ",")
    let finding = try #require(
      Self.finding("{\"@context\":{\(terms)},\"a:b\":[\(nodes)]}"))
    #expect(finding.rule == RDFRules.tooMany)
    #expect(finding.argument("what") == .plain("definitions of terms"))
  }

  @Test func `IRIs end at 65,536 bytes, also those made of prefixes`() throws {
    let long = "http://e/" + String(repeating: "a", count: 65_520) + "/"
    let document = { (suffix: String) in
      "{\"@context\":{\"p\":\"\(long)\"},\"@id\":\"a:b\",\"p:\(suffix)\":1}"
    }
    #expect(Self.finding(document("abcdef")) == nil)
    #expect(Self.finding(document("abcdefg"))?.rule == RDFRules.tooLong)
  }

  /// The finding that a document ends in, `nil` if it is read.
  static func finding(_ text: String) -> Finding? { finding(Array(text.utf8)) }

  /// The finding that the bytes of a document end in, `nil` if they are read.
  static func finding(_ bytes: [UInt8]) -> Finding? {
    do throws(DiagnosedError) {
      try RDFReader.read(bytes: bytes, format: .jsonLD, file: "f") { _ in }
      return nil
    } catch {
      #expect(error.findings.count == 1 && error.findings[0].place?.locator != .file)
      return error.findings.first
    }
  }
}
