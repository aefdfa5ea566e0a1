// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFModel
import Shapes
import TestSupport
import RDFIO
import Testing

/// Broken shapes: each fault is a finding with file and line, and validation goes on.
struct ShapesFaultTests {
  struct Case: CustomTestStringConvertible {
    var rule: String
    var line: Int?
    /// What stays unchecked and is named in every report.
    var notEvaluated: [String] = []
    var shapes: String
    var testDescription: String { "\(rule) \(notEvaluated)" }
  }

  static let cases: [Case] = [
    Case(
      rule: "shacl.path-missing", line: 2, notEvaluated: ["sh:path"],
      shapes: """
        ex:S sh:targetClass ex:Patient ; sh:property
          [ sh:minCount 1 ] .
        """),
    Case(
      rule: "shacl.path-repeated", line: 3, notEvaluated: ["sh:path"],
      shapes: """
        ex:S sh:targetClass ex:Patient ; sh:property [
          sh:path ex:a ;
          sh:path ex:b ; sh:minCount 1 ] .
        """),
    Case(
      rule: "shacl.path-ill-formed", line: 2, notEvaluated: ["sh:path"],
      shapes: """
        ex:S sh:targetClass ex:Patient ; sh:property [
          sh:path ( ex:a ) ; sh:minCount 1 ] .
        """),
    Case(
      rule: "shacl.path-ill-formed", line: 1, notEvaluated: ["sh:path"],
      shapes: "ex:S sh:targetNode ex:p ; sh:path _:l . _:l sh:inversePath _:l ."),
    Case(
      rule: "shacl.path-ill-formed", line: 1, notEvaluated: ["sh:path"],
      shapes: "ex:S sh:targetNode ex:p ; sh:path _:l . _:l rdf:first ex:a ; rdf:rest _:l ."),
    Case(
      rule: "shacl.path-ambiguous", line: 2,
      shapes: """
        ex:S sh:targetNode ex:p ;
          sh:path [ sh:inversePath ex:a ; sh:zeroOrMorePath ex:b ] .
        """),
    Case(
      rule: "shacl.shape-missing", line: 2, notEvaluated: ["sh:property"],
      shapes: """
        ex:S sh:targetClass ex:Patient ;
          sh:property ex:Nowhere .
        """),
    Case(
      rule: "shacl.shape-missing", line: 1, notEvaluated: ["sh:or"],
      shapes: "ex:S sh:targetClass ex:Patient ; sh:or ( ex:Nowhere [ sh:nodeKind sh:IRI ] ) ."),
    Case(
      rule: "shacl.parameter-unknown", line: 2, notEvaluated: ["sh:mincount"],
      shapes: """
        ex:S sh:targetClass ex:Patient ; sh:path ex:a ;
          sh:mincount 1 .
        """),
    Case(
      rule: "shacl.parameter-ill-formed", line: 2, notEvaluated: ["sh:minCount"],
      shapes: """
        ex:S sh:targetClass ex:Patient ; sh:path ex:a ;
          sh:minCount "one" .
        """),
    Case(
      rule: "shacl.parameter-ill-formed", line: 1, notEvaluated: ["sh:nodeKind"],
      shapes: "ex:S sh:targetClass ex:Patient ; sh:nodeKind sh:Iri ."),
    Case(
      rule: "shacl.parameter-ill-formed", line: 1, notEvaluated: ["sh:uniqueLang"],
      shapes: "ex:S sh:targetNode ex:p ; sh:path ex:a ; sh:uniqueLang \"1\"^^xsd:boolean ."),
    Case(
      rule: "shacl.parameter-ill-formed", line: 1, notEvaluated: ["sh:maxInclusive"],
      shapes: "ex:S sh:targetNode ex:p ; sh:maxInclusive \"2021-13-01\"^^xsd:date ."),
    Case(
      rule: "shacl.parameter-ill-formed", line: 1, notEvaluated: ["sh:targetNode"],
      shapes: "ex:S a sh:NodeShape ; sh:targetNode [] ; sh:targetClass ex:Patient ."),
    Case(
      rule: "shacl.parameter-repeated", line: 2,
      shapes: """
        ex:S sh:targetClass ex:Patient ; sh:datatype xsd:date
          , xsd:string .
        """),
    Case(
      rule: "shacl.values-conflict", line: 2,
      shapes: """
        ex:S sh:targetClass ex:Patient ; sh:nodeKind sh:IRI ; sh:severity sh:Info
          , sh:Violation .
        """),
    Case(
      rule: "shacl.draft-name", line: 2,
      shapes: """
        ex:S sh:targetClass ex:Patient ; sh:property [ sh:path ex:a ;
          sh:shape [ sh:nodeKind sh:Literal ] ] .
        """),
    Case(
      rule: "shacl.draft-name", line: 2,
      shapes: """
        ex:S sh:targetClass ex:Patient ;
          sh:extends ex:T . ex:T sh:nodeKind sh:IRI .
        """),
    Case(
      rule: "shacl.parameter-unknown", line: 1, notEvaluated: ["sh:extends"],
      shapes: "ex:S sh:targetNode ex:p ; sh:path ex:a ; sh:extends ex:T . ex:T sh:path ex:b ."),
    Case(
      rule: "shacl.import-missing", line: 2,
      shapes: """
        ex:S sh:targetClass ex:Patient .
        ex:shapes owl:imports ex:others .
        """),
    Case(
      rule: "shacl.parameter-misplaced", line: 1, notEvaluated: ["sh:minCount"],
      shapes: "ex:S sh:targetClass ex:Patient ; a sh:NodeShape ; sh:minCount 1 ."),
    Case(
      rule: "shacl.qualified-shape-missing", line: 1, notEvaluated: ["sh:qualifiedMinCount"],
      shapes: "ex:S sh:targetClass ex:Patient ; sh:path ex:a ; sh:qualifiedMinCount 1 ."),
    Case(
      rule: "shacl.not-evaluated", line: 2, notEvaluated: ["sh:entailment"],
      shapes: """
        ex:S sh:targetClass ex:Patient .
        <https://example.org/> sh:entailment <http://www.w3.org/ns/entailment/RDFS> .
        """),
    Case(
      rule: "shacl.path-ill-formed", line: 1, notEvaluated: ["sh:path"],
      shapes: "ex:S sh:targetNode ex:p ; sh:path _:l0 ."
        + (0..<30).map { " _:l\($0) rdf:first _:l\($0 + 1) ; rdf:rest ( _:l\($0 + 1) ) ." }.joined()
        + " _:l30 sh:inversePath ex:a ."),
    Case(
      rule: "shacl.list-broken", line: 1, notEvaluated: ["sh:in"],
      shapes: "ex:S sh:targetClass ex:Patient ; sh:in [ rdf:first 1 ] ."),
    Case(
      rule: "shacl.list-broken", line: 1, notEvaluated: ["sh:in"],
      shapes: "ex:S sh:targetClass ex:Patient ; sh:in \"CT, MR\" ."),
    Case(
      rule: "shacl.pattern-ill-formed", line: 2, notEvaluated: ["sh:pattern"],
      shapes: """
        ex:S sh:targetClass ex:Patient ;
          sh:pattern "^(?!x)a" .
        """),
    Case(
      rule: "shacl.shape-recursive", line: 1,
      shapes: "ex:S sh:targetClass ex:Patient ; sh:property [ sh:path ex:knows ; sh:node ex:S ] ."),
    Case(
      rule: "shacl.constraint-repeated", line: 3,
      shapes: """
        ex:S sh:targetClass ex:Patient ; sh:property
          [ sh:path ex:a ; sh:minCount 1 ] ,
          [ sh:path ex:a ; sh:minCount 1 ] .
        """),
    Case(
      rule: "shacl.not-evaluated", line: 2, notEvaluated: ["sh:sparql"],
      shapes: """
        ex:S sh:targetClass ex:Patient ;
          sh:sparql [ sh:select "SELECT $this WHERE { $this ?p ?o }" ] .
        """),
    Case(
      rule: "shacl.not-evaluated", line: 1, notEvaluated: ["https://example.org/Custom"],
      shapes: """
        ex:S sh:targetClass ex:Patient ; ex:parameter 1 .
        ex:Custom a sh:ConstraintComponent ; sh:parameter [ sh:path ex:parameter ] .
        """),
    Case(
      rule: "shacl.nothing-targeted", line: nil, shapes: "ex:S a sh:NodeShape ; sh:closed true ."),
  ]

