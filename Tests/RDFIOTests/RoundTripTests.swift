// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import TestSupport
import Testing

/// Random graphs with nasty text: what is written reads back as the same statements.
@Suite struct RoundTripTests {
  static let prefixes = [
    (prefix: "ex", namespace: "http://example.org/"), (prefix: "xsd", namespace: XSD.namespace),
    (prefix: "", namespace: "http://example.org/empty#"),
    (prefix: "deep", namespace: "http://example.org/deep/"),
  ]

  @Test(arguments: RDFFormat.allCases)
  func `what is written reads back isomorphic, and again gives the same bytes`(
    format: RDFFormat
  ) throws {
    let start = UInt64.random(in: 0...UInt64.max)
    for seed in start..<start.addingReportingOverflow(60).partialValue {
      var random = RandomStatements(seed: seed)
      let quads = random.quads(for: format)
      let bytes = try RDFWriter.write(quads, format: format, prefixes: Self.prefixes)
      var back: [Quad] = []
      try RDFReader.read(bytes: bytes, format: format, file: "seed \(seed)") { back.append($0) }
      #expect(
        GraphIsomorphism.areIsomorphic(quads, back),
        "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      let again = try RDFWriter.write(
        quads.shuffled() + quads.prefix(3), format: format, prefixes: Self.prefixes)
      #expect(again == bytes, "seed \(seed): another order gives other bytes")
    }
  }

  @Test func `canonical N-Quads written again from what was read are the same bytes`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStatements(seed: seed)
    let bytes = try RDFWriter.write(random.quads(for: .nQuads), format: .nQuads)
    var back: [Quad] = []
    try RDFReader.read(bytes: bytes, format: .nQuads, file: "seed \(seed)") { back.append($0) }
    #expect(try RDFWriter.write(back, format: .nQuads) == bytes, "seed \(seed)")
  }
}

/// Random statements from a seed .
struct RandomStatements: RandomNumberGenerator {
  private var generator: SeededGenerator

  /// The blank node labels to choose from.
  var labels = ["b1", "b2", "b3", "1x", "n1", "g0b1", "é.x", "_-", "n2"]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  private static let scraps = [
    "a", "B", " ", "  ", "\n", "\r", "\r\n", "\t", "\"", "\"\"\"", "'", "''''", "\\", "\\n",
    "\\u0041",
    "&", "<", ">", "]]>", "<!--", "é", "e\u{301}", "\u{212A}", "K", "😀", "👩‍👩‍👧", "\u{FEFF}", "\u{85}",
    "\u{2028}", "\u{FFFD}", "@en", "^^", "#", "{", "}", ".", "_:b", "\u{10FFFF}", "\u{E000}",
  ]
  private static let controls = [
    "\0", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}",
    "\u{FFBE}", "\u{1FFFF}",
  ]
  private static let iris = [
    "http://example.org/", "http://example.org/a", "http://example.org/a.", "http://example.org/-a",
    "http://example.org/deep/a-b_c.d", "http://example.org/deep/", "http://example.org/empty#x",
    "http://example.org/é", "http://example.org/e\u{301}", "http://example.org/a/b?c=d&e=f#g",
    "urn:isbn:0451450523", "ex:looks-like-a-prefix", "deep:x", "mailto:a@example.org",
    "http://example.org/%20", "http://example.org/a'b(c)", "http://example.org/😀",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil", RDF.type,
  ]
  private static let predicates = [
    RDF.type, "http://example.org/p", "http://example.org/p-1", "http://other.example/ns#é",
    "http://other.example/ns#e\u{301}", "http://example.org/deep/1x", "urn:x:p",
    RDF.namespace + "_1",
    RDF.first, RDF.rest,
  ]

  /// Statements that a format can hold.
  mutating func quads(for format: RDFFormat) -> [Quad] {
    let isXML = format == .rdfXML
    let graphs: [Term?] =
      format.holdsNamedGraphs
      ? [nil, .iri("http://example.org/g"), .blankNode("g1"), .blankNode("n2")] : [nil]
    return (0..<Int.random(in: 0...25, using: &self)).map { _ in
      Quad(
        node(), .iri(pick(Self.predicates)),
        Bool.random(using: &self) ? node() : literal(allowsControls: !isXML),
        graph: pick(graphs))
    }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }

  private mutating func node() -> Term {
    if Int.random(in: 0..<3, using: &self) > 0 {
      return .blankNode(pick(labels))
    }
    return .iri(pick(Self.iris))
  }

  private mutating func literal(allowsControls: Bool) -> Term {
    let scraps = allowsControls ? Self.scraps + Self.controls : Self.scraps
    let text = (0..<Int.random(in: 0...6, using: &self)).map { _ in pick(scraps) }.joined()
    switch Int.random(in: 0..<5, using: &self) {
    case 0: return .literal(text, language: pick(["en", "EN-gb", "de-1996", "x-private"]))
    case 1: return .literal(text, datatype: pick(Self.iris))
    case 2:
      return .literal(
        pick(["1", "-0", "+7", "1.0", ".5", "5.", "1e0", "true", "false", "1", "", "١"]),
        datatype: pick([XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.string]))
    default: return .literal(text)
    }
  }
}
