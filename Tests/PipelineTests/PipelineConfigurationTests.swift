// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import Testing

@Suite struct PipelineConfigurationTests {
  /// An edit of Pipelines/broken.yaml, and what it is refused for.
  struct Fault: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let found: [String]
    var testDescription: String { found.joined(separator: ", ") }

    init(_ old: String, _ new: String, _ found: String...) {
      self.old = old
      self.new = new
      self.found = found
    }
  }

  static let pipeline = """
    name: broken
    catalogue: demo.catalogue.yaml
    datasets:
      broken:
        mapping: ../Mappings/broken/broken.yarrrml.yaml
        terms: ../Mappings/broken/broken.sssom.tsv
        description: broken.dataset.yaml
        nullValues: [""]
        sources:
          clinical:
            delimiter: ","
    failOn: violation

    """

  static let faults = [
    Fault(
      "    terms:", "    term:",
      "6:5 yaml.unknown-key The key “term” is not known in the dataset “broken”. "
        + "Did you mean “terms”?"),
    Fault(
      "failOn: violation", "failon: violation",
      "12:1 yaml.unknown-key The key “failon” is not known in the pipeline. "
        + "Did you mean “failOn”?"),
    Fault(
      "        delimiter", "        delimeter",
      "11:9 yaml.unknown-key The key “delimeter” is not known in the source “clinical”. "
        + "Did you mean “delimiter”?"),
    Fault(
      "broken.sssom.tsv", "broken.ssom.tsv",
      "6:12 path.missing ../Mappings/broken/broken.ssom.tsv does not exist. "
        + "Did you mean “broken.sssom.tsv”?"),
    Fault(
      "broken.dataset.yaml", "brokn.dataset.yaml",
      "7:18 path.missing brokn.dataset.yaml does not exist. "
        + "Did you mean “broken.dataset.yaml”?"),
    Fault(
      "demo.catalogue.yaml", "../../elsewhere.yaml",
      "2:12 path.outside-project ../../elsewhere.yaml lies outside of the project folder PROJECT."),
    Fault(
      "demo.catalogue.yaml", "/etc/hostname",
      "2:12 path.outside-project /etc/hostname lies outside of the project folder PROJECT."),
    Fault(
      "name: broken", "name: ../broken",
      "1:7 pipeline.invalid-name “../broken” is used as a file name and may hold letters, digits, "
        + "dot, dash and underline."),
  ]

  private static func faults(_ text: String) throws -> [Finding] {
    let project = try TestProject([
      "Mappings/broken", "Samples/broken", "Pipelines/demo.catalogue.yaml",
      "Pipelines/broken.dataset.yaml",
    ])
    try project.write(text, to: "Pipelines/broken.yaml")
    return try project.faults("broken").map { finding in
      var finding = finding
      finding.arguments = finding.arguments.map { argument in
        .plain(
          argument.name,
          argument.value.shown(showValues: true)
            .replacingOccurrences(of: project.folder.url.path, with: "PROJECT"))
      }
      return finding
    }
  }

  private static func inShort(_ finding: Finding) -> String {
    guard let place = finding.place, case .text(let line, let column) = place.locator else {
      return "no place: \(finding)"
    }
    return "\(line):\(column) \(finding.rule.id) \(finding.message())"
  }

  @Test func `the pipeline without a fault is read`() throws {
    #expect(try Self.faults(Self.pipeline).isEmpty)
  }

  @Test(arguments: faults)
  func `a fault of the pipeline is found at its line`(fault: Fault) throws {
    let parts = Self.pipeline.components(separatedBy: fault.old)
    #expect(parts.count == 2)
    let findings = try Self.faults(parts.joined(separator: fault.new))
    #expect(findings.map(Self.inShort) == fault.found)
    #expect(findings.allSatisfy { $0.rule.category == .input })
    #expect(findings.allSatisfy { $0.place?.file == "Pipelines/broken.yaml" })
  }

  @Test func `all faults of a pipeline are found at once`() throws {
    let faults = Self.faults[0...2] + [Self.faults[4], Self.faults[5]]
    var text = Self.pipeline
    for fault in faults { text = text.replacing(fault.old, with: fault.new) }
    let found = try Self.faults(text).map(Self.inShort)
    #expect(found.sorted() == faults.flatMap(\.found).sorted())
  }

  @Test(arguments: [
    ("../../../outside.csv~csv", "path.outside-project"),
    ("/etc/passwd~csv", "path.outside-project"),
    ("../../Samples/broken/clinica.csv~csv", "input.not-found"),
    ("../../Samples/broken/*.tsv~csv", "input.nothing-found"),
  ])
  func `a source that may not be read, or is not there, is found in the mapping`(
    access: String, rule: String
  ) throws {
    let project = try TestProject(["Mappings/broken", "Samples/broken"])
    try project.edit(
      "Mappings/broken/broken.yarrrml.yaml",
      replacing: "'../../Samples/broken/clinical.csv~csv'", with: "'\(access)'")
    var job = MapJob(
      mapping: project.url("Mappings/broken/broken.yarrrml.yaml"), format: .nQuads)
    job.terms = [project.url("Mappings/broken/broken.sssom.tsv")]
    job.output = project.url("out/records.nq")
    let error = #expect(throws: DiagnosedError.self) {
      try job.run(progress: { _, _ in }, report: { _ in })
    }
    let finding = try #require(error?.findings.first)
    #expect(error?.findings.map(\.rule.id) == [rule])
    #expect(finding.place?.description == "Mappings/broken/broken.yarrrml.yaml:12:13")
    if rule == "input.not-found" {
      #expect((finding.message() + finding.remedy()).contains("Did you mean “clinical.csv”?"))
    }
    #expect(!FileManager.default.fileExists(atPath: project.url("out/records.nq").path))
  }

  @Test func `a folder outside of the project is read when it is allowed`() throws {
    let elsewhere = try TemporaryFolder()
    let project = try TestProject(["Mappings/broken", "Samples/broken"])
    let table = elsewhere.url.appending(path: "clinical.csv")
    try FileManager.default.moveItem(at: project.url("Samples/broken/clinical.csv"), to: table)
    try project.edit(
      "Mappings/broken/broken.yarrrml.yaml",
      replacing: "../../Samples/broken/clinical.csv", with: table.path)
    var job = MapJob(
      mapping: project.url("Mappings/broken/broken.yarrrml.yaml"), format: .nQuads)
    job.terms = [project.url("Mappings/broken/broken.sssom.tsv")]
    job.output = project.url("out/records.nq")
    #expect(throws: DiagnosedError.self) { try job.run(progress: { _, _ in }, report: { _ in }) }
    job.allowedPaths = [elsewhere.url]
    #expect(try job.run(progress: { _, _ in }, report: { _ in }).recordCount == 14)
  }

  @Test func `a link that leads out of the project is refused as what it leads to`() throws {
    let elsewhere = try TemporaryFolder()
    let project = try TestProject(["Mappings/broken", "Samples/broken"])
    let table = project.url("Samples/broken/clinical.csv")
    let target = elsewhere.url.appending(path: "clinical.csv")
    try FileManager.default.moveItem(at: table, to: target)
    try FileManager.default.createSymbolicLink(at: table, withDestinationURL: target)
    var job = MapJob(
      mapping: project.url("Mappings/broken/broken.yarrrml.yaml"), format: .nQuads)
    job.terms = [project.url("Mappings/broken/broken.sssom.tsv")]
    job.output = project.url("out/records.nq")
    let error = #expect(throws: DiagnosedError.self) {
      try job.run(progress: { _, _ in }, report: { _ in })
    }
    #expect(error?.findings.map(\.rule.id) == ["path.outside-project"])
  }
}
