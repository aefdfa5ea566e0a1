// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import Terminology
import Testing

/// Checking, suggesting and reviewing, from file to file.
@Suite struct TermJobsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write(
      """
      code,label,source
      COM1001396,Sex assigned at birth,update
      COM1001366,Male,update
      COM1001370,Female,update

      """, to: "concepts.csv")
    try write(
      "child_code,parent_code\nCOM1001366,COM1001396\nCOM1001370,COM1001396\n", to: "parents.csv")
    _ = try VocabularyShelf(folder.url.appending(path: "shelf")).importFiles(
      [url("concepts.csv"), url("parents.csv")], as: "small")
    try write("id,sex\n1,f\n2,m\n3,m\n4,m\n5,?\n", to: "people.csv")
    try write(
      """
      prefixes: {ex: "http://example.org/", cdm: "https://w3id.org/fairway/model#"}
      mappings:
        person:
          sources: [[people.csv~csv]]
          s: ex:$(id)
          po:
            - p: cdm:patientBirthSex
              o: {function: "fw:term(fw:value = $(sex), fw:list = gender)", type: iri}

      """, to: "people.yarrrml.yaml")
  }

  private func url(_ name: String) -> URL { folder.url.appending(path: name) }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url(name))
  }

  private func suggest(write writes: Bool = true) throws -> [TermSuggestJob.Proposal] {
    var job = TermSuggestJob(url("people.sssom.tsv"))
    job.mapping = url("people.yarrrml.yaml")
    job.shelf = VocabularyShelf(url("shelf"))
    job.writesProposals = writes
    job.date = "2026-11-29"
    return try job.run()
  }

  private func review(
    _ accepts: Bool, _ value: String, target: String? = nil, instead: String? = nil
  ) throws {
    var job = TermReviewJob(url("people.sssom.tsv"), accepts: accepts)
    job.value = value
    job.target = target
    job.replacement = instead
    job.reviewer = "orcid:0000-0002-1825-0097"
    job.date = "2026-11-30"
    #expect(try job.run() == 1)
  }

  private func check() throws -> TermCheckJob.Outcome {
    var job = TermCheckJob([url("people.sssom.tsv")])
    job.mapping = url("people.yarrrml.yaml")
    job.shelf = VocabularyShelf(url("shelf"))
    return try job.run()
  }

  @Test func `values come by frequency, and the property of the mapping gives the class`() throws {
    let proposals = try suggest(write: false)
    #expect(proposals.map(\.value) == ["m", "?", "f"])
    #expect(proposals.map(\.count) == [3, 1, 1])
    #expect(proposals[0].root == ConceptSpelling.namespace + "COM1001396")
    #expect(proposals[0].suggestions.first?.label == "Male")
    #expect(proposals[0].suggestions.first?.reason == .dicom)
    #expect(proposals[1].suggestions.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: url("people.sssom.tsv").path))
  }

  @Test func `what was decided is not asked again`() throws {
    _ = try suggest()
    #expect(try suggest().map(\.value) == ["?"], "open proposals are not made twice")
    try review(true, "m")
    try review(false, "f")
    let again = try suggest(write: false)
    #expect(again.map(\.value) == ["?", "f"], "a value whose proposal was rejected is asked again")
    let rejected = ConceptSpelling.namespace + "COM1001370"
    #expect(!again.flatMap(\.suggestions).contains { $0.iri == rejected })
    let text = try text(url("people.sssom.tsv"))
    #expect(text.contains("accepted\torcid:0000-0002-1825-0097\t2026-11-30"))
  }

  @Test func `a rejected row can be accepted after all, with another target`() throws {
    _ = try suggest()
    try review(false, "m")
    try review(true, "m", target: "EUCAIM:COM1001366", instead: "EUCAIM:COM1001370")
    var notes: [Finding] = []
    let bytes = Array(try Data(contentsOf: url("people.sssom.tsv")))
    let set = try SSSOM.parse(bytes: bytes, file: "x", notes: &notes)
    let row = try #require(set.rows.first { $0.value == "m" })
    #expect(row.objectID == ConceptSpelling.namespace + "COM1001370")
    #expect(row.review == .accepted && !row.isDenial)
    #expect(row.justification.hasSuffix("ManualMappingCuration"))
  }

  @Test func `a proposal that is not there is a fault of usage, and the file stays`() throws {
    _ = try suggest()
    let before = try text(url("people.sssom.tsv"))
    var job = TermReviewJob(url("people.sssom.tsv"), accepts: true)
    job.value = "absent"
    let error = #expect(throws: DiagnosedError.self) { try job.run() }
    #expect(error?.findings.first?.rule == VocabularyRules.noSuchRow)
    #expect(error?.findings.first?.message(showValues: false).contains("absent") == false)
    job.value = "m"
    job.reviewer = "nobody:1"
    #expect(throws: DiagnosedError.self) { try job.run() }
    #expect(try text(url("people.sssom.tsv")) == before, "an undeclared prefix is not written")
  }

  @Test func `a check lists what has no row and what is not needed`() throws {
    _ = try suggest()
    try review(true, "f")
    try write(
      try text(url("people.sssom.tsv"))
        + "gender\tx\tskos:exactMatch\tEUCAIM:CLIN1000185\t\tsemapv:ManualMappingCuration\n",
      to: "people.sssom.tsv")
    let outcome = try check()
    #expect(outcome.unmapped.map(\.value) == ["m", "?"])
    #expect(outcome.unmapped.map(\.count) == [3, 1])
    let rules = Set(outcome.findings.map(\.rule.id))
    #expect(
      rules.isSuperset(of: [
        "terms.unmapped", "terms.proposal-open", "terms.row-not-used", "terms.stale-target",
      ]))
    #expect(outcome.table(showsValues: false) == "3\tgender\t‹hidden›\n1\tgender\t‹hidden›\n")
  }

  @Test func `where the hierarchy does not reach, check and proposals say that it is not known`()
    throws
  {
    try write(
      "code,label,source\nCOM1001396,Sex assigned at birth,update\nCOM9,Unisex,update\n",
      to: "concepts.csv")
    _ = try VocabularyShelf(url("shelf")).importFiles([url("concepts.csv")], as: "small")
    try write("gender\tUnisex\n", to: "values.txt")
    var job = TermSuggestJob(url("people.sssom.tsv"))
    job.values = url("values.txt")
    job.shelf = VocabularyShelf(url("shelf"))
    let proposal = try #require(try job.run().first)
    #expect(
      proposal.text(showsValues: true)
        == "Unisex (gender)\n  0.8  COM9  Unisex  [exact]  (class not known)\n")
    try write(
      "subject_label\tsubject_source\tpredicate_id\tobject_id\tmapping_justification\n"
        + "u\tsex\tskos:exactMatch\tEUCAIM:COM9\tsemapv:ManualMappingCuration\n",
      to: "people.sssom.tsv")
    var check = TermCheckJob([url("people.sssom.tsv")])
    check.shelf = VocabularyShelf(url("shelf"))
    let finding = try #require(try check.run().findings.first)
    #expect(finding.rule == VocabularyRules.classNotKnown)
    #expect(finding.place?.description.hasSuffix("people.sssom.tsv:2") == true)
    #expect(
      finding.message()
        == "Whether COM9 “Unisex” (parents not known) stands below COM1001396 “Sex assigned at "
        + "birth” (parents not known) is not known: the hierarchy at hand is not complete.")
    let answer = try TermMemberJob(
      "EUCAIM:COM9", in: "EUCAIM:COM1001396", [], VocabularyShelf(url("shelf"))
    ).run()
    #expect(answer.word == "not known")
    #expect(answer.reason.hasSuffix("; the hierarchy at hand ends before it can be told"))
  }

  @Test func `vocabularies that ship are at hand without an import`() throws {
    let shelf = VocabularyShelf(url("shelf"))
    let answer = try TermMemberJob(
      "https://w3id.org/dpv#PseudonymisedData", in: "https://w3id.org/dpv#Data", [], shelf
    ).run()
    #expect(answer.isYes)
    let annual = "http://publications.europa.eu/resource/authority/frequency/ANNUAL"
    try write(
      "subject_label\tsubject_source\tpredicate_id\tobject_id\tobject_label\t"
        + "mapping_justification\n"
        + "y\tupdates\tskos:exactMatch\t\(annual)\tmonthly\tsemapv:ManualMappingCuration\n",
      to: "people.sssom.tsv")
    var check = TermCheckJob([url("people.sssom.tsv")])
    check.shelf = shelf
    let finding = try #require(try check.run().findings.first)
    #expect(finding.rule == VocabularyRules.labelDiffers)
    #expect(finding.message().contains("is labelled “annual”, not “monthly”"))
  }

  @Test func `codes of DICOM, SNOMED CT and UCUM lead to concepts of the excerpt`() throws {
    try write(
      """
      tumorBodySite\tLIVER
      tumorBodySite\tSCT:41216001
      seriesModality\tMR
      labTestValueUnit\tng/mL
      seriesManufacturer\tPhilips Healthcare

      """, to: "values.txt")
    var job = TermSuggestJob(url("values.sssom.tsv"))
    job.values = url("values.txt")
    job.shelf = VocabularyShelf(url("none"))
    let first = try job.run().map { proposal in
      proposal.suggestions.first.map { "\(ConceptSpelling.code($0.iri)) \($0.reason.rawValue)" }
    }
    #expect(
      first == [
        "CLIN1063728 exact", "BP1000021 DICOM keyword", "IMG1000038 synonym",
        "COM1000156 acronym", "IMG1000046 words",
      ])
  }

  @Test func `a template becomes a mapping that runs, and is not written over`() throws {
    try write(
      """
      id;Sex;odd
      Patient;Patient;Planet
      Identifier;Birth sex;Colour
      custom;custom;custom
      1;M;red
      ;M = Male;
      ;F = Female;

      """, to: "hospital.csv")
    try write("id;Sex;odd\n1;M;red\n2;F;red\n", to: "hospital.data.csv")
    var job = TemplateJob(url("hospital.csv"), output: folder.url)
    job.shelf = VocabularyShelf(url("shelf"))
    job.date = "2026-11-29"
    let outcome = try job.run()
    #expect(outcome.variables == (3, 2))
    #expect(outcome.values == (2, 2))
    #expect(outcome.findings.map(\.rule) == [VocabularyRules.templateCell])
    #expect(outcome.findings.first?.place?.description.contains("(odd)") == true)
    var review = TermReviewJob(url("hospital.sssom.tsv"), accepts: true)
    review.confidence = 0.9
    review.reviewer = "orcid:0000-0002-1825-0097"
    #expect(try review.run() == 2)
    var map = MapJob(mapping: url("hospital.yarrrml.yaml"), format: .nTriples)
    map.terms = [url("hospital.sssom.tsv")]
    map.output = url("out.nt")
    let mapped = try map.run(progress: { _, _ in }, report: { _ in })
    #expect(mapped.findings.heaviest == nil)
    #expect(mapped.statementCount == 6)
    #expect(try text(url("out.nt")).contains("<\(ConceptSpelling.namespace)COM1001366>"))
    let error = #expect(throws: DiagnosedError.self) { try job.run() }
    #expect(error?.findings.first?.rule == VocabularyRules.outputExists)
  }
}
