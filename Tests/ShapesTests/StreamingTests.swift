// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel
import Shapes
import TestSupport
import Testing

/// Data that stream by give the results of the graph as a whole.
struct StreamingTests {
  /// Shapes of every kind that looks at other nodes, with data that break them in several ways.
  static let cases: [(name: String, shapes: String, data: String)] = [
    (
      "values of a record",
      "ex:S sh:targetClass ex:C ; sh:property ex:p . ex:p sh:path ex:v ; "
        + "sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 2 .",
      "ex:a a ex:C ; ex:v 1 . ex:b a ex:C . ex:c a ex:C ; ex:v 3, 4 . ex:d a ex:C ; ex:v \"x\" ."
    ),
    (
      "classes of other nodes",
      "ex:S sh:targetClass ex:C ; sh:property ex:p . "
        + "ex:p sh:path ex:to ; sh:class ex:D .",
      "ex:a a ex:C ; ex:to ex:x, ex:y, ex:z, 5 . ex:x a ex:D . ex:y a ex:E . "
        + "ex:b a ex:C ; ex:to ex:b, ex:x ."
    ),
    (
      "shapes of other nodes, two steps deep",
      "ex:S sh:targetClass ex:C ; sh:property ex:p . ex:p sh:path ex:to ; sh:node ex:T . "
        + "ex:T sh:property [ sh:path ex:next ; sh:node ex:U ] . "
        + "ex:U sh:property [ sh:path ex:v ; sh:minCount 1 ; sh:in (1 2) ] .",
      "ex:a a ex:C ; ex:to ex:x . ex:x ex:next ex:y . ex:y ex:v 1 . "
        + "ex:b a ex:C ; ex:to ex:w . ex:w ex:next ex:z . ex:z ex:v 3 . "
        + "ex:c a ex:C ; ex:to ex:gone ."
    ),
    (
      "not, or, xone and qualified values",
      "ex:S sh:targetSubjectsOf ex:to ; sh:property [ sh:path ex:to ; sh:not ex:T ; "
        + "sh:qualifiedValueShape ex:U ; sh:qualifiedMinCount 1 ] ; sh:property [ sh:path ex:or ; "
        + "sh:or (ex:T ex:U) ; sh:xone (ex:T ex:U) ] . ex:T sh:property [ sh:path ex:t ; "
        + "sh:minCount 1 ] . ex:U sh:property [ sh:path ex:u ; sh:minCount 1 ] .",
      "ex:a ex:to ex:x, ex:y ; ex:or ex:x . ex:b ex:to ex:y ; ex:or ex:z, ex:w . ex:x ex:t 1 . "
        + "ex:y ex:u 1 . ex:z ex:t 1 ; ex:u 2 ."
    ),
    (
      "paths of several steps",
      "ex:S sh:targetClass ex:C ; sh:property [ "
        + "sh:path (ex:to [ sh:zeroOrMorePath ex:next ] ex:v) ; sh:maxCount 1 ; sh:minCount 1 ] .",
      "ex:a a ex:C ; ex:to ex:x . ex:x ex:next ex:y . ex:y ex:next ex:x ; ex:v 1, 2 . "
        + "ex:b a ex:C ; ex:to ex:z . ex:z ex:v 7 . ex:c a ex:C ; ex:to ex:gone ."
    ),
    (
      "paths against the arrow",
      "ex:S sh:targetClass ex:C ; sh:property [ "
        + "sh:path [ sh:inversePath ex:partOf ] ; sh:minCount 2 ] .",
      "ex:a a ex:C . ex:x ex:partOf ex:a . ex:y ex:partOf ex:a, ex:b . ex:b a ex:C ."
    ),
    (
      "nodes named by the shapes, and objects",
      "ex:S sh:targetNode ex:a, ex:gone ; "
        + "sh:targetObjectsOf ex:to ; sh:targetClass ex:C ; sh:property [ sh:path ex:v ; "
        + "sh:minCount 1 ] .",
      "ex:a ex:to ex:x, 5 . ex:x ex:v 1 . ex:b ex:to ex:y . ex:c a ex:C . ex:d a ex:C ; ex:v 2 ."
    ),
    (
      "concepts that fields hold",
      "ex:S sh:targetObjectsOf ex:theme ; sh:class skos:Concept ; sh:property [ "
        + "sh:path skos:inScheme ; sh:hasValue ex:themes ] .",
      "ex:a a ex:C ; ex:theme ex:x, ex:gone . ex:x a skos:Concept ; skos:inScheme ex:others . "
        + "ex:b a ex:C ; ex:theme ex:y, ex:x . ex:y rdfs:label \"y\" ; skos:inScheme ex:themes ."
    ),
    (
      "closed shapes of records and of other nodes",
      "ex:S sh:targetClass ex:C ; sh:closed true ; sh:ignoredProperties (rdf:type) ; "
        + "sh:property [ sh:path ex:to ; sh:node ex:T ] . ex:T sh:closed true ; "
        + "sh:property [ sh:path ex:v ] .",
      "ex:a a ex:C ; ex:to ex:x ; ex:more 1 . ex:x ex:v 1 ; ex:w 2 . ex:b a ex:C ; ex:to ex:y . "
        + "ex:y ex:v 2 ."
    ),
    (
      "pairs of properties of other nodes",
      "ex:S sh:targetClass ex:C ; sh:property [ "
        + "sh:path ex:to ; sh:node ex:T ] . ex:T sh:property [ sh:path ex:v ; sh:lessThan ex:w ; "
        + "sh:equals ex:u ; sh:disjoint ex:t ] .",
      "ex:a a ex:C ; ex:to ex:x, ex:y . ex:x ex:v 1 ; ex:w 2 ; ex:u 1 . "
        + "ex:y ex:v 3 ; ex:w 2 ; ex:u 4 ; ex:t 3 ."
    ),
    (
      "shapes that come back to themselves",
      "ex:S sh:targetClass ex:C ; sh:property [ "
        + "sh:path ex:next ; sh:node ex:S ] ; sh:property [ sh:path ex:v ; sh:minCount 1 ] .",
      "ex:a a ex:C ; ex:next ex:b ; ex:v 1 . ex:b a ex:C ; ex:next ex:c ; ex:v 1 . "
        + "ex:c a ex:C ; ex:next ex:a . ex:d a ex:C ; ex:next ex:d ; ex:v 1 ."
    ),
    (
      "property shapes inside each other",
      "ex:S sh:targetClass ex:C ; sh:property [ "
        + "sh:path ex:to ; sh:property [ sh:path ex:v ; sh:minCount 1 ; sh:uniqueLang true ] ] .",
      "ex:a a ex:C ; ex:to ex:x, ex:y . ex:x ex:v \"one\"@en, \"two\"@en, \"drei\"@de . "
        + "ex:b a ex:C ; ex:to ex:gone ."
    ),
    (
      "nodes without a name",
      "ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:to ; "
        + "sh:node ex:T ] . ex:T sh:property [ sh:path ex:v ; sh:hasValue 1 ] .",
      "ex:a a ex:C ; ex:to [ ex:v 1 ], [ ex:v 2 ] . ex:b a ex:C ; ex:to [ ex:w 1 ] ."
    ),
    (
      "several shapes for one record",
      "ex:S sh:targetClass ex:C, ex:D ; "
        + "sh:targetSubjectsOf ex:v ; sh:property [ sh:path ex:v ; sh:maxLength 2 ] . "
        + "ex:T sh:targetClass ex:D ; sh:property [ sh:path ex:w ; sh:minCount 1 ] .",
      "ex:a a ex:C, ex:D ; ex:v \"long\" . ex:b ex:v \"longer\" . ex:c a ex:D ; ex:w 1 ."
    ),
  ]

