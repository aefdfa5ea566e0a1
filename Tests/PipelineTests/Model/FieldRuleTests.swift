// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import RDFModel
import TestSupport
import Testing

/// A rule between fields with records that keep it and records that break it.
struct FieldRule: CustomTestStringConvertible, Sendable {
  let shape: String
  let remedy: String
  let broken: String
  let kept: [String]

  var testDescription: String { shape }

  init(_ shape: String, _ remedy: String, broken: String, kept: String...) {
    self.shape = shape
    self.remedy = remedy
    self.broken = broken
    self.kept = kept
  }
}

@Suite struct FieldRuleTests {
  static let woman = ":p a cdm:Patient ; cdm:patientBirthSex eucaim:COM1001370 .\n"
  static let man = ":p a cdm:Patient ; cdm:patientBirthSex eucaim:COM1001366 .\n"
  static let unknown = ":p a cdm:Patient .\n"

  static func condition(_ more: String) -> String {
    ":c a cdm:CancerCondition ; cdm:patient :p ; \(more) .\n"
  }
  static func tumour(_ more: String) -> String {
    ":c a cdm:CancerCondition ; cdm:patient :p . :t a cdm:Tumor ; cdm:cancerCondition :c ; \(more) .\n"
  }
  static func series(_ more: String) -> String {
    ":i a cdm:ImageStudy ; cdm:patient :p . :s a cdm:ImageSeries ; cdm:study :i ; \(more) .\n"
  }
  static func born(_ date: String, _ more: String = "") -> String {
    ":p a cdm:Patient ; cdm:patientBirthDate \(date) \(more).\n"
  }
  static func day(_ text: String) -> String { "\"\(text)\"^^xsd:date" }
  static func month(_ text: String) -> String { "\"\(text)\"^^xsd:gYearMonth" }
  static func year(_ text: String) -> String { "\"\(text)\"^^xsd:gYear" }

  static func stages(_ codes: String..., topography: String = "BP1000113") -> String {
    condition("cdm:cancerConditionTopography eucaim:\(topography)")
      + codes.enumerated().map {
        ":g\($0) a cdm:CancerStage ; cdm:cancerCondition :c ; cdm:cancerStageAsConcept eucaim:\($1) .\n"
      }.joined()
  }

  static let sexes = [
    FieldRule(
      "SexAndCancerOfMenRule",
      "A cancer of an organ of men is recorded for a person whose birth sex is female; correct the one that is wrong.",
      broken: woman + condition("cdm:cancerConditionCode eucaim:CLIN1000075"),
      kept: man + condition("cdm:cancerConditionCode eucaim:CLIN1000075"),
      woman + condition("cdm:cancerConditionCode eucaim:CLIN1000060"),
      unknown + condition("cdm:cancerConditionCode eucaim:CLIN1000075")),
    FieldRule(
      "SexAndCancerOfWomenRule",
      "A cancer of an organ of women is recorded for a person whose birth sex is male; correct the one that is wrong.",
      broken: man + condition("cdm:cancerConditionCode eucaim:CLIN1003317"),
      kept: woman + condition("cdm:cancerConditionCode eucaim:CLIN1003317"),
      man + condition("cdm:cancerConditionCode eucaim:CLIN1000060")),
    FieldRule(
      "SexAndTopographyOfMenRule",
      "A topography that only men have is recorded for a person whose birth sex is female; correct the one that is wrong.",
      broken: woman + condition("cdm:cancerConditionTopography eucaim:BP1000021"),
      kept: man + condition("cdm:cancerConditionTopography eucaim:BP1000021")),
    FieldRule(
      "SexAndTopographyOfWomenRule",
      "A topography that only women have is recorded for a person whose birth sex is male; correct the one that is wrong.",
      broken: man + condition("cdm:cancerConditionTopography eucaim:BP1000340"),
      kept: woman + condition("cdm:cancerConditionTopography eucaim:BP1000340")),
    FieldRule(
      "SexAndBodySiteOfMenRule",
      "A body site that only men have is recorded for a person whose birth sex is female; correct the one that is wrong.",
      broken: woman + tumour("cdm:tumorBodySite eucaim:BP1000006"),
      kept: man + tumour("cdm:tumorBodySite eucaim:BP1000006")),
    FieldRule(
      "SexAndBodySiteOfWomenRule",
      "A body site that only women have is recorded for a person whose birth sex is male; correct the one that is wrong.",
      broken: man + tumour("cdm:tumorBodySite eucaim:BP1000290"),
      kept: woman + tumour("cdm:tumorBodySite eucaim:BP1000290")),
    FieldRule(
      "SexAndBodyPartOfMenRule",
      "A body part that only men have is recorded as imaged for a person whose birth sex is female; correct the one that is wrong.",
      broken: woman + series("cdm:seriesBodySideCode eucaim:BP1000021"),
      kept: man + series("cdm:seriesBodySideCode eucaim:BP1000021"),
      woman + series("cdm:seriesBodySideCode eucaim:BP1000092")),
    FieldRule(
      "SexAndBodyPartOfWomenRule",
      "A body part that only women have is recorded as imaged for a person whose birth sex is male; correct the one that is wrong.",
      broken: man + series("cdm:seriesBodySideCode eucaim:BP1000085"),
      kept: woman + series("cdm:seriesBodySideCode eucaim:BP1000085")),
  ]

