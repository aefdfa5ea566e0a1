// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Testing

/// The guards around libraptor2.
@Suite struct RDFXMLTests {
  static func document(_ content: String, head: String = "") -> String {
    """
    \(head)<rdf:RDF xmlns:rdf="\(RDF.namespace)" xmlns:e="http://e/">
    \(content)
    </rdf:RDF>
    """
  }

  static func described(_ content: String) -> String {
    document("<rdf:Description rdf:about=\"http://e/s\">\(content)</rdf:Description>")
  }

  /// 160 KB of which a parser that expands entities makes gigabytes.
  static let entityBomb = document(
    "<rdf:Description e:p=\"\(String(repeating: "&a;", count: 20_000))\"/>",
    head: "<!DOCTYPE r [<!ENTITY a \"\(String(repeating: "a", count: 100_000))\">]>\n")

  static let refused: [(FindingRule, Int, String)] = [
    (RDFRules.doctype, 1, document("", head: "<!DOCTYPE rdf:RDF>")),
    (
      RDFRules.doctype, 3,
      document(
        "",
        head:
          "<?xml version=\"1.0\"?>\n<!-- x -->\n<!DOCTYPE r [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]>\n"
      )
    ),
    (RDFRules.doctype, 1, entityBomb),
    (RDFRules.xmlEncoding, 1, document("", head: "<?xml version='1.0' encoding='UTF-7'?>")),
    (
      RDFRules.xmlEncoding, 1,
      document("", head: "<?xml version=\"1.0\" encoding = \"iso-8859-1\" ?>")
    ),
    (
      RDFRules.tooLong, 2,
      described("<e:p xml:lang = '\(String(repeating: "a", count: 300))'>x</e:p>")
    ),
    (
      RDFRules.tooLong, 2,
      described("<e:p xml:lang=\"en-\(String(repeating: "a", count: 253))\">x</e:p>")
    ),
    (
      RDFRules.tooLong, 2,
      described("<e:p rdf:resource=\"http://e/\(String(repeating: "a", count: 70_000))\"/>")
    ),
    (
      RDFRules.tooDeep, 2,
      described(
        String(repeating: "<e:p><rdf:Description>", count: 130)
          + String(repeating: "</rdf:Description></e:p>", count: 130))
    ),
    (RDFRules.xmlSyntax, 2, described("<e:p>\0</e:p>")),
    (RDFRules.xmlSyntax, 2, described("<e:p>cut&#0;here</e:p>")),
    (RDFRules.xmlSyntax, 2, described("<e:p>&undeclared;</e:p>")),
    (RDFRules.xmlSyntax, 3, described("<e:p>\n</e:q>")),
    (RDFRules.xmlSyntax, 2, described("<x:p/>")),
    (RDFRules.xmlSyntax, 2, described("<e:p rdf:nodeID=\"1a\"/>")),
    (RDFRules.xmlSyntax, 2, described("<e:p rdf:resource=\"http://e/a b\"/>")),
    (RDFRules.xmlSyntax, 2, described("<e:p rdf:resource=\"http://e/{a}\"/>")),
    (RDFRules.xmlSyntax, 2, described("<e:p xml:lang=\"a_b\">x</e:p>")),
    (RDFRules.xmlSyntax, 2, described("<e:p>\u{10FFFD}</e:p>")),
    (RDFRules.xmlSyntax, 2, described("<e:p>&#x10fFfD;en&#1114109;x</e:p>")),
    (
      RDFRules.xmlSyntax, 2,
      document(
        "<r:Description xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xml:lang='fr' e:p='chat'/>"
      )
    ),
    (RDFRules.xmlSyntax, 2, document("<e:C xmlns:rdf='http://e/' rdf:about='x'/>")),
    (RDFRules.xmlSyntax, 2, document("<rdf:Description rdf:aboutEach=\"#x\" e:p=\"chat\"/>")),
    (RDFRules.xmlSyntax, 4, described("<e:p/>") + "\n<more/>"),
    (RDFRules.relativeIRI, 2, described("<e:p rdf:resource=\"o\"/>")),
    (RDFRules.relativeIRI, 2, document("<rdf:Description rdf:ID=\"x\" e:p=\"1\"/>")),
    (RDFRules.relativeIRI, 2, described("<e:p rdf:datatype=\"integer\">1</e:p>")),
  ]

  @Test(arguments: refused)
  func `what could harm or be lost is refused with its line`(
    rule: FindingRule, line: Int, text: String
  ) throws {
    let finding = try #require(failure(Array(text.utf8), .rdfXML))
    #expect(finding.rule == rule, "\(finding.message())")
    guard case .text(let found, _) = finding.place?.locator else {
      Issue.record("no line")
      return
    }
    #expect(found == line, "\(finding.message())")
  }

