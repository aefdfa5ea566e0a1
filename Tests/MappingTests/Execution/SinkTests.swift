// SPDX-License-Identifier: Apache-2.0

import Mapping
import RDFIO
import TestSupport
import Testing

@Suite struct SinkTests {
  @Test func `both sinks say the same of random tables`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "Z", "0", " ", "\"\"", "\\", "\n", "\r\n", "\t", "\u{1}", "\u{7F}", "\u{85}", "é", "日",
      "\u{1F600}", "\u{FFFE}", "\u{FFFF}", "<", ">", "{", "}", "%", "/", ":", "#", "'", "@", "^^",
      ".",
      ",", "http://a.org/", "de", "-", "5",
    ]
    func cell() -> String {
      let count = Int.random(in: 0...6, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      return "\"\(text)\""
    }
    var table = "id,a,b,c\n"
    for row in 0..<400 { table += "\(row),\(cell()),\(cell()),\(cell())\n" }
    // The comparison itself stands in MappingRun.
    let run = try MappingRun(
      yarrrmlHead + """
            graphs: ex:$(c)
            po:
              - [ex:a, $(a)]
              - [ex:b, "$(b)$(c)", en~lang]
              - [ex:c, $(c)~iri]
              - [ex:d, "ex:$(a)/$(b)~iri"]
              - p: ex:e
                o: {value: $(a), language: $(b)}
              - p: ex:f
                o: {value: $(a), datatype: $(c)}
              - p: ex:g
                o: {value: $(b), type: blank}
              - p: ex:h
                o: [{function: "grel:toUpperCase(grel:valueParameter = $(a))"}]
        """, files: ["people.csv": table])
    #expect(run.lines.count > 400, "seed \(seed)")
  }

  @Test func `literals are escaped as the canonical form asks`() throws {
    var scalars = (0..<0x100).compactMap { Unicode.Scalar(UInt32($0)) }
    scalars += [
      0x100, 0x2028, 0xD7FF, 0xE000, 0xFEFF, 0xFFBE, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000,
      0x1F600, 0x1FFFE, 0x10FFFF,
    ].compactMap { Unicode.Scalar($0) }
    scalars.removeAll { $0 == "\0" }
    let rows = scalars.map { "\($0.value),\"a\($0 == "\"" ? "\"\"" : String($0))b\"\n" }
    let run = try MappingRun(
      yarrrmlHead + """
            po: [[ex:is, $(v)]]
        """, files: ["people.csv": "id,v\n" + rows.joined()])
    let expected = scalars.map { scalar in
      var line = Array("<ex:\(scalar.value)> <ex:is> \"".utf8)
      NTriplesSyntax.appendEscapedLiteral("a\(scalar)b", to: &line)
      return String(decoding: line, as: UTF8.self) + "\""
    }
    for (line, expected) in zip(run.lines, expected) { #expect(line == expected) }
    #expect(run.lines.count == expected.count)
  }

  @Test func `graph names are written only if asked for`() throws {
    let folder = try SourceFolder(["people.csv": "id\n1\n"])
    let plan = try compilePlan(
      yarrrmlHead + """
            graphs: ex:g
            po: [[ex:is, here]]
        """)
    let inputs = plan.sources.map {
      folder.input($0.logical, nullValues: [], mapsRaggedRows: false)
    }
    for writesGraphs in [true, false] {
      var executor = MappingExecutor(plan: plan, inputs: inputs)
      var sink = ByteSink(writesGraphs: writesGraphs)
      try executor.run(into: &sink) { _, _ in }
      #expect(
        String(decoding: sink.output, as: UTF8.self)
          == "<http://ex.org/1> <http://ex.org/is> \"here\""
          + (writesGraphs ? " <http://ex.org/g> .\n" : " .\n"))
      #expect(sink.statementCount == 1)
    }
  }
}