  static func period(
    _ shape: String, _ words: String, _ type: String, _ start: String, _ end: String
  ) -> FieldRule {
    func record(_ first: String, _ last: String) -> String {
      ":r a cdm:\(type) ; cdm:\(start) \(first) ; cdm:\(end) \(last) .\n"
    }
    return FieldRule(
      shape, "\(words) before it begins; correct the date that is wrong.",
      broken: record(day("2021-03-09"), day("2021-03-08")),
      kept: record(day("2021-03-09"), day("2021-03-09")),
      record(month("2021-03"), month("2021-04")),
      // The day may lie in the month.
      record(day("2021-03-09"), month("2021-03")),
      ":r a cdm:\(type) ; cdm:\(start) \(day("2021-03-09")) .\n")
  }

  static let dates = [
    period(
      "RadiotherapyDatesRule", "Radiotherapy ends", "Radiotherapy", "radiotherapyStartDate",
      "radiotherapyEndDate"),
    period(
      "MedicationDatesRule", "The medication ends", "MedicationAdministration",
      "medicationStartDate", "medicationEndDate"),
    period("EpisodeDatesRule", "The episode ends", "Episode", "episodeStartDate", "episodeEndDate"),
    FieldRule(
      "BirthAndLastContactRule",
      "The last contact is before the birth of the patient; correct the date that is wrong.",
      broken: born(year("1960"), "; cdm:patientDateOfLastContact \(year("1959")) "),
      kept: born(year("1960"), "; cdm:patientDateOfLastContact \(day("1959-01-01")) "),
      born(year("1960"), "; cdm:patientDateOfLastContact \(year("2020")) ")),
    FieldRule(
      "BirthAndDeathRule",
      "The death is before the birth of the patient; correct the date that is wrong.",
      broken: born(month("1960-05"), "; cdm:patientDateOfDeath \(month("1960-04")) "),
      kept: born(month("1960-05"), "; cdm:patientDateOfDeath \(month("1960-05")) ")),
    FieldRule(
      "BirthAndDiagnosisRule",
      "The diagnosis is before the birth of the patient; correct the date that is wrong.",
      broken: born(year("1960")) + condition("cdm:cancerConditionAssertedDate \(year("1906"))"),
      kept: born(year("1960")) + condition("cdm:cancerConditionAssertedDate \(year("2006"))"),
      born(year("1960")) + condition("cdm:cancerConditionAgeAtDiagnosis 5.0")),
    FieldRule(
      "BirthAndAcquisitionRule",
      "The images were acquired before the birth of the patient; correct the date that is wrong.",
      broken: born(year("1960")) + series("cdm:seriesAcquisitionDate \(year("1906"))"),
      kept: born(year("1960")) + series("cdm:seriesAcquisitionDate \(year("2016"))")),
    FieldRule(
      "BirthAndRadiotherapyRule",
      "Radiotherapy begins before the birth of the patient; correct the date that is wrong.",
      broken: born(year("1960"))
        + ":r a cdm:Radiotherapy ; cdm:patient :p ; cdm:radiotherapyStartDate \(year("1906")) .",
      kept: born(year("1960"))
        + ":r a cdm:Radiotherapy ; cdm:patient :p ; cdm:radiotherapyStartDate \(year("2006")) ."),
    FieldRule(
      "BirthAndOperationRule",
      "The operation is before the birth of the patient; correct the date that is wrong.",
      broken: born(year("1960"))
        + ":r a cdm:SurgicalProcedure ; cdm:patient :p ; cdm:surgicalProcedureDate \(year("1906")) .",
      kept: born(year("1960"))
        + ":r a cdm:SurgicalProcedure ; cdm:patient :p ; cdm:surgicalProcedureDate \(year("2006")) ."
    ),
    FieldRule(
      "BirthAndMedicationRule",
      "The medication begins before the birth of the patient; correct the date that is wrong.",
      broken: born(year("1960"))
        + ":r a cdm:MedicationAdministration ; cdm:patient :p ; cdm:medicationStartDate \(year("1906")) .",
      kept: born(year("1960"))
        + ":r a cdm:MedicationAdministration ; cdm:patient :p ; cdm:medicationStartDate \(year("2006")) ."
    ),
    FieldRule(
      "DiagnosisAndDeathRule",
      "The diagnosis is after the death of the patient, as after an autopsy; correct the date if it is wrong.",
      broken: ":p a cdm:Patient ; cdm:patientDateOfDeath \(day("2020-01-01")) .\n"
        + condition("cdm:cancerConditionAssertedDate \(day("2020-01-02"))"),
      kept: ":p a cdm:Patient ; cdm:patientDateOfDeath \(day("2020-01-01")) .\n"
        + condition("cdm:cancerConditionAssertedDate \(day("2019-01-02"))")),
    FieldRule(
      "AcquisitionAndDeathRule",
      "Images were acquired after the death of the patient; correct the date that is wrong.",
      broken: ":p a cdm:Patient ; cdm:patientDateOfDeath \(year("2020")) .\n"
        + series("cdm:seriesAcquisitionDate \(year("2021"))"),
      kept: ":p a cdm:Patient ; cdm:patientDateOfDeath \(year("2020")) .\n"
        + series("cdm:seriesAcquisitionDate \(year("2020"))")),
    FieldRule(
      "DeathAndDeceasedRule",
      "A date of death is recorded for a patient who is recorded as alive; correct the one that is wrong.",
      broken:
        ":p a cdm:Patient ; cdm:patientDeceased false ; cdm:patientDateOfDeath \(year("2020")) .",
      kept:
        ":p a cdm:Patient ; cdm:patientDeceased true ; cdm:patientDateOfDeath \(year("2020")) .",
      ":p a cdm:Patient ; cdm:patientDeceased false ."),
  ]