  @Test func `nothing is handed on from a document that has an error`() throws {
    var count = 0
    #expect(throws: DiagnosedError.self) {
      try RDFReader.read(
        bytes: Array(Self.described("<e:p>1</e:p><e:q>").utf8), format: .rdfXML, file: "f"
      ) { _ in count += 1 }
    }
    #expect(count == 0)
  }

  @Test func `a byte order mark is passed over, and lines count as without it`() throws {
    let text = "\u{FEFF}" + Self.described("<e:p>1</e:p>")
    #expect(try quads(text, .rdfXML).map(\.object) == [.literal("1")])
    let finding = try #require(
      failure(Array(("\u{FEFF}" + Self.described("<x:p/>")).utf8), .rdfXML))
    #expect(finding.place?.locator == .text(line: 2, column: 1))
  }

  @Test func `made labels stay apart from rdf nodeIDs`() throws {
    let text = Self.document(
      """
      <rdf:Description rdf:nodeID="genid1"><e:p><rdf:Description e:q="1"/></e:p></rdf:Description>
      <rdf:Description rdf:nodeID="b1" e:q="2"/>
      """)
    let read = try quads(text, .rdfXML)
    let subject = read.first { $0.object == .literal("1") }?.subject
    #expect(subject == .blankNode("0b1"))
    #expect(Set(read.map(\.subject.value)) == ["genid1", "0b1", "b1"])
  }

  @Test func `languages are kept in lower case, also beside XML literals`() throws {
    let text = Self.described(
      """
      <e:p xml:lang="en-GB">colour</e:p><e:p xml:lang="">none</e:p>
      <e:p rdf:parseType="Literal" xml:lang="fr"><e:b e:c="d">x</e:b></e:p>
      """)
    let objects = try quads(text, .rdfXML).map(\.object)
    #expect(objects.contains(.literal("colour", language: "en-GB")))
    #expect(objects.first { $0.value == "colour" }?.language == "en-gb")
    #expect(objects.contains(.literal("none")))
    #expect(objects.count == 3)
  }

  @Test func `values in attributes have the language that holds for their element`() throws {
    let text = Self.document(
      """
      <rdf:Description rdf:about="http://e/a" xml:lang="fr" e:p="chat" e:q="&lt;◇&amp;">
        <e:r e:s="chien" xml:lang="fr-CA"/>
        <e:t xml:lang="" e:u="none"/>
        <e:v rdf:parseType="Resource"><e:w><e:C e:x="animal" rdf:type="http://e/T"/></e:w></e:v>
        <e:y rdf:parseType="Literal"><e:b e:c="d"/></e:y>
      </rdf:Description>
      <rdf:Description rdf:about="http://e/b" e:p="plain"/>
      <rdf:Description e:p='first' xml:lang='de' rdf:nodeID='n'/>
      """)
    let read = try quads(text, .rdfXML)
    let objects = Dictionary(
      grouping: read.filter(\.object.isLiteral), by: { String($0.predicate.value.suffix(1)) }
    ).mapValues { $0.map(\.object) }
    #expect(
      objects["p"] == [
        .literal("chat", language: "fr"), .literal("plain"), .literal("first", language: "de"),
      ])
    #expect(objects["q"] == [.literal("<◇&", language: "fr")])
    #expect(objects["s"] == [.literal("chien", language: "fr-ca")])
    #expect(objects["u"] == [.literal("none")])
    #expect(objects["x"] == [.literal("animal", language: "fr")])
    #expect(objects["y"]?.first?.value.contains("e:c=\"d\"") == true)
    #expect(read.contains { $0.object == .iri("http://e/T") })
  }

  @Test func `a base resolves what is relative, xml base comes first`() throws {
    let text = Self.document(
      """
      <rdf:Description rdf:about="a" e:p="1"/>
      <rdf:Description xml:base="http://b/" rdf:about="a" e:p="1"/>
      """)
    #expect(
      try quads(text, .rdfXML, base: "http://base/x/y").map(\.subject)
        == [.iri("http://base/x/a"), .iri("http://b/a")])
  }

  @Test func `text longer than a chunk arrives whole`() throws {
    let long = String(repeating: "é<&", count: 700_000)
    let bytes = try RDFWriter.write(
      [Quad(.iri("http://e/s"), .iri("http://e/p"), .literal(long))], format: .rdfXML)
    var read: [Quad] = []
    try RDFReader.read(bytes: bytes, format: .rdfXML, file: "f") { read.append($0) }
    #expect(read.first?.object == .literal(long))
  }

  @Test func `documents can be read at the same time`() async throws {
    let text = Self.described("<e:p><rdf:Description e:q=\"1\"/></e:p>")
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<16 { group.addTask { try quads(text, .rdfXML).count } }
      for try await count in group { #expect(count == 2) }
    }
  }
}
