// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel
import Shapes
import Testing

/// Targets, paths, comparison, recursion and background knowledge.
struct ValidatorTests {
  private func focusNodes(_ shapes: String, _ data: String, hierarchy: String? = nil) throws
    -> [String]
  {
    try ShapesFixture.validate(shapes, data, hierarchy: hierarchy).results.map {
      ShapeLabels.end(of: $0.focusNode.value)
    }
  }

  @Test func `each kind of target finds its focus nodes once`() throws {
    let fails = "sh:nodeKind sh:BlankNode ."
    let data = "ex:a a ex:C ; ex:p ex:b . ex:c a ex:D ; ex:p ex:b . ex:D rdfs:subClassOf ex:C ."
    for (target, expected) in [
      ("sh:targetNode ex:a, ex:nowhere, 7 ;", ["a", "nowhere", "7"]),
      ("sh:targetClass ex:C ;", ["a", "c"]), ("sh:targetSubjectsOf ex:p ;", ["a", "c"]),
      ("sh:targetObjectsOf ex:p ;", ["b"]),
      ("sh:targetClass ex:C, ex:D ; sh:targetNode ex:a ;", ["a", "c"]),
    ] {
      #expect(try focusNodes("ex:S \(target) \(fails)", data) == expected, "\(target)")
    }
  }

  @Test(arguments: ["rdfs:Class", "<http://www.w3.org/2002/07/owl#Class>", "ex:Meta"])
  func `a shape that is a class targets its instances`(_ type: String) throws {
    let shapes =
      "ex:C a sh:NodeShape, \(type) ; sh:nodeKind sh:BlankNode . ex:Meta rdfs:subClassOf rdfs:Class ."
    #expect(try focusNodes(shapes, "ex:a a ex:C . ex:b a ex:D .") == ["a"])
  }

