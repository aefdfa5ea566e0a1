// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

@Suite struct PlanCompilerTests {
  private let grel = FunctionNamespaces.grel
  private let fairway = FunctionNamespaces.fairway

  @Test func `an unknown function is named with the nearest one`() {
    let found = planFindings(
      yarrrmlHead + """
            po:
              - p: ex:name
                o:
                  - function: grel:toUperCase
                    parameters: [[grel:valueParameter, $(name)]]
        """)
    #expect(
      found == [
        "9:23 mapping.unknown-function: The function <\(grel)toUperCase> is not known. "
          + "Did you mean <\(grel)toUpperCase>?"
      ])
  }

  @Test func `a function like no other is answered with local names`() throws {
    let found = planFindings(
      yarrrmlHead + """
            po:
              - p: ex:name
                o: [{function: "grel:quux(grel:valueParameter = $(name))"}]
        """)
    #expect(found.count == 1)
    #expect(
      found[0].hasPrefix(
        "8:25 mapping.unknown-function: The function <\(grel)quux> is not known. "
          + "Known: after, alwaysReturnsABC, array_get, "), "\(found)")
  }

  @Test func `an unknown parameter is named where it stands, with the nearest one`() {
    let found = planFindings(
      yarrrmlHead + """
            po:
              - p: ex:name
                o:
                  - function: fw:after
                    parameters:
                      - [fw:value, $(name)]
                      - [fw:seperator, "("]
        """)
    #expect(
      found == [
        "12:18 mapping.unknown-parameter: The function <\(fairway)after> has no parameter "
          + "<\(fairway)seperator>. Did you mean <\(fairway)separator>?",
        "9:23 mapping.missing-parameter: The function <\(fairway)after> needs the parameter "
          + "<\(fairway)separator>.",
      ])
  }

  @Test func `a missing parameter is reported at the call`() {
    let found = planFindings(
      yarrrmlHead + """
            po:
              - p: ex:name
                o: [{function: "grel:toUpperCase()"}]
        """)
    #expect(
      found == [
        "8:25 mapping.missing-parameter: The function <\(grel)toUpperCase> needs the parameter "
          + "<\(grel)valueParameter>."
      ])
  }

  @Test func `a parameter that must be constant is not read from a record`() {
    let found = planFindings(
      yarrrmlHead + """
            po:
              - p: ex:name
                o:
                  - function: fw:date
                    parameters:
                      - [fw:value, $(born)]
                      - [fw:pattern, $(pattern)]
        """)
    #expect(
      found == [
        "12:18 mapping.parameter-not-constant: The parameter <\(fairway)pattern> of "
          + "<\(fairway)date> must be a constant."
      ])
  }

  @Test func `a constant that the function cannot use is reported where it stands`() {
    let found = planFindings(
      yarrrmlHead + """
            po:
              - p: ex:name
                o:
                  - function: fw:date
                    parameters:
                      - [fw:value, $(born)]
                      - [fw:pattern, DD/MM/YYYY]
        """)
    #expect(
      found == [
        "12:18 mapping.invalid-argument: The parameter <\(fairway)pattern> of <\(fairway)date> "
          + "cannot be “DD/MM/YYYY”: a pattern has yyyy once, MM or MMM at most once, and dd only "
          + "beside a month."
      ])
  }

  @Test func `a look-up without term mappings is reported at its list`() {
    let found = planFindings(
      yarrrmlHead + """
            po:
              - p: ex:sex
                o:
                  - function: fw:term
                    parameters: [[fw:value, $(sex)], [fw:list, sex]]
        """)
    #expect(
      found == [
        "10:47 mapping.invalid-argument: The parameter <\(fairway)list> of <\(fairway)term> "
          + "cannot be “sex”: the run names no term mapping (SSSOM file)."
      ])
  }

  @Test func `a fault in a call inside another is reported once`() {
    let found = planFindings(
      yarrrmlHead + """
            po:
              - p: ex:name
                o:
                  - function: grel:toUpperCase
                    parameters:
                      - parameter: grel:valueParameter
                        value: {function: "grel:string_trimm(grel:valueParameter = $(name))"}
        """)
    #expect(
      found == [
        "12:36 mapping.unknown-function: The function <\(grel)string_trimm> is not known. "
          + "Did you mean <\(grel)string_trim>?"
      ])
  }

  @Test func `a relative constant without a base is no IRI`() {
    let text =
      yarrrmlHead + """
            po: [[ex:knows, other~iri]]
        """
    #expect(
      planFindings(text) == [
        "6:21 mapping.invalid-constant-iri: “other” is not an absolute IRI."
      ])
    #expect(planFindings(text, base: "http://base.org/") == [])
    #expect(planFindings("base: http://base.org/\n" + text) == [])
  }

  @Test func `a relative datatype without a base is no IRI`() {
    let text =
      yarrrmlHead + """
            po: [[ex:age, $(age), years]]
        """
    #expect(
      planFindings(text) == [
        "6:19 mapping.invalid-constant-iri: “years” is not an absolute IRI."
      ])
    #expect(planFindings(text, base: "http://base.org/") == [])
  }

  @Test func `a language tag that YARRRML lets pass is checked again`() throws {
    var document = try compileYARRRML(
      yarrrmlHead + """
            po: [[ex:name, $(name), en~lang]]
        """)
    guard case .term(var term) = document.triplesMaps[0].predicateObjects[0].objects[0] else {
      Issue.record("the object is no term")
      return
    }
    term.language = .constant("en_GB")
    document.triplesMaps[0].predicateObjects[0].objects[0] = .term(term)
    let error = #expect(throws: DiagnosedError.self) {
      try PlanCompiler.compile(document, services: FunctionServices())
    }
    #expect(error?.findings.map(\.rule) == [MappingRules.invalidLanguage])
    #expect(place(error?.findings[0].place) == "6:20")
    #expect(
      error?.findings[0].message() == "“en_GB” is not a language tag such as en or pt-BR.")
  }

  @Test func `a mapping of another source needs a condition`() {
    let found = planFindings(
      """
      prefixes: {ex: "http://ex.org/"}
      mappings:
        person:
          sources: [[people.csv~csv]]
          s: ex:$(id)
          po:
            - p: ex:visit
              o: [{mapping: visit}]
        visit:
          sources: [[visits.csv~csv]]
          s: ex:visit/$(id)
          po: [[ex:on, $(date)]]
      """)
    #expect(
      found == [
        "8:23 mapping.join-without-condition: “visit” reads another source, and no condition says "
          + "which records belong together."
      ])
  }

  @Test func `every fault is reported, each once however often its mapping is used`() {
    let found = planFindings(
      """
      prefixes: {ex: "http://ex.org/"}
      mappings:
        person:
          sources: [[people.csv~csv], [others.csv~csv]]
          s: [person~iri, ex:$(id)]
          po:
            - p: ex:friend
              o: [{mapping: person}]
            - p: ex:name
              o: [{function: "grel:upper(grel:valueParameter = $(name))"}]
            - p: ex:visit
              o: [{mapping: visit, condition: {function: equal, parameters: [[str1, $(id)], [str2, $(p)]]}}]
        visit:
          sources: [[visits.csv~csv]]
          s: {function: "grel:nowhere(grel:valueParameter = $(id))"}
          po: [[ex:on, $(date)]]
          condition: {function: "fw:befor(fw:value = $(date), fw:separator = x)"}
      """
    ).map { $0.prefix { $0 != "(" && $0 != "“" && $0 != "<" } }
    #expect(
      found == [
        "5:9 mapping.invalid-constant-iri: ",
        "10:25 mapping.unknown-function: The function ",
        "15:20 mapping.unknown-function: The function ",
        "17:28 mapping.unknown-function: The function ",
      ])
  }

  @Test func `columns are counted once for each source, in the order of reading`() throws {
    let plan = try compilePlan(
      """
      prefixes: {ex: "http://ex.org/"}
      mappings:
        person:
          sources: [[people.csv~csv], [others.csv~csv]]
          s: ex:$(id)
          po:
            - [ex:name, "$(first) $(last)"]
            - [ex:again, $(first)]
            - p: ex:upper
              o: [{function: "grel:toUpperCase(grel:valueParameter = $(city))"}]
      """)
    #expect(
      plan.sources.map { $0.references.map(\.text) }
        == [["id", "first", "last", "city"], ["id", "first", "last", "city"]])
    #expect(
      plan.sources[0].references.map { place($0.place) } == ["5:11", "7:20", "7:29", "10:64"])
    #expect(plan.origins.map(\.columns) == [[1, 2], [1], [3], [1, 2], [1], [3]])
  }

  @Test func `the column that a property is read from is known`() throws {
    let plan = try compilePlan(
      yarrrmlHead + """
            po:
              - [ex:fixed, constant]
              - [ex:name, $(name)]
        """)
    let found = plan.column(reading: "http://ex.org/name", source: 0)
    #expect(found?.column == 1)
    #expect(place(found?.rule) == "8:19")
    #expect(plan.column(reading: "http://ex.org/fixed", source: 0) == nil)
    #expect(plan.column(reading: "http://ex.org/other", source: 0) == nil)
  }
}
