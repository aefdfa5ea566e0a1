// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import RDFIO
import RDFModel
import TestSupport
import Testing

/// The output is a set: every statement once, where it was made first.
struct RepetitionTests {
  /// Maps that meet each other, subjects that come again with other values, and repeated values.
  static let mapping = """
    prefixes: {ex: "http://ex.org/"}
    sources:
      visits: [visits.csv~csv]
      people: ["people.json~jsonpath", "$[*]"]
    mappings:
      visit:
        sources: visits
        s: ex:visit/$(visit)
        po:
          - [a, ex:Visit]
          - [ex:of, ex:person/$(person)~iri]
          - [ex:on, $(date), xsd:date]
          - [ex:note, $(note)]
      person:
        sources: visits
        s: ex:person/$(person)
        po:
          - [a, ex:Person]
          - [ex:visit, ex:visit/$(visit)~iri]
          - [ex:site, $(site)]
          - [ex:site, $(note)]
      site:
        sources: visits
        s: ex:site/$(site)
        po: [[a, ex:Site], [ex:name, $(site)]]
      constant:
        sources: visits
        s: ex:all
        po: [[ex:has, ex:site/$(site)~iri], [ex:first, ex:site/$(site)~iri]]
      again:
        sources: people
        s: ex:person/$(id[*])
        po: [[a, ex:Person], [ex:site, "$(sites[*])"], [ex:age, $(age)]]
    """

  static func files(rows: Int, _ generator: inout some RandomNumberGenerator) -> [String: String] {
    func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
    var visits = "visit,person,date,site,note\n"
    var people: [String] = []
    for _ in 0..<rows {
      let date = pick(20) == 0 ? "soon" : "2024-01-1\(pick(9))"
      let note = ["", "x", "y \"\"z\"\"", "Coimbra, CT", "é\u{FFFE}"][pick(5)]
      visits += "\(pick(rows / 2)),\(pick(rows / 4)),\(date),s\(pick(5)),\"\(note)\"\n"
      let sites = (0..<pick(3)).map { _ in "\"s\(pick(5))\"" }.joined(separator: ",")
      let ids = (0..<pick(3)).map { _ in "\(pick(rows / 4))" }.joined(separator: ",")
      people.append(
        "{\"id\": [\(ids)], \"sites\": [\(sites)], \"age\": \(pick(3) == 0 ? "\"7\"" : "7")}")
    }
    return ["visits.csv": visits, "people.json": "[" + people.joined(separator: ",\n") + "]"]
  }

  /// A line of output, and the batch and the place in it that its statement comes from.
  struct Line: Equatable {
    let text: String
    let batch: Int
    let origin: StatementOrigin
  }

  /// What is made, repetitions included, through the other sink.
  static func expected(_ plan: MappingPlan, _ inputs: [SourceInput]) throws -> [Line] {
    var executor = MappingExecutor(plan: plan, inputs: inputs)
    var sink = BatchSink()
    var lines: [Line] = []
    var batch = 0
    try executor.run(into: &sink) { sink, _ throws(DiagnosedError) in
      for statement in sink.statements {
        var line: [UInt8] = []
        NTriplesSyntax.appendQuad(
          Quad(
            sink.terms.term(statement.triple.subject),
            sink.terms.term(statement.triple.predicate),
            sink.terms.term(statement.triple.object)), to: &line)
        lines.append(
          Line(
            text: String(decoding: line, as: UTF8.self), batch: batch,
            origin: statement.origin.ofStatement))
      }
      sink.statements.removeAll()
      batch += 1
    }
    return lines
  }

  static func output(
    _ plan: MappingPlan, _ inputs: [SourceInput], kernel: Bool, threads: Int, entries: Int
  ) throws -> (lines: [Line], count: Int) {
    var executor = MappingExecutor(
      plan: plan, inputs: inputs, threads: threads, joinMemory: entries * 64)
    var sink = ByteSink(
      writesGraphs: false, usesKernel: kernel, notesOrigins: true, ledgerEntries: entries)
    var lines: [Line] = []
    var batch = 0
    try executor.run(into: &sink) { sink, _ throws(DiagnosedError) in
      let texts = sink.output.split(separator: 0x0A)
      sink.drain { _ in }
      let origins = sink.takeOrigins()
      #expect(origins.count == texts.count)
      lines += zip(texts, origins).map { text, origin in
        Line(text: String(decoding: text, as: UTF8.self) + "\n", batch: batch, origin: origin)
      }
      batch += 1
    }
    return (lines, sink.statementCount)
  }

  @Test(arguments: [40, 400, 1200], [16, 1 << 20])
  func `every statement comes once, on any way and with any memory`(rows: Int, entries: Int) throws
  {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let folder = try SourceFolder(Self.files(rows: rows, &generator))
    let plan = try compilePlan(Self.mapping)
    let inputs = plan.sources.map {
      folder.input($0.logical, nullValues: [], mapsRaggedRows: false)
    }
    let made = try Self.expected(plan, inputs)
    var seen: Set<String> = []
    let expected = made.filter { seen.insert($0.text).inserted }
    #expect(made.count > expected.count)
    for (kernel, threads) in [(true, 1), (false, 1), (true, 3)] {
      let output = try Self.output(
        plan, inputs, kernel: kernel, threads: threads, entries: entries)
      #expect(output.lines == expected, "seed \(seed), kernel \(kernel), threads \(threads)")
      #expect(output.count == expected.count)
    }
  }

  @Test func `the same file twice gives what it gives once`() throws {
    var generator = SeededGenerator(seed: 7)
    let files = Self.files(rows: 300, &generator)
    let folder = try SourceFolder(files)
    let plan = try compilePlan(Self.mapping)
    let once = plan.sources.map {
      folder.input($0.logical, nullValues: [], mapsRaggedRows: false)
    }
    let twice = once.map { input in
      SourceInput(files: input.files + input.files, format: input.format)
    }
    let first = try Self.output(plan, once, kernel: true, threads: 1, entries: 64)
    let second = try Self.output(plan, twice, kernel: true, threads: 2, entries: 64)
    #expect(first.lines.map(\.text) == second.lines.map(\.text))
  }

  @Test(arguments: [16, 1 << 20])
  func `an index on disk joins as one in memory`(entries: Int) throws {
    let people = (0..<500).map { "\($0 % 400),c\($0 % 7)\n" }.joined()
    let visits = (0..<900).map { "\($0),\($0 * 7 % 450)\n" }.joined()
    let folder = try SourceFolder([
      "people.csv": "id,country\n" + people, "visits.csv": "visit,person\n" + visits,
    ])
    let plan = try compilePlan(
      """
      prefixes: {ex: "http://ex.org/"}
      mappings:
        person:
          sources: [[people.csv~csv]]
          s: ex:$(country)/$(id)
          po: [[ex:id, $(id)]]
        visit:
          sources: [[visits.csv~csv]]
          s: ex:visit/$(visit)
          po:
            - p: ex:of
              o:
                mapping: person
                condition: {function: equal, parameters: [[str1, $(person)], [str2, $(id)]]}
      """)
    let inputs = plan.sources.map {
      folder.input($0.logical, nullValues: [], mapsRaggedRows: false)
    }
    let expected = try Self.expected(plan, inputs)
    #expect(expected.count > 1300)
    for kernel in [true, false] {
      let output = try Self.output(plan, inputs, kernel: kernel, threads: 2, entries: entries)
      #expect(output.lines == expected)
    }
  }
}

