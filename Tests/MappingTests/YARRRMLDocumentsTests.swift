// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import LocatedYAML
import Mapping
import Testing

struct YARRRMLDocumentsTests {
  private func compile(_ texts: [String]) throws -> (MappingDocument?, [String]) {
    let roots = try texts.enumerated().map { index, text in
      try LocatedYAML.parse(bytes: Array(text.utf8), file: "\(index + 1).yaml")
    }
    var notes: [Finding] = []
    do throws(DiagnosedError) {
      return (try YARRRMLCompiler.compile(roots, notes: &notes), Self.show(notes))
    } catch {
      return (nil, Self.show(error.findings))
    }
  }

  private static func show(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.place.map { "\($0)" } ?? "-") \($0.rule.id): \($0.message())" }
  }

  @Test func `several files are one document`() throws {
    let (document, findings) = try compile([
      """
      base: http://ex.org/
      prefixes: {ex: "http://ex.org/"}
      sources: {people: [p.csv~csv]}
      m:
        patient: {sources: people, s: "ex:$(id)", po: [{p: ex:at, o: {mapping: site}}]}
      """,
      """
      base: http://ex.org/
      prefixes: {ex: "http://ex.org/", st: "http://ex.org/site/"}
      mappings:
        site: {sources: people, s: "st:$(site)", po: [[ex:name, $(site)]]}
      """,
    ])
    #expect(findings == [])
    #expect(document?.triplesMaps.map(\.name) == ["patient", "site"])
    #expect(document?.sources.count == 1)
    #expect(document.map { $0.triplesMaps[1].place.file } == "2.yaml")
  }

  @Test func `a name in two files is an error in the second, which names the first`() throws {
    let text = """
      base: http://ex.org/
      prefixes: {ex: "http://ex.org/"}
      mappings:
        patient: {sources: [p.csv~csv], s: "ex:$(id)", po: [[ex:p, $(x)]]}
      """
    let other = """
      base: http://ex.com/
      prefixes: {ex: "http://ex.com/"}
      mapping:
        patient: {sources: [p.csv~csv], s: "ex:$(id)", po: [[ex:p, $(x)]]}
      """
    let (_, findings) = try compile([text, other])
    #expect(
      findings == [
        "2.yaml:1:1 yarrrml.name-twice: “base” stands in 1.yaml already; a name stands once in all files of a mapping.",
        "2.yaml:2:12 yarrrml.name-twice: “ex” stands in 1.yaml already; a name stands once in all files of a mapping.",
        "2.yaml:4:3 yarrrml.name-twice: “patient” stands in 1.yaml already; a name stands once in all files of a mapping.",
      ])
  }

  @Test func `a second file that is no mapping is refused`() throws {
    let (_, findings) = try compile(["mappings: {}", "- a"])
    #expect(findings.first?.hasPrefix("2.yaml:1:1 yaml.wrong-kind: Found a list") == true)
  }
}
