// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct FunctionSemanticsTests {
  private func run(_ parts: String, _ csv: String) throws -> MappingRun {
    try MappingRun(yarrrmlHead + parts, files: ["people.csv": csv])
  }

  @Test func `null makes no term, an empty text makes one, several results make several`() throws {
    let run = try run(
      """
          po:
            - [ex:null, {function: "grel:string_substring(grel:valueParameter = $(v), grel:param_int_i_from = 9)"}]
            - [ex:empty, {function: "grel:string_substring(grel:valueParameter = $(v), grel:param_int_i_from = 3)"}]
            - [ex:several, {function: "grel:string_split(grel:valueParameter = $(v), grel:p_string_sep = b)"}]
            - [ex:count, {function: "grel:string_length(grel:valueParameter = $(v))"}]
      """, "id,v\n1,abc\n")
    #expect(
      run.lines == [
        #"<ex:1> <ex:empty> """#, #"<ex:1> <ex:several> "a""#, #"<ex:1> <ex:several> "c""#,
        #"<ex:1> <ex:count> "3"^^<xsd:integer>"#,
      ])
    #expect(run.findings == [])
  }

  @Test func `a pattern that takes too many steps is a finding at its cell`() throws {
    let text = String(repeating: "a", count: 40) + "b"
    let run = try run(
      """
          po:
            - p: ex:part
              o:
                - function: grel:string_match
                  parameters: [[grel:valueParameter, $(v)], [grel:p_string_regex, "/(a+)+[cd]/"]]
      """, "id,v\n1,\(text)\n2,aac\n")
    #expect(run.lines == [#"<ex:2> <ex:part> "aa""#])
    #expect(
      run.findings == [
        "people.csv:2:2 (v) mapping.pattern-steps: The pattern “(a+)+[cd]” takes too many steps on "
          + "“\(text)” of v; the value is left out."
      ])
    #expect(run.rules == ["9:23"])
  }

  @Test func `an argument that cannot be read is reported at its own cell`() throws {
    let run = try run(
      """
          po:
            - p: ex:part
              o:
                - function: grel:string_substring
                  parameters: [[grel:valueParameter, $(v)], [grel:param_int_i_from, $(n)]]
      """, "id,v,n\n1,abc,1\n2,abc,x\n")
    #expect(run.lines == [#"<ex:1> <ex:part> "bc""#])
    #expect(
      run.findings == [
        "people.csv:3:3 (n) mapping.unreadable-value: “x” of n is not a whole number; the value is "
          + "left out."
      ])
  }

  @Test func `a function without parameters gives its result for every record`() throws {
    let run = try run(
      """
          po: [[ex:is, {function: "idlab-fn:alwaysReturnsABC()"}]]
      """, "id\n1\n2\n")
    #expect(run.lines == [#"<ex:1> <ex:is> "ABC""#, #"<ex:2> <ex:is> "ABC""#])
  }

  @Test func `members of a sequence come in their order, and cross with each other`() throws {
    let member = "http://www.w3.org/1999/02/22-rdf-syntax-ns#_"
    let run = try MappingRun(
      jsonHead + """
            po:
              - p: ex:all
                o:
                  - function: idlab-fn:concatSequence
                    parameters:
                      - ["\(member)2", "$(b)"]
                      - ["\(member)1", "$(a[*])"]
                      - [idlab-fn:delimiter, "-"]
              - p: ex:cross
                o:
                  - function: idlab-fn:crossConcatSequence
                    parameters:
                      - ["\(member)2", "$(b)"]
                      - ["\(member)1", "$(a[*])"]
                      - ["\(member)3", "$(c)"]
                      - [idlab-fn:delimiter, "-"]
        """, files: ["people.json": #"[{"id": 1, "a": ["x", "y"], "b": "z"}]"#])
    #expect(
      run.lines == [
        #"<ex:1> <ex:all> "x-y-z""#, #"<ex:1> <ex:cross> "x-z""#, #"<ex:1> <ex:cross> "y-z""#,
      ])
  }

  @Test(arguments: [
    (
      "grel:string_match", #"[[grel:valueParameter, $(v)], [grel:p_string_regex, "/(/"]]"#,
      "mapping.invalid-argument", "at byte 2 of the pattern, missing closing parenthesis."
    ),
    (
      "fw:convert", "[[fw:value, $(v)], [fw:from, mm], [fw:to, kg]]", "mapping.invalid-argument",
      "mm measures something else than kg."
    ),
    (
      "grel:string_lenght", "[[grel:valueParameter, $(v)]]", "mapping.unknown-function",
      "Did you mean <http://users.ugent.be/~bjdmeest/function/grel.ttl#string_length>?"
    ),
    (
      "idlab-fn:readFile", "[[idlab-fn:path, $(v)]]", "mapping.refused-function",
      "it reads any file of the machine."
    ),
  ])
  func `a call that cannot work is refused when the mapping is read`(
    function: String, parameters: String, rule: String, words: String
  ) {
    let found = planFindings(
      yarrrmlHead + """
            po:
              - p: ex:v
                o:
                  - function: \(function)
                    parameters: \(parameters)
        """)
    #expect(found.count == 1)
    #expect(found.first?.contains(rule) == true, "\(found)")
    #expect(found.first?.hasSuffix(words) == true, "\(found)")
  }
}
