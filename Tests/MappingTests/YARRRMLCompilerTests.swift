// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

struct YARRRMLCompilerTests {
  static let type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
  static let xsd = "http://www.w3.org/2001/XMLSchema#"

  @Test(arguments: [
    ("po: [[a, ex:Person]]", ["\(type) <http://ex.org/Person>"]),
    ("po: [[rdf:type, ex:Person]]", ["\(type) <http://ex.org/Person>"]),
    ("po: [[a, $(class)]]", ["\(type) <{class}>"]),
    ("po: [[ex:p, $(name)]]", ["<http://ex.org/p> \"{name}\""]),
    ("po: [[ex:p, 5]]", ["<http://ex.org/p> \"5\""]),
    ("po: [[ex:p, $(name), xsd:date]]", ["<http://ex.org/p> \"{name}\"^^<\(xsd)date>"]),
    ("po: [[ex:p, $(name), en~lang]]", ["<http://ex.org/p> \"{name}\"@en"]),
    ("po: [[ex:p, $(name), $(l)~lang]]", ["<http://ex.org/p> \"{name}\"@{l}"]),
    ("po: [[ex:p, $(name), $(type)]]", ["<http://ex.org/p> \"{name}\"^^<{type}>"]),
    ("po: [[ex:p, $(friend)~iri]]", ["<http://ex.org/p> <{friend}>"]),
    ("po: [[ex:p, ex:$(friend)~iri]]", ["<http://ex.org/p> <http://ex.org/{friend}>"]),
    ("po: [[ex:p, https://a.b/$(x)~iri]]", ["<http://ex.org/p> <https://a.b/{x}>"]),
    (
      "po: [[[ex:p, ex:q], [$(a), $(b)]]]",
      [
        "<http://ex.org/p> \"{a}\"", "<http://ex.org/p> \"{b}\"", "<http://ex.org/q> \"{a}\"",
        "<http://ex.org/q> \"{b}\"",
      ]
    ),
    (
      "po: [{p: ex:p, o: [[$(a), xsd:date], [$(b), nl~lang]]}]",
      ["<http://ex.org/p> \"{a}\"^^<\(xsd)date>", "<http://ex.org/p> \"{b}\"@nl"]
    ),
    (
      "predicateobject: {predicate: ex:p, object: {v: $(a), type: iri}}",
      ["<http://ex.org/p> <{a}>"]
    ),
    (
      "predicateobjects: [{predicates: ex:p, objects: {value: $(a), datatype: xsd:date}}]",
      ["<http://ex.org/p> \"{a}\"^^<\(xsd)date>"]
    ),
    (
      "po: [{p: ex:p, o: {value: $(a), language: en-GB}}]", ["<http://ex.org/p> \"{a}\"@en-GB"]
    ),
    ("po: [{p: ex:p, o: $(a), type: iri}]", ["<http://ex.org/p> <{a}>"]),
    ("po: [{p: ex:p, o: $(a), datatype: xsd:date}]", ["<http://ex.org/p> \"{a}\"^^<\(xsd)date>"]),
    ("po: [{p: ex:p, o: {value: b$(a), type: blank}}]", ["<http://ex.org/p> _:b{a}"]),
    ("po: [[ex:$(p), $(a)]]", ["<http://ex.org/{p}> \"{a}\""]),
    ("po: [[ex:p, 'T1: $(a)']]", ["<http://ex.org/p> \"T1: {a}\""]),
    ("po: [[ex:p, 'a\\:$(a)']]", ["<http://ex.org/p> \"a:{a}\""]),
    ("po: [[ex:p, \"\"]]", ["<http://ex.org/p> \"\""]),
  ]) func `predicates and objects are read in every form`(text: String, expected: [String]) throws {
    let document = try compileYARRRML(yarrrmlHead + "    " + text)
    #expect(lines(document) == expected.map { "<http://ex.org/{id}> \($0)" })
  }

