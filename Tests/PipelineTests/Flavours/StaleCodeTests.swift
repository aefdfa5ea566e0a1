// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import Foundation
import Pipeline
import RDFModel
import TestSupport
import Testing

/// Stale codes in descriptions and term mappings: found, named, put right.
@Suite struct StaleCodeTests {
  private static let description = """
    @prefix adms: <http://www.w3.org/ns/adms#> .
    @prefix dcat: <http://www.w3.org/ns/dcat#> .
    @prefix dct: <http://purl.org/dc/terms/> .
    @prefix eucaim: <https://cancerimage.eu/ontology/EUCAIM#> .
    @prefix h: <https://w3id.org/healthdcat-ap#> .
    <https://example.org/d> a dcat:Dataset ;
      eucaim:hasImageModality eucaim:IMG1000022 ;
      eucaim:hasBirthSex eucaim:COM1000178 ;
      eucaim:hasImageBodyPart <http://snomed.info/id/12921003> ;
      eucaim:hasCondition eucaim:CLIN1000185 ;
      h:healthTheme <http://13.81.34.152:1101/resource/authority/health-theme/CANCER> ;
      dct:relation <https://example.org/d#score> , <https://example.org/d#other> .
    <https://example.org/d#score> dct:title "PI-RADS" ; dct:subject eucaim:IMG1005459 .
    <https://example.org/d#other> dct:title "BI-RADS" ; dct:subject eucaim:IMG1005459 .
    <https://example.org/d#f> a dcat:Distribution ;
      dct:format <http://publications.europa.eu/resource/authority/file-type/DCM> ;
      adms:status <http://publications.europa.eu/resource/authority/dataset-status/COMPLETED> .
    """

  private static let repaired = """
    @prefix adms: <http://www.w3.org/ns/adms#> .
    @prefix dcat: <http://www.w3.org/ns/dcat#> .
    @prefix dct: <http://purl.org/dc/terms/> .
    @prefix eucaim: <https://cancerimage.eu/ontology/EUCAIM#> .
    @prefix h: <https://w3id.org/healthdcat-ap#> .
    <https://example.org/d> a dcat:Dataset ;
      eucaim:hasImageModality eucaim:IMG1000038 ;
      eucaim:hasBirthSex eucaim:COM1001370 ;
      eucaim:hasImageBodyPart <http://snomed.info/id/816092008> ;
      eucaim:hasCondition eucaim:CLIN1000077 ;
      h:healthTheme <https://hdeu-dcat.acceptance.data.health.europa.eu/resource/authority/health-theme/CANCER_DISEASE> ;
      dct:relation <https://example.org/d#score> , <https://example.org/d#other> .
    <https://example.org/d#score> dct:title "PI-RADS" ; dct:subject eucaim:IMG1005457 .
    <https://example.org/d#other> dct:title "BI-RADS" ; dct:subject eucaim:IMG1005459 .
    <https://example.org/d#f> a dcat:Distribution ;
      dcat:mediaType <https://www.iana.org/assignments/media-types/application/dicom> ;
      adms:status <http://publications.europa.eu/resource/authority/distribution-status/COMPLETED> .
    """

  private static func outcome(_ turtle: String) throws -> ValidationOutcome {
    let folder = try TemporaryFolder()
    let data = folder.url.appending(path: "d.ttl")
    try Data(turtle.utf8).write(to: data)
    return try ValidateJob(
      data: [data], shapes: [FlavourFixture.url("Ontologies/profiles/harvester-2026-08.ttl")]
    ).run()
  }

