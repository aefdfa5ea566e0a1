// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel
import Shapes
import Testing

/// What a result tells: places, statements, names, messages, and what it hides.
struct ValidationResultTests {
  private func result(_ shapes: String, _ data: String) throws -> ValidationResult {
    try #require(try ShapesFixture.validate(shapes, data).results.first)
  }

  // Each statement stands on a line of its own.
  @Test(arguments: [
    ("sh:path ex:v ; sh:nodeKind sh:IRI", 3), ("sh:path ex:v ; sh:maxCount 1", 3),
    ("sh:path ex:none ; sh:minCount 1", 2), ("sh:path ( ex:to ex:w ) ; sh:nodeKind sh:IRI", 5),
    ("sh:path [ sh:inversePath ex:to ] ; sh:nodeKind sh:Literal", 6),
    ("sh:path [ sh:oneOrMorePath ex:to ] ; sh:nodeKind sh:Literal", 4), ("sh:closed true", 2),
    ("sh:nodeKind sh:Literal", 2),
  ]) func `the statement at fault is the one that leads to the value`(
    _ shape: String, _ line: UInt32
  ) throws {
    let data = try ShapesFixture.graph(
      """

      ex:a a ex:C .
      ex:a ex:v 1 .
      ex:a ex:to ex:b .
      ex:b ex:w 1 .
      ex:c ex:to ex:a .
      """ + (shape.contains("maxCount") ? "\nex:z ex:y 2 . ex:a ex:v 2 ." : ""))
    let (shapes, _) = try ShapesFixture.shapes("ex:S sh:targetNode ex:a ; \(shape) .")
    let result = try #require(Validator(shapes: shapes).validate(data).results.first)
    #expect(result.origin == (shape.contains("maxCount") ? 7 : line))
  }

  @Test func `a blank node is named by the way that leads to it`() throws {
    let result = try result(
      "ex:S sh:targetClass ex:Checksum ; sh:property [ sh:path ex:value ; sh:minCount 1 ] .",
      "ex:d ex:distribution [ ex:checksum [ a ex:Checksum ] ] .")
    #expect(result.focusName == "checksum of distribution of <https://example.org/d>")
    #expect(result.sentence == "Checksum has no value; at least one is needed.")
  }

  @Test func `a blank node that nothing leads to is named by its type`() throws {
    let result = try result(
      "ex:S sh:targetClass ex:Checksum ; sh:nodeKind sh:IRI .", "[] a ex:Checksum .")
    #expect(result.focusName == "an unnamed Checksum")
  }

