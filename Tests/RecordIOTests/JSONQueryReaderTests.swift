// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import RecordIO

struct JSONQueryReaderTests {
  static let scans = """
    {"scans":[{"id":"S1","kvp":120,"tags":["a","b"]},{"id":"S2","kvp":null},
     {"id":"S3","kvp":80,"tags":[]}],"centre":"C1"}
    """

  static func dump(
    _ text: String, _ iterator: String, _ references: [String], nulls: [String] = [],
    suffix: String = ".json"
  ) throws -> [String] {
    try TreeFixture.withFile(Array(text.utf8), suffix: suffix) { path in
      let reader = try RecordReaders.open(
        path, name: "data\(suffix)", format: .json(iterator: iterator), references: references,
        nullValues: nulls)
      var lines: [String] = []
      var batch = RecordBatch(columns: reader.columns)
      var findings: [Finding] = []
      while try reader.read(into: &batch, findings: &findings) {
        lines += TreeFixture.dump([batch])
      }
      return lines
    }
  }

  /// The pointers of the records that an iterator finds.
  static func records(_ text: String, _ iterator: String, suffix: String = ".json") throws
    -> [Substring]
  {
    try dump(text, iterator, [], suffix: suffix).map { $0.split(separator: " ").last ?? "" }
  }
}

extension JSONQueryReaderTests {
  @Test func `values carry their own pointers and offsets, and null is told from absent`() throws {
    let lines = try Self.dump(Self.scans, "$.scans[?@.id != 'S3']", ["id", "kvp", "tags[*]"])
    #expect(
      lines == [
        "batch 0 record 1 line 0 at 10 /scans/0", "id: text S1 @6 /scans/0/id",
        "kvp: number 120 @17 /scans/0/kvp", "tags[*]: text a @29 /scans/0/tags/0",
        "tags[*]: text b @33 /scans/0/tags/1",
        "batch 0 record 2 line 0 at 49 /scans/1", "id: text S2 @6 /scans/1/id",
        "kvp: null @17 /scans/1/kvp", "tags[*]: absent",
      ])
  }

  @Test func `texts that mean null are null, structures are not`() throws {
    let text = #"[{"a":"NA","b":["NA"],"c":["NA","x",null,"NA"]}]"#
    let lines = try Self.dump(
      text, "$[*]", ["a", "b", "b[0:1]", "c[:]"], nulls: ["NA", #"["NA"]"#])
    #expect(
      lines[1...] == [
        "a: null @5 /0/a", #"b: structure ["NA"] @14 /0/b"#, "b[0:1]: null @15 /0/b/0",
        "c[:]: text x @31 /0/c/1",
      ])
  }

  @Test(arguments: [
    ("$.scans[-1]", ["/scans/2"]), ("$.scans[::2]", ["/scans/0", "/scans/2"]),
    ("$..id", ["/scans/0/id", "/scans/1/id", "/scans/2/id"]),
    ("$.scans[?@.kvp == null]", ["/scans/1"]), ("$.scans[*].tags[?@ > 'a']", ["/scans/0/tags/1"]),
    ("$['scans','centre']", ["/scans", "/centre"]), ("$.none[?@]", []), ("$.centre[?@]", []),
  ])
  func `iterators of every kind find their records`(iterator: String, pointers: [String]) throws {
    #expect(try Self.records(Self.scans, iterator) == pointers.map { $0[...] })
  }

  @Test func `what streams is the same by a query`() throws {
    let references = ["id", "kvp", "tags", "@"]
    let plain = try Self.dump(Self.scans, "$.scans[*]", references)
    let query = try Self.dump(Self.scans, "$.scans[?@ || !@]", references)
    // Queries give every value its own pointer.
    #expect(
      plain.map { $0.split(separator: " /")[0] } == query.map { $0.split(separator: " /")[0] })
  }

  @Test(arguments: [1, 7, 64, 131_072])
  func `records do not depend on the chunks, compressed or not`(chunk: Int) throws {
    let folder = try TemporaryFolder()
    let whole = try Self.dump(Self.scans, "$..[?@.id]", ["id", "$..tags"])
    let bytes = Array(Self.scans.utf8)
    for path in [try folder.write("a.json", bytes), try folder.write("b.json", gzipped(bytes))] {
      let reader = try JSONQueryReader(
        ByteInput(path: path, displayName: "d"), iterator: "$..[?@.id]",
        references: ["id", "$..tags"], nullValues: [], hasLines: false)
      reader.chunkSize = chunk
      #expect(TreeFixture.dump(try TreeFixture.batches(reader)) == whole)
    }
  }

  @Test func `lines are read from a compressed file`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.ndjson.gz", gzipped(Array("{\"a\":1}\n{\"b\":2}\n".utf8)))
    let reader = try RecordReaders.open(
      path, name: "d", format: .json(iterator: "$[?@.b]"), references: ["b"], nullValues: [])
    var batch = RecordBatch(columns: reader.columns)
    var findings: [Finding] = []
    #expect(try reader.read(into: &batch, findings: &findings))
    #expect(
      TreeFixture.dump([batch])
        == ["batch 0 record 1 line 0 at 8 /1", "b: number 2 @5 /1/b"])
    #expect(try !reader.read(into: &batch, findings: &findings))
  }

  @Test func `a fault behind the records is found, and a repeated key reported`() throws {
    let finding = TreeFixture.finding { _ = try Self.dump("[{\"a\":1},]", "$[?@.a]", []) }
    #expect(finding?.rule == JSONRules.trailingComma)
    #expect(finding?.place?.locator == .pointer("", offset: 8))
  }
}

