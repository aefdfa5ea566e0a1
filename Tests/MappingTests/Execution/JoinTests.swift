// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

@Suite struct JoinTests {
  /// Visits of persons, joined by `conditions`; the person mapping ends in `person`.
  private func mapping(_ conditions: String, person: String = "") -> String {
    """
    prefixes: {ex: "http://ex.org/"}
    mappings:
      visit:
        sources: [[visits.csv~csv]]
        s: ex:visit/$(id)
        po:
          - p: ex:of
            o:
              - mapping: person
                condition: \(conditions)
      person:
        sources: [[people.csv~csv]]
        s: ex:$(id)
        po: [[ex:name, $(name)]]
        \(person)
    """
  }

  private let byPerson = "{function: equal, parameters: [[str1, $(person), s], [str2, $(id), o]]}"

  @Test func `each child finds its parent across files`() throws {
    let run = try MappingRun(
      mapping(byPerson),
      files: ["visits.csv": "id,person\n7,1\n8,2\n9,3\n", "people.csv": "id,name\n2,Bo\n1,Ada\n"])
    #expect(
      run.lines == [
        "<ex:visit/7> <ex:of> <ex:1>", "<ex:visit/8> <ex:of> <ex:2>", #"<ex:2> <ex:name> "Bo""#,
        #"<ex:1> <ex:name> "Ada""#,
      ])
    #expect(
      run.findings == [
        "visits.csv:4 mapping.nothing-made: Nothing was made of the record: what the "
          + "mapping reads in it is empty or matches nothing."
      ])
    #expect(run.counts == [5, 4, 0, 0])
  }

  @Test func `children keep their order, and parents theirs, each once`() throws {
    let byCity = "{function: equal, parameters: [[str1, $(city), s], [str2, $(city), o]]}"
    let run = try MappingRun(
      mapping(byCity),
      files: [
        "visits.csv": "id,city\n7,Graz\n8,Wien\n9,Graz\n",
        "people.csv": "id,name,city\n5,E,Graz\n1,A,Wien\n3,C,Graz\n5,E again,Graz\n",
      ])
    #expect(
      run.lines.filter { $0.contains("ex:of") } == [
        "<ex:visit/7> <ex:of> <ex:5>", "<ex:visit/7> <ex:of> <ex:3>",
        "<ex:visit/8> <ex:of> <ex:1>", "<ex:visit/9> <ex:of> <ex:5>",
        "<ex:visit/9> <ex:of> <ex:3>",
      ])
  }

  @Test func `two keys must both agree, and their parts are not confused`() throws {
    let both = """
      [{function: equal, parameters: [[str1, $(a), s], [str2, $(a), o]]}, \
      {function: equal, parameters: [[str1, $(b), s], [str2, $(b), o]]}]
      """
    let run = try MappingRun(
      mapping(both),
      files: [
        "visits.csv": "id,a,b\n7,x,yz\n8,xy,z\n9,x,z\n",
        "people.csv": "id,name,a,b\n1,A,x,yz\n2,B,xy,z\n",
      ])
    #expect(
      run.lines.filter { $0.contains("ex:of") } == [
        "<ex:visit/7> <ex:of> <ex:1>", "<ex:visit/8> <ex:of> <ex:2>",
      ])
  }

  @Test func `null keys never agree, empty texts do`() throws {
    let files = ["visits.csv": "id,person\n7,\n", "people.csv": "id,name,key\n1,Ada,\n"]
    let byKey = byPerson.replacing("$(id), o", with: "$(key), o")
    #expect(
      try MappingRun(mapping(byKey), files: files).lines.first == "<ex:visit/7> <ex:of> <ex:1>")
    let run = try MappingRun(mapping(byKey), files: files, nullValues: [""])
    #expect(run.lines == [#"<ex:1> <ex:name> "Ada""#])
  }

  @Test func `a parent that its condition leaves out is not joined`() throws {
    let run = try MappingRun(
      mapping(
        byPerson,
        person:
          "condition: {function: idlab-fn:notEqual, parameters: [[str1, $(name)], [str2, Bo]]}"),
      files: ["visits.csv": "id,person\n7,1\n8,2\n", "people.csv": "id,name\n1,Ada\n2,Bo\n"])
    #expect(run.lines == ["<ex:visit/7> <ex:of> <ex:1>", #"<ex:1> <ex:name> "Ada""#])
    #expect(run.counts == [4, 2, 1, 0])
  }

  @Test func `keys may be made by functions`() throws {
    let folded = """
      {function: equal, parameters: [\
      {parameter: str1, from: s, value: {function: "grel:toLowerCase(grel:valueParameter = $(person))"}}, \
      {parameter: str2, from: o, value: {function: "grel:toLowerCase(grel:valueParameter = $(id))"}}]}
      """
    let run = try MappingRun(
      mapping(folded),
      files: ["visits.csv": "id,person\n7,AB\n", "people.csv": "id,name\naB,Ada\n"])
    #expect(run.lines.first == "<ex:visit/7> <ex:of> <ex:aB>")
  }

  @Test func `a parent key that cannot be read is reported, once for all subjects`() throws {
    let byDate = """
      {function: equal, parameters: [\
      [str1, $(on), s], {parameter: str2, from: o, value: {function: \
      "fw:date(fw:value = $(born), fw:pattern = yyyy)"}}]}
      """
    let text = mapping(byDate).replacing("s: ex:$(id)", with: "s: [ex:$(id), ex:copy/$(id)]")
    let run = try MappingRun(
      text,
      files: ["visits.csv": "id,on\n7,1815\n", "people.csv": "id,name,born\n1,Ada,1815\n2,Bo,x\n"])
    #expect(
      run.lines.prefix(2) == ["<ex:visit/7> <ex:of> <ex:1>", "<ex:visit/7> <ex:of> <ex:copy/1>"])
    #expect(
      run.findings == [
        "people.csv:3:3 (born) mapping.unreadable-value: “x” of born is not a date (yyyy); "
          + "the value is left out."
      ])
    #expect(run.counts == [3, 3, 0, 0])
  }

  @Test func `repeated key values join by each of them`() throws {
    let text = mapping(byPerson).replacing("[visits.csv~csv]", with: "['v.json~jsonpath', '$[*]']")
      .replacing("$(person)", with: "'$(person[*])'")
    let run = try MappingRun(
      text,
      files: ["v.json": #"[{"id": 7, "person": [2, 1, 9]}]"#, "people.csv": "id,name\n1,A\n2,B\n"])
    #expect(
      run.lines.prefix(2) == ["<ex:visit/7> <ex:of> <ex:2>", "<ex:visit/7> <ex:of> <ex:1>"])
  }

  @Test func `more than ten thousand combinations of key values are refused`() throws {
    let numbers = (0..<101).map(String.init).joined(separator: ",")
    let both = """
      [{function: equal, parameters: [[str1, "$(a[*])", s], [str2, $(id), o]]}, \
      {function: equal, parameters: [[str1, "$(b[*])", s], [str2, $(id), o]]}]
      """
    let text = mapping(both).replacing("[visits.csv~csv]", with: "['v.json~jsonpath', '$[*]']")
    let run = try MappingRun(
      text,
      files: [
        "v.json": "[{\"id\": 7, \"a\": [\(numbers)], \"b\": [\(numbers)]}]",
        "people.csv": "id,name\n1,A\n",
      ])
    #expect(run.lines == [#"<ex:1> <ex:name> "A""#])
    #expect(
      run.findings == [
        "v.json /0 at byte 1 mapping.too-many-values: Repeated values of this record combine to "
          + "more than 10000 terms; none was written."
      ])
  }

  @Test func `a record that matches too many parents ends the run`() {
    let people = "id,name,key\n" + (0...RunLimits.joinFanOut).map { "\($0),A,k\n" }.joined()
    let byKey = "{function: equal, parameters: [[str1, $(person), s], [str2, $(key), o]]}"
    #expect(
      fatalFindings(
        mapping(byKey), files: ["visits.csv": "id,person\n6,other\n7,k\n", "people.csv": people])
        == [
          "visits.csv:3 mapping.join-fan-out: One record matches more than 100000 records of "
            + "“person”. Add a condition to the join, so that its key names one record."
        ])
  }

  private let byKey = "{function: equal, parameters: [[str1, $(person), s], [str2, $(key), o]]}"

  private func rows(_ count: Int, _ row: (Int) -> String) -> String {
    (0..<count).map { row($0) + "\n" }.joined()
  }

  /// What ends a run with a limit of matches; fails the test if something was delivered before.
  private func estimate(
    _ mapping: String, _ files: [String: String], limit: Int
  ) throws -> [String] {
    let folder = try SourceFolder(files)
    let plan = try compilePlan(mapping)
    let inputs = plan.sources.map {
      folder.input($0.logical, nullValues: [], mapsRaggedRows: false)
    }
    var executor = MappingExecutor(plan: plan, inputs: inputs, joinMatches: limit)
    var sink = ByteSink(writesGraphs: true)
    var deliveries = 0
    do throws(DiagnosedError) {
      try executor.run(into: &sink) { _, _ throws(DiagnosedError) in deliveries += 1 }
      return []
    } catch {
      #expect(deliveries == 0)
      expectFilled(error.findings)
      return error.findings.map { "\(place($0.place)) \($0.rule.id): \($0.message())" }
    }
  }

  @Test func `a join on a constant column ends before anything is mapped`() {
    let found = fatalFindings(
      mapping(byKey),
      files: [
        "visits.csv": "id,person\n" + rows(40_000) { "\($0),k" },
        "people.csv": "id,name,key\n" + rows(40_000) { "\($0),A,k" },
      ])
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("m.yaml:9:22 mapping.join-estimate: Going by its first ") == true,
      "\(found)")
    #expect(
      found.first?.hasSuffix(
        "the limit is 1000000000. Look for a condition that is wrong or "
          + "missing: the key of a join should name one record, as an identifier does.") == true,
      "\(found)")
  }

  @Test func `a small file is counted whole, and the limit itself is allowed`() throws {
    let files = [
      "visits.csv": "id,person\n" + rows(30) { "\($0),k" },
      "people.csv": "id,name,key\n" + rows(20) { "\($0),A,k" },
    ]
    #expect(try estimate(mapping(byKey), files, limit: 600) == [])
    #expect(
      try estimate(mapping(byKey), files, limit: 599) == [
        "9:22 mapping.join-estimate: Going by its first 30 records, the join with “person” matches "
          + "about 600 times; the limit is 599."
      ])
  }

  @Test func `the first records of a large file stand for all of it`() throws {
    let files = [
      "visits.csv": "id,person,note\n"
        + rows(20_000) { "\(10_000 + $0),k,a note that makes the rows longer" },
      "people.csv": "id,name,key\n" + rows(2) { "\($0),A,k" },
    ]
    #expect(try estimate(mapping(byKey), files, limit: 40_100) == [])
    #expect(try estimate(mapping(byKey), files, limit: 39_900).count == 1)
  }

  @Test func `a condition that compares constants is a cross product`() throws {
    let always = "{function: equal, parameters: [[str1, x, s], [str2, x, o]]}"
    let files = [
      "visits.csv": "id\n" + rows(30) { "\($0)" },
      "people.csv": "id,name\n" + rows(20) { "\($0),A" },
    ]
    #expect(try estimate(mapping(always), files, limit: 500).count == 1)
  }

  @Test func `records that a condition leaves out match nothing`() throws {
    let text = mapping(byKey).replacing(
      "s: ex:visit/$(id)",
      with: "s: ex:visit/$(id)\n"
        + "    condition: {function: equal, parameters: [[str1, $(id)], [str2, 7]]}")
    let files = [
      "visits.csv": "id,person\n" + rows(30) { "\($0),k" },
      "people.csv": "id,name,key\n" + rows(20) { "\($0),A,k" },
    ]
    #expect(try estimate(text, files, limit: 20) == [])
    #expect(try estimate(text, files, limit: 19).count == 1)
  }

  @Test func `a mapping of the same source without condition is the same record`() throws {
    let run = try MappingRun(
      """
      prefixes: {ex: "http://ex.org/"}
      mappings:
        person:
          sources: [[people.csv~csv]]
          s: ex:$(id)
          po:
            - p: ex:home
              o: {mapping: address}
        address:
          sources: [[people.csv~csv]]
          s: ex:in/$(city)
          po: [[ex:city, $(city)]]
          condition: {function: idlab-fn:notEqual, parameters: [[str1, $(city)], [str2, none]]}
      """, files: ["people.csv": "id,city\n1,Graz\n2,none\n"])
    #expect(
      run.lines == ["<ex:1> <ex:home> <ex:in/Graz>", #"<ex:in/Graz> <ex:city> "Graz""#])
  }

  @Test func `parents with several subjects and blank nodes are all joined`() throws {
    let text = mapping(byPerson).replacing(
      "s: ex:$(id)", with: "s: [ex:$(id), {value: $(id), type: blank}]")
    let run = try MappingRun(
      text, files: ["visits.csv": "id,person\n7,1\n", "people.csv": "id,name\n1,Ada\n"])
    #expect(
      run.lines.prefix(2) == ["<ex:visit/7> <ex:of> <ex:1>", "<ex:visit/7> <ex:of> _:b1"])
  }
}
