// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import TestSupport
import Testing

/// Files as providers send them.
struct CSVProviderFileTests {
  private func read(_ name: String, references: [String]? = nil) throws -> ReadTable? {
    guard let file = SharedFolder.find("inputs/\(name)") else { return nil }
    return try readTable(
      file: file.path, references: references, displayName: file.lastPathComponent)
  }

  @Test func `a clinical table with semicolons, mark and quoted semicolons is read whole`() throws {
    guard let table = try read("lafe-glioma-synthetic/clinical.csv") else { return }
    #expect(table.rows.count == 20)
    #expect(table.rows.allSatisfy { $0.count == 55 })
    #expect(table.findings == [])
    #expect(
      table.facts.sniffed == [
        "UTF-8 with byte order mark", "semicolon between cells", "rows end with CR LF",
      ])
    #expect(table.columns.names[0] == "PatientID")
    #expect(table.columns.names[54] == "Death related to GBM")
    #expect(table.places.map(\.number) == Array(2...21))
    #expect(table.places.map(\.line) == Array(2...21))
    #expect(table.rows[0][0] == "test1")
    #expect(table.rows[0][3] == "57,93")
    #expect(table.rows[0][13] == "Temporal (2); occipital (5); parietal (4)")
    #expect(table.rows[6][14] == "Right; Center/bilateral")
  }

  @Test func `every cell of the clinical table stands at its offset`() throws {
    guard let file = SharedFolder.find("inputs/lafe-glioma-synthetic/clinical.csv"),
      let table = try read("lafe-glioma-synthetic/clinical.csv")
    else { return }
    // The last row has no line break.
    let bytes = Array(try Data(contentsOf: file)) + [0x0D]
    for (row, offsets) in zip(table.rows, table.cellOffsets) {
      for (cell, offset) in zip(row, offsets) {
        let cell = Array((cell ?? "").utf8)
        let written = cell.contains(0x3B) ? [0x22] + cell + [0x22] : cell
        let start = Int(offset)
        #expect(Array(bytes[start..<(start + written.count)]) == written)
        #expect([0x3B, 0x0D].contains(bytes[start + written.count]))
        #expect([0x3B, 0x0A].contains(bytes[start - 1]))
      }
    }
  }

  @Test func `a header table with repeated names keeps all columns apart`() throws {
    guard let table = try read("lafe-glioma-synthetic/dicom_metadata.csv") else { return }
    #expect(table.rows.count == 4)
    #expect(table.columns.names.count == 59)
    #expect(Set(table.columns.names).count == 59)
    #expect(
      table.problems == [
        "csv.duplicate-header dicom_metadata.csv:1:44 (RadionuclideTotalDose)",
        "csv.duplicate-header dicom_metadata.csv:1:48 (AttenuationCorrectionMethod)",
        "csv.duplicate-header dicom_metadata.csv:1:49 (ReconstructionMethod)",
        "csv.duplicate-header dicom_metadata.csv:1:50 (ScatterCorrectionMethod)",
        "csv.duplicate-header dicom_metadata.csv:1:53 (KVP)",
        "csv.duplicate-header dicom_metadata.csv:1:55 (ExposureTime)",
      ])
    let chosen = try read(
      "lafe-glioma-synthetic/dicom_metadata.csv", references: ["KVP", "KVP#2", "PatientID"])
    #expect(chosen?.columns.fileColumns == [31, 53, 1])
    #expect(chosen?.rows.map { $0[2] } == table.rows.map { $0[0] })
  }

  @Test func `a codebook with JSON in its cells is read without a finding`() throws {
    let name = "eucanimage-uc1/EuCanImage Data dictionary_Codebook - UseCase1.csv"
    guard let table = try read(name) else { return }
    #expect(table.columns.names.count == 18)
    #expect(table.findings == [])
    let sex = try #require(table.rows.first { $0[0] == "sex" })
    #expect(sex[15]?.hasPrefix("{\"system\": \"http://loinc.org\"") == true)
  }

  @Test func `a download written under a comma locale is reported row by row, none read`() throws {
    // As NBIA Data Retriever writes it where the comma is the decimal sign.
    let table = try readTable(
      "Series UID,Modality,File Size,File Location\n1.2.3,CT,15,20 MB,./a\n"
        + "1.2.4,CT,163.31 KB,./b\n1.2.5,MR,7,01 MB,./c\n")
    #expect(table.rows == [["1.2.4", "CT", "163.31 KB", "./b"]])
    #expect(table.problems == ["csv.ragged-row t.csv:2:5", "csv.ragged-row t.csv:4:5"])
  }
}
