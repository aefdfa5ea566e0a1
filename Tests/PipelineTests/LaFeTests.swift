// SPDX-License-Identifier: Apache-2.0

import Foundation
import RDFModel
import TestSupport
import Testing

/// The glioma tables of LaFe from end to end, held against the cells.
@Suite struct LaFeTests {
  private static let base = "https://data.example.org/lafe/"
  private static let clinical = "inputs/lafe-glioma-synthetic/clinical.csv"

  /// What a date column becomes.
  struct DateColumn: Sendable {
    let column: String
    let subject: String
    let property: String

    init(_ column: String, _ subject: String, _ property: String) {
      self.column = column
      self.subject = subject
      self.property = property
    }
  }

  static let dates = [
    DateColumn("D-Date Biopsy", "condition/#", "cancerConditionAssertedDate"),
    DateColumn("D-Date Biopsy", "procedure/#-biopsy-1", "procedureDate"),
    DateColumn("D-MR pre-surgery Date", "procedure/#-mr-1", "procedureDate"),
    DateColumn("Date of first surgery", "treatment/#-surgery-1", "surgicalProcedureDate"),
    DateColumn("D-MR post-first surgery Date", "procedure/#-mr-2", "procedureDate"),
    DateColumn("Chemotherapy date", "treatment/#-chemotherapy-1", "medicationStartDate"),
    DateColumn("Radiotherapy date", "treatment/#-radiotherapy", "radiotherapyStartDate"),
    DateColumn("RT fin", "treatment/#-radiotherapy", "radiotherapyEndDate"),
    DateColumn("Progression Date", "episode/#-progression", "episodeStartDate"),
    DateColumn("R-MR before-surgery date", "procedure/#-mr-3", "procedureDate"),
    DateColumn("R-biopsy date", "procedure/#-biopsy-2", "procedureDate"),
    DateColumn("R-Date of surgery", "treatment/#-surgery-2", "surgicalProcedureDate"),
    DateColumn("R-MR after-surgery date", "procedure/#-mr-4", "procedureDate"),
    DateColumn("R-Chemotherapy date", "treatment/#-chemotherapy-2", "medicationStartDate"),
    DateColumn("Date of Last visit", "patient/#", "patientDateOfLastContact"),
    DateColumn("Date of death", "patient/#", "patientDateOfDeath"),
  ]

  @Test func `every date of the table appears as a date, and nothing else does`() throws {
    guard let run = try RealFiles.lafe.get() else { return }
    let records = try run.records("lafe")
    let rows = try RealFiles.rows(Self.clinical, delimiter: ";")
    let named = Set(try #require(rows.first).cells.keys.filter { $0.lowercased().contains("date") })
    #expect(Set(Self.dates.map(\.column)).isSuperset(of: named))
    for date in Self.dates {
      for row in rows {
        let patient = try #require(row.cells["PatientID"])
        let cell = try #require(row.cells[date.column])
        let subject = Self.base + date.subject.replacingOccurrences(of: "#", with: patient)
        let found = records.objects(of: .iri(subject), .iri(Model.iri + date.property))
        #expect(found == Self.date(cell).map { [$0] } ?? [], "\(patient), \(date.column): \(cell)")
      }
    }
  }

  private static func date(_ cell: String) -> Term? {
    let parts = cell.split(separator: "/")
    guard parts.count == 3 else { return nil }
    return .literal("\(parts[2])-\(parts[1])-\(parts[0])", datatype: XSD.date)
  }

  @Test func `twenty patients have their sex as a concept and their age as a decimal`() throws {
    guard let run = try RealFiles.lafe.get() else { return }
    let records = try run.records("lafe")
    #expect(records.instances(of: .iri(Model.iri + "Patient")).count == 20)
    for row in try RealFiles.rows(Self.clinical, delimiter: ";") {
      let patient = try #require(row.cells["PatientID"])
      func object(_ kind: String, _ property: String) -> [Term] {
        records.objects(of: .iri("\(Self.base)\(kind)/\(patient)"), .iri(Model.iri + property))
      }
      let sex = row.cells["Gender"] == "Female" ? "COM1001370" : "COM1001366"
      #expect(object("patient", "patientBirthSex") == [Self.concept(sex)])
      let age = try #require(row.cells["Diagnosis Age"]).replacingOccurrences(of: ",", with: ".")
      #expect(
        object("condition", "cancerConditionAgeAtDiagnosis")
          == [.literal(age, datatype: XSD.decimal)])
      let sides = ["Left": "IMG1016670", "Right": "IMG1016682", "Center/bilateral": "IMG1016659"]
      let expected = try #require(row.cells["Side of tumor epicenter"])
        .components(separatedBy: "; ").map { Self.concept(sides[$0] ?? "none") }
      #expect(Set(object("tumor", "tumorBodySiteLaterality")) == Set(expected))
    }
  }

