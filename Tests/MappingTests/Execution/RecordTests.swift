// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import RecordIO
import Testing

@Suite struct RecordTests {
  @Test func `a record without an identifier is reported at the empty cell`() throws {
    let run = try MappingRun(
      yarrrmlHead + """
            po: [[ex:name, $(name)]]
        """, files: ["people.csv": "name,id\nAda,1\nBo,\n"])
    #expect(run.lines == [#"<ex:1> <ex:name> "Ada""#])
    #expect(
      run.findings == [
        "people.csv:3:2 (id) mapping.no-subject: “person” cannot name its subject, since id is "
          + "empty; nothing was made of the record."
      ])
    #expect(run.rules == ["3:3"])
    #expect(run.counts == [2, 1, 0, 0])
  }

  @Test func `the part of a compound identifier that is empty is named`() throws {
    let run = try MappingRun(
      yarrrmlHead.replacing("ex:$(id)", with: "ex:$(site)/$(id)") + """
            po: [[ex:name, $(name)]]
        """, files: ["people.csv": "name,id,site\nAda,1,\nBo,NA,x\n"], nullValues: ["NA"])
    #expect(
      run.findings.map { $0.prefix { $0 != ":" || $0 == " " } + "" } == [
        "people.csv", "people.csv",
      ])
    #expect(run.findings[0].hasPrefix("people.csv:2:3 (site) mapping.no-subject"))
    #expect(run.findings[1].hasPrefix("people.csv:3:2 (id) mapping.no-subject"))
  }

  @Test func `null makes no statement, the empty text makes an empty literal`() throws {
    let mapping =
      yarrrmlHead + """
            po:
              - [ex:name, $(name)]
              - [ex:full, "$(name)!"]
              - [ex:link, "ex:$(name)~iri"]
        """
    let files = ["people.csv": "id,name\n1,\n"]
    let kept = try MappingRun(mapping, files: files)
    #expect(kept.lines == [#"<ex:1> <ex:name> """#, #"<ex:1> <ex:full> "!""#])
    #expect(kept.findings == [])
    let dropped = try MappingRun(mapping, files: files, nullValues: [""])
    #expect(dropped.lines == [])
    #expect(
      dropped.findings == [
        "people.csv:2 mapping.nothing-made: Nothing was made of the record: what the "
          + "mapping reads in it is empty or matches nothing."
      ])
    #expect(dropped.counts == [1, 0, 0, 0])
  }

  @Test func `JSON values bring their datatypes, doubles in canonical form`() throws {
    let run = try MappingRun(
      jsonHead + """
            po:
              - [ex:age, $(age)]
              - [ex:size, $(size)]
              - [ex:big, $(big)]
              - [ex:alive, $(alive)]
              - [ex:name, $(name)]
              - [ex:text, "$(age) years"]
              - [ex:typed, $(age), xsd:decimal]
        """,
      files: [
        "people.json": """
        [{"id": 1, "age": 36, "size": 1.70, "big": 1e3, "alive": false, "name": "36"},
         {"id": "2", "age": null, "size": -0, "name": ""}]
        """
      ])
    #expect(
      run.lines == [
        #"<ex:1> <ex:age> "36"^^<xsd:integer>"#, #"<ex:1> <ex:size> "1.7E0"^^<xsd:double>"#,
        #"<ex:1> <ex:big> "1.0E3"^^<xsd:double>"#, #"<ex:1> <ex:alive> "false"^^<xsd:boolean>"#,
        #"<ex:1> <ex:name> "36""#, #"<ex:1> <ex:text> "36 years""#,
        #"<ex:1> <ex:typed> "36"^^<xsd:decimal>"#, #"<ex:2> <ex:size> "-0"^^<xsd:integer>"#,
        #"<ex:2> <ex:name> """#,
      ])
  }

  @Test func `a JSON value is found again by its pointer`() throws {
    let run = try MappingRun(
      jsonHead + """
            po:
              - [ex:size, $(body.size), xsd:decimal]
              - [ex:mark, "$(marks[*])", xsd:decimal]
              - [ex:odd, "$(['a.b'])", xsd:decimal]
        """,
      files: [
        "people.json":
          #"[{"id": 1, "body": {"size": "tall"}, "marks": [1, "x"], "a.b": "y"}]"#
      ])
    #expect(
      run.findings.map { String($0.prefix { $0 != ":" }) } == [
        "people.json /0/body/size at byte 28 mapping.ill-typed-value",
        "people.json /0/marks/1 at byte 50 mapping.ill-typed-value",
        "people.json /0/a.b at byte 63 mapping.ill-typed-value",
      ])
  }

  @Test func `repeated XML elements give a statement each`() throws {
    let run = try MappingRun(
      xmlHead + """
            po:
              - [ex:name, $(name)]
              - [ex:sex, $(@sex)]
        """,
      files: [
        "people.xml": """
        <people>
          <person id="1" sex="f"><name>Ada</name><name>Countess &amp; so on</name></person>
          <person id="2"><name/></person>
        </people>
        """
      ])
    #expect(
      run.lines == [
        #"<ex:1> <ex:name> "Ada""#, #"<ex:1> <ex:name> "Countess & so on""#,
        #"<ex:1> <ex:sex> "f""#, #"<ex:2> <ex:name> """#,
      ])
    #expect(run.findings == [])
  }

  @Test func `an XML value is found again by path and line`() throws {
    let run = try MappingRun(
      xmlHead + """
            po:
              - [ex:age, $(age), xsd:integer]
              - [ex:sex, $(@sex), xsd:integer]
        """,
      files: [
        "people.xml": """
        <people>
          <person id="1" sex="f">
            <age>36</age>
            <age>old</age>
          </person>
        </people>
        """
      ])
    #expect(run.lines == [#"<ex:1> <ex:age> "36"^^<xsd:integer>"#])
    #expect(
      run.findings.map { String($0.prefix(while: { $0 != "“" })) } == [
        "people.xml:4 /people/person[1]/age[2] mapping.ill-typed-value: ",
        "people.xml:2 /people/person[1]/@sex mapping.ill-typed-value: ",
      ])
  }

  @Test func `a template makes every combination of repeated values, the last turning fastest`()
    throws
  {
    let run = try MappingRun(
      jsonHead + """
            po: [[ex:pair, "$(a[*])-$(b[*])"]]
        """, files: ["people.json": #"[{"id": 1, "a": [1, 2], "b": ["x", null, "y"]}]"#])
    #expect(
      run.lines == ["1-x", "1-y", "2-x", "2-y"].map { "<ex:1> <ex:pair> \"\($0)\"" })
  }

  @Test(arguments: [100, 101])
  func `more than ten thousand combinations are refused for the record`(count: Int) throws {
    let numbers = (0..<count).map(String.init).joined(separator: ",")
    let run = try MappingRun(
      jsonHead + """
            po:
              - [ex:pair, "$(a[*])-$(b[*])"]
              - [ex:name, $(name)]
        """,
      files: [
        "people.json":
          "[{\"id\": 1, \"name\": \"Ada\", \"a\": [\(numbers)], \"b\": [\(numbers)]}]"
      ])
    #expect(run.lines.count == (count == 100 ? 10_001 : 1))
    #expect(run.lines.last == #"<ex:1> <ex:name> "Ada""#)
    #expect(
      run.findings
        == (count == 100
          ? []
          : [
            "people.json /0 at byte 1 mapping.too-many-values: Repeated values of this record combine "
              + "to more than 10000 terms; none was written."
          ]))
  }

  @Test func `combinations that take too much memory are refused for the record`() throws {
    let long = String(repeating: "x", count: 9_000_000)
    let numbers = (0..<30).map(String.init).joined(separator: ",")
    let run = try MappingRun(
      jsonHead + """
            po:
              - [ex:pair, "$(a[*])-$(b)"]
              - [ex:name, $(name)]
        """,
      files: ["people.json": "[{\"id\":1,\"name\":\"Ada\",\"a\":[\(numbers)],\"b\":\"\(long)\"}]"])
    #expect(run.lines == [#"<ex:1> <ex:name> "Ada""#])
    #expect(
      run.findings == [
        "people.json /0 at byte 1 mapping.values-too-large: What is made of this record's values "
          + "takes more than 268435456 bytes; that is the limit."
      ])
  }

  @Test func `many values beside none make nothing and no finding`() throws {
    let numbers = (0..<10_001).map(String.init).joined(separator: ",")
    let run = try MappingRun(
      jsonHead + """
            po:
              - [ex:pair, "$(a[*])-$(b[*])"]
              - p: ex:same
                o: {function: "fw:before(fw:value = $(b[*]), fw:separator = x)"}
        """, files: ["people.json": "[{\"id\": 1, \"a\": [\(numbers)], \"b\": []}]"])
    #expect(run.lines == [])
    #expect(run.findings.filter { $0.contains("too-many-values") } == [])
  }

  @Test func `a function is called for every combination, up to the limit`() throws {
    let numbers = (0..<101).map(String.init).joined(separator: ",")
    let mapping =
      jsonHead + """
            po:
              - p: ex:same
                o: {function: equal, parameters: [[str1, "$(a[*])"], [str2, "$(b[*])"]]}
        """
    let few = try MappingRun(
      mapping, files: ["people.json": #"[{"id": 1, "a": [1, 2], "b": [2, 3]}]"#])
    // Four calls, three of which say the same; the output is a set.
    #expect(few.lines == ["false", "true"].map { "<ex:1> <ex:same> \"\($0)\"^^<xsd:boolean>" })
    #expect(few.origins.count == 4)
    let many = try MappingRun(
      mapping, files: ["people.json": "[{\"id\": 1, \"a\": [\(numbers)], \"b\": [\(numbers)]}]"])
    #expect(many.lines == [])
    #expect(many.findings.count == 1)
    #expect(many.rules == ["8:23"])
  }

  @Test func `a value that several subjects share is reported once`() throws {
    let run = try MappingRun(
      jsonHead.replacing("$(id)", with: "$(ids[*])") + """
            po: [[ex:age, $(age), xsd:integer]]
        """, files: ["people.json": #"[{"ids": [1, 2], "age": "old"}, {"ids": [3, 4], "age": 7}]"#])
    #expect(
      run.lines == [3, 4].map { "<ex:\($0)> <ex:age> \"7\"^^<xsd:integer>" })
    #expect(run.findings.count == 1)
  }

  @Test func `several sources and subjects make every pair`() throws {
    let run = try MappingRun(
      """
      prefixes: {ex: "http://ex.org/"}
      mappings:
        person:
          sources: [[a.csv~csv], [b.csv~csv]]
          s: [ex:$(id), ex:copy/$(id)]
          po: [[ex:name, $(name)]]
      """, files: ["a.csv": "id,name\n1,Ada\n", "b.csv": "name,id\nBo,2\n"])
    #expect(
      run.lines == [
        #"<ex:1> <ex:name> "Ada""#, #"<ex:copy/1> <ex:name> "Ada""#, #"<ex:2> <ex:name> "Bo""#,
        #"<ex:copy/2> <ex:name> "Bo""#,
      ])
  }

  @Test func `a condition leaves out records, another one statements`() throws {
    let run = try MappingRun(
      yarrrmlHead
        + """
            condition: {function: notEqual, parameters: [[str1, $(sex)], [str2, x]]}
            po:
              - [ex:name, $(name)]
              - p: ex:sex
                o: $(sex)
                condition: {function: idlab-fn:equal, parameters: [[str1, $(sex)], [str2, f]]}
        """.replacing("{function: notEqual", with: "{function: idlab-fn:notEqual"),
      files: ["people.csv": "id,name,sex\n1,Ada,f\n2,Bo,m\n3,Cy,x\n"])
    #expect(
      run.lines == [
        #"<ex:1> <ex:name> "Ada""#, #"<ex:1> <ex:sex> "f""#, #"<ex:2> <ex:name> "Bo""#,
      ])
    #expect(run.counts == [3, 2, 1, 0])
  }

  @Test func `several conditions must all be true, and null is not`() throws {
    let run = try MappingRun(
      yarrrmlHead + """
            conditions:
              - {function: idlab-fn:equal, parameters: [[str1, $(sex)], [str2, f]]}
              - {function: fw:before, parameters: [[fw:value, $(ok)], [fw:separator, ";"]]}
            po: [[ex:name, $(name)]]
        """,
      files: ["people.csv": "id,name,sex,ok\n1,Ada,f,true\n2,Bo,f,\n3,Cy,m,true\n4,Di,f,no\n"],
      nullValues: [""])
    #expect(run.lines == [#"<ex:1> <ex:name> "Ada""#])
    #expect(run.counts == [4, 1, 3, 0])
  }

  @Test func `a ragged row counts as rejected and is reported`() throws {
    let mapping =
      yarrrmlHead + """
            po: [[ex:name, $(name)]]
        """
    let files = ["people.csv": "id,name\n1,Ada\n2\n3,Cy,x\n4,Di\n"]
    let strict = try MappingRun(mapping, files: files)
    #expect(strict.lines == [#"<ex:1> <ex:name> "Ada""#, #"<ex:4> <ex:name> "Di""#])
    #expect(strict.counts == [4, 2, 0, 2])
    #expect(
      strict.findings == [
        "people.csv:3:2 (name) csv.ragged-row: The row has 1 cells where the header has 2.",
        "people.csv:4:3 csv.ragged-row: The row has 3 cells where the header has 2.",
      ])
    let lenient = try MappingRun(mapping, files: files, mapsRaggedRows: true)
    #expect(lenient.lines.count == 3)
    #expect(lenient.counts == [4, 3, 0, 0])
  }

  @Test func `a file without records gives its facts and nothing else`() throws {
    let run = try MappingRun(
      yarrrmlHead + """
            po: [[ex:name, $(name)]]
        """, files: ["people.csv": "id,name\n"])
    #expect(!run.outcomes.isEmpty)
    #expect(run.outcomes.allSatisfy { $0.facts.header == ["id", "name"] })
    #expect(run.findings == [])
    #expect(run.counts == [0, 0, 0, 0])
  }
}

/// As ``yarrrmlHead``, for a list of JSON objects.
let jsonHead = yarrrmlHead.replacing("[people.csv~csv]", with: "['people.json~jsonpath', '$[*]']")

/// As ``yarrrmlHead``, for XML elements with an attribute `id`.
let xmlHead = yarrrmlHead.replacing(
  "[people.csv~csv]", with: "['people.xml~xpath', '/people/person']"
).replacing("$(id)", with: "$(@id)")
