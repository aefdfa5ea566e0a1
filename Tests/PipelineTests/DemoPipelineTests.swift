// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import RDFModel
import TestSupport
import Testing

@Suite struct DemoPipelineTests {
  @Test func `three datasets are accepted with every record mapped or skipped`() throws {
    let run = try FinishedRun.demo.get()
    let report = try run.report()
    #expect(run.outcome.exitCode == 0)
    #expect(report.verdict == "accepted with warnings")
    #expect(report.datasets.map(\.id) == ["glioma", "lung", "prostate"])
    #expect(report.datasets.map(\.verdict) == Array(repeating: "accepted with warnings", count: 3))
    #expect(report.datasets.map(\.counts.violations) == [0, 0, 0])
    #expect(report.datasets.map(\.counts.warnings) == [2, 2, 2])
    #expect(report.datasets.map(\.records.files) == [3, 30, 2])
    #expect(report.datasets.map(\.records.read) == [198, 350, 112])
    #expect(report.datasets.map(\.records.mapped) == [198, 290, 112])
    #expect(report.datasets.map { $0.records.skipped.map(\.count) } == [[], [60], []])
    #expect(report.datasets.map(\.records.rejected) == [0, 0, 0])
    #expect(report.datasets.map(\.records.statements) == [4092, 2074, 1529])
  }

  @Test(arguments: [("glioma", 40, 65, 93), ("lung", 30, 46, 64), ("prostate", 25, 36, 62)])
  func `the records hold the patients, studies and series that the samples promise`(
    dataset: String, patients: Int, studies: Int, series: Int
  ) throws {
    let records = try FinishedRun.demo.get().records(dataset)
    func count(_ name: String) -> Int {
      records.instances(of: .iri(Model.iri + name)).count
    }
    #expect(count("Patient") == patients)
    #expect(count("ImageStudy") == studies)
    #expect(count("ImageSeries") == series)
  }

  @Test(arguments: [
    ("surgery", "Date of surgery"), ("chemotherapy", "Chemotherapy"),
    ("radiotherapy", "Radiotherapy start"),
  ])
  func `a blank cell makes no treatment`(treatment: String, column: String) throws {
    let records = try FinishedRun.demo.get().records("glioma")
    let source = SharedFolder.packageRoot.appending(path: "Samples/glioma/clinical.csv")
    let rows = try table(text(source), delimiter: ";")
    let number = try #require(rows[0].firstIndex(of: column))
    var blanks = 0
    for row in rows.dropFirst() {
      let subject = Term.iri("https://data.example.org/glioma/treatment/\(row[0])-\(treatment)")
      let isThere = !records.statements(subject: records.id(subject)).isEmpty
      #expect(isThere == !row[number].isEmpty, "\(row[0])")
      blanks += row[number].isEmpty ? 1 : 0
    }
    #expect(blanks > 0)
  }

  @Test func `the feed lists the three datasets and has no blank node`() throws {
    let run = try FinishedRun.demo.get()
    for name in ["catalog.ttl", "catalog.rdf", "catalog.nt"] {
      let quads = try run.quads("catalogue/\(name)")
      let listed = quads.filter { $0.predicate == .iri(DCAT.namespace + "dataset") }
      #expect(
        Set(listed.map(\.object.value)) == [
          "https://example.org/datasets/glioma-mri", "https://example.org/datasets/lung-ct",
          "https://example.org/datasets/prostate-mri",
        ])
      #expect(!quads.contains { $0.subject.isBlankNode || $0.object.isBlankNode })
    }
    #expect(try !text(run.url("catalogue/catalog.jsonld")).contains("_:"))
  }

  @Test func `a run leaves its reports, records, tables, descriptions and feed, and nothing else`()
    throws
  {
    let run = try FinishedRun.demo.get()
    let expected: Set<String> = [
      "report.html", "report.json", "report.ttl", "report.txt", "findings.csv", "findings.sarif",
      "records/glioma.nt.gz", "records/lung.nt.gz", "records/prostate.nt.gz",
      "descriptions/glioma.ttl", "descriptions/lung.ttl", "descriptions/prostate.ttl",
      "catalogue.sqlite", "catalogue/catalog.ttl", "catalogue/catalog.jsonld",
      "catalogue/catalog.rdf", "catalogue/catalog.nt", "run.json", ".lock",
    ]
    let found = Set(try contents(of: run.folder).keys)
    #expect(found.filter { !$0.hasPrefix("cdm/") } == expected)
    let audits = ["glioma", "lung", "prostate"].map { "cdm/\($0)/mapping_audit.csv" }
    #expect(found.isSuperset(of: audits))
  }

  @Test func `a report names files that are there, and the hashes of what was read`() throws {
    let run = try FinishedRun.demo.get()
    let report = try run.report()
    for output in report.outputs {
      #expect(FileManager.default.fileExists(atPath: run.url(output.path).path), "\(output.path)")
    }
    #expect(report.outputs.first?.path == "report.html")
    for input in report.inputs {
      let file = SharedFolder.packageRoot.appending(path: input.path)
      let bytes = Array(try Data(contentsOf: file))
      #expect(input.sha256 == InputRecord.sha256(bytes), "\(input.path)")
    }
    let read = Set(report.inputs.map(\.path))
    #expect(read.isSuperset(of: try Self.ontologies()))
  }

  // Every ontology decides what a run says, but for the shapes of other profiles.
  private static func ontologies() throws -> [String] {
    let folder = SharedFolder.packageRoot.appending(path: "Ontologies")
    let others = ["dcat-ap-3", "harvester-2026-08", "healthdcat-ap"].map { "profiles/\($0).ttl" }
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".ttl") && !others.contains($0) }
      .map { "Ontologies/\($0)" }
  }

  @Test func `a field of the model stands in the report once`() throws {
    for dataset in try FinishedRun.demo.get().report().datasets {
      let fields = dataset.coverage.map { [$0.class, $0.iri] }
      #expect(Set(fields).count == fields.count)
      let mandatory = Set(dataset.coverage.filter(\.mandatory).map(\.iri))
      #expect(mandatory.contains(Model.iri + "patientBirthSex"))
      #expect(!mandatory.contains(Model.iri + "cancerConditionAssertedDate"))
    }
  }

  @Test func `two runs give the same bytes in every file but the manifest`() throws {
    let first = try FinishedRun.demo.get()
    let folder = try TemporaryFolder()
    let second = try FinishedRun(
      pipeline: SharedFolder.packageRoot.appending(path: "Pipelines/demo.yaml"),
      output: folder.url.appending(path: "another"))
    let expected = try contents(of: first.folder)
    let found = try contents(of: second.folder)
    #expect(Set(found.keys) == Set(expected.keys))
    for (name, bytes) in expected where name != "run.json" {
      #expect(found[name] == bytes, "\(name) differs")
    }
  }
}

/// The namespace of the common data model.
enum Model {
  static let iri = "https://w3id.org/fairway/model#"
}
