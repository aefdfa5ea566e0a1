// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Shapes
import Testing

@testable import Pipeline

/// What results have in common is spelled once, and the bytes are those of single results.
struct SHACLResultWriterTests {
  static let shapes = """
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    @prefix ex: <http://ex.org/> .
    ex:S sh:targetClass ex:C ; sh:closed true ; sh:ignoredProperties (<\(RDF.type)>) ;
      sh:property [ sh:path ex:v ; sh:minCount 2 ; sh:in (1 2) ] ;
      sh:property [ sh:path ex:w ; sh:minCount 1 ; sh:message "no w"@en ] ;
      sh:property [ sh:path ex:w ; sh:maxCount 1 ; sh:message "w"@en, "W"@de ] ;
      sh:property [ sh:path ex:to ; sh:node ex:T ] ;
      sh:property [ sh:path [ sh:inversePath ex:to ] ; sh:maxCount 0 ] .
    ex:T sh:property [ sh:path ex:v ; sh:minCount 1 ] .
    ex:U sh:targetObjectsOf ex:v ; sh:nodeKind sh:IRI .
    """
  static let data = """
    @prefix ex: <http://ex.org/> .
    ex:a a ex:C . ex:b a ex:C ; ex:v 1 . ex:c a ex:C ; ex:v 3, "x" . ex:d a ex:C ; ex:to ex:a, 5 .
    ex:e a ex:C ; ex:w 1, 2 ; ex:to [ ex:x 1 ] . ex:f a ex:C ; ex:w 1 . [] a ex:C ; ex:more "{v}" .
    """

  @Test(arguments: [true, false], [true, false])
  func `the bytes are those of the results one by one`(showsValues: Bool, isOfPeople: Bool) throws {
    var findings: [Finding] = []
    let parsed = try RDFReader.readAll(
      bytes: Array(Self.shapes.utf8), format: .turtle, file: "shapes.ttl")
    let shapes = ShapesGraph([(graph: Graph(parsed), file: "shapes.ttl")], findings: &findings)
    let data = try RDFReader.readAll(
      bytes: Array(Self.data.utf8), format: .turtle, file: "data.ttl")
    let results = Validator(shapes: shapes).validate(Graph(data)).results
    #expect(results.count > 20)
    var names = ReportNames(part: 1, hidesFocus: isOfPeople && !showsValues)
    for (index, result) in results.enumerated() {
      names.note(result, label: "r\(index)", showsValues: showsValues)
    }
    var alone = TurtleFragments(prefixes: SHACLReport.prefixes)
    var writer = SHACLResultWriter(alone, names, showsValues: showsValues)
    for (index, result) in results.enumerated() {
      let label = "r\(index)"
      var expected: [UInt8] = []
      try alone.appendBrackets(
        names.own(.blankNode(label)),
        result.quads(label: label, showValues: showsValues).map { names.own($0) }, indent: 4,
        to: &expected)
      var bytes: [UInt8] = []
      try writer.append(result, label: label, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    }
  }
}
