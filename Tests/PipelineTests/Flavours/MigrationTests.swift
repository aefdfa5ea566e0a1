// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import Foundation
import Pipeline
import RDFIO
import RDFModel
import TestSupport
import Testing

enum FlavourFile {
  static func read(_ file: URL) throws -> [Quad] { try RDFReader.readFile(path: file.path) }
}

/// A description of version 1.0 with everything that 2.0 changed, lifted.
@Suite struct MigrationTests {
  private static func fixture(_ name: String) -> URL {
    FlavourFixture.url("Tests/Fixtures/flavours/\(name)")
  }

  private static let lifted = Result {
    try FlavourFixture.apply("migration-1.0", to: FlavourFile.read(fixture("version-1.0.ttl")))
  }

  @Test func `a description of 1.0 becomes exactly the one of 2.0`() throws {
    let made = try Self.lifted.get().quads
    let file = Self.fixture("version-2.0.ttl")
    if ProcessInfo.processInfo.environment["FAIRWAY_UPDATE_FIXTURES"] != nil {
      try Data(
        RDFWriter.write(
          made, format: .turtle,
          prefixes: FlavourFixture.library.get().set.flavour("spec-2.0").allPrefixes)
      ).write(to: file)
    }
    #expect(made == (try FlavourFile.read(file)).sorted())
  }

  @Test func `every change is listed, and every rewrite of the migration has its part`() throws {
    let outcome = try Self.lifted.get()
    let own = outcome.flavour.rewrites.filter { $0.iri.contains("#migration-1.0.") }
    let used = Set(outcome.byRewrite.map(\.rewrite.iri))
    let silent = own.filter { $0.kind != "Remark" && !used.contains($0.iri) }
      .map { String($0.iri.split(separator: "#")[1]) }
    // What the fixture has right already, or says elsewhere.
    #expect(silent == Self.silent)
    // Statements that are not in the output any more are in a change, and none else are new.
    let input = try FlavourFile.read(Self.fixture("version-1.0.ttl"))
    let named = Set(input.filter { !$0.subject.isBlankNode && !$0.object.isBlankNode })
    let gone = named.subtracting(outcome.quads)
    let told = Set(outcome.changes.flatMap(\.before))
    #expect(gone.subtracting(told) == [])
  }

  private static let silent: [String] = [
    "migration-1.0.publisher-type-of-agent", "migration-1.0.publisher-note-of-agent",
    "migration-1.0.variables", "migration-1.0.desk", "migration-1.0.attribution-agent",
    "migration-1.0.value", "migration-1.0.period",
  ]

  @Test func `what only people can supply is asked for`() throws {
    let outcome = try Self.lifted.get()
    let asked = outcome.changes.filter { $0.effect == .missing }.map {
      "\($0.severity.word): \($0.note)"
    }
    #expect(
      asked == [
        "violation: say with healthdcatap:hasStructuredData whether there are structured data",
        "note: name the data holder with geodcatap:custodian",
        "violation: give the activity exactly one dct:type of the table of health activities",
        "violation: give the creator a name",
        "violation: name the role with a code of ISO 19115", "violation: give the agent a name",
        "violation: name the algorithm of the checksum",
        "warning: name the access condition with dct:rights",
        "violation: give the policy a permission, prohibition or obligation",
        "violation: name an action of ODRL's common vocabulary",
      ])
  }

  @Test func `the profile's shapes find only what is truly missing`() throws {
    let profile = FlavourFixture.url("Ontologies/profiles/eucaim-dcat-ap-2.0.ttl")
    let results = try FlavourFixture.results(
      Self.lifted.get().quads, shapes: [profile], hierarchy: FlavourFixture.library.get().labels)
    let violations = results.filter { $0.hasPrefix("violation") }
    let nodes = Set(violations.map { $0.split(separator: ": ")[0].split(separator: " ")[1] })
    // The body of the fixture has a reserved address, which the profile takes for a placeholder.
    let expected =
      ["https://access.example.org/#contactPoint"]
      + [
        "", "#creator", "#images-hasPolicy-prohibition", "#qualifiedAttribution",
        "#qualifiedAttribution-agent", "#tables-checksum", "#tables-hasPolicy", "#wasGeneratedBy",
      ].map { "https://data.example.org/datasets/prostate" + $0 }
    #expect(nodes.map(String.init).sorted() == expected, "\(violations)")
    // A second lift changes nothing more.
    let again = try FlavourFixture.apply("migration-1.0", to: Self.lifted.get().quads)
    #expect(again.quads == (try Self.lifted.get().quads))
    #expect(again.changes.filter { $0.effect != .missing } == [])
  }

  @Test
  func `the command writes the description and ends with 1 when people must supply something`()
    throws
  {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "lifted.ttl")
    guard
      let program = try Program(
        ["migrate", Self.fixture("version-1.0.ttl").path, "--output", output.path], in: folder.url)
    else { return }
    let printed = try program.finish()
    #expect(program.process.terminationStatus == 1)
    #expect(
      printed.contains("The contact of publisher, custodian and access body as cv:ContactPoint"))
    #expect(printed.contains("say with healthdcatap:hasStructuredData"))
    #expect(try FlavourFile.read(output).sorted() == Self.lifted.get().quads)
  }
}