  @Test func `a value that one shape accepts for many nodes is still refused by the others`() throws
  {
    // More shapes than have a bit to remember values by.
    let properties = (0..<40).map { number in
      "sh:property [ sh:path ex:p\(number) ; sh:in ( ex:good ex:only\(number) ) ]"
    }
    let statements = (0..<40).map { "ex:p\($0) ex:good, ex:only\($0)" }
    let report = try ShapesFixture.validate(
      "ex:S sh:targetClass ex:C ; \(properties.joined(separator: " ; ")) .",
      """
      ex:a a ex:C ; \(statements.joined(separator: " ; ")) .
      ex:b a ex:C ; \(statements.joined(separator: " ; ")) .
      ex:c a ex:C ; ex:p1 ex:only0, ex:good ; ex:p39 ex:only0, ex:only39 ; ex:p0 ex:only0 .
      """)
    #expect(
      report.results.map { "\($0.focusNode.value) \($0.path?.description ?? "")" } == [
        "https://example.org/c <https://example.org/p1>",
        "https://example.org/c <https://example.org/p39>",
      ])
    #expect(
      report.results.map(\.value) == Array(repeating: .iri("https://example.org/only0"), count: 2))
  }

  @Test func `subclasses and types of background knowledge count for classes`() throws {
    let shapes =
      "ex:S sh:targetClass ex:Image ; sh:property [ sh:path ex:scheme ; sh:class ex:Concept ] ."
    let data = "ex:a a ex:MR ; ex:scheme ex:known, ex:unknown . ex:b a ex:Text ; ex:scheme ex:x ."
    #expect(try focusNodes(shapes, data).isEmpty)
    let report = try ShapesFixture.validate(
      shapes, data,
      hierarchy: """
        ex:MR rdfs:subClassOf ex:Scan . ex:Scan rdfs:subClassOf ex:Image . ex:Image rdfs:subClassOf ex:MR .
        ex:known a ex:Term . ex:Term rdfs:subClassOf ex:Concept . ex:c a ex:MR .
        """)
    #expect(report.results.map(\.value) == [.iri("https://example.org/unknown")])
    #expect(report.focusNodeCount == 1)
  }

  @Test(arguments: [
    ("ex:p", "b"), ("[ sh:inversePath ex:q ]", "c"), ("( ex:p ex:p )", "c"),
    ("( ex:p [ sh:inversePath ex:p ] )", "a d"), ("[ sh:inversePath ( ex:p ex:q ) ]", "b"),
    ("[ sh:alternativePath ( ex:p ex:q ) ]", "b z"), ("[ sh:zeroOrOnePath ex:p ]", "a b"),
    ("[ sh:zeroOrMorePath ex:p ]", "a b c d"), ("[ sh:oneOrMorePath ex:p ]", "b c d"),
    ("[ sh:oneOrMorePath [ sh:inversePath ex:q ] ]", "c"),
    ("( [ sh:zeroOrMorePath ex:p ] ex:q )", "a z"),
  ]) func `a path leads to its value nodes`(_ path: String, _ expected: String) throws {
    let data =
      "ex:a ex:p ex:b ; ex:q ex:z . ex:b ex:p ex:c . ex:c ex:p ex:d ; ex:q ex:a . ex:d ex:p ex:b ."
    let report = try ShapesFixture.validate(
      "ex:S sh:targetNode ex:a ; sh:path \(path) ; sh:nodeKind sh:Literal .", data)
    let values = report.results.compactMap(\.value).map { ShapeLabels.end(of: $0.value) }
    #expect(values.joined(separator: " ") == expected)
  }

  struct Comparison: CustomTestStringConvertible {
    var limit: String
    var accepted: [String]
    var refused: [String]
    var testDescription: String { limit }
  }

  static let comparisons: [Comparison] = [
    Comparison(
      limit: "0.1", accepted: ["0.1", "00.10", "1", "0.1000000000000000000000000000001", "1e0"],
      refused: ["0.09999999999999999999999999", "-1", "0", "\"0.2\"", "ex:a", "true"]),
    Comparison(
      limit: "-2.50", accepted: ["-2.5", "-2.49", "0", "-0"], refused: ["-2.51", "-3", "-10"]),
    Comparison(
      limit: "9007199254740993", accepted: ["9007199254740993", "9007199254740994.0"],
      refused: ["9007199254740992"]),
    Comparison(
      limit: "1.5e0",
      accepted: ["1.5", "2", "\"1.5\"^^xsd:float", "\"INF\"^^xsd:double", "\"+2.\"^^xsd:double"],
      refused: ["1.4", "\"NaN\"^^xsd:double", "\"-INF\"^^xsd:double", "\"-.5\"^^xsd:float"]),
    Comparison(
      limit: "\"2020-01-01\"^^xsd:date",
      accepted: ["\"2020-01-01\"^^xsd:date", "\"12020-01-01\"^^xsd:date"],
      refused: [
        "\"2019-12-31\"^^xsd:date", "\"-2020-01-01\"^^xsd:date", "\"2020-01-01Z\"^^xsd:date",
        "\"2020-01-01T00:00:00\"^^xsd:dateTime", "\"2020-13-01\"^^xsd:date",
      ]),
    Comparison(
      limit: "\"2020-01-01T12:00:00Z\"^^xsd:dateTime",
      accepted: [
        "\"2020-01-01T13:00:00+01:00\"^^xsd:dateTime", "\"2020-01-02T02:00:01\"^^xsd:dateTime",
        "\"2020-01-01T12:00:00.000Z\"^^xsd:dateTime", "\"2020-01-01T24:00:00Z\"^^xsd:dateTime",
      ],
      refused: [
        "\"2020-01-01T12:59:59+01:00\"^^xsd:dateTime", "\"2020-01-02T02:00:00\"^^xsd:dateTime",
        "\"2020-01-01T11:59:59.999Z\"^^xsd:dateTime",
      ]),
    Comparison(
      limit: "\"12:00:00\"^^xsd:time", accepted: ["\"12:00:00.5\"^^xsd:time"],
      refused: ["\"24:00:00\"^^xsd:time", "\"11:59:59\"^^xsd:time"]),
    Comparison(
      limit: "\"2020\"^^xsd:gYear", accepted: ["\"2020\"^^xsd:gYear"],
      refused: ["\"2019\"^^xsd:gYear", "2020"]),
    Comparison(
      limit: "\"b\"", accepted: ["\"b\"", "\"ba\"", "\"é\""],
      refused: ["\"a\"", "\"B\"", "\"c\"@en"]),
    Comparison(limit: "true", accepted: ["true", "\"1\"^^xsd:boolean"], refused: ["false"]),
    Comparison(
      limit: "\"5\"^^xsd:byte", accepted: ["\"6\"^^xsd:byte"], refused: ["\"300\"^^xsd:byte"]),
  ]

  @Test(arguments: comparisons) func `values compare as XPath compares them`(_ entry: Comparison)
    throws
  {
    let targets = (entry.accepted + entry.refused).map { "sh:targetNode \($0)" }
    let report = try ShapesFixture.validate(
      "ex:S \(targets.joined(separator: " ; ")) ; sh:minInclusive \(entry.limit) .", "")
    let refused = try ShapesFixture.graph("ex:x ex:y \(entry.refused.joined(separator: ", ")) .")
    #expect(
      Set(report.results.map { $0.focusNode.description })
        == Set(refused.quads.map { $0.object.description }))
  }

  @Test func `a recursive shape ends on data that run in a circle`() throws {
    let shapes = """
      ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:knows ; sh:node ex:S ], [ sh:path ex:name ; sh:minCount 1 ] .
      """
    let named = "ex:a ex:knows ex:b ; ex:name 1 . ex:b ex:knows ex:a ; ex:name 1 ."
    #expect(try ShapesFixture.validate(shapes, named).conforms)
    let unnamed = "ex:a ex:knows ex:b ; ex:name 1 . ex:b ex:knows ex:a ."
    let report = try ShapesFixture.validate(shapes, unnamed)
    #expect(report.results.map { ShapeLabels.end(of: $0.component) } == ["NodeConstraintComponent"])
    #expect(
      report.results[0].details.map(\.sentence) == ["The node has no name; at least one is needed."]
    )
  }

  @Test func `a recursive shape takes no more than its statements on densely linked data`() throws {
    let nodes = (0..<30).map { "ex:n\($0)" }
    let data = nodes.map { "\($0) ex:knows \(nodes.joined(separator: ", ")) ." }.joined()
    let property = "ex:P sh:path ex:knows ; sh:property ex:P ; sh:nodeKind sh:IRI ."
    #expect(try ShapesFixture.validate("ex:P sh:targetNode ex:n0 . \(property)", data).conforms)
    let node = "ex:S sh:property [ sh:path ex:knows ; sh:or ( ex:S ex:S ) ] ."
    #expect(try ShapesFixture.validate("ex:S sh:targetNode ex:n0 . \(node)", data).conforms)
  }

  @Test func `a chain beyond the depth limit is named as not evaluated`() throws {
    let data = (0..<300).map { "ex:n\($0) ex:next ex:n\($0 + 1) ." }.joined()
    let report = try ShapesFixture.validate(
      "ex:S sh:targetNode ex:n0 ; sh:property [ sh:path ex:next ; sh:node ex:S ] .", data)
    #expect(report.conforms)
    #expect(report.notEvaluated.map(\.part) == ["recursion"])
  }

  @Test func `deactivated shapes and shapes without severity of their own`() throws {
    let report = try ShapesFixture.validate(
      """
      ex:A sh:targetNode 1 ; sh:nodeKind sh:IRI ; sh:deactivated true .
      ex:B sh:targetNode 2 ; sh:nodeKind sh:IRI ; sh:severity sh:Info .
      ex:C sh:targetNode 3 ; sh:nodeKind sh:IRI ; sh:severity sh:Warning .
      ex:D sh:targetNode 4 ; sh:nodeKind sh:IRI ; sh:severity ex:Fatal .
      ex:E sh:targetNode 5 ; sh:nodeKind sh:IRI .
      """, "")
    #expect(report.results.map(\.severity) == [.note, .warning, .violation, .violation])
    #expect(report.results[2].severityTerm == .iri("https://example.org/Fatal"))
    #expect(report.results[2].finding().severity == .violation)
  }

  @Test func `datatypes that nobody knows pass by name`() throws {
    let shapes = "ex:S sh:targetNode \"x\"^^ex:Unit, \"x\"^^ex:Other ; sh:datatype ex:Unit ."
    let report = try ShapesFixture.validate(shapes, "ex:a ex:b \"x\"^^ex:Unit .")
    #expect(report.results.map(\.value) == [.literal("x", datatype: "https://example.org/Other")])
  }

  @Test func `the streaming twin tells the same`() throws {
    let (shapes, _) = try ShapesFixture.shapes("ex:S sh:targetSubjectsOf ex:p ; sh:closed true .")
    let data = try ShapesFixture.graph("ex:b ex:p 2, 1 ; ex:o 1 . ex:a ex:p 1 .")
    let validator = Validator(shapes: shapes)
    var sentences: [String] = []
    let summary = validator.forEachResult(in: data) { sentences.append($0.sentence) }
    #expect(sentences == validator.validate(data).results.map(\.sentence))
    #expect(summary.resultCount == 4)
    #expect(summary.focusNodeCount == 2)
  }
}
