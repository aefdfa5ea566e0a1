// SPDX-License-Identifier: Apache-2.0

import Foundation
import RDFIO
import RDFModel
import TestSupport
import Testing

struct ConformanceReportTests {
  private static let folder = SharedFolder.packageRoot.appending(path: "Documentation")

  /// The committed file; with `FAIRWAY_UPDATE_DOCUMENTATION` set, it is written anew first.
  private func committed(_ name: String, _ made: String) throws -> String {
    let url = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["FAIRWAY_UPDATE_DOCUMENTATION"] != nil {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try made.write(to: url, atomically: true, encoding: .utf8)
    }
    return try String(contentsOf: url, encoding: .utf8)
  }

  @Test func `the page and the reports in EARL say how the suites end`() throws {
    guard let suites = try ConformanceSuite.runAll() else { return }
    let page = ConformanceReport.page(suites)
    #expect(
      try committed("conformance.md", page) == page,
      "Documentation/conformance.md is out of date; Scripts/generate writes it anew")
    for suite in suites {
      let earl = ConformanceReport.earl(suite)
      let isSame = try committed("conformance/\(suite.name).ttl", earl) == earl
      #expect(isSame, "\(suite.name).ttl is out of date; Scripts/generate writes it anew")
    }
  }

  private let mixed = ConformanceSuite(
    name: "mixed", title: "All outcomes",
    results: [
      ("a", .passed), ("b \"quoted\\\n", .apart), ("c", .open), ("d", .known("It is so.")),
      ("e", .failed("secret")),
    ], allowances: ["a": "Not all is compared."])

  @Test func `a row counts every outcome, and reasons are given for known issues only`() {
    let page = ConformanceReport.page([mixed])
    #expect(
      page.contains("| [mixed](conformance/mixed.ttl) | All outcomes | 5 | 1 | 1 | 1 | 1 | 1 |\n"))
    #expect(page.contains("## Known issues\n\n- `mixed/d`: It is so.\n"))
    #expect(page.contains("## Failed\n\n- `mixed/e`\n"))
    #expect(page.contains("## Passed with an allowance\n\n- `mixed/a`: Not all is compared.\n"))
    #expect(!page.contains("secret"))
  }

  @Test func `a suite in which all is well has no sections of faults`() {
    let page = ConformanceReport.page([
      ConformanceSuite(name: "fine", title: "Fine", results: [("a", .passed)])
    ])
    for section in ["Known issues", "Failed", "Passed with"] {
      #expect(!page.contains("## \(section)"))
    }
  }

  @Test func `the report in EARL is Turtle with an outcome for each case`() throws {
    let text = ConformanceReport.earl(mixed)
    let graph = Graph(
      try RDFReader.readAll(
        bytes: Array(text.utf8), format: .turtle, base: "http://ex.org/", file: "mixed.ttl"))
    let earl = "http://www.w3.org/ns/earl#"
    #expect(graph.instances(of: .iri(earl + "Assertion")).count == 5)
    let outcomes = graph.statements(predicate: graph.id(.iri(earl + "outcome")))
      .map { String(graph.quad($0).object.value.dropFirst(earl.count)) }
    #expect(outcomes.sorted() == ["cantTell", "failed", "failed", "inapplicable", "passed"])
    let allowances = graph.statements(predicate: graph.id(.iri(earl + "info")))
    #expect(allowances.map { graph.quad($0).object.value } == ["Not all is compared."])
    let names = graph.statements(predicate: graph.id(.iri("http://purl.org/dc/terms/identifier")))
      .map { graph.quad($0).object.value }
    #expect(names.sorted() == ["a", "b \"quoted\\\n", "c", "d", "e"])
  }
}
