// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct TermTests {
  @Test(arguments: [
    ("a b", "a%20b"), ("100%", "100%25"), ("a/b", "a%2Fb"), ("grün", "grün"), ("日本", "日本"),
    ("\u{1F600}", "\u{1F600}"), ("a-b.c_d~e", "a-b.c_d~e"), ("<>{}|^`", "%3C%3E%7B%7D%7C%5E%60"),
    ("a\\b", "a%5Cb"), ("?#[]@!$&'()*+;=:", "%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%3B%3D%3A"),
    ("a\u{7F}b", "a%7Fb"), ("a\u{80}b", "a%C2%80b"), ("a\u{A0}b", "a\u{A0}b"),
    ("a\u{E000}b", "a%EE%80%80b"), ("a\u{FFFE}b", "a%EF%BF%BEb"),
  ])
  func `a reference in an IRI template is percent-encoded but for letters`(
    text: String, expected: String
  ) throws {
    let run = try MappingRun(
      yarrrmlHead + """
            po: [[ex:is, here]]
        """, files: ["people.csv": "id\n\(text)\n"])
    #expect(run.lines == ["<ex:\(expected)> <ex:is> \"here\""])
    #expect(run.findings == [])
  }

  @Test func `quotes in a cell are percent-encoded in a template and escaped in a literal`() throws
  {
    let run = try MappingRun(
      yarrrmlHead + """
            po: [[ex:is, $(id)]]
        """, files: ["people.csv": "id\n\"a\"\"b,c\"\n"])
    #expect(run.lines == [#"<ex:a%22b%2Cc> <ex:is> "a\"b,c""#])
  }

  @Test func `a literal template inserts values as they are`() throws {
    let run = try MappingRun(
      yarrrmlHead + """
            po: [[ex:is, "$(id): 100 % of <$(id)>"]]
        """, files: ["people.csv": "id\na b\n"])
    #expect(run.lines == [#"<ex:a%20b> <ex:is> "a b: 100 % of <a b>""#])
  }

  @Test func `an IRI reference is taken as it is, checked, and reported at its cell`() throws {
    let run = try MappingRun(
      yarrrmlHead + """
            po: [[ex:page, $(page)~iri]]
        """,
      files: [
        "people.csv": """
        id,page
        1,http://a.org/x?y=1#z
        2,http://a.org/a b
        3,no scheme
        4,urn:x:ü
        5,http://a.org/<x>
        6,
        7,1http://a.org

        """
      ])
    #expect(
      run.lines == [
        "<ex:1> <ex:page> <http://a.org/x?y=1#z>", "<ex:4> <ex:page> <urn:x:ü>",
      ])
    #expect(
      run.findings == [
        "people.csv:3:2 (page) mapping.invalid-iri: “http://a.org/a b” of page is not an absolute "
          + "IRI; the value is left out.",
        "people.csv:4:2 (page) mapping.invalid-iri: “no scheme” of page is not an absolute IRI; "
          + "the value is left out.",
        "people.csv:6:2 (page) mapping.invalid-iri: “http://a.org/<x>” of page is not an absolute "
          + "IRI; the value is left out.",
        "people.csv:7 mapping.nothing-made: Nothing was made of the record: what the "
          + "mapping reads in it is empty or matches nothing.",
        "people.csv:8:2 (page) mapping.invalid-iri: “1http://a.org” of page is not an absolute IRI; "
          + "the value is left out.",
      ])
    #expect(Set(run.rules) == ["6:20"])
    #expect(run.counts == [7, 2, 0, 0])
  }

  @Test func `a relative IRI is appended to the base`() throws {
    let run = try MappingRun(
      "base: http://base.org/\n" + yarrrmlHead.replacing("s: ex:$(id)", with: "s: $(id)") + """
            po: [[ex:page, $(page)~iri]]
        """, files: ["people.csv": "id,page\nx,y/z\nhttp://a.org,a b\n"])
    #expect(run.lines == ["<http://base.org/x> <ex:page> <http://base.org/y/z>"])
    #expect(
      run.findings == [
        "people.csv:3:2 (page) mapping.invalid-iri: “a b” of page is not an absolute IRI; "
          + "the value is left out."
      ])
  }

  @Test func `blank node labels are made of letters and digits, different for different values`()
    throws
  {
    let run = try MappingRun(
      yarrrmlHead.replacing("s: ex:$(id)", with: "s: {value: $(id), type: blank}") + """
            po:
              - p: ex:is
                o: {value: "x$(id)", type: blank}
        """, files: ["people.csv": "id\na1\na-1\nz\naz2D1\nü\n"])
    #expect(
      run.lines == [
        "_:ba1 <ex:is> _:bxa1", "_:baz2D1 <ex:is> _:bxaz2D1", "_:bz7A <ex:is> _:bxz7A",
        "_:baz7A2D1 <ex:is> _:bxaz7A2D1", "_:bzC3zBC <ex:is> _:bxzC3zBC",
      ])
  }

  @Test func `an empty label names no blank node`() throws {
    let run = try MappingRun(
      yarrrmlHead.replacing("s: ex:$(id)", with: "s: {value: $(id), type: blank}") + """
            po: [[ex:name, $(name)]]
        """, files: ["people.csv": "id,name\n,Ada\n"])
    #expect(run.lines == [])
    #expect(
      run.findings == [
        "people.csv:2:1 (id) mapping.no-subject: “person” cannot name its subject, since id is "
          + "empty; nothing was made of the record."
      ])
  }

  @Test(arguments: [
    ("xsd:decimal", "abc", false), ("xsd:decimal", "1.5", true), ("xsd:decimal", "1,5", false),
    ("xsd:date", "2021-02-31", false), ("xsd:date", "2021-02-28", true),
    ("xsd:integer", "+7", true), ("xsd:integer", "7.0", false), ("xsd:boolean", "True", false),
    ("xsd:gYear", "21", false), ("ex:anything", "abc", true), ("xsd:string", "abc", true),
  ])
  func `a value that does not fit its datatype gives a finding and no statement`(
    datatype: String, text: String, isValid: Bool
  ) throws {
    let run = try MappingRun(
      yarrrmlHead + """
            po: [[ex:value, $(value), \(datatype)]]
        """, files: ["people.csv": "id,value\n1,\"\(text)\"\n"])
    let suffix = datatype == "xsd:string" ? "" : "^^<\(datatype)>"
    #expect(run.lines == (isValid ? ["<ex:1> <ex:value> \"\(text)\"\(suffix)"] : []))
    #expect(
      run.findings
        == (isValid
          ? []
          : [
            "people.csv:2:2 (value) mapping.ill-typed-value: “\(text)” of value is not a valid "
              + "\(datatype); the value is left out."
          ]))
  }

  @Test func `languages are constant or read from the record`() throws {
    let run = try MappingRun(
      yarrrmlHead + """
            po:
              - [ex:name, $(name), de-AT~lang]
              - p: ex:title
                o: {value: $(name), language: $(lang)}
        """,
      files: ["people.csv": "id,name,lang\n1,Grün,de\n2,Green,en-GB\n3,Vert,fr_FR\n4,Verde,\n"],
      nullValues: [""])
    #expect(
      run.lines == [
        #"<ex:1> <ex:name> "Grün"@de-AT"#, #"<ex:1> <ex:title> "Grün"@de"#,
        #"<ex:2> <ex:name> "Green"@de-AT"#, #"<ex:2> <ex:title> "Green"@en-GB"#,
        #"<ex:3> <ex:name> "Vert"@de-AT"#, #"<ex:4> <ex:name> "Verde"@de-AT"#,
      ])
    #expect(
      run.findings == [
        "people.csv:4:3 (lang) mapping.invalid-language-value: “fr_FR” of lang is not a language "
          + "tag such as en or pt-BR; the value is left out."
      ])
    #expect(run.rules == ["9:20"])
  }

  @Test func `datatypes are read from the record and checked`() throws {
    let run = try MappingRun(
      yarrrmlHead + """
            po:
              - p: ex:value
                o: {value: $(value), datatype: $(type)}
              - p: ex:other
                o: {value: $(value), datatype: "ex:$(kind)"}
        """,
      files: [
        "people.csv": """
        id,value,type,kind
        1,5,http://www.w3.org/2001/XMLSchema#integer,a b
        2,five,http://www.w3.org/2001/XMLSchema#integer,c
        3,5,integer,d

        """
      ])
    #expect(
      run.lines == [
        #"<ex:1> <ex:value> "5"^^<xsd:integer>"#, #"<ex:1> <ex:other> "5"^^<ex:a%20b>"#,
        #"<ex:2> <ex:other> "five"^^<ex:c>"#, #"<ex:3> <ex:other> "5"^^<ex:d>"#,
      ])
    #expect(
      run.findings == [
        "people.csv:3:2 (value) mapping.ill-typed-value: “five” of value is not a valid "
          + "xsd:integer; the value is left out.",
        "people.csv:4:3 (type) mapping.invalid-iri: “integer” of type is not an absolute IRI; "
          + "the value is left out.",
      ])
  }

  @Test func `graphs come from the mapping, the predicate-object and the record`() throws {
    let run = try MappingRun(
      yarrrmlHead + """
            graphs: [ex:all]
            po:
              - [ex:name, $(name)]
              - p: ex:city
                o: $(city)
                graphs: ex:$(city)
        """, files: ["people.csv": "id,name,city\n1,Ada,Graz\n2,Bo,\n"])
    #expect(
      run.lines == [
        #"<ex:1> <ex:name> "Ada" <ex:all>"#, #"<ex:1> <ex:city> "Graz" <ex:all>"#,
        #"<ex:1> <ex:city> "Graz" <ex:Graz>"#, #"<ex:2> <ex:name> "Bo" <ex:all>"#,
        #"<ex:2> <ex:city> "" <ex:all>"#,
      ])
  }

  @Test func `a graph that is null takes the statement with it`() throws {
    let run = try MappingRun(
      yarrrmlHead + """
            po:
              - [ex:name, $(name)]
              - p: ex:city
                o: here
                graphs: ex:$(city)
        """, files: ["people.csv": "id,name,city\n1,Ada,\n"])
    #expect(run.lines == [#"<ex:1> <ex:name> "Ada""#])
  }

  @Test func `a null graph of the mapping leaves the predicate-object its own`() throws {
    let run = try MappingRun(
      yarrrmlHead + """
            graphs: ex:$(city)
            po:
              - [ex:name, $(name)]
              - p: ex:age
                o: $(age)
                graphs: ex:ages
        """, files: ["people.csv": "id,name,city,age\n1,Ada,,36\n"])
    #expect(run.lines == [#"<ex:1> <ex:age> "36" <ex:ages>"#])
  }

  @Test(arguments: [
    "http://w3id.org/rml/defaultGraph", "http://www.w3.org/ns/r2rml#defaultGraph",
  ])
  func `the default graph can be named`(name: String) throws {
    let run = try MappingRun(
      yarrrmlHead + """
            graphs: [\(name), ex:g]
            po: [[ex:name, $(name)]]
        """, files: ["people.csv": "id,name\n1,Ada\n"])
    #expect(run.lines == [#"<ex:1> <ex:name> "Ada""#, #"<ex:1> <ex:name> "Ada" <ex:g>"#])
  }
}