  @Test func `sources are shared by content, and a map is made for each source and subject`() throws
  {
    let document = try compileYARRRML(
      """
      base: http://base.org/
      prefixes: {ex: "http://ex.org/"}
      sources:
        people: [data/people.csv~csv]
        notes:
          access: notes.csv
          type: localfile
          referenceFormulation: csv
          delimiter: ";"
          encoding: latin1
      mappings:
        one:
          sources: people
          subjects: [ex:$(id), 'ex:other/$(id)']
          po: [[ex:p, x]]
        two:
          source:
            - access: data/people.csv
              referenceFormulation: csv
            - [d.json~jsonpath, "$.patients[*]"]
            - notes
          subject: ex:$(id)
          po: [[ex:p, x]]
        three:
          sources: [d.json~jsonpath, "$.patients[*]"]
          s: ex:$(id)
          po: [[ex:p, x]]
        four:
          sources: [people, notes]
          s: ex:$(id)
          po: [[ex:p, x]]
      """)
    #expect(document.base == "http://base.org/")
    #expect(document.prefixes["ex"] == "http://ex.org/")
    #expect(document.prefixes["fw"] == "https://w3id.org/fairway/function#")
    #expect(document.sources.map(\.name) == ["people", "two#2", "notes"])
    #expect(document.sources.map(\.access) == ["data/people.csv", "d.json", "notes.csv"])
    #expect(document.sources.map(\.formulation) == [.csv, .jsonpath, .csv])
    #expect(document.sources.map(\.iterator) == [nil, "$.patients[*]", nil])
    #expect(document.sources[2].delimiter == ";")
    #expect(document.sources[2].encoding == "latin1")
    #expect(document.sources.map { place($0.place) } == ["4:11", "20:9", "6:5"])
    #expect(
      document.triplesMaps.map { "\($0.name) \($0.source) \(show($0.subject))" } == [
        "one 0 <http://ex.org/{id}>", "one 0 <http://ex.org/other/{id}>",
        "two 0 <http://ex.org/{id}>", "two 1 <http://ex.org/{id}>", "two 2 <http://ex.org/{id}>",
        "three 1 <http://ex.org/{id}>", "four 0 <http://ex.org/{id}>",
        "four 2 <http://ex.org/{id}>",
      ])
    #expect(place(document.triplesMaps[0].place) == "12:3")
  }

  @Test(arguments: ["\"\\t\"", "'\\t'", "\\t"])
  func `a tab is a delimiter however it is written`(delimiter: String) throws {
    let document = try compileYARRRML(
      """
      mappings:
        m:
          sources: {access: a.tsv, referenceFormulation: csv, delimiter: \(delimiter)}
          s: urn:x:$(id)
          po: [[rdfs:label, x]]
      """)
    #expect(document.sources.map(\.delimiter) == ["\t"])
  }

  @Test func `subjects can be references, blank nodes and functions`() throws {
    let document = try compileYARRRML(
      """
      mappings:
        m:
          sources: [[a.csv~csv]]
          s:
            - $(iri)
            - {value: "b$(id)", type: blank}
            - f: grel:toLowerCase(grel:valueParameter = $(iri))
          po: [[rdfs:label, x]]
      """)
    #expect(
      document.triplesMaps.map { show($0.subject) } == [
        "<{iri}>", "_:b{id}", "<grel:toLowerCase(grel:valueParameter={iri})>",
      ])
  }

  @Test func `graphs stand on a mapping, a predicate-object and an object`() throws {
    let document = try compileYARRRML(
      yarrrmlHead + """
            g: ex:$(id)_Record
            po:
              - {p: ex:p, o: a, graphs: [ex:g1, ex:g2]}
              - p: ex:p
                o: [{value: b, graph: ex:g3}, c]
        """)
    let subject = "<http://ex.org/{id}> <http://ex.org/p>"
    let record = "@ <http://ex.org/{id}_Record>"
    #expect(
      lines(document) == [
        "\(subject) \"a\" \(record) @ <http://ex.org/g1> @ <http://ex.org/g2>",
        "\(subject) \"c\" \(record)",
        "\(subject) \"b\" \(record) @ <http://ex.org/g3>",
      ])
  }

  @Test func `links to other mappings carry their joins`() throws {
    let document = try compileYARRRML(
      yarrrmlHead + """
            po:
              - p: ex:near
                o:
                  - mapping: place
                  - mapping: place
                    condition:
                      function: equal
                      parameters:
                        - [str1, $(placeID), s]
                        - [str2, "$(ID)", o]
                  - mapping: [place, person]
                    conditions:
                      fn: grel:boolean_and
                      pms:
                        - pm: grel:param_rep_b
                          v:
                            f: idlab-fn:equal
                            pms:
                              - [grel:valueParameter, $(a), o]
                              - [grel:valueParameter2, "x$(b)", s]
                        - pm: grel:param_rep_b
                          v:
                            f: equal
                            pms: [[str2, $(c)], [str1, $(d)]]
          place:
            sources: [[places.csv~csv]]
            s: ex:$(ID)
        """)
    let subject = "<http://ex.org/{id}> <http://ex.org/near>"
    #expect(
      lines(document) == [
        "\(subject) →place", "\(subject) →place [{placeID} = {ID}]",
        "\(subject) →place [x{b} = {a}] [{d} = {c}]",
        "\(subject) →person [x{b} = {a}] [{d} = {c}]",
      ])
  }

  @Test func `conditions stand on a mapping, a predicate-object and an object`() throws {
    let document = try compileYARRRML(
      yarrrmlHead + """
            condition:
              function: fw:present
              parameters: {value: $(id)}
            po:
              - {p: ex:p, o: a, condition: "fw:present(value = $(b))"}
              - p: ex:p
                o:
                  - {value: c, condition: {f: "fw:present(value = $(d))"}}
                  - e
                conditions:
                  - {f: "fw:present(value = $(f))"}
                  - {f: "fw:present(value = $(g))"}
        """)
    #expect(document.triplesMaps.map { $0.condition.map(show) } == ["fw:present(fw:value={id})"])
    let both =
      "grel:boolean_and(grel:param_rep_b=fw:present(fw:value={f}), grel:param_rep_b=fw:present(fw:value={g}))"
    #expect(
      document.triplesMaps[0].predicateObjects.map { $0.condition.map(show) } == [
        "fw:present(fw:value={b})", both,
        "grel:boolean_and(grel:param_rep_b=\(both), grel:param_rep_b=fw:present(fw:value={d}))",
      ])
    #expect(
      document.triplesMaps[0].predicateObjects.map { $0.objects.map { show($0) } } == [
        ["\"a\""], ["\"e\""], ["\"c\""],
      ])
  }

  @Test func `references know the column in which they stand`() throws {
    let document = try compileYARRRML(
      yarrrmlHead + """
            po:
              - [ex:p, ab$(x)-$(y)]
              - [ex:p, "q$(x)"]
              - p: ex:p
                o: {f: "fw:term(fw:value = $(Sex), list = 'a$(b)')"}
        """)
    let objects = document.triplesMaps[0].predicateObjects.flatMap(\.objects)
    var places: [String] = []
    func collect(_ expression: Mapping.Expression) {
      switch expression {
      case .constant: break
      case .reference(_, let reference): places.append(place(reference))
      case .template(let parts):
        for case .reference(_, let reference) in parts { places.append(place(reference)) }
      case .function(let call): call.arguments.forEach { collect($0.value) }
      }
    }
    for case .term(let term) in objects { collect(term.expression) }
    #expect(places == ["7:18", "7:23", "8:18", "10:36", "10:53"])
  }
}
