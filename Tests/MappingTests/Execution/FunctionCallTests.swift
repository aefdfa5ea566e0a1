// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct FunctionCallTests {
  private let services = FunctionServices(terms: SampleTerms())

  private let terms =
    yarrrmlHead + """
          po:
            - p: ex:sex
              o: [{function: "fw:term(fw:value = $(sex), fw:list = sex)", type: iri}]
      """

  @Test func `terms without a concept are warnings at their cells`() throws {
    let run = try MappingRun(
      terms, files: ["people.csv": "id,sex\n1,f\n2,q\n3,unknown\n4,x\n5,q\n"], services: services)
    #expect(run.lines == ["<ex:1> <ex:sex> <ex:female>"])
    #expect(
      run.findings == [
        "people.csv:3:2 (sex) terms.unmapped-value: “q” of sex has no concept in the list “sex”; "
          + "the value is left out.",
        "people.csv:4 mapping.nothing-made: Nothing was made of the record: what the "
          + "mapping reads in it is empty or matches nothing.",
        "people.csv:5:2 (sex) terms.ambiguous-value: “x” of sex stands for several concepts in the "
          + "list “sex”: http://ex.org/one, http://ex.org/two.",
        "people.csv:6:2 (sex) terms.unmapped-value: “q” of sex has no concept in the list “sex”; "
          + "the value is left out.",
      ])
    #expect(run.rules == ["8:25", "8:25", "8:25"])
  }

  @Test func `a value that a function cannot read is reported at its cell, remembered or not`()
    throws
  {
    let run = try MappingRun(
      yarrrmlHead + """
            po:
              - p: ex:born
                o:
                  - function: fw:date
                    parameters: [[fw:value, $(born)], [fw:pattern, dd/MM/yyyy]]
        """,
      files: ["people.csv": "id,born\n1,05/03/1815\n2,31/02/1815\n3,1815\n4,31/02/1815\n"])
    #expect(
      run.lines == [
        #"<ex:1> <ex:born> "1815-03-05"^^<xsd:date>"#, #"<ex:3> <ex:born> "1815"^^<xsd:gYear>"#,
      ])
    #expect(
      run.findings
        == [3, 5].map {
          "people.csv:\($0):2 (born) mapping.unreadable-value: “31/02/1815” of born is not a date "
            + "(dd/MM/yyyy); the value is left out."
        })
    #expect(run.rules == ["9:23", "9:23"])
  }

  @Test func `a result that does not fit a declared datatype is reported at the cell read`() throws
  {
    let run = try MappingRun(
      yarrrmlHead + """
            po:
              - p: ex:born
                o:
                  - function: fw:date
                    parameters: [[fw:value, $(born)], [fw:pattern, yyyy]]
                    datatype: xsd:date
        """, files: ["people.csv": "id,born\n1,1815\n"])
    #expect(run.lines == [])
    #expect(
      run.findings == [
        "people.csv:2:2 (born) mapping.ill-typed-value: “1815” of born is not a valid xsd:date; "
          + "the value is left out."
      ])
  }

  @Test func `functions nest, and results take the place of what they were made of`() throws {
    let run = try MappingRun(
      jsonHead + """
            po:
              - p: ex:region
                o:
                  - function: grel:toLowerCase
                    parameters:
                      - parameter: grel:valueParameter
                        value: {function: "fw:split(fw:value = $(r), fw:separator = ';')"}
                    datatype: xsd:integer
        """, files: ["people.json": #"[{"id": 1, "r": "1; B;"}]"#])
    #expect(run.lines == [#"<ex:1> <ex:region> "1"^^<xsd:integer>"#])
    #expect(
      run.findings == [
        "people.json /0/r at byte 16 mapping.ill-typed-value: “b” of r is not a valid xsd:integer; "
          + "the value is left out."
      ])
  }

  @Test func `more distinct values than are remembered still give right results`() throws {
    // Four calls for each value: 68,000 arguments where 65,536 are kept.
    let count = 17_000
    let numbers = Array(0..<count) + Array(0..<100)
    let rows = numbers.enumerated().map { "\($0),v\($1)x\n" }.joined()
    let run = try MappingRun(
      yarrrmlHead + """
            po:
              - p: ex:upper
                o:
                  - function: >-
                      grel:toUpperCase(grel:valueParameter = grel:toLowerCase(grel:valueParameter =
                      grel:string_trim(grel:valueParameter = fw:before(fw:value = $(v),
                      fw:separator = x))))
        """, files: ["people.csv": "id,v\n" + rows])
    let expected = numbers.enumerated().map { "<ex:\($0)> <ex:upper> \"V\($1)\"" }
    #expect(run.lines.count == expected.count)
    #expect(zip(run.lines, expected).first { $0 != $1 } == nil)
  }
}
