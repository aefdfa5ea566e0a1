// SPDX-License-Identifier: Apache-2.0

import Foundation
import RDFModel
import Testing

/// `dct:modified` moves when content does, and only then.
@Suite struct ModifiedDateTests {
  private static func modified(_ run: FinishedRun) throws -> [String: String] {
    var dates: [String: String] = [:]
    for quad in try run.quads("catalogue/catalog.nt")
    where quad.predicate == .iri(DCT.namespace + "modified") {
      dates[quad.subject.value] = quad.object.value
    }
    return dates
  }

  @Test func `a later run keeps the date of what did not change`() throws {
    let project = try TestProject.demo()
    try project.edit(
      "Pipelines/demo.yaml", replacing: Self.glioma, with: "")
    let first = try project.run("demo", date: "2026-03-01")
    let before = try contents(of: first.folder)
    let dates = try Self.modified(first)
    #expect(dates["https://example.org/datasets/lung-ct"] == "2026-03-01")
    #expect(dates["https://example.org/datasets/prostate-mri"] == "2026-03-01")

    let second = try project.run("demo", date: "2026-04-02")
    let after = try contents(of: second.folder)
    for (name, bytes) in before where name != "run.json" && name != ".lock" {
      #expect(after[name] == bytes, "\(name) differs")
    }

    // Four more studies: 46 have become 50, and 45 were published of them.
    try project.edit(
      "Samples/lung/patient_LUN-001.xml", replacing: "  </imaging_data>", with: Self.studies(1...4))
    let third = try project.run("demo", date: "2026-05-03")
    let held = try contents(of: third.folder)
    for (name, bytes) in before where name.hasPrefix("catalogue/") {
      #expect(held[name] == bytes, "\(name) differs")
    }
    let notes = try third.findings().filter { $0.rule == "summary.figure-held" }
    #expect(notes.map(\.dataset) == ["lung"])
    #expect(notes.map(\.severity) == ["note"])

    // Two more: for certain at least five since then.
    try project.edit(
      "Samples/lung/patient_LUN-001.xml", replacing: "  </imaging_data>", with: Self.studies(5...6))
    let fourth = try project.run("demo", date: "2026-06-04")
    let moved = try Self.modified(fourth)
    #expect(moved["https://example.org/datasets/lung-ct"] == "2026-06-04")
    #expect(moved["https://example.org/datasets/prostate-mri"] == "2026-03-01")
    let studies = try fourth.quads("descriptions/lung.ttl").filter {
      $0.predicate.value.hasSuffix("#numberOfRecords")
    }
    #expect(studies.map(\.object.value) == ["50"])
  }

  private static let glioma = """
      glioma:
        mapping: ../Mappings/glioma/glioma.yarrrml.yaml
        terms: ../Mappings/glioma/glioma.sssom.tsv
        description: glioma.dataset.yaml
        nullValues: [""]

    """

  private static func studies(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { number in
      """
          <image_study person_id="LUN-001" study_instance_uid="2.25.\(number)" \
      study_date="2021-03-08" imaging_timepoint="3" patient_age="075Y"/>

      """
    }.joined() + "  </imaging_data>"
  }
}