  private static func concept(_ code: String) -> Term {
    .iri("https://cancerimage.eu/ontology/EUCAIM#\(code)")
  }

  /// A column of terms: list of the term mapping, subject and property.
  static let terms: [(column: String, list: String, subject: String, property: String)] = [
    ("Population", "population", "patient/#", "patientDiagnosticCategory"),
    ("Gender", "sex", "patient/#", "patientBirthSex"),
    ("Death related to GBM", "cause-of-death", "patient/#", "patientCauseOfDeath"),
    ("Age Unit", "age-unit", "condition/#", "cancerConditionAgeUnit"),
    ("Histological Type", "histology", "condition/#", "cancerConditionHistologyMorphology"),
    ("Organ", "organ", "condition/#", "cancerConditionTopography"),
    ("Organ", "organ", "tumor/#", "tumorBodySite"),
    ("D-Pathologycal subtype", "subtype", "tumor/#", "tumorHistologyMorphology"),
    ("Tumor location", "lobe", "tumor/#", "tumorBodySiteLocation"),
    ("Side of tumor epicenter", "side", "tumor/#", "tumorBodySiteLaterality"),
    ("Type of chemotherapy", "drug", "treatment/#-chemotherapy-1", "medicationCode"),
    ("R-Type of chemotherapy", "drug", "treatment/#-chemotherapy-2", "medicationCode"),
  ]

  @Test func `no term of a mapped column is lost without a finding`() throws {
    guard let run = try RealFiles.lafe.get() else { return }
    let records = try run.records("lafe")
    let lists = try Self.termLists()
    let findings = try run.findings().filter { $0.file.hasSuffix("clinical.csv") }
    for row in try RealFiles.rows(Self.clinical, delimiter: ";") {
      let patient = try #require(row.cells["PatientID"])
      for term in Self.terms {
        let cell = try #require(row.cells[term.column])
        if findings.contains(where: { $0.row == "\(row.number)" && $0.cells[6] == term.column }) {
          continue
        }
        let subject = Self.base + term.subject.replacingOccurrences(of: "#", with: patient)
        let found = records.objects(of: .iri(subject), .iri(Model.iri + term.property))
        let parts = cell.isEmpty ? [] : cell.components(separatedBy: "; ")
        let expected = try parts.compactMap { part in
          // The number in brackets repeats the name.
          let name = term.list == "lobe" ? part.components(separatedBy: " (")[0].lowercased() : part
          return try #require(lists[term.list]?[name]) == "sssom:NoTermFound"
            ? nil : lists[term.list]?[name]
        }
        #expect(Set(found.map(\.value)) == Set(expected), "\(patient), \(term.column): \(cell)")
      }
    }
  }

