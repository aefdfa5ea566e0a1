// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import Foundation
import LocatedYAML
import Pipeline
import RDFModel
import TestSupport
import Testing

/// What a check of a description gives people to read beside single results of shapes.
@Suite struct DescriptionFindingsTests {
  private static func reader() throws -> DescriptionFindings {
    let file = SharedFolder.packageRoot.appending(path: "Pipelines/glioma.dataset.yaml")
    let yaml = try LocatedYAML.parseFile(file.path, as: "glioma.dataset.yaml")
    return DescriptionFindings(about: try DatasetDocument(yaml).node)
  }

  private static func retention(_ start: String, _ end: String) throws -> [Finding] {
    let quads = try ProfileFixture.shared.get().read(
      "d:dataset healthdcatap:retentionPeriod d:kept . "
        + "d:kept dcat:startDate \(start) ; dcat:endDate \(end) .")
    return try reader().reversedPeriods(in: quads)
  }

  @Test(arguments: [
    ("\"2024-03\"^^xsd:gYearMonth", "\"2023\"^^xsd:gYear", "2024-03", "2023"),
    ("\"2024-03-02\"^^xsd:date", "\"2024-02\"^^xsd:gYearMonth", "2024-03-02", "2024-02"),
    (
      "\"2024\"^^xsd:gYear", "\"2023-12-31T00:00:00Z\"^^xsd:dateTime", "2024",
      "2023-12-31T00:00:00Z"
    ),
  ])
  func `a period of mixed precision that ends before it starts is found at its key`(
    start: String, end: String, startText: String, endText: String
  ) throws {
    let findings = try Self.retention(start, end)
    #expect(findings.map(\.rule) == [DescriptionRules.periodReversed])
    #expect(
      findings.map { $0.message(showValues: true) } == [
        "The period starts \(startText) and ends \(endText)."
      ])
    #expect(findings.map { $0.place?.description } == ["glioma.dataset.yaml:80:1"])
  }

  @Test(arguments: [
    ("\"2024\"^^xsd:gYear", "\"2024-03\"^^xsd:gYearMonth"),
    ("\"2024-03-02\"^^xsd:date", "\"2024\"^^xsd:gYear"),
    // The shapes compare these.
    ("\"2024\"^^xsd:gYear", "\"2023\"^^xsd:gYear"),
  ])
  func `a period that may be in order, or that shapes compare, is not`(
    start: String, end: String
  ) throws {
    #expect(try Self.retention(start, end).isEmpty)
  }

  @Test func `what is recommended and missing is one finding, what is pending another`() throws {
    let fixture = try ProfileFixture.shared.get()
    let left = ["geodcatap:custodian", "adms:sample", "healthdcatap:hdab", "dct:format"]
      .map(fixture.iri)
    let quads = fixture.complete.filter { !left.contains($0.predicate) }
    let findings = try Self.reader().findings(of: fixture.results(quads))
    #expect(
      findings.map { $0.message(showValues: true) } == [
        "Dataset has no Health Data Access Body; at least one should be given.",
        "The profile recommends what this description does not give: Custodian and Sample of Dataset; "
          + "Format of Distribution.",
      ])
    #expect(findings.map(\.severity) == [.warning, .warning])
    #expect(findings.last?.rule == DescriptionRules.recommendedMissing)
    #expect(findings.last?.place?.description == "glioma.dataset.yaml:3:1")
  }
}