struct JSONQueryLimitTests {
  @Test func `a query that takes too long is reported at its record`() throws {
    let list = (0..<300).map { "\($0)" }.joined(separator: ",")
    let text = #"[{"a":[]},{"a":[\#(list)]}]"#
    let path = "$.a[?count($.a[?count($.a[*]) > 0]) > 0]"
    let finding = TreeFixture.finding {
      _ = try JSONQueryReaderTests.dump(text, "$[*]", [path])
    }
    #expect(finding?.rule == JSONRules.queryTooLong)
    #expect(finding?.argument("path") == .plain(path))
    #expect(finding?.place == SourcePlace(file: "data.json", .pointer("/1", offset: 10)))
  }

  @Test func `an iterator that takes too long is reported at what its plain steps lead to`() throws
  {
    let list = (0..<300).map { "\($0)" }.joined(separator: ",")
    let finding = TreeFixture.finding {
      _ = try JSONQueryReaderTests.dump(
        #"{"a":[\#(list)]}"#, "$.a[?count($.a[?count($.a[*]) > 0]) > 0]", [])
    }
    #expect(finding?.rule == JSONRules.queryTooLong)
    #expect(finding?.place == SourcePlace(file: "data.json", .pointer("", offset: 0)))
  }

  private static func refusal(
    _ text: String, _ iterator: String, _ references: [String], hasLines: Bool = false,
    _ values: Int, bytes: Int = TreeLimits.recordBytes
  ) -> Finding? {
    TreeFixture.finding {
      let reader = try JSONQueryReader(
        ByteInput(memory: Array(text.utf8), displayName: "d"), iterator: iterator,
        references: references, nullValues: [], hasLines: hasLines)
      reader.valueLimit = values
      reader.recordLimit = bytes
      _ = try TreeFixture.batches(reader)
    }
  }

  @Test(arguments: [
    (#"{"a":[[1,2],[1,2,3]]}"#, "$.a[*]", "$[?@>0]", "$[?@>0]", "/a/1", 12 as UInt64),
    (#"{"a":[[1,2],[1,2,3]]}"#, "$.a[1][?@>0]", "$", "$.a[1][?@>0]", "/a/1", 12),
    (#"[1,2,3]"#, "$..[?@>0]", "$[?@]", "$..[?@>0]", "", 0),
  ])
  func `more values than are kept are refused at the value that has them`(
    text: String, iterator: String, reference: String, path: String, pointer: String,
    offset: UInt64
  ) throws {
    let finding = try #require(Self.refusal(text, iterator, [reference], 3))
    #expect(finding.rule == JSONRules.tooManyValues)
    #expect(finding.place == SourcePlace(file: "d", .pointer(pointer, offset: offset)))
    #expect(finding.argument("path") == .plain(path))
    #expect(finding.argument("limit") == .plain("3"))
    #expect(finding.message().firstMatch(of: /\{\w+\}/) == nil)
    #expect(Self.refusal(text, iterator, [reference], 20) == nil)
  }

  @Test func `a value of more bytes than are kept is refused where it begins`() {
    let finding = Self.refusal(#"[[1],[1,2,3,4]]"#, "$[*]", ["$[?@>0]"], 9, bytes: 8)
    #expect(finding?.rule == JSONRules.recordTooLarge)
    #expect(finding?.place == SourcePlace(file: "d", .pointer("/1", offset: 5)))
  }

  @Test func `a line nested to the limit is chosen too`() throws {
    let deep = String(repeating: "[", count: 128) + "1" + String(repeating: "]", count: 128)
    #expect(Self.refusal(deep, "$[?@]", ["$"], hasLines: true, 1_000) == nil)
    #expect(try JSONQueryReaderTests.records(deep, "$[?@]", suffix: ".jsonl") == ["/0"])
  }

  @Test func `steps are counted for each record, not for all of a document`() throws {
    let values = (0..<1_000).map { "\($0)" }.joined(separator: ",")
    let records = Array(repeating: "[\(values)]", count: 17).joined(separator: ",")
    // Each record takes a million steps; all of them together are beyond the limit.
    let found = try JSONQueryReaderTests.dump(
      "[\(records)]", "$[?@]", ["$[?count($[*]) < 0]"])
    #expect(found.filter { $0.hasPrefix("batch") }.count == 17)
  }
}

struct JSONComparisonTests {
  @Test(arguments: [
    (#"{"a":1,"b":[2]}"#, #"{"b":[2],"a":1}"#, true), (#"{"a":1}"#, #"{"b":1}"#, false),
    (#"{"a":1,"b":2}"#, #"{"a":2,"b":1}"#, false), (#"{"a":1}"#, #"{"a":1,"b":1}"#, false),
    (#"{"a":{"b":{},"c":[]}}"#, #"{"a":{"c":[],"b":{}}}"#, true), ("{}", "[]", false),
    ("[]", "[]", true), (#"{"a":[]}"#, #"{"a":null}"#, false), (#"{"a":{}}"#, #"{"a":1}"#, false),
    (#"{"a":1}"#, #"{"a":1.0}"#, true), ("[1,2]", "[2,1]", false), (#"{"a":1}"#, "[1]", false),
    (#"{"a":1,"a":2}"#, #"{"a":1,"a":2}"#, true), (#"{"a":1,"a":2}"#, #"{"a":1,"b":2}"#, false),
  ])
  func `objects are equal whatever the order of their members`(
    left: String, right: String, areEqual: Bool
  ) throws {
    let text = #"[{"x":\#(left),"y":\#(right)}]"#
    #expect(try JSONQueryReaderTests.records(text, "$[?@.x == @.y]").count == (areEqual ? 1 : 0))
    #expect(try JSONQueryReaderTests.records(text, "$[?@.y != @.x]").count == (areEqual ? 0 : 1))
  }

  @Test func `comparing large objects takes time as they are long`() throws {
    let members = (0..<20_000).map { #""k\#($0)":\#($0)"# }
    let text =
      "[{\"x\":{\(members.joined(separator: ","))},"
      + "\"y\":{\(members.reversed().joined(separator: ","))}}]"
    #expect(try JSONQueryReaderTests.records(text, "$[?@.x == @.y]") == ["/0"])
  }

  @Test func `comparisons count as steps`() throws {
    let list = (0..<200).map { "\($0)" }.joined(separator: ",")
    let items = Array(repeating: "[\(list)]", count: 10).joined(separator: ",")
    let tree = try #require(JSONTree(Array("[\(items)]".utf8)))
    let query = try JSONQuery("$[?@ == $[0]]")
    var evaluation = JSONQueryEvaluation(tree, stepLimit: 1_000)
    let finding = TreeFixture.finding { _ = try evaluation.select(query, from: tree.root) }
    #expect(finding?.rule == JSONRules.queryTooLong)
    var longer = JSONQueryEvaluation(tree, stepLimit: 10_000)
    #expect(try longer.select(query, from: tree.root).count == 10)
  }
}

struct JSONLineQueryTests {
  static let lines = """
    {"id":1,"x":{"x":7}}

    {"id":2,"of":[{"x":8}]}
    [{"id":3}]
    """

  @Test func `a descent goes into every line`() throws {
    let lines = try JSONQueryReaderTests.dump(Self.lines, "$..x", ["$"], suffix: ".ndjson")
    #expect(
      lines == [
        "batch 0 record 1 line 0 at 12 /0/x", "$: structure {\"x\":7} @0 /0/x",
        "batch 0 record 2 line 0 at 17 /0/x/x", "$: number 7 @0 /0/x/x",
        "batch 0 record 3 line 0 at 41 /1/of/0/x", "$: number 8 @0 /1/of/0/x",
      ])
  }

  @Test(arguments: [
    ("$[?@.id > 1]", ["/1"]), ("$[?@.id == 1]", ["/0"]), ("$[?@[0].id]", ["/2"]),
    ("$[?@.x || @.of]", ["/0", "/1"]), ("$[?@.of].of[*]", ["/1/of/0"]),
    ("$..[?@.id == 3]", ["/2/0"]), ("$..[?@.id < 3]", ["/0", "/1"]),
    ("$['x','of']", ["/0/x", "/1/of"]), ("$[*][?@.id]", ["/2/0"]), ("$[0]..x", ["/0/x", "/0/x/x"]),
    ("$.of[?@.x]", ["/1/of/0"]), ("$.x.x[?@.none]", []),
  ])
  func `a filter chooses among the lines`(iterator: String, pointers: [String]) throws {
    let found = try JSONQueryReaderTests.records(Self.lines, iterator, suffix: ".jsonl")
    #expect(found == pointers.map { $0[...] })
  }

  @Test(arguments: ["$[1:]", "$[-1]", "$[0,1]", "$..[0]", "$[?@.id == $[0].id]", "$[*][?$.a]"])
  func `what depends on several lines is refused by name`(iterator: String) {
    let finding = TreeFixture.finding {
      _ = try JSONQueryReaderTests.dump(Self.lines, iterator, [], suffix: ".jsonl")
    }
    #expect(finding?.rule == JSONRules.pathUnsupported)
    #expect(finding?.argument("path") == .plain(iterator))
    #expect(finding?.argument("column") == .plain("2"))
  }

  @Test func `a filter that looks from the root looks from the document`() throws {
    let text = #"{"limit":2,"list":[{"n":1},{"n":2},{"n":3}]}"#
    let found = try JSONQueryReaderTests.records(text, "$.list[?@.n >= $.limit]")
    #expect(found == ["/list/1", "/list/2"])
  }
}
