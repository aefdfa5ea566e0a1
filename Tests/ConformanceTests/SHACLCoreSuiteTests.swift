// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFIO
import RDFModel
import Shapes
import TestSupport
import Testing

/// The core part of the W3C SHACL test suite, run from its manifests.
struct SHACLCoreSuiteTests {
  static let entries: [SuiteEntry] = SuiteEntry.all(.core)

  @Test func `the manifests name 98 core tests`() {
    guard SuiteEntry.Part.core.folder != nil else { return }
    #expect(Self.entries.count == 98)
  }

  @Test(arguments: entries) func `the report is the expected one`(_ entry: SuiteEntry) throws {
    #expect(try entry.failure() == nil)
  }

  @Test(arguments: entries, StreamedGraph.Order.allCases)
  func `data that stream by give the same results`(
    _ entry: SuiteEntry, _ order: StreamedGraph.Order
  ) throws {
    let (shapes, data) = try entry.graphs()
    let validator = StreamingValidator(shapes: shapes)
    let stream = StreamedGraph(data, order)
    var block = validator.emptyBlock
    for statements in stream.blocks {
      stream.fill(&block, statements)
      // Subclasses among the data have to be known beforehand.
      if case .subclasses = try validator.validate(&block) { return }
    }
    let found = try validator.finish().results.map { SuiteResult($0) }.sorted()
    #expect(found == (try entry.expectedResults().sorted()))
  }

  @Test(arguments: entries) func `gathered data give the same results`(_ entry: SuiteEntry) throws {
    let (shapes, data) = try entry.graphs()
    var records = GatheredRecords(byteCount: 1 << 26)
    let stream = StreamedGraph(data, .forward)
    var block = StatementBlock()
    for statements in stream.scattered {
      stream.fill(&block, statements)
      try records.add(block)
    }
    let found = try records.validate(against: shapes).report.results.map { SuiteResult($0) }
      .sorted()
    #expect(found == (try entry.expectedResults().sorted()))
  }

  @Test(arguments: entries) func `messages that the suite expects are there`(_ entry: SuiteEntry)
    throws
  {
    let messages = try entry.run().results.flatMap(\.messages)
    for message in try entry.expectedMessages() { #expect(messages.contains(message)) }
  }

  @Test(arguments: entries) func `the report as quads says the same`(_ entry: SuiteEntry) throws {
    let graph = Graph(try entry.run().quads(showValues: true))
    let report = try #require(
      graph.instances(of: .iri(SHACL.iri("ValidationReport"))).first)
    let found = SuiteResult.results(of: graph.id(report), in: graph).sorted()
    #expect(found == (try entry.expectedResults().sorted()))
  }
}

/// A result as the suite compares results: blank nodes are equal to each other.
struct SuiteResult: Comparable, CustomStringConvertible {
  var description: String

  init(_ result: ValidationResult) {
    self.init(
      focus: result.focusNode, path: result.path, value: result.value,
      component: .iri(result.component), shape: result.sourceShape, severity: result.severityTerm)
  }

  private init(
    focus: Term?, path: PropertyPath?, value: Term?, component: Term?, shape: Term?,
    severity: Term?
  ) {
    let terms = [focus, value, component, shape, severity].map { term in
      term.map { $0.isBlankNode ? "[]" : $0.description } ?? "-"
    }
    description = (terms + [path?.description ?? "-"]).joined(separator: " ")
  }

  static func < (left: SuiteResult, right: SuiteResult) -> Bool {
    left.description < right.description
  }

  /// The results of a report in a graph.
  static func results(of report: TermID, in graph: Graph) -> [SuiteResult] {
    let paths = PathReader(graph)
    return graph.objects(report, graph.id(.iri(SHACL.iri("result")))).map { node in
      func object(_ name: String) -> TermID? { graph.object(node, graph.id(.iri(SHACL.iri(name)))) }
      func term(_ name: String) -> Term? { object(name).map { graph.terms.term($0) } }
      return SuiteResult(
        focus: term("focusNode"), path: object("resultPath").flatMap { try? paths.read($0) },
        value: term("value"), component: term("sourceConstraintComponent"),
        shape: term("sourceShape"), severity: term("resultSeverity"))
    }
  }
}

/// One entry of a manifest.
struct SuiteEntry: CustomTestStringConvertible, Sendable {
  /// The parts of the suite, which are folders.
  enum Part: String {
    case core, sparql

    var folder: URL? {
      SharedFolder.find("suites/shacl/data-shapes-test-suite/tests/\(rawValue)")
    }
  }

  private static let base = "https://example.org/suite/"
  private static let manifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
  private static let test = "http://www.w3.org/ns/shacl-test#"

  let part: Part
  let file: String
  let node: Term
  var testDescription: String { file }
  /// The name of the entry, with the folder it stands in.
  var id: String { file.hasSuffix(".ttl") ? String(file.dropLast(4)) : file }

  /// All entries of a part's manifest and those it includes.
  static func all(_ part: Part) -> [SuiteEntry] {
    guard part.folder != nil else { return [] }
    var files = ["manifest.ttl"]
    var entries: [SuiteEntry] = []
    while let file = files.popLast() {
      guard let graph = try? read(file, part) else {
        Issue.record("\(file) cannot be read")
        continue
      }
      for statement in graph.statements(predicate: graph.id(.iri(manifest + "include"))) {
        files.append(String(graph.quad(statement).object.value.dropFirst(base.count)))
      }
      entries += graph.instances(of: .iri(test + "Validate")).map {
        SuiteEntry(part: part, file: file, node: $0)
      }
    }
    return entries.sorted { $0.file < $1.file }
  }

  private static func read(_ file: String, _ part: Part) throws -> Graph {
    let path = try #require(part.folder?.appending(path: file).path)
    return try RDFReader.readGraph(path: path, displayName: file, base: base + file)
  }

  private func object(_ graph: Graph, _ subject: Term, _ name: String) throws -> Term {
    try #require(graph.objects(of: subject, .iri(name)).first)
  }

  /// How the report differs from the expected one; `nil` where it does not.
  func failure() throws -> String? {
    let report = try run()
    let found = report.results.map { SuiteResult($0) }.sorted()
    let expected = try expectedResults().sorted()
    if found == expected && report.conforms == expected.isEmpty { return nil }
    return "found \(found), expected \(expected)"
  }

  func run() throws -> ValidationReport {
    let (shapes, data) = try graphs()
    return Validator(shapes: shapes).validate(data)
  }

  func graphs() throws -> (shapes: ShapesGraph, data: Graph) {
    let graph = try Self.read(file, part)
    let action = try object(graph, node, Self.manifest + "action")
    let data = try object(graph, action, Self.test + "dataGraph")
    let shapes = try object(graph, action, Self.test + "shapesGraph")
    let shapesFile = String(shapes.value.dropFirst(Self.base.count))
    var findings: [Finding] = []
    let shapesGraph = ShapesGraph(
      graph: try Self.read(shapesFile, part), file: shapesFile, findings: &findings)
    return (shapesGraph, try Self.read(String(data.value.dropFirst(Self.base.count)), part))
  }

  func expectedMessages() throws -> [Term] {
    let graph = try Self.read(file, part)
    let messages = graph.statements(predicate: graph.id(.iri(SHACL.iri("resultMessage"))))
    return messages.map { graph.quad($0).object }
  }

  func expectedResults() throws -> [SuiteResult] {
    let graph = try Self.read(file, part)
    let report = try object(graph, node, Self.manifest + "result")
    return SuiteResult.results(of: graph.id(report), in: graph)
  }
}