  @Test func `each stale code is a finding at its line that names what takes its place`() throws {
    let found = try Self.outcome(Self.description).staleCodes
    let lines = found.map { finding in
      var line = "-"
      if case .text(let number, _) = finding.place?.locator { line = String(number) }
      return "\(line) \(finding.rule.id) "
        + [finding.argument("code"), finding.argument("replacement")].map {
          String(($0?.shown(showValues: true) ?? "").split { "/#".contains($0) }.last ?? "")
        }.joined(separator: " ")
    }
    #expect(
      lines == [
        "11 description.stale-code CANCER CANCER_DISEASE",
        "16 description.stale-code DCM dicom",
        "17 description.stale-code COMPLETED COMPLETED",
        "7 description.stale-code IMG1000022 IMG1000038",
        "8 description.stale-code COM1000178 COM1001370",
        "10 description.stale-code CLIN1000185 CLIN1000077",
        "9 description.stale-code 12921003 816092008",
        "13 description.stale-code IMG1005459 IMG1005457",
      ])
    #expect(try Self.outcome(Self.repaired).staleCodes == [])
  }

  @Test func `repair puts right what was found, and nothing else`() throws {
    let folder = try TemporaryFolder()
    let input = folder.url.appending(path: "d.ttl")
    let output = folder.url.appending(path: "r.ttl")
    try Data(Self.description.utf8).write(to: input)
    var job = FlavourJob(input, to: FlavourJob.repair)
    job.output = output
    let outcome = try job.run()
    try Data(Self.repaired.utf8).write(to: folder.url.appending(path: "e.ttl"))
    #expect(
      try FlavourFile.read(output).sorted()
        == FlavourFile.read(folder.url.appending(path: "e.ttl")).sorted())
    #expect(outcome.text.contains("eucaim:IMG1000022 → "))
    #expect(outcome.summary.counts["rewritten"] == 8)
  }

  @Test func `a run names a stale code of the description at the file that people wrote`() throws {
    let project = try TestProject.demo()
    try project.edit(
      "Mappings/glioma/glioma.sssom.tsv", replacing: "eucaim:IMG1000038\tMagnetic",
      with: "eucaim:IMG1000022\tMagnetic")
    let found = try project.run("demo").findings().filter { $0.rule == "description.stale-code" }
    #expect(found.map(\.dataset) == ["glioma"])
    #expect(found.map(\.file) == ["Pipelines/glioma.dataset.yaml"])
    #expect(found.first?.message.contains("EUCAIM#IMG1000022 is stale") == true)
    #expect(found.first?.remedy.contains("EUCAIM#IMG1000038") == true)
  }

  @Test func `records are not looked through`() throws {
    let records = """
      <https://example.org/p> <https://w3id.org/fairway/model#modality>
        <https://cancerimage.eu/ontology/EUCAIM#IMG1000022> .
      """
    #expect(try Self.outcome(records).staleCodes == [])
  }

  @Test func `descriptions too large to be looked through get a note, records do not`() throws {
    let padding = String(repeating: "# \(String(repeating: "x", count: 1021))\n", count: 17 << 10)
    let found = try Self.outcome(Self.description + "\n" + padding).staleCodes
    #expect(found.map(\.rule.id) == ["description.stale-codes-not-checked"])
    #expect(found.map(\.severity) == [.note])
    #expect(
      found.first?.message()
        == "The file holds descriptions and is larger than 16 MiB, so stale codes were not looked for."
    )
    let records = "<https://example.org/p> <https://example.org/q> 1 .\n"
    #expect(try Self.outcome(records + padding).staleCodes == [])
  }

  @Test func `a term mapping is repaired in place, and a sound one is left alone`() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "m.sssom.tsv")
    let head = """
      #curie_map:
      #  EUCAIM: https://cancerimage.eu/ontology/EUCAIM#
      subject_label\tsubject_source\tpredicate_id\tobject_id\tobject_label\tmapping_justification

      """
    let rows = """
      MR\tmodality\tskos:exactMatch\tEUCAIM:IMG1000022\tMagnetic resonance imaging\tsemapv:ManualMappingCuration
      rectum\tcondition\tskos:exactMatch\tEUCAIM:CLIN1000185\t\tsemapv:ManualMappingCuration
      MR\tprocedure\tskos:exactMatch\tEUCAIM:IMG1000022\tMagnetic resonance imaging\tsemapv:ManualMappingCuration

      """
    try Data((head + rows).utf8).write(to: file)
    let changes = try TermRepairJob([file]).run()
    #expect(
      changes.map(\.new).map { String($0.split(separator: "#")[1]) } == [
        "IMG1000038", "CLIN1000077",
      ])
    let repaired = try text(file)
    #expect(repaired.contains("MR\tmodality\tskos:exactMatch\tEUCAIM:IMG1000038\t\tsemapv"))
    #expect(repaired.contains("MR\tprocedure\tskos:exactMatch\tEUCAIM:IMG1000022\tMagnetic"))
    #expect(try TermRepairJob([file]).run() == [])
    #expect(try text(file) == repaired)
  }
}
