// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pipeline
import RDFModel
import Testing

/// The faults that Samples/broken/README.md lists, each at its place, and nothing else.
@Suite struct BrokenPipelineTests {
  private static let clinical = "Samples/broken/clinical.csv"
  private static let expected = [
    "note mapping.unused-columns \(clinical)",
    "warning csv.duplicate-header \(clinical) 1 10",
    "warning csv.unnamed-column \(clinical) 2 11",
    "violation csv.ragged-row \(clinical) 4 13",
    "violation csv.ragged-row \(clinical) 5 12",
    "warning terms.unmapped-value \(clinical) 6 3",
    "violation shacl.min-count \(clinical) 6 3",
    "violation mapping.unreadable-value \(clinical) 7 5",
    "warning shacl.min-count \(clinical) 7 5",
    "violation mapping.unreadable-value \(clinical) 8 4",
    "violation shacl.min-count \(clinical) 8 4",
    "violation mapping.no-subject \(clinical) 9 1",
    "violation mapping.no-subject \(clinical) 9 1",
    "violation mapping.no-subject \(clinical) 9 1",
    "warning csv.stray-quote \(clinical) 10 9",
    "violation csv.text-after-quote \(clinical) 11 9",
    "violation shacl.pattern Samples/broken/series.csv 3 3",
  ]

  @Test func `every documented fault is found at its cell, and no other`() throws {
    let findings = try FinishedRun.broken.get().findings()
    let found = findings.filter { $0.file.hasPrefix("Samples/") }.map(\.inShort)
    #expect(found.sorted() == Self.expected.sorted())
  }

  @Test func `what has no cell is about the description, and too few people are the reason`() throws
  {
    let findings = try FinishedRun.broken.get().findings()
    let others = findings.filter { !$0.file.hasPrefix("Samples/") && $0.severity != "note" }
    #expect(others.allSatisfy { $0.file.isEmpty || $0.file.hasPrefix("Pipelines/") })
    let violations = others.filter { $0.severity == "violation" }.map(\.message)
    let missing = [
      "Number of Imaging Studies", "Birth Sex", "Image Modality", "Equipment Manufacturer",
      "Image Body Part",
    ]
    #expect(violations.count == missing.count)
    for name in missing { #expect(violations.contains { $0.contains(name) }, "\(name)") }
    #expect(others.contains { $0.rule == "summary.small-count" && $0.severity == "warning" })
  }

  @Test func `a dataset with violations is refused with exit code 1, its records are kept`() throws
  {
    let run = try FinishedRun.broken.get()
    let report = try run.report()
    #expect(run.outcome.exitCode == 1)
    #expect(report.verdict == "not accepted")
    #expect(report.datasets.map(\.verdict) == ["not accepted"])
    let feed = try run.quads("catalogue/catalog.nt")
    #expect(!feed.contains { $0.predicate == .iri(DCAT.namespace + "dataset") })
    #expect(try run.records("broken").count == report.datasets[0].records.statements)
  }

  @Test func `ragged rows and rows with uncertain quotes are not mapped`() throws {
    let records = try FinishedRun.broken.get().records("broken")
    let patients = records.instances(of: .iri(Model.iri + "Patient")).map {
      $0.value.split(separator: "/").last.map(String.init)
    }
    #expect(
      Set(patients) == [
        "BRK-01", "BRK-02", "BRK-05", "BRK-06", "BRK-07", "BRK-09", "BRK-11",
      ])
  }

  @Test func `sound patients come out whole`() throws {
    let records = try FinishedRun.broken.get().records("broken")
    for patient in ["BRK-01", "BRK-02", "BRK-09", "BRK-11"] {
      let base = "https://data.example.org/broken/"
      func statements(_ kind: String) -> Int {
        records.statements(subject: records.id(.iri("\(base)\(kind)/\(patient)"))).count
      }
      #expect(statements("patient") == 4, "\(patient)")
      #expect(statements("condition") == 8, "\(patient)")
      #expect(statements("tumor") == 6, "\(patient)")
    }
  }

  @Test func `every record read is mapped, or left out with a finding of its own`() throws {
    let run = try FinishedRun.broken.get()
    let records = try #require(run.report().datasets.first).records
    #expect(records.read == 14)
    #expect(records.mapped == 10)
    #expect(records.skipped.isEmpty)
    #expect(records.rejected == 4)
    let rules: Set = ["csv.ragged-row", "csv.text-after-quote", "mapping.no-subject"]
    let rows = try run.findings().filter { rules.contains($0.rule) }.map { $0.file + $0.row }
    #expect(Set(rows).count == records.rejected)
  }
}
