// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import Foundation
import Pipeline
import RDFModel
import TestSupport
import Testing

/// What flavours write, held against shapes of those who read it.
@Suite struct FlavourShapesTests {
  private static let harvester = [
    FlavourFixture.url("Ontologies/profiles/harvester-2026-08.ttl")
  ]

  // The fixture's service has no description of its own.
  private static func complete() throws -> [Quad] {
    let service = """
      d:service a dcat:DataService ; dct:title "Negotiator"@en ; dct:publisher d:publisher ;
        dcat:endpointURL <https://negotiator.example.org/api> .
      """
    return try FlavourFixture.complete() + FlavourTurtle.quads(service)
  }

  @Test(arguments: [
    "interoperabilityLevel", "healthCategory", "healthTheme", "endPointURL", "rights", "issued",
    "startDate", "endDate", "byteSize",
  ])
  func `what the specification writes, the shapes of the harvester refuse`(name: String) throws {
    let results = try FlavourFixture.results(Self.complete(), shapes: Self.harvester)
    #expect(results.contains { $0.contains(name) })
  }

  @Test func `what the flavour writes of a full catalogue, the shapes of the harvester take`()
    throws
  {
    let quads = try Self.complete()
    let outcome = try FlavourFixture.apply("harvester-2026-08", to: quads)
    #expect(try FlavourFixture.results(outcome.quads, shapes: Self.harvester) == [])
    #expect(outcome.isRefused == false)
  }

  @Test(arguments: ["glioma", "lung", "prostate"])
  func
    `what the flavour writes of the samples, the shapes of the harvester take or the report says`(
      name: String
    ) throws
  {
    let quads = try FinishedRun.demo.get().quads("descriptions/\(name).ttl")
    let outcome = try FlavourFixture.apply("harvester-2026-08", to: quads)
    let results = try FlavourFixture.results(outcome.quads, shapes: Self.harvester)
    // Whatever the shapes find is said beforehand, node by node, and nothing else.
    let refused = outcome.changes.filter { $0.effect == .missing && $0.severity == .violation }
    let nodes = Set(refused.map(\.node.value))
    #expect(
      results.allSatisfy { result in nodes.contains { result.contains("\($0):") } }, "\(results)")
    #expect(results.isEmpty == refused.isEmpty)
  }

  @Test func `what the flavour writes, the official shapes of DCAT-AP take`() throws {
    let names = ["shapes.ttl", "range.ttl", "mdr-vocabularies.shape.ttl", "dcat-ap-SHACL.ttl"]
    let files = names.compactMap {
      SharedFolder.find("shapes/dcat-ap-3.0.1/\($0)")
    }
    guard files.count == names.count else { return }
    let feed = try FinishedRun.demo.get().quads("catalogue/catalog.ttl")
    for quads in [feed, try FlavourFixture.complete()] {
      let outcome = try FlavourFixture.apply("dcat-ap-3", to: quads)
      let results = try FlavourFixture.results(outcome.quads, shapes: files)
      let violations = results.filter { $0.hasPrefix("violation") }
      // Nodes that the fixture names and does not describe.
      let left = violations.filter { result in
        !["service", "record", "series", "other-catalogue", "earlier"].contains {
          result.contains("complete/\($0)")
        }
      }
      #expect(left == [])
    }
  }

  @Test func `the specification's own form is what comes in`() throws {
    let feed = try FinishedRun.demo.get().quads("catalogue/catalog.ttl")
    let outcome = try FlavourFixture.apply("spec-2.0", to: feed)
    #expect(outcome.quads == feed.sorted())
    #expect(outcome.changes.filter { $0.effect != .missing } == [])
  }

  @Test(arguments: ["spec-2.0", "harvester-2026-08", "healthdcat-ap-r8", "dcat-ap-3"])
  func `a flavour writes the same however the statements come, and again the same of its own`(
    name: String
  ) throws {
    let quads = try FlavourFixture.complete()
    let outcome = try FlavourFixture.apply(name, to: quads)
    #expect(try FlavourFixture.apply(name, to: quads.shuffled()).quads == outcome.quads)
    #expect(outcome.quads.allSatisfy { !$0.subject.isBlankNode && !$0.object.isBlankNode })
    #expect(try FlavourFixture.apply(name, to: outcome.quads).quads == outcome.quads)
  }
}

/// Statements in Turtle with the prefixes of the complete fixture.
enum FlavourTurtle {
  static func quads(_ turtle: String) throws -> [Quad] {
    let fixture = try text(FlavourFixture.url("Tests/Fixtures/profile/complete.ttl"))
    let head = fixture.split(separator: "\n").filter { $0.hasPrefix("@prefix") }
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "t.ttl")
    try Data((head.joined(separator: "\n") + "\n" + turtle).utf8).write(to: file)
    return try FlavourFile.read(file)
  }
}
