// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

struct RMLWriterTests {
  private let place = SourcePlace(file: "m.yaml", .text(line: 1, column: 1))

  private func write(_ document: MappingDocument) throws -> String {
    String(decoding: try RMLWriter.write(document), as: UTF8.self)
  }

  @Test func `sources, then targets, then triples maps stand in the order of the document`() throws
  {
    let document = try compileYARRRML(
      """
      prefixes: {ex: "http://ex.org/"}
      targets: {z: [z.nq~localfile], a: [a.ttl~localfile, turtle]}
      mappings:
        zebra: {sources: [[z.csv~csv]], s: {v: "ex:$(id)", t: [z, a]}, po: [[ex:p, $(x)]]}
        ape: {sources: [[a.csv~csv]], s: "ex:$(id)", po: [[ex:p, $(x)]]}
      """)
    let blocks = try write(document).split(separator: "\n").filter { $0.contains(" a rml:") }
    #expect(
      blocks.filter { !$0.hasPrefix(" ") } == [
        "source:zebra-1 a rml:LogicalSource ;", "source:ape-1 a rml:LogicalSource ;",
        "target:z a rml:LogicalTarget ;", "target:a a rml:LogicalTarget ;",
        "map:zebra a rml:TriplesMap ;", "map:ape a rml:TriplesMap ;",
      ])
  }

  @Test func `several maps of one name, and names that differ in odd characters, are told apart`()
    throws
  {
    let document = try compileYARRRML(
      """
      prefixes: {ex: "http://ex.org/"}
      mappings:
        a b: {sources: [[a.csv~csv]], s: ["ex:$(id)", "ex:2/$(id)"], po: [[ex:p, $(x)]]}
        a_b: {sources: [[a.csv~csv]], s: "ex:$(id)", po: [[ex:p, $(x)]]}
      """)
    let text = try write(document)
    for name in ["map:a_b ", "map:a_b-2 ", "map:a_b-3 "] {
      #expect(text.contains(name + "a rml:TriplesMap"))
    }
  }

  @Test func `a document's own meaning of a prefix goes before the writer's`() throws {
    let document = try compileYARRRML(
      """
      prefixes: {map: "http://ex.org/"}
      mappings:
        m: {sources: [[a.csv~csv]], s: "map:$(id)", po: [[map:p, $(x)]]}
      """)
    let text = try write(document)
    #expect(text.contains("@prefix map: <http://ex.org/> ."))
    #expect(text.contains("<https://w3id.org/fairway/mapping/map#m> a rml:TriplesMap"))
  }

  @Test func `a gathering is written as a list of its members, in order`() throws {
    let members = ["first", "second"].map {
      ObjectMap.term(TermMap(.reference($0, place: place), kind: .literal, place: place))
    }
    let gathered = TermMap(
      .template([]), kind: .blankNode,
      gathering: Gathering(
        members: members, form: .seq, strategy: .cartesianProduct, allowsEmpty: true, place: place),
      place: place)
    let statements = PredicateObjectMap(
      predicates: [TermMap(.constant("http://ex.org/p"), kind: .iri, place: place)],
      objects: [.term(gathered)], place: place)
    let document = MappingDocument(
      file: "m.yaml", prefixes: ["ex": "http://ex.org/"],
      sources: [LogicalSource(name: "s", access: "a.csv", formulation: .csv, place: place)],
      triplesMaps: [
        TriplesMap(
          name: "m", source: 0,
          subject: TermMap(
            .template([.text("http://ex.org/"), .reference("id", place: place)]), kind: .iri,
            place: place), predicateObjects: [statements], place: place)
      ])
    #expect(
      try write(document).contains(
        """
            rml:objectMap [
              rml:allowEmptyListAndContainer true ;
              rml:gather [
                rdf:first [
                  rml:reference "first"
                ] ;
                rdf:rest [
                  rdf:first [
                    rml:reference "second"
                  ] ;
                  rdf:rest rdf:nil
                ]
              ] ;
              rml:gatherAs rdf:Seq ;
              rml:strategy rml:cartesianProduct
            ] ;
            rml:predicate ex:p
        """))
  }

  @Test func `a view is written with its fields and joins`() throws {
    func field(_ name: String, _ content: LogicalView.Field.Content? = nil) -> LogicalView.Field {
      LogicalView.Field(
        name: name, content: content ?? .expression(.reference(name, place: place)), place: place)
    }
    var view = LogicalSource(name: "v", access: "v", formulation: .jsonpath, place: place)
    var items = field("item", .iterable(iterator: "$.items[*]", formulation: .csv))
    items.fields = [field("kind")]
    var codes = field("codes", .iterable(iterator: "//x:code", formulation: .xpath))
    codes.namespaces = ["x": "urn:x"]
    view.view = LogicalView(
      source: 0, fields: [field("name"), items, codes],
      joins: [
        LogicalView.Join(
          keepsUnmatched: true, parent: 0,
          conditions: [
            JoinCondition(
              child: .reference("name", place: place), parent: .reference("id", place: place),
              place: place)
          ], fields: [field("site")], place: place)
      ], place: place)
    var base = LogicalSource(name: "b", access: "b.json", formulation: .jsonpath, place: place)
    base.iterator = "$[*]"
    base.nullValues = ["NA"]
    let text = try write(
      MappingDocument(file: "m.yaml", sources: [base, view], triplesMaps: []))
    for line in [
      "source:v a rml:LogicalView ;", "rml:viewOn source:b", "a rml:IterableField ;",
      "rml:iterator \"$.items[*]\" ;", "rml:referenceFormulation rml:CSV", "rml:leftJoin [",
      "rml:parentLogicalView source:b", "rml:child \"name\" ;", "rml:parent \"id\"",
      "rml:fieldName \"site\" ;", "rml:null \"NA\" ;", "rml:namespaceURL \"urn:x\"",
    ] {
      #expect(text.contains(line), "\(line)")
    }
  }

  @Test func `braces and backslashes of a text are escaped in a template`() throws {
    let document = try compileYARRRML(yarrrmlHead + "    po: [[ex:p, '{a\\b}$(x{y})']]")
    #expect(try write(document).contains(#"rml:template "\\{a\\\\b\\}{x\\{y\\}}""#))
  }
}
