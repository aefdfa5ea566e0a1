// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import RecordIO

struct XMLQueryTests {
  static let patients = """
    <patients centre="C1" xmlns:x="urn:x">
      <patient id="1"><name>Ada</name><visit day="3"><x:code>A</x:code></visit></patient>
      <patient id="2"><name>Bo</name><visit day="5"/><visit day="7"/>
        <note>a<b>b</b>c</note></patient>
    </patients>
    """

  static func dump(
    _ iterator: String, _ references: [String], of text: String = patients,
    namespaces: [String: String] = [:], nulls: [String] = []
  ) throws -> [String] {
    try TreeFixture.withFile(Array(text.utf8), suffix: ".xml") { path in
      let format = RecordFormat.xml(iterator: iterator, namespaces: namespaces)
      let reader = try RecordReaders.open(
        path, name: "data.xml", format: format, references: references, nullValues: nulls)
      var lines: [String] = []
      var batch = RecordBatch(columns: reader.columns)
      var findings: [Finding] = []
      while try reader.read(into: &batch, findings: &findings) {
        lines += TreeFixture.dump([batch])
      }
      return lines
    }
  }

  @Test func `a reference with a predicate is evaluated on the record`() throws {
    let lines = try Self.dump("/patients/patient", ["visit[@day > 4]/@day", "@id"])
    #expect(
      lines == [
        "batch 0 record 1 line 2 at 41 /patients/patient[1]",
        "visit[@day > 4]/@day: absent",
        "@id: text 1 @2 /patients/patient[1]/@id",
        "batch 0 record 2 line 3 at 127 /patients/patient[2]",
        "visit[@day > 4]/@day: text 5 @3 /patients/patient[2]/visit[1]/@day",
        "visit[@day > 4]/@day: text 7 @3 /patients/patient[2]/visit[2]/@day",
        "@id: text 2 @3 /patients/patient[2]/@id",
      ])
  }

  @Test func `an iterator with a predicate finds records in the document`() throws {
    let lines = try Self.dump("/patients/patient[@id='2']", ["name", "../@centre"])
    #expect(
      lines == [
        "batch 0 record 1 line 3 at 127 /patients/patient[2]",
        "name: text Bo @3 /patients/patient[2]/name[1]",
        "../@centre: text C1 @1 /patients/@centre",
      ])
  }

  @Test(arguments: [
    ("//patient", ["1", "2"]), ("/patients/*[2]", ["2"]), ("patients/patient", ["1", "2"]),
    ("/patients/patient[last()]", ["2"]), ("/patients/child::patient", ["1", "2"]),
    ("//patient[visit/@day=3] | //patient[name='Bo']", ["1", "2"]),
    ("//visit[@day='7']/ancestor::patient", ["2"]), ("//nothing", []),
  ])
  func `iterators of every kind find their records`(iterator: String, ids: [String]) throws {
    let lines = try Self.dump(iterator, ["@id"])
    #expect(
      lines.filter { $0.hasPrefix("@id") }.map { $0.split(separator: " ")[2] }
        == ids.map { $0[...] })
  }

  @Test(arguments: [
    ("count(visit)", "number 2 @3"), ("concat(name, '-', @id)", "text Bo-2 @3"),
    ("boolean(visit)", "boolean true @3"), ("string(visit/@day)", "text 5 @3"),
    ("number(name)", "text NaN @3"), ("sum(visit/@day) div 8", "number 1.5 @3"),
    ("string-length(name) * 2", "number 4 @3"),
    ("name[.='Bo']", "text Bo @3 /patients/patient[2]/name[1]"),
    ("note/text()[2]", "text c @4 /patients/patient[2]/note[1]/text()"),
    ("note[b]", "structure abc @4 /patients/patient[2]/note[1]"),
    ("preceding-sibling::patient/name", "text Ada @2 /patients/patient[1]/name[1]"),
    ("/patients/@centre", "text C1 @1 /patients/@centre"),
    ("../patient[1]/name", "text Ada @2 /patients/patient[1]/name[1]"),
    ("self::patient/@id", "text 2 @3 /patients/patient[2]/@id"),
  ])
  func `expressions give nodes, texts, numbers and truth values`(
    reference: String, value: String
  ) throws {
    let lines = try Self.dump("/patients/patient", [reference])
    #expect(lines.last == "\(reference): \(value)")
  }

  @Test func `prefixes stand for the namespaces that the mapping binds`() throws {
    let lines = try Self.dump(
      "/patients/patient", ["visit[y:code]/@day", "name()"], namespaces: ["y": "urn:x"])
    #expect(lines[1] == "visit[y:code]/@day: text 3 @2 /patients/patient[1]/visit[1]/@day")
    #expect(lines[2] == "name(): text patient @2")
  }

  @Test(arguments: [[:], ["": "urn:d"]] as [[String: String]])
  func `names without a prefix match the default namespace`(
    namespaces: [String: String]
  ) throws {
    let text = "<a xmlns='urn:d' xmlns:e='urn:e'><b n='1'><c>x</c><e:c>y</e:c></b><b/></a>"
    let lines = try Self.dump("//b[1]", ["c[1]", "@n[.='1']"], of: text, namespaces: namespaces)
    #expect(
      lines == [
        "batch 0 record 1 line 1 at 33 /a/b[1]", "c[1]: text x @1 /a/b[1]/c[1]",
        "@n[.='1']: text 1 @1 /a/b[1]/@n",
      ])
  }

  @Test func `null texts and nil elements are null`() throws {
    let text =
      "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><b>NA</b><c i:nil='true'/></a>"
    let lines = try Self.dump("/a", ["b[1]", "c[1]", "d[1]"], of: text, nulls: ["NA"])
    #expect(lines[1...] == ["b[1]: null @1 /a/b[1]", "c[1]: null @1 /a/c[1]", "d[1]: absent"])
  }

  @Test func `references and sections of text are what they stand for`() throws {
    let text = "<a><b c='x &amp; y'>1 &lt; <![CDATA[2 & 3]]></b></a>"
    let lines = try Self.dump("/a/b", ["self::b", "string(.)", "string(@c)"], of: text)
    #expect(lines.suffix(2) == ["string(.): text 1 < 2 & 3 @1", "string(@c): text x & y @1"])
  }

  @Test func `an attribute can be a record`() throws {
    let lines = try Self.dump("//visit/@day", ["string(.)"])
    #expect(lines.filter { $0.hasPrefix("batch") }.count == 3)
    #expect(lines[1] == "string(.): text 3 @2")
    #expect(lines[0] == "batch 0 record 1 line 2 at 73 /patients/patient[1]/visit[1]/@day")
  }

  @Test func `what is on plain paths is the same by an expression`() throws {
    let plain = try Self.dump("/patients/patient", ["name", "visit/@day", "note"])
    let query = try Self.dump("/patients/patient[true()]", ["name", "visit/@day", "note"])
    // Expressions give every value its own path.
    #expect(
      plain.map { $0.split(separator: " /")[0] } == query.map { $0.split(separator: " /")[0] })
  }

  @Test func `the tree of a record is gone before the next is read`() throws {
    let rows = (1...2_000).map { "<r n='\($0)'><v>\($0)</v></r>" }.joined()
    let lines = try Self.dump("/t/r", ["v[1]"], of: "<t>\(rows)</t>")
    #expect(lines.last == "v[1]: text 2000 @1 /t/r[2000]/v[1]")
  }
}

