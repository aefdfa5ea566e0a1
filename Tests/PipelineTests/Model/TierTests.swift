// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import TestSupport
import Testing

/// The computed interoperability tier, in the demonstration and in records with gaps.
@Suite struct TierTests {
  private struct Report: Decodable {
    struct Requirement: Decodable {
      let tier: Int
      let what: String
      let state: String
      let detail: String
    }
    struct Tier: Decodable {
      let reached: Int
      let claimed: String?
      let requirements: [Requirement]
    }
    struct Dataset: Decodable { let tier: Tier? }
    struct Gap: Decodable { let what: String }
    let datasets: [Dataset]
    let notChecked: [Gap]
  }

  private static func report(_ run: FinishedRun) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(contentsOf: run.url("report.json")))
  }

  private static func missing(_ tier: Report.Tier) -> [String] {
    tier.requirements.filter { $0.state == "missing" }.map { "\($0.tier) \($0.what): \($0.detail)" }
  }

  @Test func `the datasets of the demonstration reach Tier 3 as far as metadata can tell`() throws {
    let report = try Self.report(FinishedRun.demo.get())
    #expect(report.datasets.map { $0.tier?.reached } == [3, 3, 3])
    #expect(report.datasets.flatMap { $0.tier.map(Self.missing) ?? ["?"] } == [])
    #expect(!report.notChecked.contains { $0.what.contains("tier") })
    let unseen = report.datasets[0].tier?.requirements.filter { $0.state == "to be confirmed" }
    #expect(unseen?.map(\.tier) == [1, 2, 3])
  }

  @Test func `a study without patient keeps Tier 1 out of reach`() throws {
    let project = try TestProject.demo()
    let study = "[a, cdm:ImageStudy]\n      - [cdm:studyUid, $(StudyInstanceUID)]\n"
    try project.edit(
      "Mappings/glioma/glioma.yarrrml.yaml",
      replacing: study + "      - [cdm:patient, data:patient/$(PatientID)~iri]\n", with: study)
    let tier = try #require(try Self.report(try project.run("demo")).datasets[0].tier)
    #expect(tier.reached == 0)
    #expect(
      Self.missing(tier).prefix(2) == [
        "1 registered in the catalogue: the dataset is not accepted",
        "1 images and clinical data joined by one patient identifier: 65 of 65 image studies have no "
          + "patient; patient is missing in 65 of 65",
      ])
  }

  @Test func `a missing minimum and a value without concept keep Tier 2 out of reach`() throws {
    let project = try TestProject.demo()
    let file = "Mappings/glioma/glioma.sssom.tsv"
    let row = try #require(
      try text(project.url(file)).components(separatedBy: "\n").first {
        $0.contains("COM1001370") && $0.contains("Female")
      })
    try project.edit(file, replacing: row + "\n", with: "")
    let run = try project.run("demo") { $0.failOn = .some(nil) }
    let tier = try #require(try Self.report(run).datasets[0].tier)
    #expect(tier.claimed == "Tier 2")
    let missing = Self.missing(tier)
    #expect(
      missing.contains {
        $0.hasPrefix(
          "2 the minimum of searchable metadata for every record: birth sex is missing in ")
      })
    #expect(
      missing.contains(
        "2 searchable values coded in the hyper-ontology: 1 different values have no concept"))
    let claims = try run.findings().filter { $0.rule == "tier.claimed-too-high" }
    #expect(claims.map(\.severity) == ["warning"])
    #expect(claims.first?.file == "Pipelines/glioma.dataset.yaml")
    #expect(
      claims.first?.message.hasPrefix(
        "The dataset file claims Tier 2; the records reach Tier 1. Missing: the minimum of searchable metadata"
      ) == true)
    #expect(claims.first?.remedy == "Add what is missing, or write the tier that is reached.")
  }
}
