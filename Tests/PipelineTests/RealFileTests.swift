// SPDX-License-Identifier: Apache-2.0

import Foundation
import RDFModel
import TestSupport
import Testing

@Suite struct DICOMwebTests {
  @Test func `the series and studies of a DICOMweb server are linked`() throws {
    guard let run = try RealFiles.dicomweb.get(),
      let answers = SharedFolder.find("inputs/dicomweb/search_for_series.json")
    else { return }
    let records = try run.records("dicomweb")
    #expect(records.instances(of: .iri(Model.iri + "ImageStudy")).count == 4)
    #expect(records.instances(of: .iri(Model.iri + "ImageSeries")).count == 4)
    let series = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: answers)) as? [[String: Any]])
    #expect(series.count == 4)
    for one in series {
      func value(_ tag: String) -> String {
        ((one[tag] as? [String: Any])?["Value"] as? [String])?.first ?? ""
      }
      let base = "https://data.example.org/dicomweb/"
      let subject = Term.iri("\(base)series/\(value("0020000E"))")
      func objects(_ property: String) -> [Term] {
        records.objects(of: subject, .iri(Model.iri + property))
      }
      #expect(objects("study") == [.iri("\(base)study/\(value("0020000D"))")])
      #expect(objects("seriesUid") == [.literal(value("0020000E"))])
      #expect(objects("studyUid") == [.literal(value("0020000D"))])
      #expect(value("00080060") == "SM")
      #expect(
        objects("seriesModality") == [.iri("https://cancerimage.eu/ontology/EUCAIM#IMG1004456")])
    }
  }

  @Test func `studies without a patient are violations of the record shape, each at its study`()
    throws
  {
    guard let run = try RealFiles.dicomweb.get() else { return }
    let missing = try run.findings().filter {
      $0.severity == "violation" && $0.file.hasSuffix("search_for_studies.json")
    }
    #expect(Set(missing.map(\.cells[7])) == ["/0", "/1", "/2", "/3"])
    #expect(missing.allSatisfy { $0.rule == "shacl.min-count" })
  }
}

@Suite struct EuCanImageTests {
  private static let file = "inputs/eucanimage-uc1/CSV/UseCase1_testdata.csv"

  @Test func `sexes and ages of use case 1 come out, and nothing where a cell is blank`() throws {
    guard let run = try RealFiles.eucanimage.get() else { return }
    let records = try run.records("eucanimage-uc1")
    let rows = try RealFiles.rows(Self.file)
    #expect(rows.count == 15)
    let sexes = ["0": "COM1001366", "1": "COM1001370"]
    for row in rows {
      let patient = try #require(row.cells["record_id"])
      func objects(_ kind: String, _ property: String) -> [Term] {
        records.objects(
          of: .iri("https://data.example.org/eucanimage-uc1/\(kind)/\(patient)"),
          .iri(Model.iri + property))
      }
      let code = sexes[try #require(row.cells["sex"])]
      let sex = code.map { "https://cancerimage.eu/ontology/EUCAIM#\($0)" }
      let age = try #require(row.cells["onsetage"])
      #expect(objects("patient", "patientId") == [.literal(patient)])
      #expect(objects("patient", "patientBirthSex").map(\.value) == [sex].compactMap(\.self))
      #expect(
        objects("condition", "cancerConditionAgeAtDiagnosis")
          == (age.isEmpty ? [] : [.literal(age, datatype: XSD.decimal)]))
      #expect(objects("condition", "cancerConditionAgeUnit").count == (age.isEmpty ? 0 : 1))
    }
  }

  @Test func `the three codes outside of the code book are found in their rows`() throws {
    guard let run = try RealFiles.eucanimage.get() else { return }
    let unmapped = try run.findings().filter { $0.rule == "terms.unmapped-value" }
    // Each code is looked up as diagnosis and as kind of patient.
    #expect(unmapped.map(\.row).sorted() == ["10", "10", "11", "11", "9", "9"])
    #expect(unmapped.allSatisfy { $0.cells[6] == "indeterm_nodule" && $0.cells[5] == "5" })
    #expect(unmapped.filter { $0.message.contains("“nodule”") }.count == 3)
    #expect(unmapped.filter { $0.message.contains("“population”") }.count == 3)
  }

  @Test func `every record of use case 1 is mapped`() throws {
    guard let run = try RealFiles.eucanimage.get() else { return }
    let records = try #require(run.report().datasets.first).records
    #expect(records.read == 15)
    #expect(records.mapped == 15)
  }
}