/// Which maps can say the same is found out before the run.
struct RepetitionPlanTests {
  /// A mapping of `count` maps, each linked to what `next` names, the subject behind it if it names none.
  private func chain(
    _ count: Int, subject: (Int) -> String, type: (Int) -> String, next: ((Int) -> String)? = nil
  ) throws -> MappingPlan {
    var text = """
      @prefix rml: <http://w3id.org/rml/> .
      <http://ex.org/source> rml:source [ a rml:RelativePathSource ; rml:path "people.csv" ] ;
        rml:referenceFormulation rml:CSV .

      """
    for number in 0..<count {
      text += """
        <http://ex.org/map/\(number)> a rml:TriplesMap ;
          rml:logicalSource <http://ex.org/source> ;
          rml:subjectMap [ rml:template "\(subject(number))" ; rml:class <\(type(number))> ] ;
          rml:predicateObjectMap [ rml:predicate <http://ex.org/next> ;
            rml:objectMap [ rml:template "\(next?(number) ?? subject(number + 1))" ] ] .

        """
    }
    let document = try RMLReader.read(bytes: Array(text.utf8), file: "m.ttl")
    return try PlanCompiler.compile(document, services: FunctionServices())
  }

  private func lines(_ plan: MappingPlan, _ table: String) throws -> [String] {
    let folder = try SourceFolder(["people.csv": table])
    let inputs = plan.sources.map {
      folder.input($0.logical, nullValues: [], mapsRaggedRows: false)
    }
    var executor = MappingExecutor(plan: plan, inputs: inputs)
    var sink = ByteSink(writesGraphs: true)
    var bytes: [UInt8] = []
    try executor.run(into: &sink) { sink, _ throws(DiagnosedError) in sink.drain { bytes += $0 } }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  // Each of them held against each other would take minutes.
  @Test func `thousands of maps are told apart in seconds`() throws {
    let apart = try chain(
      4_000, subject: { "http://ex.org/m\($0)/{id}" }, type: { _ in "http://ex.org/Thing" })
    #expect(try lines(apart, "id\n7\n7\n").count == 8_000)
    let alike = try chain(
      4_000, subject: { _ in "http://ex.org/{id}" }, type: { "http://ex.org/Type\($0)" })
    #expect(try lines(alike, "id\n7\n7\n").count == 4_001)
  }

  @Test func `maps that beginnings do not tell apart write each statement once`() throws {
    let plan = try chain(
      1_000, subject: { _ in "http://ex.org/{id}" }, type: { _ in "http://ex.org/Thing" },
      next: { "http://ex.org/{id}/\($0)" })
    #expect(try lines(plan, "id\n7\n7\n").count == 1_001)
  }

  @Test func `maps that meet by way of a prefix write each statement once`() throws {
    let subjects = ["http://ex.org/{id}", "http://ex.org/a{id}", "http://ex.org/ab{id}"]
    let plan = try chain(
      400, subject: { subjects[$0 % 3] }, type: { _ in "http://ex.org/Thing" })
    let lines = try lines(plan, "id,x\nb1,1\n1,1\nab1,1\n")
    #expect(Set(lines).count == lines.count)
  }
}
