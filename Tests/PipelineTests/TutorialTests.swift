// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import RDFModel
import TestSupport
import Testing

/// The example of the README runs, and the README quotes it as it is.
struct TutorialTests {
  static let folder = SharedFolder.packageRoot.appending(path: "Documentation/tutorial")

  /// What a test looks at after a run of the tutorial's pipeline.
  struct Run {
    let outcome: RunOutcome
    let output: URL

    var report: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(outcome.json))) as? [String: Any] ?? [:]
    }

    func description() throws -> Graph {
      try RDFReader.readGraph(
        path: output.appending(path: "descriptions/liver-ct.ttl").path, displayName: "liver-ct.ttl")
    }
  }

  /// Runs the pipeline into a folder of its own, which is removed afterwards.
  static func withRun(_ body: (Run) throws -> Void) throws {
    let output = FileManager.default.temporaryDirectory
      .appending(path: "fairway-tutorial-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let configuration = try PipelineConfiguration.load(
      folder.appending(path: "liver.yaml"), allowed: [])
    let outcome = try PipelineRun(
      configuration, options: RunOptions(output: output, date: "2026-11-20")
    ).run { _, _ in }
    try body(Run(outcome: outcome, output: output))
  }

  @Test
  func
    `the tutorial's dataset is accepted; only the access body and what is recommended are missing`()
    throws
  {
    try Self.withRun { run in
      #expect(run.outcome.exitCode == 0)
      let datasets = try #require(run.report["datasets"] as? [[String: Any]])
      #expect(datasets.count == 1)
      #expect(datasets.first?["verdict"] as? String == "accepted with warnings")
      let findings = try String(
        contentsOf: run.output.appending(path: "findings.csv"), encoding: .utf8)
      let warnings = findings.split(whereSeparator: \.isNewline)
        .filter { $0.contains(",warning,") || $0.contains(",violation,") }
      let expected = [
        "The health data access body is pending", "description.recommended-missing",
        "description.recommended-missing",
      ]
      #expect(warnings.count == expected.count)
      for (warning, words) in zip(warnings, expected) {
        #expect(warning.contains(words), "\(warning)")
      }
    }
  }

  @Test func `the tutorial's description counts the people and studies of the tables`() throws {
    try Self.withRun { run in
      let graph = try run.description()
      let dataset = Term.iri("https://example.org/datasets/liver-ct")
      let health = "https://w3id.org/healthdcat-ap#"
      for name in ["numberOfUniqueIndividuals", "numberOfRecords"] {
        #expect(
          // Twelve of each in the tables, which stand as the nearest multiple of five.
          graph.objects(of: dataset, .iri(health + name)) == [
            .literal("10", datatype: XSD.nonNegativeInteger)
          ])
      }
      for (name, age) in [("minTypicalAge", "60"), ("maxTypicalAge", "66")] {
        #expect(graph.objects(of: dataset, .iri(health + name)).map(\.value) == [age])
      }
    }
  }

  @Test func `the README quotes the tutorial's files as they are`() throws {
    let readme = try String(
      contentsOf: SharedFolder.packageRoot.appending(path: "README.md"), encoding: .utf8)
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: nil
    ).map { try String(contentsOf: $0, encoding: .utf8) }
    let blocks = readme.matches(of: /```(?:yaml|csv|tsv)\n((?:(?!```).*\n)+)```/)
    #expect(blocks.count >= 5)
    for block in blocks {
      let quoted = String(block.output.1)
      #expect(files.contains { $0.contains(quoted) }, "\(quoted)")
    }
  }
}
