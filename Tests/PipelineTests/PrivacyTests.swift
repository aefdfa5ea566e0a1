// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import Foundation
import Pipeline
import RDFModel
import Testing

/// Values out of data stay where they are, and small counts are not published.
@Suite struct PrivacyTests {
  private static let canary = "CANARY7391"

  // The canary stands where every kind of finding would quote it.
  private static func canaryProject() throws -> TestProject {
    let project = try brokenProject()
    let canary = Self.canary
    try project.write(
      """
      PatientID,Population,Sex,Age at diagnosis,Date of diagnosis,Histology,Organ,Side
      P1\(canary),Patient with cancer,\(canary),61.5,14/03/2021,Glioblastoma,Brain,Left
      P2\(canary),Patient with cancer,Male,\(canary),14/03/2021,Glioblastoma,Brain,Left
      P3\(canary),Patient with cancer,Male,61.5,\(canary),Glioblastoma,Brain,Left
      P4\(canary),\(canary),Male,61.5,14/03/2021,Glioblastoma,Brain,Left,\(canary)
      P5\(canary),"\(canary)" \(canary),Male,61.5,14/03/2021,Glioblastoma,Brain,Left
      P6\(canary),\(canary)"\(canary),Male,1e999,14/03/2021,Glioblastoma,\(canary),Left

      """, to: "Samples/broken/clinical.csv")
    try project.write(
      """
      PatientID,StudyInstanceUID,SeriesInstanceUID,Modality,Manufacturer,BodyPartExamined,AcquisitionDate
      P1\(canary),\(canary),2.25.\(canary),\(canary),\(canary),\(canary),\(canary)
      P1\(canary),2.25.1,2.25.1.\(canary),MR,SIEMENS,BRAIN,20210101

      """, to: "Samples/broken/series.csv")
    return project
  }

  private static func brokenProject() throws -> TestProject {
    try TestProject([
      "Mappings/broken", "Samples/broken", "Pipelines/demo.catalogue.yaml",
      "Pipelines/broken.yaml", "Pipelines/broken.dataset.yaml",
    ])
  }

  @Test func `no report, message or description holds a value out of data`() throws {
    let run = try Self.canaryProject().run("broken")
    let canary = Array(Self.canary.utf8)
    let files = try contents(of: run.folder)
    for (name, bytes) in files where !name.hasPrefix("records/") && !name.hasPrefix("cdm/") {
      #expect(!bytes.contains(canary), "\(name)")
    }
    #expect(!Array(run.outcome.text.utf8).contains(canary))
    #expect(!run.outcome.json.contains(canary))
    // The findings that would quote it are there.
    let rules = Set(try run.findings().map(\.rule))
    let quoting: Set = [
      "terms.unmapped-value", "mapping.unreadable-value", "csv.ragged-row", "csv.text-after-quote",
      "csv.stray-quote", "shacl.pattern", "shacl.min-count",
    ]
    #expect(rules.isSuperset(of: quoting), "\(quoting.subtracting(rules))")
  }

  @Test func `values are shown in every report when asked for`() throws {
    let run = try Self.canaryProject().run("broken") { $0.showsValues = true }
    let canary = Array(Self.canary.utf8)
    let files = try contents(of: run.folder)
    for name in ["report.html", "report.json", "report.ttl", "findings.csv", "findings.sarif"] {
      #expect(files[name]?.contains(canary) == true, "\(name)")
    }
    #expect(files["catalogue/catalog.ttl"]?.contains(canary) == false)
    #expect(files["descriptions/broken.ttl"]?.contains(canary) == false)
  }

  @Test func `records with results are told apart in the SHACL report without being named`() throws
  {
    let run = try FinishedRun.broken.get()
    let quads = try run.quads("report.ttl")
    let focus = quads.filter { $0.predicate.value.hasSuffix("#focusNode") }.map(\.object)
    #expect(Set(focus.filter(\.isBlankNode)).count == 4)
    #expect(focus.filter(\.isIRI).allSatisfy { $0.value.hasPrefix("https://example.org/") })
  }

  private static func fewPeople(_ count: Int) throws -> TestProject {
    let project = try brokenProject()
    var clinical =
      "PatientID,Population,Sex,Age at diagnosis,Date of diagnosis,Histology,Organ,Side\n"
    var series =
      "PatientID,StudyInstanceUID,SeriesInstanceUID,Modality,Manufacturer,BodyPartExamined,"
      + "AcquisitionDate\n"
    for number in 1...count {
      let sex = number.isMultiple(of: 2) ? "Male" : "Female"
      clinical +=
        "P\(number),Patient with cancer,\(sex),6\(number).5,14/03/2021,Glioblastoma,Brain,Left\n"
      series += "P\(number),2.25.\(number),2.25.\(number)9,MR,SIEMENS,BRAIN,20210310\n"
    }
    try project.write(clinical, to: "Samples/broken/clinical.csv")
    try project.write(series, to: "Samples/broken/series.csv")
    return project
  }

  @Test func `three people are too few: the entry is refused and told what to do`() throws {
    let run = try Self.fewPeople(3).run("broken")
    #expect(run.outcome.exitCode == 1)
    let findings = try run.findings()
    let withheld = findings.filter { $0.rule == "summary.small-count" }
    #expect(withheld.count == 2)
    #expect(withheld.allSatisfy { $0.message.contains("fewer than 5") })
    #expect(withheld.allSatisfy { $0.remedy.hasPrefix("Join the data with others") })
    let violations = findings.filter { $0.severity == "violation" }
    let missing = [
      "Number of Unique Individuals", "Number of Imaging Studies", "Birth Sex", "Condition",
      "Image Modality", "Equipment Manufacturer", "Image Body Part",
    ]
    #expect(violations.count == missing.count)
    for name in missing { #expect(violations.contains { $0.message.contains(name) }, "\(name)") }
  }

  @Test func `no count from 1 to 4 is published, whatever is let through`() throws {
    let run = try Self.fewPeople(3).run("broken") { $0.failOn = .some(nil) }
    #expect(run.outcome.exitCode == 0)
    for name in ["catalogue/catalog.nt", "descriptions/broken.ttl"] {
      let quads = try run.quads(name)
      #expect(quads.contains { $0.subject.value == "https://example.org/datasets/broken" })
      let numbers = quads.map(\.object).filter { $0.isLiteral }.compactMap { Double($0.value) }
      #expect(!numbers.contains { (1...4).contains($0) }, "\(name): \(numbers)")
    }
    let published = try #require(run.report().datasets.first).published
    #expect(published.map(\.label) == ["individuals", "imaging studies"])
    #expect(published.allSatisfy { $0.withheld && $0.number == nil })
  }

  @Test func `a count that is withheld cannot be told from a difference`() throws {
    let run = try Self.fewPeople(7).run("broken") { $0.failOn = .some(nil) }
    let quads = try run.quads("catalogue/catalog.nt")
    let numbers = quads.map(\.object).filter { $0.isLiteral }.compactMap { Int($0.value) }
    // Seven people and seven studies, three women and four men: none of these can be told.
    #expect(numbers.filter { $0 == 5 }.count == 2)
    #expect(numbers.allSatisfy { !(1...4).contains($0) && $0 != 7 })
    #expect(!quads.contains { $0.predicate == .iri(Namespace.eucaim.hasBirthSex) })
  }
}

extension [UInt8] {
  /// Whether bytes stand somewhere in these.
  fileprivate func contains(_ bytes: [UInt8]) -> Bool {
    Data(self).range(of: Data(bytes)) != nil
  }
}
