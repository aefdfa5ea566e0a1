// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import TestSupport
import Testing

/// DICOMweb answers and DICOM JSON (PS3.18 F) as real servers write them.
struct JSONRealFileTests {
  static func read(
    _ path: String, _ iterator: String, _ references: [String]
  ) throws -> (bytes: [UInt8], batches: [RecordBatch])? {
    guard let url = SharedFolder.find(path) else { return nil }
    let reader = try JSONReader(
      path: url.path, displayName: path, iterator: iterator, references: references,
      nullValues: [])
    return (Array(try Data(contentsOf: url)), try TreeFixture.batches(reader))
  }

  @Test func `studies of a QIDO answer have their values, pointers and bytes`() throws {
    let references = ["0020000D.Value[0]", "00080061.Value[*]", "00201206.vr", "00100020.Value[0]"]
    guard
      let (bytes, batches) = try Self.read(
        "inputs/dicomweb/search_for_studies.json", "$[*]", references)
    else { return }
    #expect(batches.map(\.recordCount) == [4])
    let batch = batches[0]
    #expect(batch.places.map(\.path) == ["/0", "/1", "/2", "/3"])
    #expect(batch.places.map(\.offset) == [1, 375, 749, 1123])
    #expect(
      batch.text(batch.cell(1, 0))
        == "1.2.826.0.1.3680043.8.498.10285904610520346711994702876862152372")
    #expect(
      TreeFixture.cellLines(batch, 1, 1) == ["00080061.Value[*]: text SM @24 /1/00080061/Value/0"])
    #expect(batch.cell(2, 3).state == .absent)
    for record in 0..<4 {
      for column in 0..<3 {
        let cell = try #require(batch.values(record, column).first)
        let start = Int(batch.places[record].offset) + Int(cell.place)
        let spelled = Array("\"\(batch.text(cell))\"".utf8)
        #expect(Array(bytes[start..<(start + spelled.count)]) == spelled)
      }
    }
  }

  @Test(arguments: [
    ("search_for_series.json", "00080060.Value[0]"),
    ("search_for_instances.json", "00080018.Value[0]"),
    ("retrieve_instance_metadata.json", "00080018.Value[0]"),
  ])
  func `every record of an answer has its value where its place says`(
    file: String, reference: String
  ) throws {
    guard let (bytes, batches) = try Self.read("inputs/dicomweb/\(file)", "$[*]", [reference])
    else { return }
    let all = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [Any])
    #expect(batches.map(\.recordCount).reduce(0, +) == all.count)
    for batch in batches {
      for record in 0..<batch.recordCount {
        let cell = batch.cell(record, 0)
        #expect(cell.state == .value)
        let start = Int(batch.places[record].offset) + Int(cell.place)
        #expect(bytes[start...].starts(with: "\"\(batch.text(cell))\"".utf8))
        #expect(bytes[Int(batch.places[record].offset)] == UInt8(ascii: "{"))
      }
    }
  }

  @Test func `a header in DICOM JSON keeps the spelling of its numbers`() throws {
    let references = ["00080060.Value[0]", "00280030.Value[*]", "00100010.Value[0].Alphabetic"]
    guard let (bytes, batches) = try Self.read("inputs/dicom-json/test1.json", "$", references)
    else { return }
    let batch = try #require(batches.first)
    #expect(batch.recordCount == 1)
    #expect(batch.text(batch.cell(0, 0)) == "MR")
    for cell in batch.values(0, 1) {
      #expect(cell.kind == .number)
      let start = Int(batch.places[0].offset) + Int(cell.place)
      #expect(bytes[start...].starts(with: batch.text(cell).utf8))
    }
    #expect(batch.values(0, 1).count == 2)
  }

  @Test func `person names nested in sequences are reached`() throws {
    guard let (_, batches) = try Self.read("inputs/dicom-json/test_PN.json", "$.*", ["vr"])
    else { return }
    #expect(batches.flatMap(\.places).allSatisfy { $0.path.hasPrefix("/") })
    #expect(batches.map(\.recordCount).reduce(0, +) > 1)
  }
}
