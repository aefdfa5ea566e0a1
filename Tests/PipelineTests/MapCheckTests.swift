// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFIO
import RDFModel
import Shapes
import Testing

@testable import Pipeline

/// What is validated while it is mapped gives the results of the file that was written.
struct MapCheckTests {
  /// A job with the records that it reads.
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let mapping: String
    var format = RDFFormat.nTriples
    var ending = "nt"
  }

  static let head = """
    prefixes: {ex: "http://ex.org/"}
    sources:
      visits: [visits.csv~csv]
      people: [people.csv~csv]
    mappings:

    """
  static let visit = """
      visit:
        sources: visits
        s: ex:visit/$(visit)
        po:
          - [a, ex:Visit]
          - [ex:of, ex:person/$(person)~iri]
          - [ex:modality, [$(first), $(second)]]
          - [ex:day, $(day)]

    """
  static let person = """
      person:
        sources: people
        s: ex:person/$(id)
        po: [[a, ex:Person], [ex:sex, $(sex)]]

    """

  static let told = """
      person:
        sources: visits
        s: ex:person/$(person)
        po: [[a, ex:Person], [ex:visit, ex:visit/$(visit)~iri], [ex:sex, $(first)]]
      human:
        sources: people
        s: ex:human/$(id)
        po: [[a, ex:Human], [ex:sex, $(sex)]]

    """
  static let kind = """
      kind:
        sources: visits
        s: ex:Visit$(first)
        po: [[rdfs:subClassOf, ex:Visit~iri]]

    """

  static let cases: [Case] = [
    Case(description: "people after visits", mapping: visit + person),
    Case(description: "people before visits", mapping: person + visit),
    Case(
      description: "N-Quads with graphs",
      mapping: visit.replacing(
        "    po:", with: "    graphs: ex:graph/$(person)\n    po:") + person, format: .nQuads,
      ending: "nq"),
    Case(
      description: "Turtle, which is written at the end", mapping: visit + person,
      format: .turtle, ending: "ttl"),
    Case(
      description: "functions, which no kernel makes",
      mapping: visit.replacing(
        "$(day)]", with: "{function: grel:string_trim(grel:valueParameter = $(day))}]") + person),
    Case(description: "people who are told of by every visit", mapping: visit + told),
    Case(
      description: "subclasses",
      mapping: visit.replacing("[a, ex:Visit]", with: "[a, ex:Visit$(first)]") + person + kind),
  ]

  static let shapes = """
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    @prefix ex: <http://ex.org/> .
    ex:VisitShape sh:targetClass ex:Visit ;
      sh:property [ sh:path ex:modality ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ("CT" "MR") ] ;
      sh:property [ sh:path ex:of ; sh:minCount 1 ; sh:node ex:PersonShape ] ;
      sh:property [ sh:path ex:day ; sh:pattern "^20" ; sh:minCount 1 ] .
    ex:PersonShape sh:targetClass ex:Person ; sh:class ex:Person ;
      sh:property [ sh:path ex:sex ; sh:maxCount 2 ; sh:in ("F" "M" "CT") ] .
    ex:Named sh:targetNode <http://ex.org/person/5> ;
      sh:property [ sh:path [ sh:inversePath ex:of ] ; sh:maxCount 3 ] .
    """

  /// More than two batches of visits.
  static let padding = String(repeating: "-", count: 100)
  static let visits =
    "visit,person,first,second,day,note\n"
    + (0..<2400).map { row in
      let first = row % 31 == 0 ? "PT" : row % 37 == 0 ? "" : "CT"
      let day = row % 41 == 0 ? "" : row % 43 == 0 ? "1999-05-01" : "2024-05-01"
      let person = row % 2 == 0 ? row % 400 : row / 5
      return "v\(row),\(person),\(first),\(row % 53 == 0 ? "MR" : ""),\(day),\(padding)\n"
    }.joined()
  static let people =
    "id,sex\n" + (0..<500).map { "\($0),\($0 % 9 == 0 ? "X" : "F")\n" }.joined()

  private static func folder(_ mapping: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in [
      ("visits.csv", visits), ("people.csv", people), ("shapes.ttl", shapes),
      ("m.yarrrml.yaml", head + mapping),
    ] {
      try Data(text.utf8).write(to: folder.url.appending(path: name))
    }
    return folder
  }

  /// Everything that results say, but for where their statements come from.
  private static func lines(_ report: ValidationReport) throws -> [String] {
    report.results.map { result in
      "\(result.focusNode) \(result.path?.description ?? "-") \(result.sentence) \(result.remedy) "
        + result.details.map(\.sentence).joined(separator: " ")
    }
  }

  @Test(arguments: cases, [(1, 1 << 10), (3, 1 << 10), (3, 1 << 21)])
  func `the results are those of the file, in their order`(
    _ given: Case, _ setting: (threads: Int, blockSize: Int)
  ) throws {
    let folder = try Self.folder(given.mapping)
    let output = folder.url.appending(path: "out.\(given.ending)")
    let shapes = [folder.url.appending(path: "shapes.ttl")]
    var job = MapJob(
      mapping: folder.url.appending(path: "m.yarrrml.yaml"), format: given.format)
    job.nullValues = [""]
    job.output = output
    job.shapes = shapes
    job.threads = setting.threads
    job.checkedBlockSize = setting.blockSize
    let mapped = try #require(
      try job.run(progress: { _, _ in }, report: { _ in }).validation)
    let file = try ValidateJob(data: [output], shapes: shapes).run()
    #expect(file.report.results.count > 200)
    #expect(try Self.lines(mapped.report) == Self.lines(file.report))
    #expect(mapped.report.focusNodeCount == file.report.focusNodeCount)
    #expect(mapped.statementCount == file.statementCount)
    // The cell has the value, whatever way it took.
    var cells = 0
    for result in mapped.report.results where result.path?.lastPredicate?.hasSuffix("/day") == true
    {
      let place = try #require(try mapped.finding(result).place)
      guard case .cell(let row, 5, "day", _) = place.locator else {
        Issue.record("\(place)")
        continue
      }
      let visit = result.focusNode.value.split(separator: "v").last.flatMap { Int($0) }
      #expect(visit == row - 2)
      cells += 1
    }
    #expect(cells > 40)
  }

  @Test func `a result stands at its cell, beside the rule that read it`() throws {
    let folder = try Self.folder(Self.visit + Self.person)
    var job = MapJob(mapping: folder.url.appending(path: "m.yarrrml.yaml"), format: .nTriples)
    job.nullValues = [""]
    job.output = folder.url.appending(path: "out.nt")
    job.shapes = [folder.url.appending(path: "shapes.ttl")]
    let mapped = try #require(
      try job.run(progress: { _, _ in }, report: { _ in }).validation)
    let words = try mapped.report.results
      .filter { $0.focusNode == .iri("http://ex.org/visit/v0") }
      .map { result in
        let finding = try mapped.finding(result)
        return "\(finding.place.map { "\($0)" } ?? "-") \(finding.rule.id) "
          + (finding.related.first.map { "\($0.label) \($0.place)" } ?? "-")
      }
    #expect(
      words == [
        "visits.csv:2:5 (day) shacl.min-count mapping rule m.yarrrml.yaml:13:18",
        "visits.csv:2:3 (first) shacl.in mapping rule m.yarrrml.yaml:12:24",
        "visits.csv:2:3 (first) shacl.max-count mapping rule m.yarrrml.yaml:12:24",
        "visits.csv:2:2 (person) shacl.node mapping rule m.yarrrml.yaml:11:17",
      ])
  }

  @Test func `with strict a result leaves no output`() throws {
    let folder = try Self.folder(Self.visit + Self.person)
    var job = MapJob(mapping: folder.url.appending(path: "m.yarrrml.yaml"), format: .nTriples)
    job.nullValues = [""]
    job.output = folder.url.appending(path: "out.nt")
    job.shapes = [folder.url.appending(path: "shapes.ttl")]
    job.isStrict = true
    let error = try #require(throws: DiagnosedError.self) {
      _ = try job.run(progress: { _, _ in }, report: { _ in })
    }
    #expect(error.findings.count == 1)
    #expect(error.findings.first?.rule.id.hasPrefix("shacl.") == true)
    #expect(error.findings.first?.place?.file == "people.csv")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out.nt").path))
  }

  @Test func `statements in targets are told to be unchecked`() throws {
    let folder = try Self.folder("")
    let mapping = """
      @prefix rml: <http://w3id.org/rml/> .
      @prefix formats: <http://www.w3.org/ns/formats/> .
      <#m> a rml:TriplesMap ;
        rml:logicalSource [ rml:source "people.csv" ; rml:referenceFormulation rml:CSV ] ;
        rml:subjectMap [ rml:template "http://ex.org/{id}" ] ;
        rml:predicateObjectMap [
          rml:predicate <http://ex.org/sex> ;
          rml:objectMap [ rml:reference "sex" ;
            rml:logicalTarget [ a rml:LogicalTarget ; rml:target [ a rml:Target, rml:FilePath ;
              rml:root rml:MappingDirectory ; rml:path "people.nt" ] ] ] ] .
      """
    let file = folder.url.appending(path: "m.rml.ttl")
    try Data(mapping.utf8).write(to: file)
    var job = MapJob(mapping: file, format: .nTriples)
    job.output = folder.url.appending(path: "out.nt")
    job.shapes = [folder.url.appending(path: "shapes.ttl")]
    let outcome = try job.run(progress: { _, _ in }, report: { _ in })
    #expect(outcome.validation?.report.conforms == true)
    #expect(outcome.gravest == .warning)
    #expect(
      outcome.findings.sortedGroups.map { $0.first[0].message() } == [
        "500 statements went to targets of the mapping, which --shapes does not look at."
      ])
  }
}