  @Test func `every column is read by the mapping or named as not mapped`() throws {
    guard let run = try RealFiles.lafe.get() else { return }
    let findings = try run.findings().filter { $0.rule == "mapping.unused-columns" }
    let mapping = try text(
      SharedFolder.packageRoot.appending(path: "Mappings/lafe/lafe.yarrrml.yaml"))
    let row = try #require(try RealFiles.rows(Self.clinical, delimiter: ";").first)
    let finding = try #require(findings.first { $0.file.hasSuffix("clinical.csv") })
    #expect(row.cells.count == 55)
    for column in row.cells.keys {
      let isRead = mapping.contains("$(\(column))")
      if !isRead { #expect(finding.message.contains(column), "\(column)") }
    }
  }

  // Lists and local values of the term mapping, with the concepts' IRIs.
  private static func termLists() throws -> [String: [String: String]] {
    let file = SharedFolder.packageRoot.appending(path: "Mappings/lafe/lafe.sssom.tsv")
    let rows = try table(text(file), delimiter: "\t").filter { !$0[0].hasPrefix("#") }
    var lists: [String: [String: String]] = [:]
    for row in rows.dropFirst() {
      lists[row[2], default: [:]][row[1]] = row[4].replacingOccurrences(
        of: "eucaim:", with: "https://cancerimage.eu/ontology/EUCAIM#")
    }
    return lists
  }

  @Test func `answers, doses and radiotherapies come out for the patients that have them`() throws {
    guard let run = try RealFiles.lafe.get() else { return }
    let records = try run.records("lafe")
    for row in try RealFiles.rows(Self.clinical, delimiter: ";") {
      let patient = try #require(row.cells["PatientID"])
      let therapy = Term.iri("\(Self.base)treatment/\(patient)-radiotherapy")
      let dose = records.objects(of: therapy, .iri(Model.iri + "radiotherapyTotalDose"))
      let number = row.cells["Dosis"]?.replacingOccurrences(of: "Gy", with: "") ?? ""
      #expect(dose == (number.isEmpty ? [] : [.literal(number, datatype: XSD.decimal)]))
      let isThere = !records.statements(subject: records.id(therapy)).isEmpty
      #expect(isThere == (row.cells["Radiotherapy"] == "Yes" || !number.isEmpty), "\(patient)")
      let isDead = "\(row.cells["Death"] == "Yes")"
      #expect(
        records.objects(
          of: .iri("\(Self.base)patient/\(patient)"), .iri(Model.iri + "patientDeceased"))
          == [.literal(isDead, datatype: XSD.boolean)])
    }
  }

  @Test func `every cell of a mapped column of the series appears`() throws {
    guard let run = try RealFiles.lafe.get() else { return }
    let records = try run.records("lafe")
    let concepts = [
      "CT": "IMG1000042", "MR": "IMG1000038", "GE MEDICAL SYSTEMS": "IMG1000047",
      "SIEMENS": "IMG1000044", "PANCREAS": "BP1000209", "ABDOMEN": "BP1000173",
      "PELVIS": "BP1000092",
    ]
    let rows = try RealFiles.rows("inputs/lafe-glioma-synthetic/dicom_metadata.csv")
    #expect(records.instances(of: .iri(Model.iri + "ImageSeries")).count == rows.count)
    for row in rows {
      let series = Term.iri(
        "\(Self.base)series/\(try #require(row.cells["SeriesInstanceUID"]))")
      func value(_ property: String) -> String? {
        records.objects(of: series, .iri(Model.iri + property)).first?.value
      }
      func concept(_ column: String) throws -> String {
        Self.concept(concepts[try #require(row.cells[column])] ?? "none").value
      }
      #expect(value("seriesNumber") == row.cells["SeriesNumber"])
      #expect(value("studyUid") == row.cells["StudyInstanceUID"])
      #expect(value("seriesDescription") ?? "" == row.cells["SeriesDescription"])
      #expect(try value("seriesModality") == concept("Modality"))
      #expect(try value("seriesManufacturer") == concept("Manufacturer"))
      #expect(try value("seriesBodySideCode") == concept("BodyPartExamined"))
      let date = value("seriesAcquisitionDate")?.replacingOccurrences(of: "-", with: "")
      #expect(date == row.cells["AcquisitionDate"])
    }
    for row in try RealFiles.rows("inputs/lafe-glioma-synthetic/imaging_timepoints.csv") {
      let study = Term.iri("\(Self.base)study/\(try #require(row.cells["StudyInstanceUID"]))")
      #expect(
        records.objects(of: study, .iri(Model.iri + "imagingTimepoint")).map(\.value)
          == [try #require(row.cells["Timepoint"])])
    }
  }

  @Test func `every record of the three tables is mapped`() throws {
    guard let run = try RealFiles.lafe.get() else { return }
    let records = try #require(run.report().datasets.first).records
    #expect(records.files == 3)
    #expect(records.read == 26)
    #expect(records.mapped == 26)
  }
}
