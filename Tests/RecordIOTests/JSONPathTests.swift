// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RecordIO
import Testing

struct JSONPathTests {
  @Test func `paths are read step by step`() throws {
    let path = try JSONPath(iterator: "$.entry[*]['a.b'][0].*")
    #expect(
      path.steps == [
        .name(Array("entry".utf8)), .wildcard, .name(Array("a.b".utf8)), .index(0), .wildcard,
      ])
    #expect(try JSONPath(reference: "$").steps == [])
    #expect(try JSONPath(reference: "@").steps == [])
    #expect(try JSONPath(reference: "$[*]").steps == [.wildcard])
  }

  @Test func `a path without wildcards has a pointer`() throws {
    #expect(try JSONPath(reference: "a['b/c'][2]['~']").pointer == "/a/b~1c/2/~0")
    #expect(try JSONPath(reference: "$").pointer == "")
    #expect(try JSONPath(reference: "a[*]").pointer == nil)
  }

  @Test(arguments: [
    ("$..name", "the descent “..”", 2), ("$.a..b", "the descent “..”", 4),
    ("$.a[?(@.b)]", "a filter", 5), ("$[?@.b]", "a filter", 3), ("$[1:3]", "a slice", 4),
    ("$[:3]", "a slice", 3), ("$[-1:]", "a slice", 3), ("$[(@.length-1)]", "a script", 3),
    ("$.a.length()", "a function", 5), ("$['a','b']", "a choice of several members", 6),
    ("$[0,1]", "a choice of several members", 4), ("$[-1]", "an index counted from the end", 3),
    (#"$['a\n']"#, "an escape other than of the quote or the backslash", 6),
  ])
  func `what one pass cannot answer is named with its column`(
    path: String, part: String, column: Int
  ) throws {
    for reading in [{ _ = try JSONPath(iterator: path) }, { _ = try JSONPath(reference: path) }] {
      let finding = TreeFixture.finding(reading)
      #expect(finding?.rule == JSONRules.pathUnsupported)
      #expect(finding?.argument("part") == .plain(part))
      #expect(finding?.argument("column") == .plain("\(column)"))
      #expect(finding?.place == nil)
    }
  }

  @Test(arguments: [
    ("$name", 2), ("$.", 3), ("$.a.", 5), ("$[", 3), ("$[0", 4), ("$[00]", 3), ("$['a]", 6),
    ("$.a b", 4), ("$.students[*]]", 14), ("$.a*", 4), ("$[a]", 3),
    ("$[99999999999999999999]", 3),
  ])
  func `a malformed path is reported with its column`(path: String, column: Int) throws {
    let finding = TreeFixture.finding { _ = try JSONPath(reference: path) }
    #expect(finding?.rule == JSONRules.pathMalformed)
    #expect(finding?.argument("column") == .plain("\(column)"))
  }

  @Test func `an iterator begins with the document and a reference is not empty`() throws {
    for text in ["", "a[*]", "@"] {
      #expect(
        TreeFixture.finding { _ = try JSONPath(iterator: text) }?.rule == JSONRules.pathMalformed)
    }
    for text in ["", "*"] {
      #expect(
        TreeFixture.finding { _ = try JSONPath(reference: text) }?.rule == JSONRules.pathMalformed)
    }
  }
}
