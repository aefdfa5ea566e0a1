// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFIO
import RDFModel
import TestSupport
import Testing

/// The W3C suites of RDF 1.1, each case as its manifest describes it.
@Suite struct RDFSuiteTests {
  /// Every suite with the syntax of its documents.
  static let suites: [(name: String, title: String, format: RDFFormat)] = [
    ("rdf-n-triples", "RDF 1.1 N-Triples", .nTriples), ("rdf-n-quads", "RDF 1.1 N-Quads", .nQuads),
    ("rdf-turtle", "RDF 1.1 Turtle", .turtle), ("rdf-trig", "RDF 1.1 TriG", .trig),
    ("rdf-xml", "RDF 1.1 XML", .rdfXML),
  ]

  @Test(arguments: RDFSuite.cases("rdf-n-triples", .nTriples))
  func `N-Triples are read as the W3C suite asks`(testCase: RDFSuiteCase) { testCase.check() }

  @Test(arguments: RDFSuite.cases("rdf-n-quads", .nQuads))
  func `N-Quads are read as the W3C suite asks`(testCase: RDFSuiteCase) { testCase.check() }

  @Test(arguments: RDFSuite.cases("rdf-turtle", .turtle))
  func `Turtle is read as the W3C suite asks`(testCase: RDFSuiteCase) { testCase.check() }

  @Test(arguments: RDFSuite.cases("rdf-trig", .trig))
  func `TriG is read as the W3C suite asks`(testCase: RDFSuiteCase) { testCase.check() }

  @Test(arguments: RDFSuite.cases("rdf-xml", .rdfXML))
  func `RDF-XML is read as the W3C suite asks`(testCase: RDFSuiteCase) { testCase.check() }

  @Test(arguments: [
    ("rdf-n-triples", 70), ("rdf-n-quads", 87), ("rdf-turtle", 313), ("rdf-trig", 356),
    ("rdf-xml", 166),
  ])
  func `the manifest lists every case of its suite`(name: String, count: Int) throws {
    guard SharedFolder.find("suites/rdf/rdf/rdf11/\(name)") != nil else { return }
    #expect(RDFSuite.cases(name, .turtle).count == count)
  }

  @Test(arguments: suites.flatMap { RDFSuite.cases($0.name, $0.format) }, [1, 7, 64, 1 << 19])
  func `a file read in pieces says the same`(testCase: RDFSuiteCase, pieceSize: Int) throws {
    let whole = testCase.outcome { () throws(DiagnosedError) in
      RDFSuiteCase.triples(try testCase.read())
    }
    let inPieces = testCase.outcome { () throws(DiagnosedError) in
      try testCase.read(pieceSize: pieceSize)
    }
    switch (whole, inPieces) {
    case (.success(let one), .success(let other)):
      #expect(GraphIsomorphism.areIsomorphic(one, other))
    case (.failure(let one), .failure(let other)):
      // Of a document as a whole, ill-formed UTF-8 is found before anything else.
      if one.findings[0].rule.id == "rdf.not-utf8" { return }
      #expect(one.findings[0].rule.id == other.findings[0].rule.id)
      #expect(one.findings[0].place == other.findings[0].place)
    default: Issue.record("\(testCase.id): read one way and refused the other")
    }
  }

  @Test func `every known issue names a case that exists`() throws {
    guard SharedFolder.find("suites/rdf/rdf/rdf11") != nil else { return }
    let names = Set(Self.suites.flatMap { RDFSuite.cases($0.name, .turtle).map(\.id) })
    for id in RDFSuite.knownIssues.keys where id.hasPrefix("rdf-") {
      #expect(names.contains(id), "\(id)")
    }
  }
}

/// One case of a suite.
struct RDFSuiteCase: Sendable, CustomTestStringConvertible {
  enum Kind: Sendable { case evaluation, positive, negative }

  let id: String
  let kind: Kind
  let format: RDFFormat
  let input: URL
  let result: URL?
  let base: String

  var testDescription: String { id }

  func read() throws(DiagnosedError) -> [Quad] {
    try RDFReader.readFile(
      path: input.path, displayName: input.lastPathComponent, format: format, base: base)
  }

