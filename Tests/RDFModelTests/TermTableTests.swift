// SPDX-License-Identifier: Apache-2.0

import RDFModel
import Testing

@Suite struct TermTableTests {
  static let terms: [Term] = [
    .iri("http://example.org/a"), .blankNode("http://example.org/a"), .blankNode("a"),
    .literal("http://example.org/a"), .literal(""), .literal("a"), .literal("a", language: "en"),
    .literal("a", language: "en-GB"), .literal("en"), .iri("en"),
    .literal("a", datatype: XSD.integer), .literal("a", datatype: XSD.anyURI),
    .literal("\u{E9}"), .literal("e\u{301}"), .literal("\0"), .literal("\0\0"), .literal("😀"),
    .literal("\u{FFFF}"), .iri(XSD.string), .literal(String(repeating: "long ", count: 10_000)),
  ]

  @Test func `terms that differ in any part get numbers of their own and come back`() {
    var table = TermTable()
    let ids = Self.terms.map { table.intern($0) }
    #expect(Set(ids).count == Self.terms.count)
    for (term, id) in zip(Self.terms, ids) {
      #expect(table.term(id).description == term.description.replacing("@en-GB", with: "@en-gb"))
      #expect(table.id(of: term) == id)
      #expect(table.kind(id) == term.kind)
      #expect(table.text(id).utf8.elementsEqual(term.value.utf8))
      #expect(table.textBytes(id).elementsEqual(term.value.utf8))
    }
  }

  @Test func `a term interned again keeps its number`() {
    var table = TermTable()
    let first = Self.terms.map { table.intern($0) }
    let count = table.count
    #expect(Self.terms.map { table.intern($0) } == first)
    #expect(table.count == count)
  }

  @Test func `language tags compare without case and come back in lower case`() {
    var table = TermTable()
    let id = table.intern(.literal("Tor", language: "de-AT"))
    #expect(table.intern(.literal("Tor", language: "DE-at")) == id)
    #expect(table.language(id) == "de-at")
    #expect(table.datatype(id) == nil)
  }

  @Test func `a typed literal names its datatype`() {
    var table = TermTable()
    let id = table.intern(.literal("1", datatype: XSD.integer))
    #expect(table.datatype(id).map { table.text($0) } == XSD.integer)
    #expect(table.language(id) == nil)
    let iri = table.intern(.iri("http://example.org/"))
    #expect(table.datatype(iri) == nil)
  }

  @Test func `bytes and strings intern to the same numbers`() {
    var table = TermTable()
    let iri = table.intern(.iri("http://example.org/é"))
    #expect(table.internIRI(Array("http://example.org/é".utf8).span) == iri)
    let node = table.intern(.blankNode("b1"))
    #expect(table.internBlankNode(Array("b1".utf8).span) == node)
    let datatype = table.intern(.iri(XSD.date))
    let date = table.internLiteral(Array("2024-02-29".utf8).span, datatype: datatype)
    #expect(table.id(of: .literal("2024-02-29", datatype: XSD.date)) == date)
    let tag = table.internLanguage("EN")
    let text = table.internLiteral(Array("gate".utf8).span, language: tag)
    #expect(table.id(of: .literal("gate", language: "en")) == text)
  }

  @Test func `a term that was never interned has no number`() {
    var table = TermTable()
    _ = table.intern(.literal("a", language: "en"))
    #expect(table.id(of: .literal("a")) == nil)
    #expect(table.id(of: .literal("a", language: "fr")) == nil)
    #expect(table.id(of: .iri("a")) == nil)
    #expect(table.id(of: .literal("a", datatype: "http://example.org/unknown")) == nil)
  }

  @Test func `numbers stay valid while the table grows`() {
    var table = TermTable()
    let ids = (0..<20_000).map { table.intern(.iri("http://example.org/\($0)")) }
    #expect(table.count == 20_000)
    for (number, id) in ids.enumerated() {
      #expect(id.rawValue == UInt32(number + 1))
      #expect(table.id(of: .iri("http://example.org/\(number)")) == id)
    }
    #expect(table.textByteCount == ids.reduce(0) { $0 + table.textBytes($1).count })
  }
}
