// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import RDFModel
import Shapes
import TestSupport
import Testing

/// Every row of EUCAIM DCAT-AP 2.0 that asks for a value, held against the profile's shapes.
@Suite struct ProfileRowTests {
  /// A row with a minimum of one, as the specification's tables state it.
  struct Row: CustomTestStringConvertible, Sendable {
    let type: String
    let section: String
    let label: String
    let path: [String]
    var testDescription: String { "\(type) | \(section) | \(label)" }
    /// How the shape names the row in `dct:source`.
    var source: String { "EUCAIM DCAT-AP 2.0 | \(testDescription)" }
    /// No body is designated yet, so that its absence is a warning until then.
    var severity: Severity { label == "Health Data Access Body" ? .warning : .violation }
  }

  static let rows: [Row] = {
    guard let file = SharedFolder.find("eucaim/eucaim-dcat-ap-2.0.csv"),
      let cells = try? table(text(file))
    else { return [] }
    return cells.dropFirst().filter { $0[5] == "1" }.map { row in
      Row(
        type: row[0], section: row[1], label: row[2],
        path: row[3].components(separatedBy: " / "))
    }
  }()

  private struct Profile: Sendable {
    let validator: Validator
    let shapes: Graph
    let concepts: Graph
    let complete: [Quad]
    let prefixes: [String: String]

    func iri(_ name: String) -> Term {
      let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
      return .iri((prefixes[parts[0]] ?? parts[0] + ":") + parts[1])
    }
  }

  private static let profile = Result { try load() }

  private static func load() throws -> Profile {
    let root = SharedFolder.packageRoot
    let file = root.appending(path: "Ontologies/profiles/eucaim-dcat-ap-2.0.ttl")
    let fixture = root.appending(path: "Tests/Fixtures/profile/complete.ttl")
    let project = ProjectFolder(of: file)
    let knowledge = try Knowledge(OntologyFolder.find(for: project), project: project)
    let declarations = try text(fixture).matches(of: /@prefix ([^:]+): <([^>]+)>/)
    return Profile(
      validator: Validator(shapes: knowledge.profile),
      shapes: try RDFReader.readGraph(path: file.path), concepts: knowledge.concepts,
      complete: try RDFReader.readFile(path: fixture.path),
      prefixes: Dictionary(
        uniqueKeysWithValues: declarations.map { (String($0.output.1), String($0.output.2)) }))
  }

  private static func results(_ quads: [Quad]) throws -> [ValidationResult] {
    let profile = try profile.get()
    return profile.validator.validate(Graph(quads), hierarchy: profile.concepts).results
  }

  @Test func `the complete catalogue conforms to the profile`() throws {
    #expect(try Self.results(Self.profile.get().complete).map(\.sentence) == [])
  }

  @Test func `the tables have the rows that ask for a value`() {
    if SharedFolder.url != nil { #expect(Self.rows.count == 60) }
  }

  @Test(arguments: rows)
  func `a row that is not filled is reported by the shape that names it`(row: Row) throws {
    let profile = try Self.profile.get()
    var subjects = Set(
      profile.complete.filter {
        $0.predicate == .iri(RDF.type) && $0.object == profile.iri("dcat:\(row.type)")
      }.map(\.subject))
    for step in row.path.dropLast() {
      let predicate = profile.iri(step)
      let reached = profile.complete.filter {
        subjects.contains($0.subject) && $0.predicate == predicate
      }
      subjects = Set(reached.map(\.object))
    }
    let last = profile.iri(try #require(row.path.last))
    let left = profile.complete.filter { !(subjects.contains($0.subject) && $0.predicate == last) }
    #expect(left.count < profile.complete.count, "the complete catalogue does not fill the row")

    let results = try Self.results(left)
    let traced = results.filter { result in
      profile.shapes.objects(of: result.sourceShape, .iri(DCT.namespace + "source"))
        .contains(.literal(row.source))
    }
    #expect(traced.map(\.severity).max() == row.severity, "\(results.map(\.sentence))")
    #expect(traced.contains { $0.component == SHACL.iri("MinCountConstraintComponent") })
  }
}
