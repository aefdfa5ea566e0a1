// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Pipeline
import RDFIO
import Testing

/// Prefixes in the paths of XML sources are those of the mapping.
@Suite struct XMLNamespaceTests {
  private static func run(prefix: String) throws -> String {
    let folder = try TemporaryFolder()
    func write(_ text: String, to name: String) throws -> URL {
      let file = folder.url.appending(path: name)
      try Data(text.utf8).write(to: file)
      return file
    }
    _ = try write(
      """
      <r:people xmlns:r="http://example.org/registry#"><r:person><r:id>7</r:id>\
      <id xmlns="http://example.org/other#">8</id></r:person></r:people>
      """, to: "people.xml")
    let mapping = try write(
      """
      prefixes:
        ex: http://example.org/
        reg: http://example.org/registry#
      mappings:
        person:
          sources: [[people.xml~xpath, /reg:people/reg:person]]
          s: ex:$(\(prefix):id)
          po: [[a, ex:Person]]

      """, to: "people.yarrrml.yaml")
    var job = MapJob(mapping: mapping, format: .nTriples)
    job.output = folder.url.appending(path: "people.nt")
    _ = try job.run(progress: { _, _ in }, report: { _ in })
    return try String(contentsOf: folder.url.appending(path: "people.nt"), encoding: .utf8)
  }

  @Test func `a path takes the elements of the namespace that its prefix stands for`() throws {
    #expect(
      try Self.run(prefix: "reg") == """
        <http://example.org/7> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
        <http://example.org/Person> .

        """)
  }

  @Test func `a prefix that the mapping does not declare is an error at the mapping's line`() throws
  {
    let error = #expect(throws: DiagnosedError.self) { _ = try Self.run(prefix: "rge") }
    let finding = try #require(error?.findings.first)
    #expect(finding.rule.id == "xml.unbound-prefix")
    #expect(finding.place?.description.contains("people.yarrrml.yaml:7:") == true)
    #expect(finding.message().contains("reg") || finding.remedy().contains("reg"))
  }
}
