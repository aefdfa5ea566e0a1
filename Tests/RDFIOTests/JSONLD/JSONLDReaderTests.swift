// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFIO
import RDFModel
import TestSupport
import Testing

@Suite struct JSONLDReaderTests {
  private func objects(_ value: String) throws -> [Term] {
    try quads("{ \"@id\": \"a:s\", \"a:p\": \(value) }", .jsonLD).map(\.object)
  }

  @Test func `the origin of a triple is the line of its object`() throws {
    let text = """
      {
        "@id": "a:s",
        "a:p": [
          1,
          { "@id": "a:o",
            "a:q": "x" }
        ]
      }
      """
    let graph = try RDFReader.readLocated(
      bytes: Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8), format: .jsonLD,
      file: "f")
    let lines = graph.triples.indices.map { (graph.quad($0).object.value, graph.origin(of: $0)) }
    #expect(Dictionary(uniqueKeysWithValues: lines) == ["1": 4, "a:o": 5, "x": 6])
  }

  @Test func `references resolve against the base`() throws {
    let read = try quads(
      "{ \"@id\": \"../s\", \"a:p\": { \"@id\": \"#o\" } }", .jsonLD, base: "http://e/a/b")
    #expect(read == [Quad(.iri("http://e/s"), .iri("a:p"), .iri("http://e/a/b#o"))])
  }

  static let numbers: [(String, String, String)] = [
    ("1", "1", XSD.integer), ("-0", "0", XSD.integer), ("1.0", "1", XSD.integer),
    ("1e3", "1000", XSD.integer), ("9007199254740993", "9007199254740993", XSD.integer),
    ("1e20", "100000000000000000000", XSD.integer), ("1e21", "1.0E21", XSD.double),
    ("5.30", "5.3E0", XSD.double), ("-12345.678e-10", "-1.2345678E-6", XSD.double),
    ("0.1", "1.0E-1", XSD.double), ("1e400", "INF", XSD.double),
    ("1000000000000000000000", "1.0E21", XSD.double),
  ]

  @Test(arguments: numbers)
  func `numbers have their canonical spelling`(number: String, text: String, type: String) throws {
    #expect(try objects(number) == [.literal(text, datatype: type)])
  }

  @Test func `the datatype of a number may be given`() throws {
    let double = "{ \"@value\": 10, \"@type\": \"\(XSD.double)\" }"
    #expect(try objects(double) == [.literal("1.0E1", datatype: XSD.double)])
    let short = "{ \"@value\": 10, \"@type\": \"\(XSD.namespace)short\" }"
    #expect(try objects(short) == [.literal("10", datatype: XSD.namespace + "short")])
  }

  static let jsonLiterals: [(String, String)] = [
    ("{ \"b\": 1, \"a\": [ null, true ] }", "{\"a\":[null,true],\"b\":1}"),
    ("{ \"\\uD83D\\uDE00\": 1, \"\\uFB33\": 2 }", "{\"😀\":1,\"\u{FB33}\":2}"),
    ("\"\\u0000\\u001f\\/\\\"\\\\\\n\u{7F}é\"", "\"\\u0000\\u001f/\\\"\\\\\\n\u{7F}é\""),
    (
      "[ 1.0, 1e21, 1e-7, 0.000001, 123e18, -0, 5e-324, 1.5e300, 0.1 ]",
      "[1,1e+21,1e-7,0.000001,123000000000000000000,0,5e-324,1.5e+300,0.1]"
    ),
    ("null", "null"),
  ]

  @Test(arguments: jsonLiterals)
  func `JSON literals are written canonically`(json: String, canonical: String) throws {
    let read = try objects("{ \"@type\": \"@json\", \"@value\": \(json) }")
    #expect(read == [.literal(canonical, datatype: RDF.json)])
  }

  @Test func `keys that differ in normal form are different terms`() throws {
    let text =
      "{ \"@context\": { \"\u{E9}\": \"a:1\", \"e\u{301}\": \"a:2\" }, \"@id\": \"a:s\", "
      + "\"e\u{301}\": 1 }"
    #expect(try quads(text, .jsonLD).map(\.predicate) == [.iri("a:2")])
  }

  @Test func `labels of the document stay, made ones are apart from them`() throws {
    let text =
      "[ { \"@id\": \"_:x\", \"a:p\": {} }, { \"@id\": \"_:g0b1\", \"a:p\": {} },"
      + " { \"@id\": \"_:no name\", \"a:q\": { \"@id\": \"_:g0b1\" } } ]"
    let read = try quads(text, .jsonLD, labelPrefix: "d1-")
    #expect(read.contains { $0.subject == .blankNode("d1-x") })
    let names = Set(read.flatMap { [$0.subject, $0.object] })
    // x, g0b1, “no name” and the two without a name.
    #expect(names.count == 5)
    #expect(names.allSatisfy { $0.value.hasPrefix("d1-") })
    #expect(read[2].object == read[1].subject)
    _ = try RDFWriter.write(read, format: .nQuads)
  }

  @Test func `what RDF cannot say is passed over`() throws {
    let text =
      "{ \"@id\": \"a:s\", \"_:p\": 1, \"a:p\": [ { \"@id\": \"a: b\" },"
      + " { \"@value\": \"x\", \"@language\": \"no tag\" } ], \"name\": 1, \"a:q\": true }"
    #expect(
      try quads(text, .jsonLD)
        == [Quad(.iri("a:s"), .iri("a:q"), .literal("true", datatype: XSD.boolean))])
  }

  static let samples = [
    "model/classes", "model/properties", "model/shapes", "model/rules", "profiles/eucaim-measures",
    "profiles/eucaim-dcat-ap-2.0", "vocabularies/access-conditions", "vocabularies/eu-country",
    "vocabularies/hyper-ontology",
  ]

  @Test(arguments: samples)
  func `graphs of the product come back from JSON-LD as they went`(name: String) throws {
    let file = SharedFolder.packageRoot.appending(path: "Ontologies/\(name).ttl")
    let quads = try RDFReader.readFile(path: file.path)
    let written = try RDFWriter.write(
      quads, format: .jsonLD,
      prefixes: WellKnownPrefixes.all.map { (prefix: $0.prefix, namespace: $0.namespace) })
    let back = try RDFReader.readAll(bytes: written, format: .jsonLD, file: "f")
    #expect(try CanonicalDataset(back).nQuads == CanonicalDataset(quads).nQuads)
  }

  @Test func `what is no JSON is no JSON-LD either`() throws {
    guard let folder = SharedFolder.find("suites/json/test_parsing") else { return }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count { $0.hasPrefix("n_") } > 100)
    let refusals = [RDFRules.syntax, RDFRules.badEscape, RDFRules.notUTF8]
    for name in files.sorted() {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      let finding = JSONLDLimitTests.finding(bytes)
      if name.hasPrefix("n_") {
        #expect(finding != nil, "\(name)")
      } else if name.hasPrefix("y_"), !name.contains("duplicate") {
        #expect(finding.map { refusals.contains($0.rule) } != true, "\(name)")
      }
    }
  }
}
