// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import Foundation
import Pipeline
import RDFModel
import Store
import TestSupport
import Testing

/// Flavours that a pipeline, an export or a person asks for.
@Suite struct FlavourRunTests {
  private static func project(_ flavours: String) throws -> TestProject {
    let project = try TestProject.demo()
    try project.edit(
      "Pipelines/demo.yaml", replacing: "failOn: violation",
      with: "failOn: violation\npublish:\n  flavours: [\(flavours)]\n")
    return project
  }

  @Test func `a run writes catalogue and datasets in the flavours that the pipeline names`() throws
  {
    let project = try Self.project("harvester-2026-08, dcat-ap-3")
    let run = try project.run("demo")
    let plain = try FinishedRun.demo.get()
    for name in ["catalog.ttl", "catalog.nt", "catalog.jsonld", "catalog.rdf"] {
      #expect(
        try Data(contentsOf: run.url("catalogue/\(name)"))
          == Data(contentsOf: plain.url("catalogue/\(name)")))
    }
    let feed = try run.quads("catalogue/catalog.ttl")
    for flavour in ["harvester-2026-08", "dcat-ap-3"] {
      let expected = try FlavourFixture.apply(flavour, to: feed).quads
      for form in ["ttl", "nt", "jsonld", "rdf"] {
        #expect(try run.quads("catalogue/\(flavour)/catalog.\(form)").sorted() == expected)
      }
      for dataset in ["glioma", "lung", "prostate"] {
        let own = try FlavourFixture.apply(
          flavour, to: try run.quads("descriptions/\(dataset).ttl"))
        #expect(
          try run.quads("catalogue/\(flavour)/datasets/\(dataset).ttl").sorted() == own.quads)
      }
    }
    let page = try text(run.url("catalogue/flavours.md"))
    #expect(page.contains("| 2 Property of the tier |"))
    #expect(
      try text(run.url("catalogue/harvester-2026-08/catalog.ttl")).contains(
        "@prefix healthdcatap: <http://healthdataportal.eu/ns/health#>"))
    let asked = try run.findings().filter { $0.rule == "flavour.refused" }
    #expect(asked.allSatisfy { $0.severity != "violation" })
    #expect(run.outcome.exitCode == plain.outcome.exitCode)
  }

  @Test func `flavours that are no longer asked for are removed`() throws {
    let project = try Self.project("dcat-ap-3")
    let run = try project.run("demo")
    #expect(FileManager.default.fileExists(atPath: run.url("catalogue/dcat-ap-3").path))
    try project.edit(
      "Pipelines/demo.yaml", replacing: "  flavours: [dcat-ap-3]\n", with: "  flavours: []\n")
    _ = try project.run("demo")
    let left = try FileManager.default.contentsOfDirectory(atPath: run.url("catalogue").path)
    #expect(left.sorted() == ["catalog.jsonld", "catalog.nt", "catalog.rdf", "catalog.ttl"])
  }

  @Test func `an unknown flavour or key is refused at its place`() throws {
    let project = try Self.project("dcat-ap")
    let faults = try project.faults("demo")
    #expect(faults.map(\.rule.id) == ["flavour.unknown"])
    #expect(faults.first?.place?.description.hasPrefix("Pipelines/demo.yaml:") == true)
    #expect(faults.first?.message().contains("Did you mean “dcat-ap-3”?") == true)
    try project.edit("Pipelines/demo.yaml", replacing: "flavours: [dcat-ap]", with: "flavors: []")
    #expect(try project.faults("demo").count == 1)
  }

  @Test func `an export writes the same flavours as the run`() throws {
    let project = try Self.project("healthdcat-ap-r8")
    let run = try project.run("demo")
    var job = ExportJob(
      catalogue: run.url("catalogue.sqlite"), output: project.url("export"))
    job.flavours = ["healthdcat-ap-r8"]
    let files = try job.run().files
    #expect(files.count == 4 + 4 + 3 + 2)
    for name in ["catalog.ttl", "datasets/lung.ttl"] {
      #expect(
        try Data(contentsOf: project.url("export/healthdcat-ap-r8/\(name)"))
          == Data(contentsOf: run.url("catalogue/healthdcat-ap-r8/\(name)")))
    }
  }

  @Test func `datasets of several pipelines with one id have a file each`() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "catalogue.sqlite")
    let store = try CatalogueStore(path: file.path)
    let datasets = ["a", "b"].map { name in
      StoredDataset(
        iri: "https://example.org/\(name)", id: "same", title: name, contentHash: name,
        description: Array(
          "<https://example.org/\(name)> <\(DCT.title)> \"\(name)\" .\n".utf8))
    }
    try store.put(datasets, catalogue: [])
    try store.close()
    var job = ExportJob(catalogue: file, output: folder.url.appending(path: "feed"))
    job.flavours = ["dcat-ap-3"]
    _ = try job.run()
    for (name, title) in [("same", "a"), ("same-2", "b")] {
      let written = folder.url.appending(path: "feed/dcat-ap-3/datasets/\(name).ttl")
      #expect(try FlavourFile.read(written).map(\.object) == [.literal(title)])
    }
  }

  @Test func `the report names each conflict, and what each reader makes of it`() throws {
    let report = try FlavourReport(
      FlavourFixture.complete(), name: "complete", flavours: [],
      library: try FlavourFixture.library.get())
    #expect(
      report.outcomes.map(\.flavour.name) == [
        "spec-2.0", "dcat-ap-3", "harvester-2026-08", "healthdcat-ap-r8",
      ])
    let row = try #require(report.rows.first { $0.number == 2 })
    #expect(
      row.cells.map(\.counts) == [[:], ["unread": 1], ["rewritten": 1], ["unread": 1]])
    let text = String(
      decoding: FlavourReportRendering(report).render(.text), as: UTF8.self)
    #expect(text.contains("13. Rights of distributions\n    spec-2.0: as it is\n"))
    let harvester = report.outcomes[2]
    let counts = [FlavourEffect.rewritten, .invented, .lost, .unread, .missing].map {
      String(harvester.count($0))
    }
    let page = String(
      decoding: FlavourReportRendering(report).render(.markdown), as: UTF8.self)
    #expect(page.contains("| Reader | Rewritten | Invented | Lost | Passed over | Asked for |"))
    #expect(page.contains("| harvester-2026-08 | \(counts.joined(separator: " | ")) | yes |"))
    #expect(Set(counts).count > 3)
    struct Document: Decodable {
      struct Flavour: Decodable {
        let flavour: String
        let isRefused: Bool
      }
      let flavours: [Flavour]
    }
    let json = try JSONDecoder().decode(
      Document.self, from: Data(FlavourReportRendering(report).render(.json)))
    #expect(json.flavours.map(\.flavour) == report.outcomes.map(\.flavour.name))
  }

  @Test func `nothing out of a description becomes markup in a report`() throws {
    let quads = [
      Quad(.iri("https://example.org/x"), .iri(RDF.type), .iri(DCAT.Dataset))
    ]
    let report = try FlavourReport(
      quads, name: "<b>|x`", flavours: ["spec-2.0"], library: try FlavourFixture.library.get())
    let page = String(
      decoding: FlavourReportRendering(report).render(.markdown), as: UTF8.self)
    #expect(page.hasPrefix("# &lt;b&gt;\\|x\\` for its readers\n"))
  }

  @Test func `the command writes a flavour, says what it did and ends with 1 when it is refused`()
    throws
  {
    let folder = try TemporaryFolder()
    let input = FlavourFixture.url("Tests/Fixtures/profile/complete.ttl").path
    let arguments = ["flavour", input, "--to", "harvester-2026-08", "--output", "h.ttl"]
    guard let program = try Program(arguments, in: folder.url) else { return }
    let printed = try program.finish()
    #expect(program.process.terminationStatus == 0, "\(printed)")
    #expect(printed.contains("The tier under ADMS (conflict 2)"))
    #expect(
      try FlavourFile.read(folder.url.appending(path: "h.ttl")).sorted()
        == FlavourFixture.apply("harvester-2026-08", to: FlavourFixture.complete()).quads)
    guard let refused = try Program(["flavour", input, "--to", "dcat-app-3"], in: folder.url) else {
      return
    }
    #expect(try refused.finish().contains("Did you mean “dcat-ap-3”?"))
    #expect(refused.process.terminationStatus == 2)
  }
}
