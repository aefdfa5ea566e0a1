// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import Testing

/// What an earlier run left does not pass for this run's.
@Suite struct StaleOutputTests {
  @Test func `records of datasets that were dropped or cannot be read any more are removed`() throws
  {
    let project = try TestProject.demo()
    let first = try project.run("demo", date: "2026-03-01")
    #expect(try contents(of: first.folder)["records/glioma.nt.gz"] != nil)

    try project.edit(
      "Pipelines/demo.yaml",
      replacing: "  glioma:\n    mapping: ../Mappings/glioma/glioma.yarrrml.yaml\n"
        + "    terms: ../Mappings/glioma/glioma.sssom.tsv\n    description: glioma.dataset.yaml\n"
        + "    nullValues: [\"\"]\n", with: "")
    try project.write("<!DOCTYPE a><a/>", to: "Samples/lung/patient_LUN-001.xml")
    let second = try project.run("demo", date: "2026-03-01")
    #expect(second.outcome.exitCode == 3)
    let files = try contents(of: second.folder).keys.filter {
      $0.hasPrefix("records/") || $0.hasPrefix("descriptions/")
    }
    #expect(files.sorted() == ["descriptions/prostate.ttl", "records/prostate.nt.gz"])
    let folder = second.url("cdm").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["prostate"])
  }
}