struct XMLQueryErrorTests {
  static func finding(
    _ iterator: String, _ references: [String] = [], namespaces: [String: String] = [:]
  ) -> Finding? {
    TreeFixture.finding {
      _ = try XMLQueryTests.dump(iterator, references, of: "<a><b/></a>", namespaces: namespaces)
    }
  }

  @Test(arguments: [
    ("a[$x]", "the variable “$x”", 3), ("namespace::a", "the axis “namespace::”", 1),
    ("sidewards::a", "the axis “sidewards::”", 1),
    ("a/comment()", "the node test “comment()”", 3), ("id('x')", "the function “id()”", 1),
    ("p:foo(b)", "the function “p:foo()”", 1), ("b[p:foo ()]", "the function “p:foo()”", 3),
  ])
  func `what cannot be evaluated is named with its column`(
    path: String, part: String, column: Int
  ) {
    let finding = Self.finding("/a", [path])
    #expect(finding?.rule == XMLRules.pathUnsupported)
    #expect(finding?.argument("part") == .plain(part))
    #expect(finding?.argument("column") == .plain("\(column)"))
  }

  @Test func `an unknown function is named with the nearest that exists`() {
    let finding = Self.finding("/a", ["conct(b, 'x')"])
    #expect(finding?.rule == XMLRules.pathUnsupported)
    #expect(finding?.message(showValues: false).contains("concat") == true)
  }