  @Test(arguments: cases) func `a fault in the shapes is told with its line`(_ entry: Case) throws {
    let (shapes, findings) = try ShapesFixture.shapes(entry.shapes)
    let finding = try #require(findings.first { $0.rule.id == entry.rule })
    let locator = entry.line.map { SourceLocator.text(line: $0, column: 1) }
    #expect(finding.place == SourcePlace(file: "shapes.ttl", locator ?? .file))
    #expect(!finding.message().contains("{") && !finding.remedy().contains("{"))
    let data = try ShapesFixture.graph("ex:p a ex:Patient ; ex:a 1 .")
    let report = Validator(shapes: shapes).validate(data)
    #expect(report.notEvaluated.map(\.part) == entry.notEvaluated)
  }

  @Test func `every rule about shapes has a case above`() {
    let components = Set(ConstraintRegistry.components.map { $0.component.rule.id })
    let told = Set(Self.cases.map(\.rule))
    #expect(Set(ShapesRules.all.map(\.id)).subtracting(components) == told)
  }

  @Test func `a fault costs its own constraint only`() throws {
    let report = try ShapesFixture.validate(
      """
      ex:S sh:targetClass ex:Patient ; sh:property ex:Nowhere , [ sh:minCount 1 ] ,
        [ sh:path ex:a ; sh:pattern "(" ; sh:minCount 1 ] .
      """, "ex:p a ex:Patient .")
    #expect(report.results.map(\.sentence) == ["Patient has no a; at least one is needed."])
    #expect(report.notEvaluated.map(\.part) == ["sh:property", "sh:path", "sh:pattern"])
  }