  static let aside =
    "A side is recorded for an organ that there is only one of; leave the side out, "
    + "or name the part of the organ."

  static let sides = [
    FieldRule(
      "TumorLateralityRule", aside,
      broken:
        ":t a cdm:Tumor ; cdm:tumorBodySite eucaim:BP1000302 ; cdm:tumorBodySiteLaterality eucaim:IMG1016670 .",
      kept:
        ":t a cdm:Tumor ; cdm:tumorBodySite eucaim:BP1000298 ; cdm:tumorBodySiteLaterality eucaim:IMG1016670 .",
      ":t a cdm:Tumor ; cdm:tumorBodySite eucaim:BP1000302 ."),
    FieldRule(
      "OperationLateralityRule", aside,
      broken:
        ":o a cdm:SurgicalProcedure ; cdm:surgicalProcedureBodySiteCode eucaim:CLIN1063724 ; cdm:surgicalProcedureBodySiteLaterality eucaim:IMG1016682 .",
      kept:
        ":o a cdm:SurgicalProcedure ; cdm:surgicalProcedureBodySiteCode eucaim:CLIN1063727 ; cdm:surgicalProcedureBodySiteLaterality eucaim:IMG1016682 ."
    ),
    FieldRule(
      "SeriesLateralityRule", aside,
      broken:
        ":s a cdm:ImageSeries ; cdm:seriesBodySideCode eucaim:BP1000021 ; cdm:seriesBodySideLaterality eucaim:IMG1016682 .",
      kept:
        ":s a cdm:ImageSeries ; cdm:seriesBodySideCode eucaim:CLIN1063727 ; cdm:seriesBodySideLaterality eucaim:IMG1016682 ."
    ),
  ]

