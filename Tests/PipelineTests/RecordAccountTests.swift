// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Every record read is mapped, skipped by a condition, or reported.
@Suite struct RecordAccountTests {
  private static func mapping(_ source: String) -> String {
    """
    prefixes:
      cdm: https://w3id.org/fairway/model#
      data: https://data.example.org/account/
      grel: http://users.ugent.be/~bjdmeest/function/grel.ttl#
      idlab-fn: https://w3id.org/imec/idlab/function#
    sources:
      people: \(source)
    mappings:
      patient:
        sources: people
        subjects: data:patient/$(id)
        condition:
          function: idlab-fn:notEqual
          parameters:
            - [grel:valueParameter, $(kind)]
            - [grel:valueParameter2, control]
        predicateobjects:
          - [cdm:patientId, $(name)]
    """
  }

  private static func run(_ source: String, _ file: String, _ content: String) throws -> FinishedRun
  {
    let project = try TestProject([
      "Pipelines/demo.catalogue.yaml", "Pipelines/broken.dataset.yaml",
    ])
    try project.write(content, to: "Pipelines/\(file)")
    try project.write(mapping(source), to: "Pipelines/account.yarrrml.yaml")
    try project.write(
      """
      name: account
      catalogue: demo.catalogue.yaml
      datasets:
        account:
          mapping: account.yarrrml.yaml
          description: broken.dataset.yaml
          nullValues: [""]
      """, to: "Pipelines/account.yaml")
    return try project.run("account")
  }

  private static func check(_ run: FinishedRun, _ places: [String]) throws {
    let records = try #require(run.report().datasets.first).records
    #expect(records.mapped == 1)
    #expect(records.skipped.map(\.count) == [2])
    #expect(records.rejected == places.count)
    #expect(records.read == 3 + places.count)
    let found = try run.findings().filter { $0.file.hasPrefix("Pipelines/people") }
    #expect(found.map(\.inShort) == places)
  }

  @Test func `the rows of a table are accounted for`() throws {
    let run = try Self.run(
      "['people.csv~csv']", "people.csv",
      "id,kind,name\n1,case,Ada\n2,control,Bo\n3,case,\n,case,Cy\n5,case,Di,x\n6,control,\n")
    try Self.check(
      run,
      [
        "violation csv.ragged-row Pipelines/people.csv 6 4",
        "warning mapping.nothing-made Pipelines/people.csv 4",
        "violation mapping.no-subject Pipelines/people.csv 5 1",
      ])
  }

  @Test func `the elements of an XML file are accounted for`() throws {
    let run = try Self.run(
      "['people.xml~xpath', /p/r]", "people.xml",
      """
      <p>
        <r><id>1</id><kind>case</kind><name>Ada</name></r>
        <r><id>2</id><kind>control</kind><name>Bo</name></r>
        <r><id>3</id><kind>case</kind></r>
        <r><kind>case</kind><name>Cy</name></r>
        <r><id>6</id><kind>control</kind><name/></r>
      </p>
      """)
    try Self.check(
      run,
      [
        "warning mapping.nothing-made Pipelines/people.xml /p/r[3] 4",
        "violation mapping.no-subject Pipelines/people.xml /p/r[4]/id 5",
      ])
  }

  @Test func `the values of a JSON file are accounted for`() throws {
    let run = try Self.run(
      "['people.json~jsonpath', '$[*]']", "people.json",
      """
      [{"id": 1, "kind": "case", "name": "Ada"},
       {"id": 2, "kind": "control", "name": "Bo"},
       {"id": 3, "kind": "case", "name": null},
       {"kind": "case", "name": "Cy"},
       {"id": 6, "kind": "control"}]
      """)
    try Self.check(
      run,
      [
        "warning mapping.nothing-made Pipelines/people.json /2 89",
        "violation mapping.no-subject Pipelines/people.json /3/id 131",
      ])
  }

  @Test func `a table of nothing but faulty rows is counted as well`() throws {
    let run = try Self.run("['people.csv~csv']", "people.csv", "id,kind,name\n1\n2\n3\n")
    let records = try #require(run.report().datasets.first).records
    #expect(records.read == 3)
    #expect(records.mapped == 0)
    #expect(records.rejected == 3)
    #expect(
      try run.findings().filter { $0.rule == "csv.ragged-row" }.map(\.row) == ["2", "3", "4"])
  }
}
