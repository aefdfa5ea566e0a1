// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Testing

@Suite struct ReaderTests {
  @Test func `statements come in the order of the document, parents before what is nested`() throws
  {
    let text = "@prefix : <http://e/> . :s :p [ :q ( 1 :o ) ] , 'x'@EN-gb ; a :C ."
    let read = try quads(text, .turtle)
    func e(_ name: String) -> Term { .iri("http://e/\(name)") }
    func g(_ number: Int) -> Term { .blankNode("g0b\(number)") }
    #expect(
      read == [
        Quad(e("s"), e("p"), g(1)), Quad(g(1), e("q"), g(2)),
        Quad(g(2), .iri(RDF.first), .literal("1", datatype: XSD.integer)),
        Quad(g(2), .iri(RDF.rest), g(3)), Quad(g(3), .iri(RDF.first), e("o")),
        Quad(g(3), .iri(RDF.rest), .iri(RDF.nil)),
        Quad(e("s"), e("p"), .literal("x", language: "EN-gb")),
        Quad(e("s"), .iri(RDF.type), e("C")),
      ])
    #expect(read[6].object.language == "EN-gb")
  }

  @Test func `made labels stay apart from those of the document, wherever they stand`() throws {
    let text = "[] <a:p> 1 . _:g0b1 <a:p> 2 . _:g1b7 <a:p> _:g2 ."
    let labels = try quads(text, .turtle).map(\.subject.value)
    #expect(labels == ["g2b1", "g0b1", "g1b7"])
  }

  @Test(arguments: [RDFFormat.turtle, .nTriples, .rdfXML])
  func `a label prefix keeps two documents apart`(format: RDFFormat) throws {
    let text =
      format == .rdfXML
      ? """
      <rdf:RDF xmlns:rdf="\(RDF.namespace)" xmlns:e="http://e/">
        <rdf:Description rdf:nodeID="x" e:p="1"/>
      </rdf:RDF>
      """ : "_:x <http://e/p> \"1\" ."
    #expect(try quads(text, format, labelPrefix: "d1-").map(\.subject.value) == ["d1-x"])
  }

  @Test func `a located graph has the line of each object as origin`() throws {
    let text =
      "@prefix : <http://e/> .\r\n:s :p :o1 ,\r\n  :o2 ;\r\n  :q [\n    :r '''a\nb''' ;\n    :t 1 ] ."
    let graph = try RDFReader.readLocated(bytes: Array(text.utf8), file: "f")
    func line(_ object: Term) -> UInt32? {
      graph.statements(object: graph.id(object)).first.map { graph.origin(of: $0) }
    }
    #expect(line(.iri("http://e/o1")) == 2)
    #expect(line(.iri("http://e/o2")) == 3)
    #expect(line(.blankNode("g0b1")) == 4)
    #expect(line(.literal("a\nb")) == 5)
    #expect(line(.literal("1", datatype: XSD.integer)) == 7)
  }

  @Test func `an error leaves a graph under construction as it was`() throws {
    var builder = GraphBuilder()
    builder.add(.iri("a:s"), .iri("a:p"), .iri("a:o"))
    let text = Array("<a:s> <a:p> 1 . <a:s> <a:p>".utf8)
    #expect(throws: DiagnosedError.self) {
      try RDFReader.read(bytes: text, format: .turtle, file: "f", into: &builder)
    }
    #expect(builder.build().count == 1)
  }

  @Test func `what stands before an error is handed on, and the reader stops when told`() throws {
    var count = 0
    #expect(throws: DiagnosedError.self) {
      try RDFReader.read(
        bytes: Array("<a:s> <a:p> 1 .\n<a:s> <a:p> 2 .\n<a:s>".utf8), format: .turtle, file: "f"
      ) { _ in count += 1 }
    }
    #expect(count == 2)
    let stop = DiagnosedError(RDFRules.tooLong, at: nil)
    #expect(throws: stop) {
      try RDFReader.read(bytes: Array("<a:s> <a:p> 1 .".utf8), format: .turtle, file: "f") {
        _ throws(DiagnosedError) in throw stop
      }
    }
  }

  @Test(arguments: [
    ("http://a/b/c/d;p?q", "g", "http://a/b/c/g"),
    ("http://a/b/c/d;p?q", "./g/", "http://a/b/c/g/"),
    ("http://a/b/c/d;p?q", "../../../g", "http://a/g"), ("http://a/b/c/d;p?q", "//g", "http://g"),
    ("http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y"),
    ("http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q"),
    ("http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q#s"),
    ("http://a/b/c/d;p?q", "..", "http://a/b/"),
    ("http://a/b/c/d;p?q", "g;x=1/../y", "http://a/b/c/y"),
    ("http://a/b/c/d;p?q", "/./g", "http://a/g"),
    ("http://a/b/c/d;p?q", "g..", "http://a/b/c/g.."),
    ("http://a/b/c/d;p?q", "g?y/../x", "http://a/b/c/g?y/../x"),
    ("http://a", "g", "http://a/g"), ("http://a#f", "", "http://a"), ("urn:a:b", "#c", "urn:a:b#c"),
    ("file:///data/x.ttl", "y.ttl#é", "file:///data/y.ttl#é"),
    ("http://a//b//c", "../x", "http://a//b/x"),
    ("urn:a:b", "c/../d", "urn:/d"), ("http://a/b/", ".", "http://a/b/"),
    ("http://a/b", "//c/../d", "http://c/d"),
  ])
  func `relative IRIs resolve as RFC 3986 asks`(base: String, reference: String, result: String)
    throws
  {
    #expect(try quads("<\(reference)> a 1 .", .turtle, base: base).map(\.subject) == [.iri(result)])
  }

  @Test func `a byte order mark is no text and takes no column`() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let graph = try RDFReader.readLocated(bytes: mark + Array("<a:s> a 1 .".utf8), file: "f")
    #expect(graph.count == 1)
    let finding = try #require(failure(mark + Array("x".utf8), .turtle))
    #expect(finding.place?.locator == .text(line: 1, column: 1))
  }

  @Test(arguments: RDFFormat.allCases)
  func `an empty document has no statements, unless its format needs a root`(format: RDFFormat)
    throws
  {
    switch format {
    case .nTriples, .nQuads, .turtle, .trig: #expect(try quads(" \n# comment", format).isEmpty)
    case .rdfXML: #expect(failure([], format)?.rule == RDFRules.xmlSyntax)
    case .jsonLD: #expect(failure([], format)?.rule == RDFRules.syntax)
    }
  }
}
