// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import RDFModel
import Shapes
import TestSupport

/// The model that ships with the product, read once.
struct ModelFixture {
  let graph: Graph
  let model: RecordModel
  let shapes: ShapesGraph
  let shapesGraph: Graph
  let findings: [Finding]

  static let shared = Result { try ModelFixture() }

  init() throws {
    let pipeline = SharedFolder.packageRoot.appending(path: "Pipelines/demo.yaml")
    let project = ProjectFolder(of: pipeline, allowed: [])
    let folder = try OntologyFolder.find(for: project)
    var builder = GraphBuilder()
    for file in folder.model {
      try RDFReader.readFile(
        path: file.path, labelPrefix: file.lastPathComponent, into: &builder)
    }
    graph = builder.build()
    model = RecordModel(graph)
    let files = try ShapesFiles(
      folder.recordShapes + folder.model, project: project, role: .shapes)
    shapes = files.shapes
    shapesGraph = files.graphs[0]
    findings = files.findings
  }

  static let prefixes = """
    @prefix cdm: <https://w3id.org/fairway/model#> .
    @prefix eucaim: <https://cancerimage.eu/ontology/EUCAIM#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @prefix : <https://example.org/> .

    """

  /// The results of one shape on records in Turtle, as findings.
  func findings(of shape: String, on turtle: String) throws -> [Finding] {
    try results(on: turtle)
      .filter { $0.sourceShape.value == RecordModel.namespace + shape }.map { $0.finding() }
  }

  /// The results of all shapes on records in Turtle.
  func findings(on turtle: String) throws -> [Finding] {
    try results(on: turtle).map { $0.finding() }
  }

  private func results(on turtle: String) throws -> [ValidationResult] {
    let data = try RDFReader.readLocated(
      bytes: Array((Self.prefixes + turtle).utf8), file: "records.ttl")
    return Validator(shapes: shapes).validate(data, hierarchy: graph).results
  }
}