  @Test func `a misspelt parameter is named with the right one`() throws {
    let (_, findings) = try ShapesFixture.shapes(
      "ex:S sh:targetClass ex:P ; sh:path ex:a ; sh:maxLenght 1 .")
    #expect(findings.map { $0.remedy() } == ["Did you mean “sh:maxLength”?"])
  }

  @Test func `shapes of several files keep their files and their blank nodes apart`() throws {
    let first = try ShapesFixture.graph(
      "ex:A sh:targetClass ex:P ; sh:property _:x . _:x sh:path ex:a ; sh:minCount 1 .")
    let second = try ShapesFixture.graph(
      "\nex:B sh:targetClass ex:P ; sh:property _:x . _:x sh:path ex:b ; sh:minCount 1 .")
    var findings: [Finding] = []
    let shapes = ShapesGraph([(first, "a.ttl"), (second, "b.ttl")], findings: &findings)
    let report = Validator(shapes: shapes).validate(try ShapesFixture.graph("ex:p a ex:P ."))
    #expect(findings.isEmpty)
    #expect(
      report.results.map { $0.shapePlace?.description } == ["a.ttl:1:1", "b.ttl:2:1"])
  }

  private func shapes(_ files: (name: String, turtle: String)...) throws -> (
    shapes: ShapesGraph, findings: [Finding]
  ) {
    var findings: [Finding] = []
    let graphs = try files.map { (try ShapesFixture.graph($0.turtle, file: $0.name), $0.name) }
    return (ShapesGraph(graphs, findings: &findings), findings)
  }

  @Test func `one shape in several files is one shape`() throws {
    let (shapes, findings) = try shapes(
      ("a.ttl", "ex:S sh:targetClass ex:P ; sh:property [ sh:path ex:a ; sh:minCount 1 ] ."),
      ("b.ttl", "ex:S sh:property [ sh:path ex:b ; sh:minCount 1 ] ."))
    #expect(findings.isEmpty)
    let report = Validator(shapes: shapes).validate(try ShapesFixture.graph("ex:p a ex:P ."))
    #expect(report.results.map { $0.shapePlace?.description } == ["a.ttl:1:1", "b.ttl:1:1"])
  }

  @Test func `files that contradict each other are told with both places, and the heavier counts`()
    throws
  {
    let (shapes, findings) = try shapes(
      ("a.ttl", "ex:S sh:targetClass ex:P ; sh:nodeKind sh:Literal ; sh:severity sh:Violation ."),
      ("b.ttl", "\nex:S sh:severity sh:Info ."))
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.place?.description == "b.ttl:2:1")
    #expect(finding.related.map(\.place.description) == ["a.ttl:1:1"])
    #expect(
      finding.message()
        == "sh:severity of <https://example.org/S> has several values: "
        + "<\(SHACL.namespace)Violation> and <\(SHACL.namespace)Info>; one is allowed, and "
        + "<\(SHACL.namespace)Violation> is used.")
    let report = Validator(shapes: shapes).validate(try ShapesFixture.graph("ex:p a ex:P ."))
    #expect(report.results.map(\.severity) == [.violation])
  }

  @Test func `two paths out of two files are told with both places`() throws {
    let (shapes, findings) = try shapes(
      ("a.ttl", "ex:S sh:targetClass ex:P ; sh:path ex:a ; sh:minCount 1 ."),
      ("b.ttl", "\n\nex:S sh:path ex:b ."))
    #expect(findings.map(\.rule.id) == ["shacl.path-repeated"])
    #expect(findings.first?.place?.description == "b.ttl:3:1")
    #expect(findings.first?.related.map(\.place.description) == ["a.ttl:1:1"])
    #expect(shapes.notEvaluated.map(\.part) == ["sh:path"])
  }

  @Test(arguments: [
    "ex:S sh:targetClass ex:P ; sh:property [ sh:path ex:a ; sh:shape ex:T ] . ",
    "ex:S sh:targetClass ex:P ; sh:property [ sh:path ex:a ; sh:valueShape ex:T ] . ",
    "ex:S sh:targetObjectsOf ex:a ; sh:extends ex:T . ",
  ]) func `what drafts called otherwise is checked as sh:node`(shapes: String) throws {
    let report = try ShapesFixture.validate(
      shapes + "ex:T sh:nodeKind sh:IRI .", "ex:p a ex:P ; ex:a 1 . ex:q a ex:P ; ex:a ex:b .")
    #expect(report.results.map(\.component) == [NodeConstraint.component.iri])
    #expect(report.notEvaluated.isEmpty)
  }

  @Test func `an import of a document that is at hand is no finding`() throws {
    let (_, findings) = try shapes(
      (
        "a.ttl",
        "ex:S sh:targetClass ex:P . ex:o owl:imports ex:other, ex:v1, <https://w.org/x/b.ttl> ."
      ), ("folder/b.ttl", "ex:other a owl:Ontology ; owl:versionIRI ex:v1 ."))
    #expect(findings.isEmpty)
  }

  @Test func `shapes without IRI are called by path and line`() throws {
    let (shapes, findings) = try ShapesFixture.shapes(
      """
      ex:S sh:targetClass ex:P ; sh:property
        [ sh:path ex:a ; sh:mincount 1 ] ,
        [ sh:path [ sh:inversePath ex:b ] ; sh:sparql ex:c ] .
      """)
    #expect(
      findings.map { $0.message() } == [
        "sh:mincount of the property shape for “a” at shapes.ttl:2 is not known to SHACL Core, so "
          + "it is not checked.",
        "sh:sparql of the shape at shapes.ttl:3 is not evaluated: only SHACL Core is evaluated.",
      ])
    #expect(
      shapes.notEvaluated.map(\.sentence) == [
        "sh:mincount of the property shape for “a” at shapes.ttl:2: SHACL Core has no such property",
        "sh:sparql of the shape at shapes.ttl:3: only SHACL Core is evaluated",
      ])
  }

  @Test func `no sentence about broken shapes shows a label of a blank node`() throws {
    for entry in Self.cases {
      let (shapes, findings) = try ShapesFixture.shapes(entry.shapes)
      for finding in findings { #expect(!finding.message(showValues: true).contains("_:")) }
      for part in shapes.notEvaluated { #expect(!part.sentence.contains("_:")) }
    }
  }

  @Test func `the official DCAT-AP shapes have two dangling property shapes`() throws {
    guard let file = SharedFolder.find("shapes/dcat-ap-3.0.1/dcat-ap-SHACL.ttl") else { return }
    var findings: [Finding] = []
    let shapes = ShapesGraph(
      graph: try RDFReader.readGraph(path: file.path), file: "dcat-ap.ttl", findings: &findings)
    #expect(findings.map(\.rule.id) == ["shacl.shape-missing", "shacl.shape-missing"])
    #expect(findings.map { $0.place?.description } == ["dcat-ap.ttl:564:1", "dcat-ap.ttl:566:1"])
    #expect(shapes.notEvaluated.map(\.part) == ["sh:property", "sh:property"])
    #expect(shapes.shapes.count == 323)
  }
}
