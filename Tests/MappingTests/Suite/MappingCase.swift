// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import LocatedYAML
import Mapping
import RDFIO
import RDFModel
import RecordIO
import TestSupport
import Testing

/// A folder of `Cases`: a mapping, what it compiles to, what it reads and what it makes.
struct MappingCase: CustomTestStringConvertible, Sendable {
  let name: String

  static let folder = SharedFolder.packageRoot.appending(path: "Tests/MappingTests/Cases")

  /// All cases by name.
  static let all: [MappingCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.contains(".") }.sorted().map { MappingCase(name: $0) }
  }()

  var testDescription: String { name }

  func url(_ file: String) -> URL { Self.folder.appending(path: name).appending(path: file) }

  func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: url(file).path) }

  func bytes(_ file: String) throws -> [UInt8] { Array(try Data(contentsOf: url(file))) }

  func lines(_ file: String) throws -> [String] {
    guard has(file) else { return [] }
    return String(decoding: try bytes(file), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  func quads(_ file: String, _ format: RDFFormat) throws -> [Quad] {
    try Self.quads(bytes(file), format)
  }

  static func quads(_ bytes: [UInt8], _ format: RDFFormat) throws -> [Quad] {
    var quads: [Quad] = []
    try RDFReader.read(
      bytes: bytes, format: format, base: "https://example.org/", file: "case"
    ) { quad throws(DiagnosedError) in quads.append(quad) }
    return quads
  }
}

/// What came of a case: the mapping, what it made, and everything found on the way.
struct MappingCaseRun {
  private(set) var document: MappingDocument?
  private(set) var output: [UInt8] = []
  private(set) var findings: [Finding] = []

  /// Compiles the YARRRML of a case and runs it, if it gets so far.
  init(yarrrml one: MappingCase) throws {
    let file = "mapping.yarrrml.yaml"
    var externals: [String: String] = [:]
    for line in try one.lines("external.txt") {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      externals[parts[0]] = parts[1]
    }
    let bytes = try one.bytes(file)
    collect { run throws(DiagnosedError) in
      let root = try LocatedYAML.parse(bytes: bytes, file: file)
      var notes: [Finding] = []
      let document = try YARRRMLCompiler.compile(root, externals: externals, notes: &notes)
      run.findings += notes
      run.document = document
      if one.has("output.nq") { try run.execute(document, of: one) }
    }
  }

  /// Reads RML and runs it, if it gets so far.
  ///
  /// - Parameters:
  ///   - rml: the mapping, Turtle.
  ///   - one: the case, whose inputs are read.
  init(rml: [UInt8], of one: MappingCase) {
    collect { run throws(DiagnosedError) in
      let document = try RMLReader.read(bytes: rml, file: "mapping.rml.ttl")
      run.document = document
      if one.has("output.nq") { try run.execute(document, of: one) }
    }
  }

  /// Every finding as `place id`, in the order found, each once.
  var findingLines: [String] {
    var seen: Set<String> = []
    return findings.map { finding in
      "\(finding.place.map { "\($0)" } ?? "-") \(finding.rule.id)"
    }.filter { seen.insert($0).inserted }
  }

  mutating func collect(_ work: (inout Self) throws(DiagnosedError) -> Void) {
    do throws(DiagnosedError) {
      try work(&self)
    } catch {
      findings += error.findings
    }
  }

  mutating func execute(
    _ document: MappingDocument, of one: MappingCase
  ) throws(DiagnosedError) {
    let plan = try PlanCompiler.compile(document, services: FunctionServices())
    let inputs = plan.sources.map { source in
      let path = one.url(source.logical.access).path
      return SourceInput(
        files: [InputFile(path: path, name: source.logical.access)],
        format: Self.format(source.logical, document),
        nullValues: source.logical.nullValues ?? [])
    }
    var executor = MappingExecutor(plan: plan, inputs: inputs)
    var sink = ByteSink(writesGraphs: true)
    var run = self
    try executor.run(into: &sink) { sink, outcome throws(DiagnosedError) in
      sink.drain { run.output += $0 }
      run.findings += outcome.findings
    }
    self = run
  }

  private static func format(
    _ source: LogicalSource, _ document: MappingDocument
  ) -> RecordFormat {
    switch source.formulation {
    case .csv:
      var dialect = CSVDialect()
      dialect.delimiter = source.delimiter?.utf8.first ?? UInt8(ascii: ",")
      return .csv(dialect)
    case .jsonpath: return .json(iterator: source.iterator ?? "$")
    case .xpath:
      return .xml(
        iterator: source.iterator ?? "/*",
        namespaces: document.prefixes.merging(source.namespaces) { _, own in own })
    }
  }
}
