// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import RDFModel
import Shapes
import TestSupport
import Testing

/// Second opinions on feed, descriptions and records, from rdflib and pySHACL.
@Suite struct JudgeTests {
  private static let python: String? = {
    let path = ProcessInfo.processInfo.environment["FAIRWAY_PYTHON"]
    if path == nil {
      print("skipped: FAIRWAY_PYTHON does not name a Python with rdflib and pyshacl")
    }
    return path
  }()

  /// What a judge printed, and its exit code; `nil` without Python.
  private static func judge(_ script: String, _ arguments: [String]) throws -> (
    status: Int32, output: String
  )? {
    guard let python else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: python)
    let folder = SharedFolder.packageRoot.appending(path: "Tests/PipelineTests/judges")
    process.arguments = ["-B", "-W", "ignore", folder.appending(path: script).path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static func ontologies(_ folder: String) throws -> [String] {
    let url = SharedFolder.packageRoot.appending(path: "Ontologies/\(folder)")
    return try FileManager.default.contentsOfDirectory(atPath: url.path)
      .filter { $0.hasSuffix(".ttl") }.sorted().map { url.appending(path: $0).path }
  }

  @Test func `rdflib reads the same feed from four forms, and DCAT-AP has no violation in it`()
    throws
  {
    let run = try FinishedRun.demo.get()
    let shapes = ["shapes.ttl", "range.ttl"].compactMap {
      SharedFolder.find("shapes/dcat-ap-3.0.1/\($0)")?.path
    }
    guard
      let verdict = try Self.judge("check_feed.py", [run.url("catalogue").path] + shapes)
    else { return }
    #expect(verdict.status == 0, "\(verdict.output)")
  }

  /// What is validated: a description, records, or records with every n-th statement taken out.
  enum Subject: CustomTestStringConvertible, Sendable {
    case description(String)
    case records(String, without: Int)
    case complete(without: Int)
    /// Records that break, and records that keep, each rule between fields.
    case fieldRules

    var testDescription: String { "\(self)" }

    func quads() throws -> [Quad] {
      let fixture = SharedFolder.packageRoot.appending(path: "Tests/Fixtures/profile/complete.ttl")
      func run() throws -> FinishedRun {
        try isBroken ? FinishedRun.broken.get() : FinishedRun.demo.get()
      }
      switch self {
      case .description(let name): return try run().quads("descriptions/\(name).ttl")
      case .records(let name, let step):
        return Self.thinned(try run().records(name).quads.sorted(), step)
      case .complete(let step):
        return Self.thinned(try RDFReader.readFile(path: fixture.path).sorted(), step)
      case .fieldRules: return try FieldRuleTests.allRecords()
      }
    }

    private var isBroken: Bool {
      switch self {
      case .description(let name), .records(let name, _): name == "broken"
      case .complete, .fieldRules: false
      }
    }

    private static func thinned(_ quads: [Quad], _ step: Int) -> [Quad] {
      guard step > 0 else { return quads }
      return quads.enumerated().filter { $0.offset % step != 0 }.map(\.element)
    }
  }

  private static func compare(_ subject: Subject, shapes name: String) throws {
    let folder = try TemporaryFolder()
    let data = folder.url.appending(path: "data.nt")
    let quads = try subject.quads()
    try Data(RDFWriter.write(quads, format: .nTriples)).write(to: data)
    let shapes = SharedFolder.packageRoot.appending(path: "Ontologies/\(name)")
    let background = try ontologies("model") + ontologies("vocabularies")
    guard
      let verdict = try judge("list_results.py", [data.path, shapes.path] + background)
    else { return }
    #expect(verdict.status == 0, "\(verdict.output)")

    var findings: [Finding] = []
    let graph = ShapesGraph(
      graph: try RDFReader.readGraph(path: shapes.path), file: name, findings: &findings)
    var builder = GraphBuilder()
    for file in background { try RDFReader.readFile(path: file, labelPrefix: "k", into: &builder) }
    let report = Validator(shapes: graph).validate(Graph(quads), hierarchy: builder.build())
    let expected = verdict.output.split(separator: "\n").map(String.init)
    let found = lines(of: report)
    let missing = expected.filter { !found.contains($0) }
    let surplus = found.filter { !expected.contains($0) }
    if case .complete(without: 0) = subject {
      #expect(expected.isEmpty)
    } else {
      #expect(!expected.isEmpty)
    }
    #expect(found == expected, "missing: \(missing.prefix(5)), surplus: \(surplus.prefix(5))")
    #expect(report.notEvaluated.isEmpty)
  }

  private static func lines(of report: ValidationReport) -> [String] {
    let graph = Graph(report.quads(showValues: true))
    func name(_ result: Term, _ property: String) -> String {
      let term = graph.objects(of: result, .iri(SHACL.iri(property))).first
      return term.map { $0.isIRI ? $0.value : "-" } ?? "-"
    }
    return graph.objects(of: .blankNode("report"), .iri(SHACL.iri("result"))).map { result in
      ["resultSeverity", "sourceConstraintComponent", "resultPath", "focusNode"]
        .map { name(result, $0) }.joined(separator: " ")
    }.sorted { Array($0.unicodeScalars).lexicographicallyPrecedes(Array($1.unicodeScalars)) }
  }

  @Test(arguments: [
    Subject.description("glioma"), .description("lung"), .description("prostate"),
    .description("broken"), .complete(without: 0), .complete(without: 3), .complete(without: 7),
  ])
  func `pySHACL finds in a description what we find by the profile`(subject: Subject) throws {
    try Self.compare(subject, shapes: "profiles/eucaim-dcat-ap-2.0.ttl")
  }

  @Test(arguments: [
    Subject.records("glioma", without: 0), .records("glioma", without: 5),
    .records("broken", without: 0), .records("broken", without: 4),
  ])
  func `pySHACL finds in records what we find by the record shapes`(subject: Subject) throws {
    try Self.compare(subject, shapes: "model/shapes.ttl")
  }

  @Test func `pySHACL finds in records what we find by the rules between fields`() throws {
    try Self.compare(.fieldRules, shapes: "model/rules.ttl")
  }
}
