// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import RecordIO

/// Flat objects have a quick way of their own; it must read what the walker reads.
struct JSONPlainRecordsTests {
  static let documents = [
    #"[{"id":"P1","age":61,"sex":"M"},{"id":"P2","age":58,"sex":"F"}]"#,
    #"[{"age":61,"id":"P1"},{"sex":"F"},{},{"id":null,"age":true,"sex":false}]"#,
    #"[{"id":"a\"b\\c\u00e9\n","age":1e5,"sex":-0.25E-3}]"#,
    "[\n  {\n    \"id\" : \"Zoë\" ,\n    \"age\" : 1 }\n , {\"id\":\"\",\"age\":\"\",\"sex\":\"x\"}\n]",
    #"[{"id":"P1","scan":{"id":"S1"},"age":1},{"id":["x"],"age":2},{"id":"P3"}]"#,
    #"[{"id":"P1","id":"P2","age":1},{"id":"P3","other":1,"other":2}]"#,
    #"[{"id":"P1","unread":"\u12","age":1}]"#,
    #"[{"id":"P1","age":01},{"id":"P2"}]"#,
    #"[{"id":"P1","age":1},{"id":"P2",}]"#,
    #"[{"id":"P1" "age":1}]"#,
    "[{\"id\":\"a\u{1}b\"}]",
    #"[{"id":"P1"},{"id":"P2"#,
    #"[7,{"id":"P1"},"text",null,[{"id":"P2"}]]"#,
    #"[{"i\u0064":"P1","age":1}]"#,
    #"[{"id":1,"a\\b":"x"},{"id":2,"a\b":"y"}]"#,
    #"[{"id":1,"a\"b":"x"},{"id":2,"a"b":"y"}]"#,
    "[{\"id\":1,\"a\\u0001b\":\"x\"},{\"id\":2,\"a\u{1}b\":\"y\"}]",
  ]

  static func outcome(_ bytes: [UInt8], suffix: String, chunk: Int) throws -> [String] {
    try TreeFixture.withFile(bytes, suffix: suffix) { path in
      let reader = try JSONReader(
        path: path, displayName: "d", iterator: "$[*]", references: ["id", "age", "sex"],
        nullValues: [""])
      reader.chunkSize = chunk
      var batch = RecordBatch(columns: reader.columns)
      var findings: [Finding] = []
      var records: [String] = []
      var end = "read to the end"
      do throws(DiagnosedError) {
        while try reader.read(into: &batch, findings: &findings) {
          records += TreeFixture.dump([batch])
        }
      } catch {
        end = "\(error.findings.map { "\($0.rule.id) \($0.place as Any)" })"
      }
      return records + findings.map { "\($0.rule.id) \($0.place as Any)" } + [end]
    }
  }

  @Test(arguments: documents)
  func `the quick way reads what the walker reads`(document: String) throws {
    let bytes = Array(document.utf8)
    let whole = try Self.outcome(bytes, suffix: ".json", chunk: 131_072)
    #expect(!whole.isEmpty)
    for chunk in [1, 7, 16, 64] {
      #expect(try Self.outcome(bytes, suffix: ".json", chunk: chunk) == whole, "chunk \(chunk)")
    }
  }

  private static func plainCount(_ records: [String]) throws -> Int {
    let text = "[\(records.joined(separator: ","))]"
    let reader = try JSONReader(
      ByteInput(memory: Array(text.utf8), displayName: "d"), iterator: "$[*]",
      references: ["id", "age"], nullValues: [])
    #expect(try TreeFixture.batches(reader).map(\.recordCount).reduce(0, +) == records.count)
    return reader.plainRecordCount
  }

  @Test func `records whose keys change their order later are read the quick way again`() throws {
    let first = Array(repeating: #"{"id":1,"age":2}"#, count: 500)
    let later = Array(repeating: #"{"age":2,"id":1}"#, count: 500)
    #expect(try Self.plainCount(first) == 499)
    #expect(try Self.plainCount(first + later) > 900)
    #expect(try Self.plainCount(first + later + first) > 1_300)
  }

  @Test func `keys that come late are learned`() throws {
    let first = Array(repeating: #"{"id":1,"age":2}"#, count: 500)
    let later = Array(repeating: #"{"id":1,"new":0,"age":2,"last":3}"#, count: 500)
    #expect(try Self.plainCount(first + later) == 998)
    let nested = Array(repeating: #"{"id":1,"in":{}}"#, count: 500)
    #expect(try Self.plainCount(first + nested + later) > 900)
  }

  @Test func `a nested record now and then leaves the others on the quick way`() throws {
    let records = (0..<1_000).map { $0 % 2 == 0 ? #"{"id":1,"age":2}"# : #"{"id":1,"in":[1]}"# }
    #expect(try Self.plainCount(records) == 499)
  }

  @Test func `bytes that are no text are refused in values nobody reads`() throws {
    for value in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF8, 0x80]] as [[UInt8]] {
      let bytes = Array(#"[{"id":"P1","unread":""#.utf8) + value + Array(#"","age":1}]"#.utf8)
      let whole = try Self.outcome(bytes, suffix: ".json", chunk: 131_072)
      #expect(whole.count == 1 && whole != ["read to the end"])
      #expect(try Self.outcome(bytes, suffix: ".json", chunk: 1) == whole)
    }
  }

  @Test func `a key that needs escapes is never taken for its spelling`() throws {
    let text = #"[{"id":1,"a\\b":"x"},{"id":2,"a\b":"wrong"}]"#
    try TreeFixture.withFile(Array(text.utf8), suffix: ".json") { path in
      let reader = try JSONReader(
        path: path, displayName: "d", iterator: "$[*]", references: [#"['a\\b']"#], nullValues: [])
      let lines = TreeFixture.dump(try TreeFixture.batches(reader))
      #expect(lines.contains { $0.contains(" x ") } && lines.contains { $0.hasSuffix(": absent") })
      #expect(!lines.contains { $0.contains("wrong") })
    }
  }

  @Test func `records that are texts, and keys given twice, are read by queries too`() throws {
    let text = #"["a\n\"b\"",{"x":1,"x":2}]"#
    try TreeFixture.withFile(Array(text.utf8), suffix: ".json") { path in
      let reader = try RecordReaders.open(
        path, name: "d", format: .json(iterator: "$[*]"), references: ["$", "x", "$..y"],
        nullValues: [])
      var batch = RecordBatch(columns: reader.columns)
      var findings: [Finding] = []
      #expect(try reader.read(into: &batch, findings: &findings))
      #expect(batch.recordCount == 2)
      #expect(batch.text(batch.cell(0, 0)) == "a\n\"b\"")
      #expect(batch.values(1, 1).map { batch.text($0) } == ["1", "2"])
    }
  }
}
