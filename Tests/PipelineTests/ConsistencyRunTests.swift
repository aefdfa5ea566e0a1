// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Contradictions between dataset file and records, as a run reports them.
@Suite struct ConsistencyRunTests {
  @Test func `a run reports each contradiction at its line in the dataset file`() throws {
    let project = try TestProject.demo()
    let file = "Pipelines/lung.dataset.yaml"
    try project.edit(
      file, replacing: "keyword: [lung cancer, computed tomography, staging]",
      with: "keyword: [prostate, computed tomography, staging]")
    try project.edit(
      file, replacing: "codeValue: [\"ICD-10: C34\"]", with: "codeValue: \"ICD-10: C61\"")
    try project.edit(file, replacing: "  individuals: 30", with: "  individuals: 300")
    try project.edit(file, replacing: "    end: 2023", with: "    end: 2016")
    let run = try project.run("demo")
    let lines = try text(project.url(file)).components(separatedBy: "\n")
    func line(_ start: String) throws -> Int {
      try #require(lines.firstIndex { $0.hasPrefix(start) }) + 1
    }
    let found = try run.findings().filter { $0.rule.hasPrefix("consistency.") }
    #expect(
      found.map(\.inShort) == [
        "warning consistency.word \(file) 1 \(try line("keyword:"))",
        "warning consistency.code-value \(file) 1 \(try line("codeValue:"))",
        "warning consistency.number \(file) 3 \(try line("  individuals:"))",
        "warning consistency.period \(file) 3 \(try line("  acquisitionPeriod:"))",
      ])
    #expect(found.allSatisfy { $0.dataset == "lung" && !$0.remedy.isEmpty })
    #expect(
      found.first { $0.rule == "consistency.number" }?.message
        == "“individuals” says 300, and the records give about 30 for numberOfUniqueIndividuals.")
    #expect(try run.report().datasets.map(\.verdict)[1] == "accepted with warnings")
  }
}
