// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import RDFModel
import Reports
import TestSupport
import Testing

/// A table that a run left, with cells by the names of their columns.
struct TableFile {
  let header: [String]
  let rows: [[String: String]]

  init(_ run: FinishedRun, _ path: String) throws {
    let lines = try table(text(run.url("cdm/\(path).csv")))
    header = try #require(lines.first)
    rows = lines.dropFirst().map { cells in
      Dictionary(zip(lines[0], cells), uniquingKeysWith: { first, _ in first })
    }
  }

  func column(_ name: String) -> [String] { rows.map { $0[name] ?? "?" } }
}

@Suite struct RecordTablesTests {
  private static func tables(of dataset: String) throws -> [String: TableFile] {
    let run = try FinishedRun.demo.get()
    let names = try contents(of: run.url("cdm/\(dataset)")).keys
      .filter { $0.hasSuffix(".csv") && $0 != "mapping_audit.csv" }.map { String($0.dropLast(4)) }
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try TableFile(run, "\(dataset)/\($0)")) })
  }

  @Test(arguments: ["glioma", "lung", "prostate"])
  func `a table has the columns of the model, each coded one with its original beside it`(
    dataset: String
  ) throws {
    let model = try ModelFixture.shared.get().model
    for (name, file) in try Self.tables(of: dataset) {
      let table = try #require(model.tables.first { $0.name == name })
      let own = file.header.filter { !$0.hasSuffix("_original") }
      #expect(own == table.columns.map(\.name))
      for column in table.columns where column.isCoded {
        let place = try #require(file.header.firstIndex(of: column.name))
        #expect(file.header[place + 1] == column.name + "_original")
      }
    }
  }

  @Test(arguments: [("glioma", 40, 65, 93), ("lung", 30, 46, 64), ("prostate", 25, 36, 62)])
  func `a record is a row`(dataset: String, patients: Int, studies: Int, series: Int) throws {
    let tables = try Self.tables(of: dataset)
    #expect(tables["dataset"]?.rows.count == 1)
    #expect(tables["patient"]?.rows.count == patients)
    #expect(tables["image_study"]?.rows.count == studies)
    #expect(tables["image_series"]?.rows.count == series)
  }

  @Test(arguments: ["glioma", "lung", "prostate"])
  func `a key names one row, and a key of another table a row of that table`(dataset: String) throws
  {
    let model = try ModelFixture.shared.get().model
    let tables = try Self.tables(of: dataset)
    for (name, file) in tables {
      let table = try #require(model.tables.first { $0.name == name })
      let keys = file.column(table.primaryKey)
      #expect(Set(keys).count == keys.count && !keys.contains(""), "\(name)")
      if let above = table.superclass.flatMap({ model.table(of: $0) }),
        let wider = tables[above.name]
      {
        #expect(Set(wider.column(above.primaryKey)).isSuperset(of: keys), "\(name)")
      }
      for column in table.columns {
        guard case .link(let type?) = column.content,
          let other = model.table(of: type)
            ?? (column.name == "dataset_id" ? model.tables.first { $0.name == "dataset" } : nil),
          let target = tables[other.name]
        else { continue }
        let known = Set(target.column(other.primaryKey))
        #expect(
          file.column(column.name).allSatisfy { $0.isEmpty || known.contains($0) },
          "\(name).\(column.name)")
      }
    }
  }

  @Test func `treatments of every kind are rows of the table of treatments`() throws {
    let tables = try Self.tables(of: "glioma")
    let kinds = ["radiotherapy", "surgical_procedure", "medication_administration"]
    let count = kinds.reduce(0) { $0 + (tables[$1]?.rows.count ?? 0) }
    #expect(count > 0 && tables["treatment"]?.rows.count == count)
  }

  @Test func `a code stands beside what the provider wrote`() throws {
    let rows = try TableFile(FinishedRun.demo.get(), "glioma/patient").rows
    let pairs = Set(rows.map { [$0["patient_birth_sex"], $0["patient_birth_sex_original"]] })
    #expect(pairs == [["COM1001366", "Male"], ["COM1001370", "Female"]])
  }

  static let mapping = """
    prefixes:
      cdm: "https://w3id.org/fairway/model#"
      data: "https://data.example.org/lab/"
      fw: "https://w3id.org/fairway/function#"
      grel: "http://users.ugent.be/~bjdmeest/function/grel.ttl#"
      xsd: "http://www.w3.org/2001/XMLSchema#"
    sources:
      lab: ["../Samples/lab.csv~csv"]
    mappings:
      patient:
        sources: lab
        subjects: data:patient/$(Patient)
        predicateobjects:
          - [a, cdm:Patient]
          - [cdm:patientId, $(Patient)]
      test:
        sources: lab
        subjects: data:test/$(Number)
        predicateobjects:
          - [a, cdm:LabTestResult]
          - [cdm:patient, "data:patient/$(Patient)~iri"]
          - [cdm:labTestValueAsNumber, $(Value), xsd:decimal]
          - predicates: cdm:labTestCode
            objects:
              - function: fw:term
                parameters:
                  - parameter: fw:value
                    value:
                      function: grel:toUpperCase
                      parameters:
                        - [grel:valueParameter, $(Test)]
                  - [fw:list, test]
                type: iri
    """

  static let terms = """
    #curie_map:
    #  eucaim: https://cancerimage.eu/ontology/EUCAIM#
    #mapping_set_id: https://data.example.org/lab/mapping-set
    #license: https://www.apache.org/licenses/LICENSE-2.0
    subject_label\tsubject_source\tpredicate_id\tobject_id\tmapping_justification
    PSA\ttest\tskos:exactMatch\teucaim:CLIN1000224\tsemapv:ManualMappingCuration
    LDH\ttest\tskos:exactMatch\teucaim:CLIN1033407\tsemapv:ManualMappingCuration
    LDH\ttest\tskos:exactMatch\teucaim:CLIN1000202\tsemapv:ManualMappingCuration
    """

  static func laboratory() throws -> FinishedRun {
    let project = try TestProject(["Pipelines"])
    try project.write(
      "Patient;Number;Test;Value\nP-1;1;psa;1450\n=P-2;2;psa;-12.345\nP-3;3;ldh;999.99\n"
        + "P-3;4;@SUM(1);7\n", to: "Samples/lab.csv")
    try project.write(mapping, to: "Mappings/lab.yarrrml.yaml")
    try project.write(terms, to: "Mappings/lab.sssom.tsv")
    try project.writePipeline(
      "lab", mapping: "../Mappings/lab.yarrrml.yaml", terms: "../Mappings/lab.sssom.tsv")
    return try project.run("lab")
  }

  @Test func `a value that its column cannot hold is kept and reported`() throws {
    let run = try Self.laboratory()
    let file = try TableFile(run, "lab/lab_test_result")
    #expect(file.column("lab_test_value_as_number") == ["1450", "-12.345", "999.99", "7"])
    let notes = try run.findings().filter { $0.rule == "cdm.beyond-column" }
    #expect(
      notes.map(\.message) == [
        "2 of the values of lab_test_result.lab_test_value_as_number do not fit DECIMAL(5,2); they are kept "
          + "as they are in the tables."
      ])
    #expect(notes.first?.row == "2")
  }

  @Test func `a cell is no formula, and a negative number stays a number`() throws {
    let run = try Self.laboratory()
    #expect(try TableFile(run, "lab/patient").column("patient_id") == ["P-1", "'=P-2", "P-3"])
    let tests = try TableFile(run, "lab/lab_test_result")
    #expect(tests.column("lab_test_code_original").last == "'@SUM(1)")
    #expect(tests.column("patient_id") == ["P-1", "'=P-2", "P-3", "P-3"])
  }

  @Test func `a value without a concept keeps its original, and the audit says what became of it`()
    throws
  {
    let run = try Self.laboratory()
    let tests = try TableFile(run, "lab/lab_test_result")
    #expect(tests.column("lab_test_code") == ["CLIN1000224", "CLIN1000224", "", ""])
    #expect(tests.column("lab_test_code_original") == ["psa", "psa", "ldh", "'@SUM(1)"])
    let audit = try TableFile(run, "lab/mapping_audit")
    #expect(
      audit.header == [
        "property", "original value", "parsed value", "code", "candidates", "rule", "term mapping",
      ])
    #expect(audit.column("property") == ["labTestCode", "labTestCode", "labTestCode"])
    #expect(audit.column("original value") == ["'@SUM(1)", "ldh", "psa"])
    #expect(audit.column("parsed value") == ["'@SUM(1)", "LDH", "PSA"])
    #expect(audit.column("code") == ["", "", "CLIN1000224"])
    #expect(audit.column("candidates") == ["", "CLIN1033407 | CLIN1000202", ""])
    #expect(audit.column("rule").allSatisfy { $0.hasPrefix("Mappings/lab.yarrrml.yaml:2") })
    #expect(
      audit.column("term mapping") == [
        "", "Mappings/lab.sssom.tsv:7 | Mappings/lab.sssom.tsv:8", "Mappings/lab.sssom.tsv:6",
      ])
  }

  @Test func `a dry run writes no table`() throws {
    let project = try TestProject.demo()
    let run = try project.run("demo") { $0.isDryRun = true }
    #expect(!FileManager.default.fileExists(atPath: run.url("cdm").path))
  }

  @Test(arguments: [
    ("-12.5", "-12.5"), ("-1", "-1"), ("+7", "+7"), ("-", "\"'-\""), ("-1+2", "\"'-1+2\""),
    ("-1.2.3", "\"'-1.2.3\""), ("=1", "\"'=1\""), ("a\"b", "a\"\"b"), ("a,b", "\"a,b\""),
  ])
  func `a sign makes no formula of a number`(text: String, cell: String) {
    var bytes: [UInt8] = []
    SafeCell.append(text, keepsNumbers: true, to: &bytes)
    if text == "a\"b" {
      #expect(String(decoding: bytes, as: UTF8.self) == "\"a\"\"b\"")
    } else {
      #expect(String(decoding: bytes, as: UTF8.self) == cell)
    }
  }
}
