// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Testing

@Suite struct WriterTests {
  static func e(_ name: String) -> Term { .iri("http://e/\(name)") }

  static let quads = [
    Quad(e("d"), e("title"), .literal("Tor\n\"é\"", language: "de-AT")),
    Quad(e("d"), .iri(RDF.type), e("C")),
    Quad(e("d"), e("title"), .literal("gate", language: "en")),
    Quad(e("d"), e("count"), .literal("12", datatype: XSD.integer)),
    Quad(e("d"), e("count"), .literal("012", datatype: XSD.integer)),
    Quad(e("d"), e("part"), .blankNode("x")),
    Quad(.blankNode("x"), e("name"), .literal("\u{1}\t<&>\\")),
    Quad(.blankNode("x"), e("next"), .blankNode("y")),
    Quad(e("d"), e("title"), .literal("gate", language: "en")),
  ]
  static let prefixes = [
    (prefix: "xsd", namespace: XSD.namespace), (prefix: "e", namespace: "http://e/"),
    (prefix: "unused", namespace: "http://unused/"),
  ]

  func text(_ quads: [Quad], _ format: RDFFormat) throws -> String {
    let bytes = try RDFWriter.write(quads, format: format, prefixes: Self.prefixes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `N-Triples are canonical, sorted, each once`() throws {
    #expect(
      try text(Self.quads, .nTriples) == #"""
        <http://e/d> <http://e/count> "012"^^<http://www.w3.org/2001/XMLSchema#integer> .
        <http://e/d> <http://e/count> "12"^^<http://www.w3.org/2001/XMLSchema#integer> .
        <http://e/d> <http://e/part> _:x .
        <http://e/d> <http://e/title> "Tor\n\"é\""@de-AT .
        <http://e/d> <http://e/title> "gate"@en .
        <http://e/d> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/C> .
        _:x <http://e/name> "\u0001\t<&>\\" .
        _:x <http://e/next> _:y .

        """#)
  }

  @Test func `Turtle groups by subject, puts the type first and nests blank nodes`() throws {
    #expect(
      try text(Self.quads, .turtle) == #"""
        @prefix e: <http://e/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        e:d a e:C ;
          e:count
            "012"^^xsd:integer ,
            12 ;
          e:part [
            e:name "\u0001\t<&>\\" ;
            e:next []
          ] ;
          e:title
            "Tor\n\"é\""@de-AT ,
            "gate"@en .

        """#)
  }

  @Test func `TriG writes the default graph first and each graph in braces`() throws {
    let quads = [
      Quad(Self.e("s"), Self.e("p"), .literal("2"), graph: Self.e("g")),
      Quad(Self.e("s"), Self.e("p"), .blankNode("b")),
      Quad(.blankNode("b"), Self.e("p"), .literal("3"), graph: .blankNode("n")),
    ]
    #expect(
      try text(quads, .trig) == """
        @prefix e: <http://e/> .

        e:s e:p _:b .

        e:g {
          e:s e:p "2" .
        }

        _:n {
          _:b e:p "3" .
        }

        """)
  }

  @Test func `JSON-LD has its context, a node per subject and sorted keys`() throws {
    #expect(
      try text(Self.quads, .jsonLD) == #"""
        {
          "@context": {
            "e": "http://e/",
            "xsd": "http://www.w3.org/2001/XMLSchema#"
          },
          "@graph": [
            {
              "@id": "e:d",
              "@type": "e:C",
              "e:count": [
                { "@type": "xsd:integer", "@value": "012" },
                { "@type": "xsd:integer", "@value": "12" }
              ],
              "e:part": { "@id": "_:x" },
              "e:title": [
                { "@language": "de-AT", "@value": "Tor\n\"é\"" },
                { "@language": "en", "@value": "gate" }
              ]
            },
            {
              "@id": "_:x",
              "e:name": "\u0001\t<&>\\",
              "e:next": { "@id": "_:y" }
            }
          ]
        }

        """#)
  }

  @Test func `RDF-XML has a description per subject`() throws {
    let quads = Self.quads.filter { $0.predicate != Self.e("name") }
    #expect(
      try text(quads + [Quad(.blankNode("1"), Self.e("name"), .literal("a\r<&>\""))], .rdfXML)
        == """
        <?xml version="1.0" encoding="UTF-8"?>
        <rdf:RDF
            xmlns:e="http://e/"
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="http://e/d">
            <e:count rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">012</e:count>
            <e:count rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">12</e:count>
            <e:part rdf:nodeID="x"/>
            <e:title xml:lang="de-AT">Tor
        "é"</e:title>
            <e:title xml:lang="en">gate</e:title>
            <rdf:type rdf:resource="http://e/C"/>
          </rdf:Description>
          <rdf:Description rdf:nodeID="n1">
            <e:name>a&#13;&lt;&amp;&gt;"</e:name>
          </rdf:Description>
          <rdf:Description rdf:nodeID="x">
            <e:next rdf:nodeID="y"/>
          </rdf:Description>
        </rdf:RDF>

        """)
  }

  @Test(arguments: RDFFormat.allCases)
  func `no statements make an empty document`(format: RDFFormat) throws {
    let empty = try text([], format)
    switch format {
    case .jsonLD: #expect(empty == "{\n  \"@context\": {},\n  \"@graph\": []\n}\n")
    case .rdfXML: #expect(try RDFIOTests.quads(empty, .rdfXML).isEmpty)
    default: #expect(empty.isEmpty)
    }
  }

  @Test func `names are shortened only where every reader takes them back`() throws {
    let names = ["a.", "-a", "a/b", "a(b)", "é", "a%20", "", "1a", "a.b-c_d"]
    let written = try text(names.map { Quad(Self.e($0), Self.e("p"), Self.e("o")) }, .turtle)
    let subjects = written.split(separator: "\n").compactMap { line in
      line.hasSuffix(" e:p e:o .") ? line.dropLast(10) : nil
    }
    #expect(
      subjects == [
        "e:", "<http://e/-a>", "e:1a", "<http://e/a%20>", "<http://e/a(b)>", "<http://e/a.>",
        "e:a.b-c_d", "<http://e/a/b>", "<http://e/é>",
      ])
  }

  @Test func `a prefix that would capture another scheme is not used in JSON-LD`() throws {
    let bytes = try RDFWriter.write(
      [Quad(.iri("urn:x"), .iri("http://u/p"), .iri("http://v/o"))], format: .jsonLD,
      prefixes: [("urn", "http://u/"), ("v", "http://v/"), ("w", "http://v")])
    let written = String(decoding: bytes, as: UTF8.self)
    #expect(written.contains("\"@id\": \"urn:x\""))
    #expect(written.contains("\"http://u/p\": { \"@id\": \"v:o\" }"))
    #expect(!written.contains("\"urn\""))
  }

  @Test func `blank nodes in a cycle or with two references keep their labels`() throws {
    let quads = [
      Quad(.blankNode("a"), Self.e("p"), .blankNode("b")),
      Quad(.blankNode("b"), Self.e("p"), .blankNode("a")),
      Quad(Self.e("s"), Self.e("p"), .blankNode("c")),
      Quad(Self.e("t"), Self.e("p"), .blankNode("c")),
    ]
    let written = try text(quads, .turtle)
    #expect(!written.contains("["))
    #expect(GraphIsomorphism.areIsomorphic(try RDFIOTests.quads(written, .turtle), quads))
  }

  @Test func `a long chain of blank nodes is nested only so deep`() throws {
    let chain = (0..<200).map {
      Quad(.blankNode("b\($0)"), Self.e("p"), .blankNode("b\($0 + 1)"))
    }
    let written = try text(chain, .turtle)
    #expect(written.count { $0 == "[" } == 16)
    #expect(GraphIsomorphism.areIsomorphic(try RDFIOTests.quads(written, .turtle), chain))
  }

  static let refused: [(FindingRule, RDFFormat, Quad)] = [
    (RDFRules.namedGraph, .turtle, Quad(e("s"), e("p"), e("o"), graph: e("g"))),
    (RDFRules.namedGraph, .nTriples, Quad(e("s"), e("p"), e("o"), graph: e("g"))),
    (RDFRules.namedGraph, .rdfXML, Quad(e("s"), e("p"), e("o"), graph: e("g"))),
    (RDFRules.badStatement, .nQuads, Quad(.literal("s"), e("p"), e("o"))),
    (RDFRules.badStatement, .nQuads, Quad(e("s"), .blankNode("p"), e("o"))),
    (RDFRules.badStatement, .nQuads, Quad(e("s"), e("p"), e("o"), graph: .literal("g"))),
    (RDFRules.badStatement, .nQuads, Quad(e("s"), e("p"), .iri("relative"))),
    (RDFRules.badStatement, .turtle, Quad(e("s"), e("p"), e("o> <http://e/evil"))),
    (RDFRules.badStatement, .jsonLD, Quad(e("s"), e("p"), .blankNode("a b"))),
    (RDFRules.badStatement, .jsonLD, Quad(e("s"), e("p"), .blankNode(""))),
    (RDFRules.badStatement, .turtle, Quad(e("s"), e("p"), .literal("x", language: "en .\n"))),
    (RDFRules.badStatement, .turtle, Quad(e("s"), e("p"), .literal("x", datatype: ""))),
    (RDFRules.predicateName, .rdfXML, Quad(e("s"), e("p/1"), e("o"))),
    (RDFRules.predicateName, .rdfXML, Quad(e("s"), .iri(RDF.namespace + "li"), e("o"))),
    (
      RDFRules.predicateName, .rdfXML,
      Quad(e("s"), .iri("http://www.w3.org/2000/xmlns/a"), e("o"))
    ),
    (RDFRules.xmlCharacter, .rdfXML, Quad(e("s"), e("p"), .literal("\u{FFFF}"))),
  ]

  @Test(arguments: refused)
  func `what a format cannot hold is refused`(
    rule: FindingRule, format: RDFFormat, quad: Quad
  ) throws {
    do throws(DiagnosedError) {
      _ = try RDFWriter.write([quad], format: format)
      Issue.record("written")
    } catch {
      #expect(error.findings.map(\.rule) == [rule])
      #expect(!error.findings[0].message().contains("{"))
    }
  }

  @Test func `no text can end its term early`() {
    var bytes: [UInt8] = []
    NTriplesSyntax.appendTerm(.iri("http://e/> <x> \"\n\\"), to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"<http://e/\u003E\u0020\u003Cx\u003E\u0020\u0022\u000A\u005C>"#)
    bytes = []
    NTriplesSyntax.appendTerm(.literal("\" .\r\n\u{FFFE}\u{FFFF}\u{FFBE}\u{7F}"), to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == "\"\\\" .\\r\\n\\uFFFE\\uFFFF\u{FFBE}\\u007F\"")
  }

  @Test func `the spelling of a language tag does not depend on the order`() throws {
    let one = Quad(Self.e("s"), Self.e("p"), .literal("x", language: "en"))
    let other = Quad(Self.e("s"), Self.e("p"), .literal("x", language: "EN"))
    #expect(try text([one, other], .nTriples) == "<http://e/s> <http://e/p> \"x\"@EN .\n")
    #expect(try text([other, one], .nTriples) == text([one, other], .nTriples))
  }
}
