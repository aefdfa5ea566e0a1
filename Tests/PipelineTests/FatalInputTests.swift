// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import TestSupport
import Testing

/// The faults of Samples/broken that end a run.
@Suite struct FatalInputTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let findings: [String]
    var testDescription: String { name }

    init(_ name: String, _ findings: String...) {
      self.name = name
      self.findings = findings
    }
  }

  static let faults = [
    Fault("bad-utf8", "text.undecodable-byte Samples/broken/fatal/bad-utf8.csv at byte 60"),
    Fault(
      "unterminated-quote",
      "csv.unterminated-quote Samples/broken/fatal/unterminated-quote.csv:3:3 (Comment)"),
    Fault("doctype", "xml.doctype Samples/broken/fatal/doctype.xml:2:1"),
    Fault("ill-formed", "xml.not-well-formed Samples/broken/fatal/ill-formed.xml:8:31"),
    Fault(
      "trailing-comma",
      "json.trailing-comma Samples/broken/fatal/trailing-comma.json (whole document) at byte 82"),
    Fault("truncated", "input.gzip-truncated Samples/broken/fatal/truncated.csv.gz at byte 5633"),
    Fault("unknown-column", "csv.unknown-column Mappings/broken/unknown-column.yarrrml.yaml:24:28"),
    Fault(
      "misspelt-key", "yarrrml.no-statements Mappings/broken/misspelt-key.yarrrml.yaml:14:3",
      "yaml.unknown-key Mappings/broken/misspelt-key.yarrrml.yaml:17:5"),
  ]

  @Test(arguments: faults)
  func `an unreadable input is refused at its place and leaves no file`(fault: Fault) throws {
    let folder = try TemporaryFolder()
    let mappings = SharedFolder.packageRoot.appending(path: "Mappings/broken")
    for format in ["nt", "ttl"] {
      var job = MapJob(
        mapping: mappings.appending(path: "\(fault.name).yarrrml.yaml"),
        format: format == "nt" ? .nTriples : .turtle)
      job.terms = [mappings.appending(path: "broken.sssom.tsv")]
      job.output = folder.url.appending(path: "out.\(format)")
      let error = #expect(throws: DiagnosedError.self) {
        try job.run(progress: { _, _ in }, report: { _ in })
      }
      let findings = try #require(error).findings
      #expect(
        findings.map { "\($0.rule.id) \($0.place.map(\.description) ?? "-")" } == fault.findings)
      #expect(findings.contains { $0.rule.category == .input && $0.severity == .violation })
      #expect(findings.allSatisfy { !$0.message().contains("{") && !$0.remedy().contains("{") })
    }
    #expect(try contents(of: folder.url).isEmpty)
  }

  @Test func `an unknown column is met with the nearest one`() throws {
    var job = MapJob(
      mapping: SharedFolder.packageRoot.appending(
        path: "Mappings/broken/unknown-column.yarrrml.yaml"),
      format: .nQuads)
    job.terms = [SharedFolder.packageRoot.appending(path: "Mappings/broken/broken.sssom.tsv")]
    let folder = try TemporaryFolder()
    job.output = folder.url.appending(path: "out.nq")
    let error = #expect(throws: DiagnosedError.self) {
      try job.run(progress: { _, _ in }, report: { _ in })
    }
    let finding = try #require(error?.findings.first)
    #expect(finding.remedy().contains("Did you mean “Sex”?"))
    #expect(finding.related.map(\.place.file) == ["Samples/broken/fatal/patients.csv"])
  }

  @Test func `a dataset that cannot be read does not keep the others from being run`() throws {
    let project = try TestProject.demo()
    try project.edit(
      "Pipelines/demo.yaml",
      replacing: """
          glioma:
            mapping: ../Mappings/glioma/glioma.yarrrml.yaml
            terms: ../Mappings/glioma/glioma.sssom.tsv
            description: glioma.dataset.yaml
        """,
      with: """
          unreadable:
            mapping: ../Mappings/broken/bad-utf8.yarrrml.yaml
            terms: ../Mappings/broken/broken.sssom.tsv
            description: broken.dataset.yaml
        """)
    let run = try project.run("demo")
    let report = try run.report()
    #expect(run.outcome.exitCode == 3)
    let accepted = "accepted with warnings"
    #expect(report.datasets.map(\.verdict) == ["not accepted", accepted, accepted])
    let files = try contents(of: run.folder)
    #expect(files["records/unreadable.nt.gz"] == nil)
    #expect(files["descriptions/unreadable.ttl"] == nil)
    #expect(files["records/lung.nt.gz"] != nil)
    for output in report.outputs { #expect(files[output.path] != nil, "\(output.path)") }
  }
}