  /// The triples of the file, read so many bytes at a time.
  func read(pieceSize: Int) throws(DiagnosedError) -> [Quad] {
    let reader = try StatementBlockReader(
      path: input.path, displayName: input.lastPathComponent, format: format, base: base,
      pieceSize: pieceSize)
    var block = StatementBlock()
    var quads: [Quad] = []
    while try reader.fill(&block) { quads += block.quads }
    return quads
  }

  static func triples(_ quads: [Quad]) -> [Quad] {
    quads.map { Quad($0.subject, $0.predicate, $0.object) }
  }

  func outcome(
    _ read: () throws(DiagnosedError) -> [Quad]
  ) -> Result<[Quad], DiagnosedError> {
    do throws(DiagnosedError) { return .success(try read()) } catch { return .failure(error) }
  }

  func check() {
    guard let reason = RDFSuite.knownIssues[id] else { return checkNow() }
    withKnownIssue(Comment(rawValue: reason)) { checkNow() }
  }

  private func checkNow() {
    if let failure { Issue.record("\(id): \(failure)") }
  }

  /// How the case ends otherwise than its manifest says; `nil` where it ends as it should.
  var failure: String? {
    do throws(DiagnosedError) {
      let quads = try read()
      if kind == .negative { return "accepted, \(quads.count) quads" }
      guard kind == .evaluation, let result else { return nil }
      let expected = try RDFReader.readFile(path: result.path)
      if GraphIsomorphism.areIsomorphic(quads, expected) { return nil }
      return "read \(quads.sorted()), expected \(expected.sorted())"
    } catch {
      if kind != .negative { return "\(error.findings.map { $0.message(showValues: true) })" }
      return error.findings.allSatisfy { $0.place != nil } ? nil : "no place"
    }
  }
}

/// The suites and their manifests.
enum RDFSuite {
  private struct KnownIssue: Decodable {
    let id: String
    let reason: String
  }

  /// Reasons by case.
  static let knownIssues: [String: String] = {
    let file = SharedFolder.packageRoot.appending(path: "Tests/ConformanceTests/known-issues.json")
    guard let data = try? Data(contentsOf: file),
      let issues = try? JSONDecoder().decode([KnownIssue].self, from: data)
    else {
      Issue.record("known-issues.json cannot be read")
      return [:]
    }
    return Dictionary(uniqueKeysWithValues: issues.map { ($0.id, $0.reason) })
  }()

  /// The cases of a suite; none where the suite is not at hand.
  static func cases(_ name: String, _ format: RDFFormat) -> [RDFSuiteCase] {
    guard let folder = SharedFolder.find("suites/rdf/rdf/rdf11/\(name)") else { return [] }
    let base = "https://w3c.github.io/rdf-tests/rdf/rdf11/\(name)/"
    let manifest = folder.appending(path: "manifest.ttl").path
    let graph: Graph
    do throws(DiagnosedError) {
      graph = try RDFReader.readGraph(path: manifest, base: base + "manifest.ttl")
    } catch {
      Issue.record("\(name)/manifest.ttl: \(error)")
      return []
    }
    let mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
    return graph.statements(predicate: graph.id(.iri(mf + "action"))).compactMap { index in
      let quad = graph.quad(index)
      guard quad.object.value.hasPrefix(base) else { return nil }
      let type = graph.objects(of: quad.subject, .iri(RDF.type)).first?.value ?? ""
      let path = String(quad.object.value.dropFirst(base.count))
      let result = graph.objects(of: quad.subject, .iri(mf + "result")).first
      return RDFSuiteCase(
        id: "\(name)/\(quad.subject.value.split(separator: "#").last ?? "")",
        kind: type.contains("Negative")
          ? .negative : type.hasSuffix("Eval") ? .evaluation : .positive,
        format: format, input: folder.appending(path: path),
        result: result.map { folder.appending(path: String($0.value.dropFirst(base.count))) },
        base: quad.object.value)
    }
    .sorted { $0.id < $1.id }
  }
}
