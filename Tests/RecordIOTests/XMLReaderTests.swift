// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Testing

@testable import RecordIO

struct XMLReaderTests {
  @Test func `values carry their kind and line`() throws {
    let text = """
      <?xml version="1.0"?>
      <patients site="H1">
        <patient id="p1"
                 born="1950">
          <sex>female</sex>
          <name use="official"><given>Ada</given> <family>L &amp; <![CDATA[<M>]]></family></name>
          <!-- no --><?no no?><note/>
        </patient>
        <other/>
        <patient id="p2"/>
      </patients>
      """
    let references = [
      "sex", "@id", "name/given", "name/@use", "name", "note", "missing", "../@site", "sex/text()",
      "note/text()",
    ]
    let lines = try TreeFixture.xml(text, "/patients/patient", references)
    #expect(
      lines == [
        "batch 0 record 1 line 3 at 45 /patients/patient[1]", "sex: text female @5",
        "@id: text p1 @3", "name/given: text Ada @6", "name/@use: text official @6",
        "name: structure Ada L & <M> @6", "note: text  @7", "missing: absent",
        "../@site: text H1 @2", "sex/text(): text female @5", "note/text(): absent",
        "batch 0 record 2 line 10 at 258 /patients/patient[2]", "sex: absent", "@id: text p2 @10",
        "name/given: absent", "name/@use: absent", "name: absent", "note: absent",
        "missing: absent", "../@site: text H1 @2", "sex/text(): absent", "note/text(): absent",
      ])
    #expect(Array(text.utf8)[45...].starts(with: "<patient id=\"p1\"".utf8))
    #expect(Array(text.utf8)[258...].starts(with: "<patient id=\"p2\"".utf8))
  }

  @Test func `repeated elements have their paths and lines`() throws {
    let text = """
      <b><p>
      <name><given>A</given><given>B</given></name>
      <x/>
      <name use="u"><given>C</given></name>
      <tel>1</tel></p></b>
      """
    let lines = try TreeFixture.xml(
      text, "/b/p", ["name/given", "name/@use", "tel", "*", "name/given/text()"])
    #expect(
      lines == [
        "batch 0 record 1 line 1 at 3 /b/p[1]",
        "name/given: text A @2 /b/p[1]/name[1]/given[1]",
        "name/given: text B @2 /b/p[1]/name[1]/given[2]",
        "name/given: text C @4 /b/p[1]/name[2]/given[1]",
        "name/@use: text u @4 /b/p[1]/name[2]/@use", "tel: text 1 @5",
        "*: structure AB @2 /b/p[1]/name[1]", "*: text  @3 /b/p[1]/x[1]",
        "*: structure C @4 /b/p[1]/name[2]", "*: text 1 @5 /b/p[1]/tel[1]",
        "name/given/text(): text A @2 /b/p[1]/name[1]/given[1]/text()[1]",
        "name/given/text(): text B @2 /b/p[1]/name[1]/given[2]/text()[1]",
        "name/given/text(): text C @4 /b/p[1]/name[2]/given[1]/text()[1]",
      ])
  }

  @Test func `text is kept as it is, split by child elements only`() throws {
    let text = "<r><a> x<!-- c -->y&#10;\n<b>in</b> z </a></r>"
    let lines = try TreeFixture.xml(text, "/r", ["a", "a/text()", ".", "text()"])
    #expect(
      lines == [
        "batch 0 record 1 line 1 at 0 /r", "a: structure  xy\n\nin z  @1",
        "a/text(): text  xy\n\n @1 /r/a[1]/text()[1]", "a/text(): text  z  @2 /r/a[1]/text()[2]",
        ".: structure  xy\n\nin z  @1", "text(): absent",
      ])
  }

  @Test func `nil and texts that mean null are null, an empty element is an empty text`() throws {
    let text = """
      <r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><a xsi:nil="true"/><b>NA</b><c/>
      <d xsi:nil="false"/><e xsi:nil="1"></e><f x="NA"/><g xsi:nil="true"/><g>v</g></r>
      """
    let lines = try TreeFixture.xml(
      text, "/r", ["a", "b", "c", "d", "e/text()", "f/@x", "g"], nulls: ["NA"])
    #expect(
      lines == [
        "batch 0 record 1 line 1 at 0 /r", "a: null @1", "b: null @1", "c: text  @1",
        "d: text  @2", "e/text(): null @2", "f/@x: null @2", "g: text v @2 /r/g[2]",
      ])
  }

  @Test func `attributes are unescaped`() throws {
    let text = "<r a='&amp;&lt;&quot;&#38;amp;&#233;\n&#10;'/>"
    let lines = try TreeFixture.xml(text, "/r", ["@a"])
    #expect(
      lines == ["batch 0 record 1 line 1 at 0 /r", "@a: text &<\"&amp;é \n @1"])
  }

  @Test func `ancestors are the ones around the record`() throws {
    let text = """
      <s id="s"><study id="1"><series uid="a"/>
      <series uid="b"/></study><study><series uid="c"/></study></s>
      """
    let lines = try TreeFixture.xml(text, "/s/study/series", ["@uid", "../@id", "../../@id"])
    #expect(
      lines == [
        "batch 0 record 1 line 1 at 24 /s/study[1]/series[1]", "@uid: text a @1",
        "../@id: text 1 @1", "../../@id: text s @1",
        "batch 0 record 2 line 2 at 42 /s/study[1]/series[2]", "@uid: text b @2",
        "../@id: text 1 @1", "../../@id: text s @1",
        "batch 0 record 3 line 2 at 74 /s/study[2]/series[1]", "@uid: text c @2",
        "../@id: absent", "../../@id: text s @1",
      ])
  }

  @Test func `a star in the iterator counts siblings by name`() throws {
    #expect(
      try TreeFixture.xml("<r><a/><b/><a><a/></a></r>", "/r/*", ["a"])
        .filter { $0.hasPrefix("batch") }.map { $0.split(separator: " ").last }
        == ["/r/a[1]", "/r/b[1]", "/r/a[2]"])
  }

  static let namespaced = """
    <f:b xmlns:f="http://f" xmlns="http://d" xmlns:g="http://f"><p xmlns:x="http://x" x:id="1" id="2">
    <f:n>F</f:n><g:n>G</g:n><n>D</n><n xmlns="">none</n></p></f:b>
    """

  @Test func `names match by namespace, whatever the prefix in the file`() throws {
    let bound = ["q": "http://f", "e": "http://d", "x": "http://x"]
    let lines = try TreeFixture.xml(
      Self.namespaced, "/q:b/e:p", ["q:n", "e:n", "@x:id", "@id", "q:*"], namespaces: bound)
    #expect(
      lines == [
        "batch 0 record 1 line 1 at 60 /f:b/p[1]", "q:n: text F @2 /f:b/p[1]/g:n[1]",
        "q:n: text G @2 /f:b/p[1]/g:n[2]", "e:n: text D @2", "@x:id: text 1 @1",
        "@id: text 2 @1", "q:*: text F @2 /f:b/p[1]/f:n[1]", "q:*: text G @2 /f:b/p[1]/g:n[2]",
      ])
  }

  @Test func `without prefix a name matches the default namespace, and the facts say so`() throws {
    let bytes = Array(Self.namespaced.utf8)
    let (facts, lines) = try TreeFixture.withReader(
      bytes, "/q:b/p", ["n"], namespaces: ["q": "http://f"]
    ) { ($0.facts, TreeFixture.dump(try TreeFixture.batches($0))) }
    #expect(
      facts.sniffed == [
        "UTF-8, as nothing else is declared",
        "names without a prefix are in the default namespace http://d",
      ])
    #expect(
      lines.dropFirst() == ["n: text D @2 /f:b/p[1]/n[1]", "n: text none @2 /f:b/p[1]/n[2]"])
  }

  @Test func `a mapping may bind names without prefix`() throws {
    #expect(
      try TreeFixture.xml(
        Self.namespaced, "/q:b/p", ["n", "@id"], namespaces: ["q": "http://f", "": "http://d"]
      ).dropFirst() == ["n: text D @2", "@id: text 2 @1"])
  }

  @Test func `a name in no default namespace does not match another`() throws {
    let text = "<b xmlns:f='http://f'><f:p>1</f:p><p>2</p></b>"
    #expect(
      try TreeFixture.xml(text, "/b", ["p"]).dropFirst() == ["p: text 2 @1"])
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `chunks of any size give the same batches`(chunk: Int) throws {
    let text = Self.persons(60)
    let references = ["@id", "gender", "visit/@date", "visit/code", "note", ".", "../@version"]
    let whole = try TreeFixture.xml(text, "/omop/person", references, batch: 1024)
    let cut = try TreeFixture.xml(text, "/omop/person", references, chunk: chunk, batch: 1024)
    #expect(cut == whole)
    #expect(whole.filter { $0.hasPrefix("batch") }.count == 60)
    #expect(whole.contains { $0.hasPrefix("batch 5 ") })
  }

  @Test func `lines are right beyond 65535`() throws {
    let text = "<r>" + String(repeating: "\n", count: 200_000) + "<p><x>\n\n1</x>\n<y/></p></r>"
    let lines = try TreeFixture.xml(text, "/r/p", ["x", "y"])
    #expect(
      lines == [
        "batch 0 record 1 line 200001 at 200003 /r/p[1]", "x: text \n\n1 @200001",
        "y: text  @200004",
      ])
  }

  @Test func `batches end with the record that reaches their size`() throws {
    let text = "<r>\n" + String(repeating: "<p>1234</p>\n", count: 50_000) + "</r>"
    let batches = try TreeFixture.withReader(Array(text.utf8), "/r/p", ["."]) {
      try TreeFixture.batches($0)
    }
    #expect(batches.map(\.recordCount).reduce(0, +) == 50_000)
    #expect(batches.count == 5)
    #expect(batches[0].recordCount == 10_923)
    #expect(batches[4].places.last?.line == 50_001)
    #expect(batches[4].file == "data.xml")
  }

  @Test(arguments: [
    (
      "ISO-8859-1", String.Encoding.isoLatin1, TextEncoding?.some(.latin1), "ISO-8859-1 as declared"
    ),
    ("windows-1252", .windowsCP1252, .some(.windows1252), "windows-1252 as declared"),
    ("UTF-16", .utf16LittleEndian, .some(.utf16LittleEndian), "UTF-16LE with byte order mark"),
    ("UTF-16", .utf16BigEndian, .some(.utf16BigEndian), "UTF-16BE with byte order mark"),
    ("UTF-8", .utf8, .some(.utf8), "UTF-8 as declared, with byte order mark"),
    ("ISO-8859-15", .isoLatin1, TextEncoding?.none, "ISO-8859-15 as declared"),
  ])
  func `declared encodings are decoded and told`(
    name: String, encoding: String.Encoding, told: TextEncoding?, words: String
  ) throws {
    let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?>\n<r><p a=\"é\">für</p>\n<p>ß</p></r>"
    var bytes = Array(try #require(text.data(using: encoding)))
    switch encoding {
    case .utf16LittleEndian: bytes = [0xFF, 0xFE] + bytes
    case .utf16BigEndian: bytes = [0xFE, 0xFF] + bytes
    case .utf8: bytes = [0xEF, 0xBB, 0xBF] + bytes
    default: break
    }
    let start = text.utf8.distance(
      from: text.startIndex, to: try #require(text.range(of: "<p a")).lowerBound)
    let mark = encoding == .utf8 ? 3 : 0
    for chunk in [1, 5, 131_072] {
      let (facts, lines) = try TreeFixture.withReader(
        bytes, "/r/p", [".", "@a"], chunk: chunk
      ) { ($0.facts, TreeFixture.dump(try TreeFixture.batches($0))) }
      #expect(facts.encoding == told)
      #expect(facts.sniffed == [words])
      #expect(
        lines == [
          "batch 0 record 1 line 2 at \(start + mark) /r/p[1]", ".: text für @2", "@a: text é @2",
          "batch 0 record 2 line 3 at \(start + mark + 19) /r/p[2]", ".: text ß @3", "@a: absent",
        ])
    }
  }

  /// Persons in the shape of OMOP.
  static func persons(_ count: Int) -> String {
    let persons = (0..<count).map { index in
      """
        <person id="\(index)"
                source='a &amp; "b"'>
          <gender>\(index.isMultiple(of: 2) ? "F" : "M")</gender>
          <visit date="2020-01-0\(index % 9 + 1)"><code>C\(index)</code></visit>
          <visit><code>Ü &#8364; <![CDATA[x]]]]></code><!-- - --></visit>
          <note>\(String(repeating: "häß ", count: index))</note>
        </person>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <omop version="5.4">
      \(persons.joined(separator: "\n"))
      </omop>
      """
  }
}

struct XMLInputTests {
  @Test(arguments: ["/a/b", "//b"], [1, 7, 131_072])
  func `a compressed file is read as the plain one`(iterator: String, chunk: Int) throws {
    let text = "<a>\n<b x='1'>é</b>\n<b x='2'/></a>"
    let folder = try TemporaryFolder()
    let files = [
      try folder.write("a.xml", Array(text.utf8)),
      try folder.write("a.xml.gz", gzipped(Array(text.utf8))),
    ]
    var dumps: [[String]] = []
    for path in files {
      let request = try XMLReader.request(
        iterator: iterator, namespaces: [:], references: ["@x", "."], nullValues: [])
      let reader = try XMLReader(
        ByteInput(path: path, displayName: "d"), request, sizes: (chunk, 131_072))
      dumps.append(TreeFixture.dump(try TreeFixture.batches(reader)))
    }
    #expect(dumps[0] == dumps[1])
    #expect(dumps[0].first == "batch 0 record 1 line 2 at 4 /a/b[1]")
    #expect(dumps[0].filter { $0.hasPrefix("@x: text") }.count == 2)
  }
}
