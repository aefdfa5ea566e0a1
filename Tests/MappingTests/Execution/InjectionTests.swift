// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct InjectionTests {
  private static let hostile = [
    "> .\n<http://victim> <http://p> <http://evil", "x> .\n<http://victim> <http://p> <http://evil",
    "http://a> .\n<http://victim> <http://p> <http://evil",
    "\" .\n<http://victim> <http://p> \"evil", "x\\\" .\n<http://victim> <http://p> \"evil",
    "en .\n<http://victim> <http://p> <http://evil>", "\\u003E", "a\r\n_:b <http://p> _:c .",
  ]

  private static let positions = [
    "[ex:is, $(v)~iri]", "[ex:is, ex:$(v)~iri]", "[ex:is, $(v)]", "[ex:is, \"$(v)$(v)\"]",
    "[ex:is, x, \"ex:$(v)\"]", "[\"ex:$(v)\", x]", "[$(v), x]",
    "{p: ex:is, o: {value: $(v), type: blank}}", "{p: ex:is, o: {value: x, language: $(v)}}",
    "{p: ex:is, o: {value: x, language: \"en-$(v)\"}}", "{p: ex:is, o: {value: x, datatype: $(v)}}",
    "{p: ex:is, o: {value: x, datatype: \"ex:$(v)\"}}", "{p: ex:is, o: x, graphs: $(v)}",
    "{p: ex:is, o: x, graphs: \"ex:$(v)\"}",
    "{p: ex:is, o: [{function: \"grel:toLowerCase(grel:valueParameter = $(v))\"}]}",
    "{p: ex:is, o: [{function: \"grel:toLowerCase(grel:valueParameter = $(v))\", type: iri}]}",
  ]

  @Test(arguments: positions)
  func `no cell writes a statement of its own`(position: String) throws {
    for text in Self.hostile {
      let cell = text.replacing("\"", with: "\"\"")
      let run = try MappingRun(
        yarrrmlHead + """
              po: [\(position)]
          """, files: ["people.csv": "id,v\n1,\"\(cell)\"\n"])
      // One line at most, and it is about the record.
      #expect(run.lines.count <= 1, "\(text)")
      #expect(run.lines.allSatisfy { $0.hasPrefix("<ex:1> ") }, "\(text)")
      #expect(run.lines.count + run.findings.count >= 1, "\(text)")
    }
  }

  @Test(arguments: ["ex:$(v)", "$(v)", "{value: $(v), type: blank}"])
  func `no subject writes a statement of its own`(subject: String) throws {
    for text in Self.hostile {
      let cell = text.replacing("\"", with: "\"\"")
      let run = try MappingRun(
        yarrrmlHead.replacing("ex:$(id)", with: subject) + """
              po: [[ex:is, here]]
          """, files: ["people.csv": "id,v\n1,\"\(cell)\"\n"])
      #expect(run.lines.count <= 1, "\(text)")
      #expect(run.lines.allSatisfy { $0.hasSuffix(" <ex:is> \"here\"") }, "\(text)")
    }
  }

  @Test func `a joined subject is checked as well`() throws {
    let evil = "> .\n<http://victim> <http://p> <http://evil"
    let run = try MappingRun(
      """
      prefixes: {ex: "http://ex.org/"}
      mappings:
        visit:
          sources: [[visits.csv~csv]]
          s: ex:$(id)
          po:
            - p: ex:of
              o: [{mapping: person, condition: {function: equal, parameters: [[str1, $(k)], [str2, $(k)]]}}]
        person:
          sources: [[people.csv~csv]]
          s: $(id)
          po: [[ex:is, here]]
      """, files: ["visits.csv": "id,k\n1,a\n", "people.csv": "id,k\n\"\(evil)\",a\n"])
    #expect(run.lines == [])
    #expect(run.findings.count == 2)
    #expect(run.findings.contains { $0.contains("mapping.invalid-iri") })
  }
}
