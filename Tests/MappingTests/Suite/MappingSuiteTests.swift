// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import LocatedYAML
import Mapping
import RDFIO
import RDFModel
import TestSupport
import Testing

/// The cases of `Cases`; `FAIRWAY_WRITE_CASES=1` writes what they expect anew, to be read before it is
/// kept.
struct MappingSuiteTests {
  static let yarrrml = MappingCase.all.filter { $0.has("mapping.yarrrml.yaml") }
  static let writes = ProcessInfo.processInfo.environment["FAIRWAY_WRITE_CASES"] == "1"

  @Test func `there is a case for every feature`() {
    #expect(MappingCase.all.count >= 60)
  }

  @Test(arguments: yarrrml)
  func `YARRRML compiles to the RML beside it, gives the output, and is told its faults`(
    _ one: MappingCase
  ) throws {
    let run = try MappingCaseRun(yarrrml: one)
    expectFilled(run.findings)
    if Self.writes { try Self.write(run, one) }
    #expect(run.findingLines == (try one.lines("findings.txt")))
    guard one.has("mapping.rml.ttl") else { return }
    let document = try #require(run.document)
    let written = try MappingCase.quads(RMLWriter.write(document), .turtle)
    #expect(
      GraphIsomorphism.areIsomorphic(written, try one.quads("mapping.rml.ttl", .turtle)))
    #expect(GraphIsomorphism.areIsomorphic(written, RMLWriter.quads(document)))
    try Self.compare(run, one)
  }

  @Test(arguments: MappingCase.all.filter { $0.has("mapping.rml.ttl") })
  func `the RML beside it is read and gives the same output`(_ one: MappingCase) throws {
    let run = MappingCaseRun(rml: try one.bytes("mapping.rml.ttl"), of: one)
    expectFilled(run.findings)
    if !one.has("mapping.yarrrml.yaml") {
      #expect(run.findingLines == (try one.lines("findings.txt")))
    } else if !one.name.hasPrefix("fault-") {
      #expect(run.document != nil, "\(run.findingLines)")
    }
    try Self.compare(run, one)
  }

  @Test(arguments: yarrrml)
  func `what is written as RML is read as the same mapping`(_ one: MappingCase) throws {
    guard let document = try MappingCaseRun(yarrrml: one).document else { return }
    let again = try RMLReader.read(bytes: RMLWriter.write(document), file: "mapping.rml.ttl")
    #expect(MappingDigest.lines(again) == MappingDigest.lines(document))
  }

  @Test(arguments: MappingCase.all.filter { $0.name.hasPrefix("rml-") })
  func `RML of any spelling is written in the current vocabulary`(_ one: MappingCase) throws {
    let bytes = try one.bytes("mapping.rml.ttl")
    let document = try RMLReader.read(bytes: bytes, file: "mapping.rml.ttl")
    let again = try RMLReader.read(bytes: RMLWriter.write(document), file: "mapping.rml.ttl")
    #expect(MappingDigest.lines(again) == MappingDigest.lines(document))
  }

  static let samples: [String] = {
    let folder = SharedFolder.packageRoot.appending(path: "Mappings").path
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".yarrrml.yaml") }.sorted()
  }()

  @Test(arguments: samples)
  func `a mapping of the samples is the same in RML`(_ name: String) throws {
    let path = SharedFolder.packageRoot.appending(path: "Mappings/\(name)").path
    let root = try LocatedYAML.parseFile(path, as: name)
    // One of the broken samples is a mapping with a fault.
    guard let document = try? YARRRMLCompiler.compile(root) else { return }
    let again = try RMLReader.read(bytes: RMLWriter.write(document), file: "mapping.rml.ttl")
    #expect(MappingDigest.lines(again) == MappingDigest.lines(document))
  }

  static func compare(_ run: MappingCaseRun, _ one: MappingCase) throws {
    guard one.has("output.nq") else { return }
    let output = try MappingCase.quads(run.output, .nQuads)
    let expected = try one.quads("output.nq", .nQuads)
    let isSame = GraphIsomorphism.areIsomorphic(output, expected)
    #expect(isSame, "\(String(decoding: run.output, as: UTF8.self))")
  }

  private static func write(_ run: MappingCaseRun, _ one: MappingCase) throws {
    let lines = run.findingLines
    try? FileManager.default.removeItem(at: one.url("findings.txt"))
    if !lines.isEmpty {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: one.url("findings.txt"))
    }
    guard let document = run.document else { return }
    try Data(RMLWriter.write(document)).write(to: one.url("mapping.rml.ttl"))
    if one.has("output.nq") { try Data(run.output).write(to: one.url("output.nq")) }
  }
}