  @Test(arguments: cases.indices, StreamedGraph.Order.allCases)
  func `the results are those of the whole`(_ index: Int, _ order: StreamedGraph.Order) throws {
    let (name, shapes, data) = Self.cases[index]
    let graph = try ShapesFixture.graph(data)
    let parsed = try ShapesFixture.shapes(shapes).shapes
    let whole = Validator(shapes: parsed).validate(graph)
    #expect(!whole.results.isEmpty, "\(name) shows nothing")
    let streamed = try Self.stream(graph, order, parsed)
    #expect(Self.lines(streamed.results) == Self.lines(whole.results), "\(name)")
    #expect(streamed.focusNodeCount == whole.focusNodeCount, "\(name)")
  }

  @Test func `classes of background knowledge count`() throws {
    let shapes = try ShapesFixture.shapes(
      "ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:to ; sh:class ex:D ] ."
    ).shapes
    let graph = try ShapesFixture.graph(
      "ex:a a ex:SubC ; ex:to ex:x, ex:y, ex:known . ex:x a ex:SubD . ex:y a ex:E .")
    let hierarchy = try ShapesFixture.graph(
      "ex:SubC rdfs:subClassOf ex:C . ex:SubD rdfs:subClassOf ex:D . ex:known a ex:SubD .")
    let whole = Validator(shapes: shapes).validate(graph, hierarchy: hierarchy)
    #expect(whole.results.count == 1)
    for order in StreamedGraph.Order.allCases {
      let streamed = try Self.stream(graph, order, shapes, hierarchy: hierarchy)
      #expect(Self.lines(streamed.results) == Self.lines(whole.results))
    }
  }

