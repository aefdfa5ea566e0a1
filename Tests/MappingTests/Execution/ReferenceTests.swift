// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct ReferenceTests {
  @Test func `an unknown column is reported where the mapping names it, with the nearest one`() {
    let found = fatalFindings(
      yarrrmlHead + """
            po:
              - [ex:name, "$(nmae)"]
              - [ex:again, "$(nmae), $(city)"]
        """, files: ["people.csv": "id,name\n1,Ada\n"])
    #expect(
      found == [
        "m.yaml:7:20 csv.unknown-column: No column is called “nmae”. Did you mean “name”? "
          + "Correct the reference in the mapping, or the header of the table.",
        "m.yaml:8:30 csv.unknown-column: No column is called “city”. Known: id, name. "
          + "Correct the reference in the mapping, or the header of the table.",
      ])
  }

  @Test func `a path that cannot be read is reported where the mapping names it`() {
    #expect(
      fatalFindings(
        jsonHead + """
              po: [[ex:name, "$(a[)"]]
          """, files: ["people.json": "[]"]
      ).map { String($0.prefix { $0 != "“" }) } == ["m.yaml:6:21 json.path-malformed: The path "])
    #expect(
      fatalFindings(
        xmlHead + """
              po: [[ex:name, "$(a[1)"]]
          """, files: ["people.xml": "<people/>"]
      ).map { String($0.prefix { $0 != ":" }) } == ["m.yaml"])
  }

  @Test func `an iterator that cannot be read is reported at its source`() {
    let found = fatalFindings(
      jsonHead.replacing("$[*]", with: "$[x") + """
            po: [[ex:name, $(name)]]
        """, files: ["people.json": "[]"])
    #expect(
      found.map { String($0.prefix { $0 != "“" }) } == [
        "m.yaml:4:15 json.path-malformed: The path "
      ])
  }

  @Test func `a reference that finds nothing in a whole file is a warning`() throws {
    let run = try MappingRun(
      jsonHead + """
            po:
              - [ex:name, $(name)]
              - [ex:nick, $(nickname)]
              - [ex:gone, $(gone)]
        """, files: ["people.json": #"[{"id": 1, "name": "Ada", "gone": null}, {"id": 2}]"#])
    #expect(run.lines == [#"<ex:1> <ex:name> "Ada""#])
    #expect(
      run.findings == [
        "people.json /1 at byte 41 mapping.nothing-made: Nothing was made of the record: what the "
          + "mapping reads in it is empty or matches nothing.",
        "people.json mapping.reference-never-found: No record of people.json has “nickname”.",
      ])
    #expect(run.rules == ["8:19"])
  }

  @Test func `nothing is said to be missing from a file without records`() throws {
    let run = try MappingRun(
      jsonHead + """
            po: [[ex:name, $(name)]]
        """, files: ["people.json": "[]"])
    #expect(run.findings == [])
    #expect(run.counts == [0, 0, 0, 0])
  }

  @Test func `origins lead back to column and rule`() throws {
    let run = try MappingRun(
      yarrrmlHead + """
            po:
              - [ex:name, $(name)]
              - [ex:is, constant]
              - p: ex:upper
                o: [{function: "grel:toUpperCase(grel:valueParameter = $(name))"}]
        """, files: ["people.csv": "name,id\nAda,1\nBo,2\n"])
    #expect(run.origins.map(\.record) == [0, 0, 0, 1, 1, 1])
    #expect(run.origins.map(\.objectMap) == [1, 2, 3, 1, 2, 3])
    #expect(run.origins.map(\.column) == [1, -1, 1, 1, -1, 1])
    #expect(run.origins.map(\.place) == [0, 0, 0, 0, 0, 0])
  }
}