  @Test func `values out of data are hidden in findings unless asked for`() throws {
    let result = try result(
      "ex:S sh:targetClass ex:Patient ; sh:property [ sh:path ex:sex ; sh:in (\"female\" \"male\") ; sh:message \"Bad sex {$value}\" ] .",
      "ex:p1 a ex:Patient ; ex:sex \"femal\" .")
    let place = SourcePlace(file: "patients.csv", .cell(row: 2, column: 3, name: "sex", line: 2))
    let finding = result.finding(at: place)
    #expect(finding.place == place)
    #expect(
      finding.message() == "“sex” of Patient is ‹hidden›; allowed is “female” or “male”.")
    #expect(
      finding.remedy()
        == "Use one of the allowed values, or map this one to one of them. Nearest: ‹hidden›.")
    #expect(finding.message(showValues: true) == result.sentence)
    #expect(finding.argument("focus") == .sensitive("<https://example.org/p1>"))
    #expect(finding.argument("message") == .plain("Bad sex {$value}"))
    #expect(finding.related.map { $0.place.description } == ["shapes.ttl:1:1"])
    #expect(finding.rule.groupedBy == ["shape", "path"])
  }

  @Test func `messages of shape authors get their parameters`() throws {
    let result = try result(
      """
      ex:S sh:targetNode ex:p ; sh:path ex:age ; sh:maxInclusive 120 ;
        sh:message "{?value} of {$this} at {$PATH} is over {$maxInclusive}; {$unknown} {x} {"@en .
      """, "ex:p ex:age 130 .")
    #expect(
      result.messages == [
        .literal(
          "130 of https://example.org/p at <https://example.org/age> is over 120; {$unknown} {x} {",
          language: "en")
      ])
  }

  @Test func `results come by focus node, path, component and value`() throws {
    let report = try ShapesFixture.validate(
      """
      ex:S sh:targetSubjectsOf ex:b ;
        sh:property [ sh:path ex:b ; sh:nodeKind sh:IRI ; sh:maxLength 0 ], [ sh:path ex:a ; sh:minCount 1 ] .
      """, "ex:y ex:b 2, 10, 1 . ex:x ex:b 1 .")
    let lines = report.results.map { result in
      [result.focusNode, result.path?.predicate, .iri(result.component), result.value].map {
        $0.map { ShapeLabels.end(of: $0.value) } ?? "-"
      }.joined(separator: " ")
    }
    #expect(
      lines == [
        "x a MinCountConstraintComponent -", "x b MaxLengthConstraintComponent 1",
        "x b NodeKindConstraintComponent 1", "y a MinCountConstraintComponent -",
        "y b MaxLengthConstraintComponent 1", "y b MaxLengthConstraintComponent 10",
        "y b MaxLengthConstraintComponent 2", "y b NodeKindConstraintComponent 1",
        "y b NodeKindConstraintComponent 10", "y b NodeKindConstraintComponent 2",
      ])
  }

  @Test func `labels come from the shapes, English first`() throws {
    let result = try result(
      """
      ex:S sh:targetClass ex:Patient ; sh:property [ sh:path ex:sex ; sh:minCount 1 ] .
      ex:Patient rdfs:label "Paciente"@es, "Person"@en . ex:sex rdfs:label "birth sex" .
      """, "ex:p a ex:Patient .")
    #expect(result.sentence == "Person has no birth sex; at least one is needed.")
  }

  private static let vocabulary =
    "ex:V sh:targetObjectsOf ex:theme ; sh:property [ sh:path skos:inScheme ; sh:hasValue ex:themes ] . "

  @Test(arguments: [
    ("ex:t a skos:Concept ; skos:inScheme ex:other .", "Dataset"),
    ("ex:t skos:inScheme ex:other .", "Dataset"), ("", "Dataset"),
  ]) func `a concept outside of the vocabulary is the fault of the field that holds it`(
    data: String, kind: String
  ) throws {
    let result = try result(
      Self.vocabulary, "\(data)\n\nex:d a ex:Dataset ;\n  ex:theme ex:t .\nex:e ex:theme ex:t .")
    #expect(result.focusNode == .iri("https://example.org/t"))
    #expect(result.origin == 4)
    #expect(
      result.sentence
        == "“inScheme” of the value of “theme” of \(kind) (and of 1 more field) must include "
        + "<https://example.org/themes> and does not.")
    #expect(result.remedy.hasPrefix("Use a concept of the vocabulary"))
  }

  @Test func `what data describe themselves is mended where it is described`() throws {
    let result = try result(
      "ex:V sh:targetObjectsOf ex:publisher ; sh:property [ sh:path ex:name ; sh:minCount 1 ] .",
      "ex:h a ex:Agent .\nex:d a ex:Dataset ; ex:publisher ex:h .")
    #expect(result.origin == 1)
    #expect(result.sentence == "Agent has no name; at least one is needed.")
  }

  @Test func `a shape that classes call for as well blames the node`() throws {
    let result = try result(
      "ex:V sh:targetObjectsOf ex:theme ; sh:targetClass skos:Concept ; sh:property [ "
        + "sh:path skos:inScheme ; sh:minCount 1 ] .",
      "ex:t a skos:Concept .\nex:d ex:theme ex:t .")
    #expect(result.sentence == "Concept has no inScheme; at least one is needed.")
  }

  @Test func `a value that does not conform to a shape is told why, at its field`() throws {
    let result = try result(
      "ex:S sh:targetClass ex:Dataset ; sh:property [ sh:path ex:theme ; sh:node ex:Themes ] . "
        + "ex:Themes sh:property [ sh:path skos:inScheme ; sh:hasValue ex:themes ] .",
      "ex:t a skos:Concept .\nex:d a ex:Dataset ;\n  ex:theme ex:t .")
    #expect(result.origin == 3)
    #expect(
      result.sentence
        == "“theme” of Dataset is <https://example.org/t>, which does not conform to “Themes”: "
        + "“inScheme” of Concept must include <https://example.org/themes> and does not.")
    #expect(result.remedy.hasPrefix("Use a concept of the vocabulary"))
  }

  @Test func `why a value does not conform hides values as well`() throws {
    let result = try result(
      "ex:S sh:targetClass ex:P ; sh:property [ sh:path ex:v ; sh:node [ sh:datatype xsd:date ; "
        + "sh:or ( [ sh:datatype xsd:date ] [ sh:class ex:C ] ) ] ] .", "ex:p a ex:P ; ex:v 777 .")
    #expect(!result.finding().message().contains("777"))
    #expect(result.sentence.contains("777"))
    #expect(
      result.finding().message().hasSuffix(
        "and the value itself is ‹hidden›, which conforms to none of the datatype xsd:date and the "
          + "class C; at least one is needed."))
  }

  @Test func `the report as quads is complete and hides values on request`() throws {
    let report = try ShapesFixture.validate(
      """
      ex:S sh:targetNode ex:p ; sh:path [ sh:alternativePath ( ex:a [ sh:inversePath ex:b ] ) ] ;
        sh:node [ sh:nodeKind sh:IRI ] ; sh:message "not {$value}" .
      """, "ex:p ex:a 777 .")
    let sh = SHACL.namespace
    let shown = report.quads(showValues: true).map { quad in
      "\(quad.subject) \(quad.predicate) \(quad.object)".replacing(sh, with: "sh:")
        .replacing(RDF.namespace, with: "rdf:").replacing("https://example.org/", with: "ex:")
    }
    #expect(
      shown.filter { !$0.contains("sh:sourceShape") } == [
        "_:report <rdf:type> <sh:ValidationReport>",
        "_:report <sh:conforms> \"false\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
        "_:report <sh:result> _:result-1", "_:result-1 <rdf:type> <sh:ValidationResult>",
        "_:result-1 <sh:focusNode> <ex:p>",
        "_:result-1-path <sh:alternativePath> _:result-1-path-list",
        "_:result-1-path-list <rdf:first> <ex:a>",
        "_:result-1-path-list <rdf:rest> _:result-1-path-list-rest-1",
        "_:result-1-path-list-2 <sh:inversePath> <ex:b>",
        "_:result-1-path-list-rest-1 <rdf:first> _:result-1-path-list-2",
        "_:result-1-path-list-rest-1 <rdf:rest> <rdf:nil>",
        "_:result-1 <sh:resultPath> _:result-1-path",
        "_:result-1 <sh:value> \"777\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "_:result-1 <sh:sourceConstraintComponent> <sh:NodeConstraintComponent>",
        "_:result-1 <sh:resultSeverity> <sh:Violation>",
        "_:result-1 <sh:resultMessage> \"not 777\"",
        "_:result-1 <sh:detail> _:result-1-1", "_:result-1-1 <rdf:type> <sh:ValidationResult>",
        "_:result-1-1 <sh:focusNode> \"777\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "_:result-1-1 <sh:value> \"777\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "_:result-1-1 <sh:sourceConstraintComponent> <sh:NodeKindConstraintComponent>",
        "_:result-1-1 <sh:resultSeverity> <sh:Violation>",
        "_:result-1-1 <sh:resultMessage> \"The value itself is “777”, which is a literal; an IRI is "
          + "needed.\"@en",
      ])
    let hidden = report.quads(showValues: false)
    #expect(!hidden.contains { $0.predicate.value == sh + "value" })
    #expect(hidden.count == report.quads(showValues: true).count - 2)
    let telling = hidden.filter { $0.object.value.contains("777") }
    #expect(telling.isEmpty)
  }
}
