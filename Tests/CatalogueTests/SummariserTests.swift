// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

func found(_ findings: [Finding], _ rule: FindingRule, _ property: String) -> [Finding] {
  findings.filter {
    $0.rule == rule && $0.argument("property")?.shown(showValues: false) == property
  }
}

struct SummariserTests {
  @Test(arguments: [1, 2, 7, Int.max])
  func `a record counts once, however often and in whatever batch it is stated`(size: Int) throws {
    var records = Records()
    for _ in 0..<3 {
      for number in 0..<10 {
        records.text("p\(number)", "patientId", "x")
        records.type("p\(number)", "Patient")
        records.type("s\(number)", "ImageStudy")
      }
    }
    let (summary, _) = try records.summarise(batchSize: size)
    #expect(
      summary.value(of: Namespace.healthdcatap.numberOfUniqueIndividuals) == .count(.rounded(10)))
    #expect(summary.value(of: Namespace.healthdcatap.numberOfRecords) == .count(.rounded(10)))
  }

  @Test(arguments: 1...4) func `a count from 1 to 4 is withheld with a finding`(count: Int) throws {
    var records = Records()
    for number in 0..<count { records.type("p\(number)", "Patient") }
    let (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.healthdcatap.numberOfUniqueIndividuals) == MeasuredValue.none)
    let found = found(findings, SummaryRules.smallCount, "numberOfUniqueIndividuals")
    #expect(
      found.map { $0.message() } == [
        "numberOfUniqueIndividuals is not published: the records hold fewer than 5 of Patient, and a small count could point at single people."
      ])
  }

  @Test(arguments: [(5, 5), (6, 5), (7, 5), (8, 10), (12, 10), (13, 15), (1_002, 1_000)])
  func `a count is published as the nearest multiple of five`(count: Int, published: Int) throws {
    var records = Records()
    for number in 0..<count { records.type("p\(number)", "Patient") }
    let (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.healthdcatap.numberOfUniqueIndividuals)
        == .count(.rounded(published)))
    #expect(found(findings, SummaryRules.smallCount, "numberOfUniqueIndividuals").isEmpty)
  }

  @Test func `nothing to count is no zero but a finding`() throws {
    var records = Records()
    records.type("t", "Tumor")
    let (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.healthdcatap.numberOfUniqueIndividuals) == MeasuredValue.none)
    #expect(
      found(findings, SummaryRules.nothingMeasured, "numberOfUniqueIndividuals").map {
        $0.message()
      } == [
        "numberOfUniqueIndividuals is not published: the records hold nothing of Patient that it could be computed from."
      ])
  }

  @Test func `a study with several segmentations counts once, by its series`() throws {
    var records = Records()
    for number in 0..<8 {
      records.series("s\(number)", of: "p\(number)")
      records.code("s\(number)", "seriesModality", "IMG1000038")
      for segmentation in ["a", "b"] where number < 6 {
        records.link("g\(number)\(segmentation)", "study", "study-s\(number)")
        records.code("g\(number)\(segmentation)", "seriesModality", "IMG1000075")
      }
    }
    let (summary, _) = try records.summarise()
    #expect(summary.value(of: Namespace.eucaim.nbrOfSegmentations) == .count(.rounded(5)))
    let basis = summary.properties.first { $0.property == Namespace.eucaim.nbrOfSegmentations }
    #expect(basis?.basis == MeasureBasis(records: 6))
  }

  @Test func `without segmentations nothing is said of them`() throws {
    var records = Records()
    records.series(8, "seriesModality", "IMG1000038")
    let (summary, findings) = try records.summarise()
    #expect(summary.value(of: Namespace.eucaim.nbrOfSegmentations) == MeasuredValue.none)
    #expect(
      findings.allSatisfy { $0.argument("property") != .plain("nbrOfSegmentations") })
  }

  @Test func `of several conditions that of most people is taken, among equals the first`() throws {
    var records = Records()
    func add(_ number: Int, _ code: String) {
      records.link("c\(number)", "patient", "p\(number)")
      records.code("c\(number)", "cancerConditionCode", code)
    }
    for number in 0..<12 { add(number, number < 7 ? "CLIN1000084" : "CLIN1000075") }
    var (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.eucaim.hasCondition) == Samples.concepts(["CLIN1000084"]))
    #expect(
      found(findings, SummaryRules.severalValues, "hasCondition").map { $0.message() } == [
        "The records hold several values for hasCondition, of which the profile allows one; the most frequent is published."
      ])
    for number in 12..<14 { add(number, "CLIN1000075") }
    (summary, findings) = try records.summarise()
    #expect(
      summary.value(of: Namespace.eucaim.hasCondition) == Samples.concepts(["CLIN1000075"]))
  }

  @Test func `variables are those of the mapping, whatever the records hold`() throws {
    let tables = [
      VariableTable(
        "patient", class: Namespace.cdm.Patient,
        columns: [
          VariableColumn("patient_id", property: Namespace.cdm.patientId, datatype: XSD.string)
        ])
    ]
    var records = Records()
    records.type("s", "ImageStudy")
    let (summary, _) = try records.summarise(variables: tables)
    #expect(summary.value(of: Namespace.healthdcatap.hasVariables) == .variables(tables))
    #expect(summary.value(of: Namespace.healthdcatap.hasStructuredData) == .flag(true))
    let (empty, findings) = try Records().summarise(variables: tables)
    #expect(empty.value(of: Namespace.healthdcatap.hasVariables) == MeasuredValue.none)
    #expect(empty.value(of: Namespace.healthdcatap.hasStructuredData) == .flag(false))
    #expect(Set(findings.map(\.rule)) == [SummaryRules.nothingMeasured])
  }
}
