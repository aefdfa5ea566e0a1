// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Mapping
import RDFIO
import RDFModel
import RecordIO
import Testing

/// A folder of its own for a test, gone when the test is.
final class SourceFolder {
  let url: URL

  init(_ files: [String: String]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "mapping-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: url.appending(path: name)) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func input(_ source: LogicalSource, nullValues: [String], mapsRaggedRows: Bool) -> SourceInput {
    let format: RecordFormat
    switch source.formulation {
    case .csv:
      var dialect = CSVDialect()
      dialect.delimiter = UInt8(ascii: ",")
      dialect.mapsRaggedRows = mapsRaggedRows
      format = .csv(dialect)
    case .jsonpath: format = .json(iterator: source.iterator ?? "$")
    case .xpath: format = .xml(iterator: source.iterator ?? "/*", namespaces: [:])
    }
    return SourceInput(
      files: [InputFile(path: url.appending(path: source.access).path, name: source.access)],
      format: format, nullValues: nullValues)
  }
}

/// What came of running a mapping over files, by both sinks.
struct MappingRun {
  /// The N-Quads of the byte sink, line by line, with `ex:` and `xsd:` for their namespaces.
  var lines: [String] = []
  /// What was found, as `place id: message`, with source values.
  var findings: [String] = []
  /// The places of the mapping's rules beside these findings.
  var rules: [String] = []
  /// The outcomes, batch by batch.
  var outcomes: [BatchOutcome] = []
  /// Origins of the batch sink's statements, in the order of the lines.
  var origins: [SinkOrigin] = []
  /// Everything that the byte sink wrote.
  var output: [UInt8] = []

  /// Runs a mapping over files, and fails the test if the two sinks differ.
  ///
  /// - Parameters:
  ///   - mapping: YARRRML; its sources name files.
  ///   - files: their texts by name.
  ///   - nullValues: texts that mean null.
  ///   - mapsRaggedRows: whether rows of a wrong length are mapped.
  ///   - services: term look-up, if the mapping needs it.
  /// - Throws: what ends the run.
  init(
    _ mapping: String, files: [String: String], nullValues: [String] = [],
    mapsRaggedRows: Bool = false, services: FunctionServices = FunctionServices()
  ) throws {
    let folder = try SourceFolder(files)
    let plan = try compilePlan(mapping, services: services)
    let inputs = plan.sources.map {
      folder.input($0.logical, nullValues: nullValues, mapsRaggedRows: mapsRaggedRows)
    }
    try run(plan, inputs)
    try compareWays(plan, inputs)
    try compareSinks(plan, inputs)
  }

  /// How many records were read, mapped, left out by condition, and rejected by the reader.
  var counts: [Int] {
    let places = outcomes.reduce(0) { $0 + $1.places.count }
    let silent = outcomes.reduce(0) { $0 + $1.recordsWithoutStatement }
    let skipped = outcomes.reduce(0) { $0 + $1.recordsSkipped }
    let rejected = outcomes.reduce(0) { $0 + $1.rejectedRecords }
    return [places + rejected, places - silent, skipped, rejected]
  }

  private mutating func run(_ plan: MappingPlan, _ inputs: [SourceInput]) throws {
    var executor = MappingExecutor(plan: plan, inputs: inputs)
    var sink = ByteSink(writesGraphs: true)
    var run = self
    try executor.run(into: &sink) { sink, outcome throws(DiagnosedError) in
      sink.drain { run.output += $0 }
      run.outcomes.append(outcome)
    }
    self = run
    lines = Self.lines(output)
    let found = outcomes.flatMap(\.findings)
    expectFilled(found)
    findings = found.map { finding in
      let place = finding.place.map { "\($0)" } ?? "-"
      return "\(place) \(finding.rule.id): \(finding.message(showValues: true))"
    }
    rules = found.flatMap(\.related).filter { $0.label == "mapping rule" }.map { place($0.place) }
    #expect(sink.statementCount == lines.count)
  }

  // With the kernel and without it, on one thread and on three: the same bytes, from the same places.
  private func compareWays(_ plan: MappingPlan, _ inputs: [SourceInput]) throws {
    var origins: [StatementOrigin]?
    for (usesKernel, threads) in [(false, 1), (true, 1), (true, 3), (false, 3)] {
      var executor = MappingExecutor(plan: plan, inputs: inputs, threads: threads)
      var sink = ByteSink(writesGraphs: true, usesKernel: usesKernel, notesOrigins: true)
      var bytes: [UInt8] = []
      var noted: [StatementOrigin] = []
      try executor.run(into: &sink) { sink, _ throws(DiagnosedError) in
        sink.drain { bytes += $0 }
        noted += sink.takeOrigins()
      }
      #expect(Self.lines(bytes) == lines, "kernel: \(usesKernel), threads: \(threads)")
      #expect(noted.count == lines.count)
      #expect(noted == origins ?? noted, "kernel: \(usesKernel), threads: \(threads)")
      origins = noted
    }
  }

  // Three batches at a time, which must make no difference either.
  private mutating func compareSinks(_ plan: MappingPlan, _ inputs: [SourceInput]) throws {
    var executor = MappingExecutor(plan: plan, inputs: inputs, threads: 3)
    var sink = BatchSink()
    var statements: [MappedStatement] = []
    try executor.run(into: &sink) { sink, _ throws(DiagnosedError) in
      statements += sink.statements
      sink.statements.removeAll()
    }
    var interned: [UInt8] = []
    for statement in statements {
      let graph = statement.graph == .none ? nil : sink.terms.term(statement.graph)
      NTriplesSyntax.appendQuad(
        Quad(
          sink.terms.term(statement.triple.subject), sink.terms.term(statement.triple.predicate),
          sink.terms.term(statement.triple.object), graph: graph), to: &interned)
    }
    var parsed: [UInt8] = []
    try RDFReader.read(bytes: output, format: .nQuads, file: "output.nq") {
      quad throws(DiagnosedError) in
      // The table keeps tags in lower case, as RDF compares them.
      let object =
        quad.object.language.isEmpty
        ? quad.object
        : .literal(quad.object.value, language: quad.object.language.lowercased())
      NTriplesSyntax.appendQuad(
        Quad(quad.subject, quad.predicate, object, graph: quad.graph), to: &parsed)
    }
    // Bytes come as a set; whoever takes the interned statements makes one of them.
    var seen: Set<String> = []
    #expect(Self.lines(interned).filter { seen.insert($0).inserted } == Self.lines(parsed))
    origins = statements.map(\.origin)
  }

  private static func lines(_ output: [UInt8]) -> [String] {
    output.split(separator: 0x0A).map { line in
      String(decoding: line, as: UTF8.self).replacing("<http://ex.org/", with: "<ex:")
        .replacing("<\(XSD.namespace)", with: "<xsd:").replacing(" .", with: "")
    }
  }
}

/// What ends a run, as `place id: message`.
func fatalFindings(
  _ mapping: String, files: [String: String]
) -> [String] {
  do {
    _ = try MappingRun(mapping, files: files)
    return []
  } catch let error as DiagnosedError {
    expectFilled(error.findings)
    return error.findings.map { finding in
      "\(finding.place.map { "\($0)" } ?? "-") \(finding.rule.id): \(finding.message()) "
        + finding.remedy()
    }
  } catch {
    return ["\(error)"]
  }
}