  @Test(arguments: [
    ("a[", 3), ("'x", 1), ("#", 1), ("a b", 3), ("count(", 7), ("b)", 2), ("b[(1]", 5),
  ])
  func `an expression that breaks is reported with its column`(path: String, column: Int) {
    let finding = Self.finding("/a", [path])
    #expect(finding?.rule == XMLRules.pathMalformed)
    #expect(finding?.argument("column") == .plain("\(column)"))
  }

  @Test func `an unbound prefix in an expression is reported with those that are bound`() {
    let finding = Self.finding("/a", ["b[fihr:c]"], namespaces: ["fhir": "urn:f"])
    #expect(finding?.rule == XMLRules.unboundPrefix)
    #expect(finding?.argument("column") == .plain("3"))
    #expect(finding?.remedy().contains("fhir") == true)
  }

  @Test func `a value is no record`() {
    let finding = Self.finding("count(/a)")
    #expect(finding?.rule == XMLRules.pathUnsupported)
    #expect(finding?.argument("part") == .plain("a value as a record"))
  }

  @Test(arguments: [
    ("", "(", "b", ")", 3_000), ("", "b[", "b", "]", 3_000), ("1", "+1", "", "", 20_000),
  ])
  func `an expression nested too deep is refused as that`(
    head: String, open: String, inside: String, close: String, count: Int
  ) {
    let path =
      head + String(repeating: open, count: count) + inside + String(repeating: close, count: count)
    let finding = Self.finding("/a", [path])
    #expect(finding?.rule == XMLRules.pathUnsupported)
    #expect(finding?.argument("part") == .plain("thousands of brackets, steps or operators"))
  }

  @Test func `a path of more steps than elements can be nested finds nothing`() throws {
    for count in [256, 20_000] {
      let path = "b" + String(repeating: "/b", count: count)
      let isRead = Self.finding("/a", [path]) == nil
      #expect(isRead, "\(count) steps")
    }
    let iterator = String(repeating: "/a", count: 257)
    #expect(try XMLQueryTests.dump(iterator, [], of: "<a><a/></a>") == [])
  }

  @Test func `too many arguments of a function are a fault of the path`() {
    #expect(Self.finding("/a", ["count(b, b)"])?.rule == XMLRules.pathMalformed)
  }

  @Test func `an expression that takes too many steps is stopped`() throws {
    let text = "<a>" + String(repeating: "<b/>", count: 400) + "</a>"
    let path = "count(b[count(../b[count(../b[true()]) > 0]) > 0])"
    let finding = TreeFixture.finding {
      _ = try XMLQueryTests.dump("/a", [path], of: text)
    }
    #expect(finding?.rule == XMLRules.queryTooLong)
    #expect(finding?.place?.description == "data.xml:1 /a")
  }