  @Test(arguments: cases.indices, [nil, 1, 1 << 26])
  func `gathered data give the results of the whole`(_ index: Int, _ byteCount: Int?) throws {
    let (name, shapes, data) = Self.cases[index]
    let graph = try ShapesFixture.graph(data)
    let parsed = try ShapesFixture.shapes(shapes).shapes
    let whole = Validator(shapes: parsed).validate(graph)
    let gathered = try Self.gather(graph, parsed, byteCount: byteCount)
    #expect(Self.lines(gathered.results) == Self.lines(whole.results), "\(name)")
    #expect(gathered.focusNodeCount == whole.focusNodeCount, "\(name)")
  }

  @Test func `subclasses among gathered data count, with and without background knowledge`() throws
  {
    let shapes = try ShapesFixture.shapes(
      "ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:to ; sh:class ex:D ] ."
    ).shapes
    let graph = try ShapesFixture.graph(
      """
      ex:a a ex:Sub ; ex:to ex:x, ex:y, ex:z . ex:x a ex:Low . ex:y a ex:E . ex:z a ex:Other .
      ex:Low rdfs:subClassOf ex:Middle . ex:Middle rdfs:subClassOf ex:D . ex:Sub rdfs:subClassOf ex:C .
      """)
    let hierarchy = try ShapesFixture.graph("ex:Other rdfs:subClassOf ex:Middle .")
    for (knowledge, failing) in [(nil, ["y", "z"]), (hierarchy, ["y"])] {
      let whole = Validator(shapes: shapes).validate(graph, hierarchy: knowledge)
      #expect(
        whole.results.compactMap { $0.value.map { ShapeLabels.end(of: $0.value) } } == failing)
      let gathered = try Self.gather(graph, shapes, byteCount: nil, hierarchy: knowledge)
      #expect(Self.lines(gathered.results) == Self.lines(whole.results))
    }
  }

  @Test func `a subject that comes again ends the stream`() throws {
    let shapes = try ShapesFixture.shapes(
      "ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:v ; sh:minCount 1 ] ."
    ).shapes
    let graph = try ShapesFixture.graph("\nex:a a ex:C .\nex:b a ex:C .\nex:a ex:v 1 .")
    let validator = StreamingValidator(shapes: shapes)
    var obstacles: [StreamingValidator.Obstacle] = []
    var block = validator.emptyBlock
    for line in 2...4 {
      let statements = graph.triples.indices.filter { graph.origin(of: $0) == line }
      StreamedGraph(graph, .forward).fill(&block, statements)
      if let obstacle = try validator.validate(&block) { obstacles.append(obstacle) }
    }
    #expect(obstacles == [.repeatedSubject(line: 4)])
  }

  @Test func `subclasses among the data end the stream if shapes ask for classes`() throws {
    let graph = try ShapesFixture.graph("\nex:D rdfs:subClassOf ex:C .")
    for (target, expected) in [
      ("sh:targetClass ex:C", StreamingValidator.Obstacle.subclasses(line: 2)),
      ("sh:targetSubjectsOf ex:v", nil),
    ] {
      let shapes = try ShapesFixture.shapes(
        "ex:S \(target) ; sh:property [ sh:path ex:v ; sh:minCount 1 ] ."
      ).shapes
      let validator = StreamingValidator(shapes: shapes)
      var block = validator.emptyBlock
      StreamedGraph(graph, .together).fill(&block, [0])
      #expect(try validator.validate(&block) == expected)
    }
  }

  static func gather(
    _ graph: Graph, _ shapes: ShapesGraph, byteCount: Int?, hierarchy: Graph? = nil
  ) throws -> ValidationReport {
    var records = GatheredRecords(byteCount: byteCount)
    let stream = StreamedGraph(graph, .forward)
    var block = StatementBlock()
    for statements in stream.scattered {
      stream.fill(&block, statements)
      try records.add(block)
    }
    let (report, count) = try records.validate(against: shapes, hierarchy: hierarchy)
    #expect(count == graph.count)
    return report
  }

  static func stream(
    _ graph: Graph, _ order: StreamedGraph.Order, _ shapes: ShapesGraph, hierarchy: Graph? = nil
  ) throws -> ValidationReport {
    let validator = StreamingValidator(shapes: shapes, hierarchy: hierarchy)
    let stream = StreamedGraph(graph, order)
    var block = validator.emptyBlock
    for statements in stream.blocks {
      stream.fill(&block, statements)
      let obstacle = try validator.validate(&block)
      #expect(obstacle == nil)
    }
    #expect(validator.statementCount == graph.count)
    return try validator.finish()
  }

  /// Everything that a result says, one line each.
  static func lines(_ results: [ValidationResult]) -> [String] {
    results.flatMap { result in
      [
        "\(result.focusNode) \(result.path?.description ?? "-") \(result.component) "
          + "\(result.value?.description ?? "-") \(result.sourceShape) \(result.origin) "
          + result.sentence
      ] + lines(result.details).map { "  " + $0 }
    }
  }
}
