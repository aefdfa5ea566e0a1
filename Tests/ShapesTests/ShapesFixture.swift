// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Shapes

/// Shapes and data as short Turtle texts.
enum ShapesFixture {
  // On one line, so that the lines of the texts count from 1.
  private static let prefixes =
    "@prefix sh: <\(SHACL.namespace)> . @prefix xsd: <\(XSD.namespace)> . "
    + "@prefix rdfs: <\(RDFS.namespace)> . @prefix rdf: <\(RDF.namespace)> . "
    + "@prefix owl: <\(OWL.namespace)> . @prefix skos: <\(SKOS.namespace)> . "
    + "@prefix ex: <https://example.org/> . "

  static func graph(_ turtle: String, file: String = "data.ttl") throws -> Graph {
    try RDFReader.readLocated(bytes: Array((prefixes + turtle).utf8), file: file)
  }

  static func shapes(_ turtle: String) throws -> (shapes: ShapesGraph, findings: [Finding]) {
    var findings: [Finding] = []
    let shapes = ShapesGraph(
      graph: try graph(turtle, file: "shapes.ttl"), file: "shapes.ttl", findings: &findings)
    return (shapes, findings)
  }

  static func validate(_ shapes: String, _ data: String, hierarchy: String? = nil) throws
    -> ValidationReport
  {
    Validator(shapes: try self.shapes(shapes).shapes)
      .validate(try graph(data), hierarchy: try hierarchy.map { try graph($0) })
  }
}