  @Test func `a document beyond the limit is refused if a path may lead anywhere in it`() throws {
    let filler = String(repeating: "x", count: 1 << 20)
    let text = "<a>" + String(repeating: "<b><!--\(filler)--></b>", count: 65) + "</a>"
    let finding = TreeFixture.finding {
      _ = try XMLQueryTests.dump("/a/b", ["/a/b[1]"], of: text)
    }
    #expect(finding?.rule == XMLRules.documentTooLarge)
    #expect(finding?.argument("limit") == .plain("67108864"))
    #expect(try XMLQueryTests.dump("/a/b", ["count(*)"], of: text).count == 130)
  }
}

struct XMLRecordFilterTests {
  @Test(arguments: [
    "/p/q[@id='2']", "/p/q[a and not(b)]", "/p/q[a]", "/p/q[not(a)]", "/p/q[@x][b = 3]",
    "/p/q[a[1] > 2]", "/p/q[count(a) >= 1]", "/p/q[a|b]", "/p/q[.//a]", "/p/q[contains(a, ']')]",
    "/p/q[ . = 'x' ]", "/p/*[starts-with(name(), 'q')]", "/p/q[a[2]]", "/p/q[a + 1 = 2]",
  ])
  func `conditions on a record stream`(iterator: String) {
    #expect(XMLRecordFilter(iterator, namespaces: [:]) != nil)
  }

  @Test(arguments: [
    "/p/q", "/p/q[1]", "/p/q[last()]", "/p/q[position() = 2]", "/p/q[count(a)]", "/p/q[@n + 0]",
    "/p/q[a][1]", "/p[a]/q", "//q[a]", "/p/q[../@x]", "/p/q[/p/@x = 1]", "/p/q['x']", "/p/q[a * 2]",
    "/p/q[preceding-sibling::q]", "/p/q[a] | /p/r[a]", "/p/q[string(a)]", "/p/q[a]/@id", "q[a]",
    "/p/q[(1)]", "/p/q[-a]", "/p/q[a - b]", "/p/q[not(position() = 1)]", "/p/q[number(a)]",
  ])
  func `positions, and what leaves the record, do not`(iterator: String) {
    #expect(XMLRecordFilter(iterator, namespaces: [:]) == nil)
  }

  @Test(arguments: [
    "@id='2'", "visit", "not(visit[@day=7])", "visit/@day > 4", "note", "name='Nobody'",
    "visit[2]", ".//x:code", "count(visit) = 2 or name = 'Ada'", "true()", "x:no | visit",
  ])
  func `what streams is what the document gives`(condition: String) throws {
    let references = ["name", "visit/@day", "../@centre", "count(visit)"]
    let dumps = try ["", "[position() > 0]"].map { whole in
      try XMLQueryTests.dump(
        "/patients/patient[\(condition)]\(whole)", references, namespaces: ["x": "urn:x"])
    }
    #expect(dumps[0] == dumps[1])
  }

  @Test(arguments: [1, 64, 131_072])
  func `records that are not chosen leave nothing behind`(batch: Int) throws {
    let rows = (1...500).map { "<r n='\($0)'><v>\($0 % 5)</v></r>" }.joined()
    let request = try XMLReader.request(
      iterator: "/t/r[v = 0]", namespaces: [:], references: ["@n", "v"], nullValues: [])
    request.tree?.nodeLimit = 5
    let reader = try XMLReader(
      ByteInput(memory: Array("<t>\(rows)</t>".utf8), displayName: "d"), request,
      sizes: (64, batch))
    let batches = try TreeFixture.batches(reader)
    #expect(batches.flatMap(\.places).map(\.number) == Array(1...100))
    #expect(batches.allSatisfy { $0.recordCount > 0 })
    #expect(batches.last?.places.last?.path == "/t/r[500]")
  }

