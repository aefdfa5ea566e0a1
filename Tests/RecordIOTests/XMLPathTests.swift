// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RecordIO
import Testing

struct XMLPathTests {
  static func finding(
    iterator: String = "/a/b", reference: String = ".", namespaces: [String: String] = [:]
  ) -> Finding? {
    TreeFixture.finding {
      _ = try TreeFixture.xml("<a/>", iterator, [reference], namespaces: namespaces)
    }
  }

  @Test(arguments: [
    ("/a/b[@type='x']", "the predicate “[@type='x']”", 5), ("/a/b[1]/c", "the predicate “[1]”", 5),
    ("//b", "the descent “//”", 1), ("/a//b", "the descent “//”", 3),
    ("/a/@id", "an attribute as a record", 4), ("/a|/b", "a union", 3),
    ("/child::a", "the axis “child::”", 2), ("/a/text()", "the function “text()”", 4),
    ("/name()", "the function “name()”", 2),
  ])
  func `what an iterator cannot say is named with its column`(
    path: String, part: String, column: Int
  ) {
    let finding = Self.finding(iterator: path)
    #expect(finding?.rule == XMLRules.pathUnsupported)
    #expect(finding?.argument("part") == .plain(part))
    #expect(finding?.argument("column") == .plain("\(column)"))
    #expect(finding?.place == nil)
  }

  @Test(arguments: [
    ("b[1]", "the predicate “[1]”", 2), ("@id[.='1']", "the predicate “[.='1']”", 4),
    ("a//b", "the descent “//”", 2), ("/a/@id", "a path from the document", 1),
    ("a/../b", "a step up after a step down", 3), ("@*", "the choice of all attributes", 2),
    ("count(b)", "the function “count()”", 1), ("b|c", "a union", 2),
    ("../x/@id", Self.up, 1), ("..", Self.up, 1), ("../x", Self.up, 1),
    ("../../@id", "more steps up than the record has ancestors", 1),
  ])
  func `what a reference cannot say is named with its column`(
    path: String, part: String, column: Int
  ) {
    let finding = Self.finding(reference: path)
    #expect(finding?.rule == XMLRules.pathUnsupported)
    #expect(finding?.argument("part") == .plain(part))
    #expect(finding?.argument("column") == .plain("\(column)"))
  }

  static let up =
    "a step up to something else than an attribute of an ancestor, which is all that is known when the record begins,"

  @Test(arguments: [
    ("", 1), ("a", 1), ("/", 2), ("/a/", 4), ("/1", 2), ("???dflidj", 1), ("/a b", 3), ("/p:", 4),
    ("/.", 2),
  ])
  func `a malformed iterator is reported with its column`(path: String, column: Int) {
    let finding = Self.finding(iterator: path)
    #expect(finding?.rule == XMLRules.pathMalformed)
    #expect(finding?.argument("column") == .plain("\(column)"))
  }

  @Test(arguments: [
    ("", 1), ("a/", 3), ("@", 2), ("a/.", 3), ("@id/x", 4), ("text()x", 7), ("#", 1),
  ])
  func `a malformed reference is reported with its column`(path: String, column: Int) {
    let finding = Self.finding(reference: path)
    #expect(finding?.rule == XMLRules.pathMalformed)
    #expect(finding?.argument("column") == .plain("\(column)"))
  }

  @Test func `an unbound prefix is reported with those that are bound`() {
    let finding = Self.finding(
      reference: "x/fihr:name", namespaces: ["fhir": "http://hl7.org/fhir"])
    #expect(finding?.rule == XMLRules.unboundPrefix)
    #expect(finding?.argument("prefix") == .plain("fihr"))
    #expect(finding?.argument("column") == .plain("3"))
    #expect(finding?.remedy().contains("fhir") == true)
    #expect(Self.finding(reference: "@xml:lang") == nil)
  }

  @Test func `a path may begin with the record`() throws {
    #expect(try TreeFixture.xml("<a><b>1</b></a>", "/a", ["./b"]).last == "./b: text 1 @1")
  }
}
