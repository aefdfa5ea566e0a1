// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import TestSupport
import Testing

struct JSONReaderTests {
  @Test func `values carry their kind, spelling and bytes from the start of the record`() throws {
    let text = #"[ {"a":"x\ny","n":1.10,"b":true,"o":{"p":[1, 2]},"z":null} ]"#
    #expect(
      try TreeFixture.json(text, "$[*]", ["a", "n", "b", "o", "o.p[1]", "z", "missing", "o.q"])
        == [
          "batch 0 record 1 line 0 at 2 /0", "a: text x\ny @5", "n: number 1.10 @16",
          "b: boolean true @25", #"o: structure {"p":[1, 2]} @34"#, "o.p[1]: number 2 @43",
          "z: null @51", "missing: absent", "o.q: absent",
        ])
  }

  @Test func `repeated values carry their own pointers`() throws {
    let text = #"{"p":[{"name":[{"given":["Ada","M"]},{"given":["Countess"]}],"one":["x"]}]}"#
    #expect(
      try TreeFixture.json(text, "$.p[*]", ["name[*].given[*]", "name[0].given[1]", "one[*]"]) == [
        "batch 0 record 1 line 0 at 6 /p/0",
        "name[*].given[*]: text Ada @19 /p/0/name/0/given/0",
        "name[*].given[*]: text M @25 /p/0/name/0/given/1",
        "name[*].given[*]: text Countess @41 /p/0/name/1/given/0",
        "name[0].given[1]: text M @25", "one[*]: text x @62 /p/0/one/0",
      ])
  }

  @Test(arguments: [
    ("$", "{\"a\":1}", [""]),
    ("$.*", #"{"x/y":{"a":1},"m~n":{"a":2}}"#, ["/x~1y", "/m~0n"]),
    ("$[*]", #"{"k":{"a":1}}"#, ["/k"]),
    ("$['00080060']", #"{"00080060":{"a":1},"other":{"a":2}}"#, ["/00080060"]),
    ("$[\"a b\"][*].c", #"{"a b":[{"c":1},{"d":2},{"c":3}]}"#, ["/a b/0/c", "/a b/2/c"]),
    ("$.entry[1].resource", #"{"entry":[{"resource":1},{"resource":2}]}"#, ["/entry/1/resource"]),
    ("$.none[*]", #"{"some":[1]}"#, []),
    ("$.a[*]", #"{"a":"text"}"#, []),
  ])
  func `an iterator names its records`(iterator: String, text: String, paths: [String]) throws {
    let found = try TreeFixture.json(text, iterator, ["@"])
      .filter { $0.hasPrefix("batch") }.map {
        $0.split(separator: " ", maxSplits: 8, omittingEmptySubsequences: false).last
      }
    #expect(found == paths.map { $0[...] })
  }

  @Test(arguments: [
    ("name", "text n"), ("$.name", "text n"), ("@.name", "text n"), ("$['name']", "text n"),
    ("['a b']", "number 1"), (#"["a b"]"#, "number 1"), ("00080060.Value[0]", "text CT"),
    ("$.00080060.Value[0]", "text CT"), ("['it\\'s']", "number 2"), ("@id", "text urn:x"),
    ("$['@id']", "text urn:x"), ("dct:title", "text T"), ("$.['name']", "text n"),
    ("ключ", "number 3"), ("esc\u{1F600}", "number 4"),
  ])
  func `a reference is spelled in any of these ways`(reference: String, value: String) throws {
    let text = #"""
      {"name":"n","a b":1,"00080060":{"Value":["CT"]},"it's":2,"@id":"urn:x","dct:title":"T",
      "ключ":3,"esc\ud83d\ude00":4}
      """#
    let lines = try TreeFixture.json(text, "$", [reference])
    #expect(lines.last?.hasPrefix("\(reference): \(value) @") == true)
  }

  @Test func `the record itself is a structure or a scalar`() throws {
    #expect(
      try TreeFixture.json("[ {\"a\" : 1} , 7, null]", "$[*]", ["$", "@", "a"]) == [
        "batch 0 record 1 line 0 at 2 /0", "$: structure {\"a\" : 1} @0",
        "@: structure {\"a\" : 1} @0", "a: number 1 @7",
        "batch 0 record 2 line 0 at 14 /1", "$: number 7 @0", "@: number 7 @0", "a: absent",
        "batch 0 record 3 line 0 at 17 /2", "$: null @0", "@: null @0", "a: absent",
      ])
  }

  @Test func `a wildcard and an index may lead to the same value`() throws {
    #expect(
      try TreeFixture.json("{\"v\":[1,[2]]}", "$", ["v[*]", "v[1]", "v[1][0]", "v[*][0]"]) == [
        "batch 0 record 1 line 0 at 0 ", "v[*]: number 1 @6 /v/0", "v[*]: structure [2] @8 /v/1",
        "v[1]: structure [2] @8", "v[1][0]: number 2 @9", "v[*][0]: number 2 @9 /v/1/0",
      ])
  }

  @Test func `texts that mean null and null itself are outweighed by values`() throws {
    let text = #"[{"a":"NA","b":[null,"NA",5],"c":[null],"d":-9,"e":"na"}]"#
    #expect(
      try TreeFixture.json(text, "$[*]", ["a", "b[*]", "c[*]", "d", "e"], nulls: ["NA", "-9"]) == [
        "batch 0 record 1 line 0 at 1 /0", "a: null @5", "b[*]: number 5 @25 /0/b/2",
        "c[*]: null @33 /0/c/0", "d: null @43", "e: text na @50",
      ])
  }

  @Test(arguments: ["$", "$[*]"], [".ndjson", ".jsonl", ".NDJSON"])
  func `every line of a lines file is a record`(iterator: String, suffix: String) throws {
    let text = "{\"a\":1}\n\n {\"a\":2}\r\n{\"a\":3}"
    #expect(
      try TreeFixture.json(text, iterator, ["a"], suffix: suffix) == [
        "batch 0 record 1 line 0 at 0 /0", "a: number 1 @5", "batch 0 record 2 line 0 at 10 /1",
        "a: number 2 @5", "batch 0 record 3 line 0 at 19 /2", "a: number 3 @5",
      ])
  }

  @Test func `a path goes on inside the lines of a lines file, and an empty one has no records`()
    throws
  {
    #expect(
      try TreeFixture.json("{\"r\":[1]}\n{\"r\":[2,3]}\n", "$.r[*]", ["@"], suffix: ".jsonl")
        .filter { $0.hasPrefix("batch") }.map { String($0.suffix(6)) } == [
          "/0/r/0", "/1/r/0", "/1/r/1",
        ])
    #expect(try TreeFixture.json("\n", "$", ["a"], suffix: ".jsonl") == [])
  }

  @Test func `a compressed file of lines is known by the name before gz`() throws {
    let bytes: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x56, 0x4A, 0x54, 0xB2,
      0x32, 0xAC, 0xE5, 0xAA, 0x06, 0xD1, 0x46, 0xB5, 0x5C, 0x00, 0x66, 0xC0, 0x5A, 0x19, 0x10,
      0x00, 0x00, 0x00,
    ]
    #expect(
      try TreeFixture.json(bytes: bytes, "$", ["a"], suffix: ".ndjson.gz") == [
        "batch 0 record 1 line 0 at 0 /0", "a: number 1 @5", "batch 0 record 2 line 0 at 8 /1",
        "a: number 2 @5",
      ])
  }

  @Test func `a byte order mark is tolerated, counted and told`() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("[1]".utf8)
    #expect(
      try TreeFixture.json(bytes: bytes, "$[*]", ["@"])
        == ["batch 0 record 1 line 0 at 4 /0", "@: number 1 @0"])
    let facts = try TreeFixture.withFile(bytes, suffix: ".json") { path in
      try JSONReader(
        path: path, displayName: "x.json", iterator: "$", references: [], nullValues: []
      ).facts
    }
    #expect(
      facts
        == SourceFacts(
          file: "x.json", format: "JSON", encoding: .utf8, sniffed: ["UTF-8 with byte order mark"]))
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `chunks of any size give the same batches`(chunk: Int) throws {
    let text = Self.bundle(of: 40)
    let references = ["id", "name[*].given[*]", "gender", "note", "$", "extension[0]", "active"]
    let whole = try TreeFixture.json(text, "$.entry[*].resource", references, batch: 512)
    let cut = try TreeFixture.json(
      text, "$.entry[*].resource", references, chunk: chunk, batch: 512)
    #expect(cut == whole)
    #expect(whole.filter { $0.hasPrefix("batch 3 ") }.count > 1)
    #expect(whole.filter { $0.hasPrefix("batch") }.count == 40)
  }

  @Test func `strings larger than many chunks arrive whole`() throws {
    let long = String(repeating: "häß\\n\\u00e9", count: 30_000)
    let lines = try TreeFixture.json(
      "{\"skipped\":\"\(long)\",\"r\":[{\"a\":\"\(long)\",\"b\":2}]}", "$.r[*]", ["a", "b"],
      chunk: 100)
    let plain = String(repeating: "häß\né", count: 30_000)
    #expect(lines[1] == "a: text \(plain) @5")
    #expect(lines[2] == "b: number 2 @\(5 + long.utf8.count + 7)")
  }

  @Test func `a batch ends with the record that reaches its size`() throws {
    let text = "[\(String(repeating: "{\"a\":1},", count: 100_000)){\"a\":1}]"
    let batches = try TreeFixture.withFile(Array(text.utf8), suffix: ".json") { path in
      try TreeFixture.batches(
        JSONReader(
          path: path, displayName: "a", iterator: "$[*]", references: ["a"], nullValues: []))
    }
    #expect(batches.map(\.recordCount) == [16384, 16384, 16384, 16384, 16384, 16384, 1697])
    #expect(batches[1].places[0].offset == 1 + 16384 * 8)
    #expect(batches[6].places.last?.number == 100_001)
  }

  /// A bundle in the shape of FHIR.
  static func bundle(of count: Int) -> String {
    let entries = (0..<count).map { index in
      #"""
      {"fullUrl":"urn:uuid:\#(index)","resource":{"resourceType":"Patient","id":"p\#(index)",
        "name":[{"family":"Müller \"\#(index)\"","given":["A\u00e9","\ud83d\ude00"]}],
        "gender":"female","active":\#(index.isMultiple(of: 2)),"note":null,
        "extension":[{"url":"http:\/\/x","valueDecimal":1.50e\#(index)}]}}
      """#
    }
    return "{\"resourceType\":\"Bundle\",\"entry\":[\n\(entries.joined(separator: ",\n"))\n]}\n"
  }
}