  @Test func `names without a prefix match the default namespace`() throws {
    let lines = try XMLQueryTests.dump(
      "/a/b[c = 1]", ["c"], of: "<a xmlns='urn:d'><b><c>1</c></b><b><c>2</c></b></a>")
    #expect(lines.filter { $0.hasPrefix("c:") } == ["c: text 1 @1 /a/b[1]/c[1]"])
  }

  @Test func `a condition that fails is named as it was written`() {
    let inside = "/a[count(b[count(.//b) > count(b, b)]) = 1]"
    #expect(XMLRecordFilter(inside, namespaces: [:]) != nil)
    #expect(XMLQueryErrorTests.finding(inside)?.argument("path") == .plain(inside))
  }
}

struct XMLQueryLimitTests {
  static func finding(
    _ text: String, _ iterator: String, _ references: [String], nodes: Int
  ) -> Finding? {
    TreeFixture.finding {
      let request = try XMLReader.request(
        iterator: iterator, namespaces: [:], references: references, nullValues: [])
      request.tree?.nodeLimit = nodes
      let input = ByteInput(memory: Array(text.utf8), displayName: "d")
      _ = try TreeFixture.batches(XMLReader(input, request))
    }
  }

  // The document has ten nodes; the larger record six, and two elements around it.
  static let text = "<a>\n<b/>\n<b x='1'><c>t</c>\n<c/></b></a>"

  @Test func `a document of more nodes than are kept is refused where they are too many`() {
    for nodes in 2...9 {
      let finding = Self.finding(Self.text, "//b", ["c"], nodes: nodes)
      #expect(finding?.rule == XMLRules.tooManyNodes)
      #expect(finding?.argument("path") == .plain("//b"))
      #expect(finding?.argument("what") == .plain("document"))
      // A text that is a line break ends on the next line.
      let line = nodes == 2 ? 2 : nodes < 8 ? 3 : 4
      #expect(finding?.place == SourcePlace(file: "d", .text(line: line, column: 1)), "\(nodes)")
      #expect(finding?.message().firstMatch(of: /\{\w+\}/) == nil)
    }
    #expect(Self.finding(Self.text, "//b", ["c"], nodes: 10) == nil)
  }

  @Test func `a record of more nodes than are kept is refused at the record`() {
    let finding = Self.finding(Self.text, "/a/b", ["@x", "count(c)"], nodes: 6)
    #expect(finding?.rule == XMLRules.tooManyNodes)
    #expect(finding?.argument("path") == .plain("count(c)"))
    #expect(finding?.argument("what") == .plain("record"))
    #expect(finding?.place == SourcePlace(file: "d", .element(path: "/a/b[2]", line: 3)))
    #expect(Self.finding(Self.text, "/a/b", ["@x", "count(c)"], nodes: 7) == nil)
  }

  @Test func `nodes are counted for each record, not for all`() {
    let rows = String(repeating: "<b x='1'>t<c/>t</b>", count: 1_000)
    #expect(Self.finding("<a>\(rows)</a>", "/a/b", ["count(c)"], nodes: 8) == nil)
  }

  @Test func `a long text is one node`() {
    let text = "<a><b>\(String(repeating: "text &amp; ", count: 10_000))</b></a>"
    #expect(Self.finding(text, "//b", ["string(.)"], nodes: 3) == nil)
  }

  @Test(arguments: [("/a", ["a"]), ("//a", ["a"]), ("/a", ["count(a)"]), ("/a", ["/a/a"])])
  func `elements deeper than the limit are refused, kept or not`(
    iterator: String, references: [String]
  ) {
    let text = "\n" + String(repeating: "<a>", count: 300)
    let finding = Self.finding(text, iterator, references, nodes: 1_000)
    #expect(finding?.rule == XMLRules.tooDeep)
    #expect(finding?.place?.locator == .text(line: 2, column: 256 * 3 + 1))
    let deepest = String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)
    #expect(Self.finding(deepest, iterator, references, nodes: 1_000) == nil)
  }
}
