// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import RDFIO
import RDFModel
import Shapes
import TestSupport

/// The profile's shapes and a description that fills every row, read once for all tests.
struct ProfileFixture: Sendable {
  static let namespace = "https://w3id.org/fairway/profile/eucaim-dcat-ap-2.0#"
  static let shared = Result { try ProfileFixture() }

  let validator: Validator
  /// The shapes as statements.
  let shapes: Graph
  let concepts: Graph
  let complete: [Quad]
  let prefixes: [String: String]
  /// The prefixes as Turtle, to read changes with.
  let header: String

  init() throws {
    let root = SharedFolder.packageRoot
    let file = root.appending(path: "Ontologies/profiles/eucaim-dcat-ap-2.0.ttl")
    let fixture = root.appending(path: "Tests/Fixtures/profile/complete.ttl")
    let project = ProjectFolder(of: file)
    let knowledge = try Knowledge(OntologyFolder.find(for: project), project: project)
    let declarations = try text(fixture).matches(of: /@prefix ([^:]+): <([^>]+)> \./)
    validator = Validator(shapes: knowledge.profile)
    shapes = try RDFReader.readGraph(path: file.path)
    concepts = knowledge.concepts
    complete = try RDFReader.readFile(path: fixture.path)
    header = declarations.map { String($0.output.0) + "\n" }.joined()
    prefixes = Dictionary(
      uniqueKeysWithValues: declarations.map { (String($0.output.1), String($0.output.2)) })
  }

  /// The results of the profile, in the order of a report.
  func results(_ quads: [Quad]) -> [ValidationResult] {
    validator.validate(Graph(quads), hierarchy: concepts).results
  }

  /// `dct:title` and `<https://…>` as terms.
  func iri(_ name: String) -> Term {
    if name.hasPrefix("<") { return .iri(String(name.dropFirst().dropLast())) }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    return .iri((prefixes[parts[0]] ?? parts[0] + ":") + parts[1])
  }

  /// Statements written with the fixture's prefixes.
  func read(_ turtle: String) throws -> [Quad] {
    try RDFReader.readAll(bytes: Array((header + turtle).utf8), format: .turtle, file: "change.ttl")
  }

  /// What findings call a node of the description: the label of its class, or the class's name.
  func kind(of node: Term, in quads: [Quad]) -> String {
    let type = quads.first { $0.subject == node && $0.predicate == .iri(RDF.type) }?.object
    let label = type.flatMap { shapes.objects(of: $0, .iri(RDFS.label)).first?.value }
    return label ?? type.map { ShapeLabels.end(of: $0.value) } ?? "The node"
  }

  /// The rows that a shape names as its source.
  func sources(of shape: Term) -> Set<String> {
    Set(shapes.objects(of: shape, .iri(DCT.namespace + "source")).map(\.value))
  }

  /// A property of a shape.
  func value(_ shape: Term, _ property: String) -> Term? {
    shapes.objects(of: shape, .iri(property)).first
  }
}
