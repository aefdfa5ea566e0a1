// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

/// Joins of logical views that match more than anybody means, and views of many fields.
struct ViewJoinTests {
  private let head = """
    @prefix rml: <http://w3id.org/rml/> . @prefix ex: <http://ex.org/> .
    ex:visits rml:source [ a rml:RelativePathSource ; rml:path "visits.csv" ] ;
      rml:referenceFormulation rml:CSV .
    ex:people rml:source [ a rml:RelativePathSource ; rml:path "people.csv" ] ;
      rml:referenceFormulation rml:CSV .
    ex:persons a rml:LogicalView ; rml:viewOn ex:people ;
      rml:field [ rml:fieldName "name" ; rml:reference "name" ] ,
        [ rml:fieldName "key" ; rml:reference "key" ] .
    ex:m a rml:TriplesMap ; rml:logicalSource ex:view ;
      rml:subjectMap [ rml:template "http://ex.org/{id}" ] ;
      rml:predicateObjectMap [ rml:predicate ex:of ; rml:objectMap [ rml:reference "person" ] ] .

    """
  // The join begins in line 16 of the mapping.
  private let joined = """
    ex:view a rml:LogicalView ; rml:viewOn ex:visits ;
      rml:field [ rml:fieldName "id" ; rml:reference "id" ] ,
        [ rml:fieldName "key" ; rml:reference "key" ] ;
      rml:leftJoin
        [ rml:parentLogicalView ex:persons ;
          rml:joinCondition [ rml:child "key" ; rml:parent "key" ] ;
          rml:field [ rml:fieldName "person" ; rml:reference "name" ] ] .
    """

  private func run(
    _ text: String, _ files: [String: String], limit: Int = RunLimits.joinMatches
  ) throws -> (lines: [String], findings: [Finding]) {
    let document = try RMLReader.read(bytes: Array(text.utf8), file: "m.ttl")
    let plan = try PlanCompiler.compile(document, services: FunctionServices())
    let folder = try SourceFolder(files)
    // The files of a view are those of the source at its bottom.
    let inputs = plan.sources.map { source in
      var logical = source.logical
      while let view = logical.view { logical = plan.sources[view.source].logical }
      return folder.input(logical, nullValues: [], mapsRaggedRows: false)
    }
    var executor = MappingExecutor(plan: plan, inputs: inputs, joinMatches: limit)
    var sink = ByteSink(writesGraphs: true)
    var bytes: [UInt8] = []
    var findings: [Finding] = []
    try executor.run(into: &sink) { sink, outcome throws(DiagnosedError) in
      sink.drain { bytes += $0 }
      findings += outcome.findings
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return (lines, findings)
  }

  private func rows(_ count: Int, _ row: (Int) -> String) -> String {
    (0..<count).map { row($0) + "\n" }.joined()
  }

  @Test func `a joined view on a constant column ends before rows are made`() throws {
    let files = [
      "visits.csv": "id,key\n" + rows(400) { "\($0),k" },
      "people.csv": "name,key\n" + rows(100) { "p\($0),k" },
    ]
    let error = #expect(throws: DiagnosedError.self) {
      try run(head + joined, files, limit: 30_000)
    }
    let finding = try #require(error?.findings.first)
    #expect("\(place(finding.place)) \(finding.rule.id)" == "16:1 mapping.join-estimate")
    expectFilled([finding])
    #expect(try run(head + joined, files, limit: 50_000).lines.count == 40_000)
  }

  @Test func `rows of one batch come in several, and none is lost`() throws {
    let files = [
      "visits.csv": "id,key\n" + rows(50) { "\($0),k" } + "x,k,too long\n" + "50,none\n",
      "people.csv": "name,key\n" + rows(1_000) { "p\($0),k" },
    ]
    let run = try run(head + joined, files)
    #expect(run.lines.count == 50_000)
    #expect(run.lines.last == #"<http://ex.org/49> <http://ex.org/of> "p999" ."#)
    #expect(run.findings.filter { $0.rule.id.hasPrefix("csv") }.count == 1)
  }

  @Test func `a record with too many partners is found, and the others are mapped`() throws {
    let files = [
      "visits.csv": "id,key\n1,k\n2,other\n",
      "people.csv": "name,key\nAda,other\n" + rows(100_001) { "\($0),k" },
    ]
    let run = try run(head + joined, files)
    #expect(run.lines == [#"<http://ex.org/2> <http://ex.org/of> "Ada" ."#])
    #expect(run.findings.contains { $0.rule.id == "mapping.too-many-rows" })
  }

  @Test func `a view may have thousands of fields`() throws {
    let names = (0..<3_000).map { "f\($0)" }
    let fields = names.map { "[ rml:fieldName \"\($0)\" ; rml:reference \"\($0)\" ]" }
    let objects = names.map { "rml:objectMap [ rml:reference \"\($0)\" ]" }
    let text = """
      @prefix rml: <http://w3id.org/rml/> . @prefix ex: <http://ex.org/> .
      ex:source rml:source [ a rml:RelativePathSource ; rml:path "wide.csv" ] ;
        rml:referenceFormulation rml:CSV .
      ex:view a rml:LogicalView ; rml:viewOn ex:source ;
        rml:field \(fields.joined(separator: " , ")) .
      ex:m a rml:TriplesMap ; rml:logicalSource ex:view ; rml:subject ex:all ;
        rml:predicateObjectMap [ rml:predicate ex:has ;
          \(objects.joined(separator: " ; ")) ] .
      """
    let table = [names, names].map { $0.joined(separator: ",") + "\n" }.joined()
    let lines = try run(text, ["wide.csv": table]).lines
    #expect(lines == names.map { "<http://ex.org/all> <http://ex.org/has> \"\($0)\" ." })
  }
}