  static let stageRules = [
    FieldRule(
      "StageAndMetastasisRule",
      "A cancer with distant metastasis (M1) has a stage below IV; correct the stage or the M category.",
      broken: stages("COM1000246", "COM1000042"),
      kept: stages("COM1000246", "COM1000043"), stages("COM1001860", "COM1000042"),
      // A cancer of the thyroid of a young person has stage II with distant metastasis.
      stages("COM1000246", "COM1000041", topography: "BP1000286")),
    FieldRule(
      "StageZeroRule",
      "A cancer of stage 0 has a T, N or M category of a cancer that has spread; correct the stage or the category.",
      broken: stages("CLIN1064690", "COM1000351"),
      kept: stages("CLIN1064690", "COM1000316"), stages("CLIN1064607", "COM1000351")),
  ]

  @Test(arguments: sexes + dates + sides + stageRules)
  func `a rule is broken by one record and kept by others, and says what to mend`(
    rule: FieldRule
  ) throws {
    let fixture = try ModelFixture.shared.get()
    let found = try fixture.findings(of: rule.shape, on: rule.broken)
    #expect(found.map { $0.remedy(showValues: false) } == [rule.remedy])
    for records in rule.kept {
      #expect(try fixture.findings(of: rule.shape, on: records).isEmpty, "\(records)")
    }
  }

  /// The records of all rules together, those of each in a namespace of their own; without months and
  /// years, which rdflib cannot compare.
  static func allRecords() throws -> [Quad] {
    let texts = (sexes + dates + sides + stageRules).flatMap { [$0.broken] + $0.kept }
      .filter { !$0.contains("xsd:gYear") }
    let turtle = texts.enumerated().map {
      "@prefix : <https://example.org/\($0)/> .\n\($1)\n"
    }
    return try RDFReader.readAll(
      bytes: Array((ModelFixture.prefixes + turtle.joined()).utf8), format: .turtle, file: "rules")
  }

  @Test func `every rule of the file has its test`() throws {
    let text = try String(
      contentsOf: SharedFolder.packageRoot.appending(path: "Ontologies/model/rules.ttl"),
      encoding: .utf8)
    let rules = text.split(separator: "\n").compactMap { line in
      line.hasPrefix("cdm:") && line.contains("Rule a sh:NodeShape")
        ? line.dropFirst(4).split(separator: " ").first.map(String.init) : nil
    }
    #expect(
      rules
        == (Self.sexes + Self.dates + Self.sides + Self.stageRules).map(\.shape).ordered(
          like: rules))
    #expect(rules.count == Set(rules).count)
  }

  @Test(arguments: [
    ("cdm:CancerCondition", "cancerConditionAgeAtDiagnosis"),
    ("cdm:ImageStudy", "patientAgeAtStudy"), ("cdm:MedicalHistory", "medicalHistoryOnsetAge"),
    ("cdm:FamilyMemberHistory", "familyMemberOnsetAge"),
  ])
  func `an age above 89 is to be given as 89`(type: String, property: String) throws {
    let fixture = try ModelFixture.shared.get()
    let advice = "Ages above 89 can identify a person; give them as 89."
    for (age, count) in [("90", 1), ("89", 0)] {
      let value = property == "familyMemberOnsetAge" ? age : age + ".0"
      let found = try fixture.findings(on: ":r a \(type) ; cdm:\(property) \(value) .")
      #expect(found.count { $0.remedy(showValues: false) == advice } == count, "\(age)")
    }
  }
}

extension [String] {
  fileprivate func ordered(like other: [String]) -> [String] {
    sorted { (other.firstIndex(of: $0) ?? 0) < (other.firstIndex(of: $1) ?? 0) }
  }
}
