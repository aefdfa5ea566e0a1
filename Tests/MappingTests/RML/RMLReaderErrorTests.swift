// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

/// Every rule of ``RMLRules`` with the line of the mapping at which it is found.
struct RMLReaderErrorTests {
  @Test func `a document without a triples map is one finding for the file`() {
    #expect(
      rmlFindings("") == [
        "m.ttl: rml.no-triples-map: The document describes no triples map."
      ])
  }

  @Test func `a triples map needs a source and a subject`() {
    #expect(
      rmlFindings(
        """
        ex:a a rml:TriplesMap ;
          rml:subjectMap [ rml:template "http://ex.org/{id}" ] .
        ex:b a rml:TriplesMap ;
          rml:logicalSource ex:source .
        """) == [
          "m.ttl:5:1: rml.missing-part: The triples map <http://ex.org/a> has no rml:logicalSource.",
          "m.ttl:7:1: rml.missing-part: The triples map <http://ex.org/b> has no rml:subjectMap.",
        ])
  }

  @Test func `a predicate-object map needs a predicate and an object`() {
    #expect(
      rmlFindings(
        rmlMap(
          """
            rml:predicateObjectMap ex:one ,
              ex:two .
          ex:one rml:object "x" .
          ex:two rml:predicate ex:p .
          """)) == [
          "m.ttl:7:1: rml.missing-part: The predicate-object map <http://ex.org/one> has no "
            + "rml:predicate.",
          "m.ttl:8:1: rml.missing-part: The predicate-object map <http://ex.org/two> has no "
            + "rml:objectMap.",
        ])
  }

  @Test func `a source needs a formulation, and a place that is a file`() {
    #expect(
      rmlFindings(
        """
        ex:m a rml:TriplesMap ; rml:subject ex:s ;
          rml:logicalSource ex:own .
        ex:own rml:source "a.csv" .
        """) == [
          "m.ttl:6:1: rml.missing-part: The logical source <http://ex.org/own> has no "
            + "rml:referenceFormulation."
        ])
  }

  @Test func `a second source and a second subject are found where they stand`() {
    #expect(
      rmlFindings(
        rmlMap(
          """
            rml:subjectMap [ rml:template "http://ex.org/2/{id}" ] ;
            rml:logicalSource [ rml:source "b.csv" ; rml:referenceFormulation rml:CSV ] .
          """)) == [
          "m.ttl:8:1: rml.several-parts: The triples map <http://ex.org/m> has 2 of "
            + "rml:logicalSource; one is allowed.",
          "m.ttl:7:1: rml.several-parts: The triples map <http://ex.org/m> has 2 of "
            + "rml:subjectMap; one is allowed.",
        ])
  }

  @Test func `a property that is misspelt gets the nearest name, others of other people are free`()
  {
    #expect(
      rmlFindings(
        rmlMap(
          """
            ex:note "free" ;
            rml:predicateObjectMap [ rml:predicate ex:p ;
              rml:objectMap [ rml:reference "x" ; rml:datatpye ex:d ] ] .
          """)) == [
          "m.ttl:9:1: rml.unknown-property: rml:datatpye is no property of this object map. Did you "
            + "mean “datatype”?"
        ])
  }

  @Test func `a term map must say where its value comes from`() {
    #expect(
      rmlFindings(
        rmlMap(
          """
            rml:predicateObjectMap [ rml:predicate ex:p ;
              rml:objectMap [ rml:termType rml:Literal ] ] .
          """)) == [
          "m.ttl:8:1: rml.no-expression: This object map says neither constant, template, "
            + "reference nor function."
        ])
  }

  @Test(arguments: [
    ("{a", "opens a brace that it does not close"), ("a}", "closes a brace that it does not open"),
    ("{}", "has a reference without a name"), (#"a\\"#, "ends in a backslash"),
    ("{a{b}}", "has a brace inside of a reference"),
    (#"a\\b"#, "has a backslash before “b”, which needs none"),
  ])
  func `a template with a fault says which`(template: String, problem: String) {
    let findings = rmlFindings(
      rmlMap(
        """
          rml:predicateObjectMap [ rml:predicate ex:p ;
            rml:objectMap [ rml:template "\(template)" ] ] .
        """))
    let shown = template.replacing(#"\\"#, with: #"\"#)
    #expect(
      findings == ["m.ttl:8:1: rml.template: The template “\(shown)” \(problem)."])
  }

  @Test func `a term type is one that its place allows`() {
    #expect(
      rmlFindings(
        """
        ex:m a rml:TriplesMap ; rml:logicalSource ex:source ;
          rml:subjectMap [ rml:reference "id" ; rml:termType rml:Literal ] ;
          rml:predicateObjectMap [
            rml:predicateMap [ rml:reference "p" ; rml:termType rml:BlankNode ] ;
            rml:objectMap [ rml:reference "o" ; rml:termType rml:Iri ] ] .
        """) == [
          "m.ttl:6:1: rml.term-type: rml:Literal cannot be the term type of this subject map; "
            + "allowed are rml:IRI, rml:BlankNode.",
          "m.ttl:8:1: rml.term-type: rml:BlankNode cannot be the term type of this predicate map; "
            + "allowed are rml:IRI.",
          "m.ttl:9:1: rml.term-type: http://w3id.org/rml/Iri cannot be the term type of this object "
            + "map; allowed are rml:IRI, rml:URI, rml:UnsafeIRI, rml:UnsafeURI, rml:BlankNode, "
            + "rml:Literal.",
        ])
  }

  @Test func `a constant is of the kind that its place and its term type allow`() {
    #expect(
      rmlFindings(
        rmlMap(
          """
            rml:predicateObjectMap [ rml:predicate "p" ;
              rml:objectMap [ rml:constant "x" ; rml:termType rml:IRI ] ] .
          """)) == [
          "m.ttl:7:1: rml.constant: The constant “p” of this predicate map is a literal; an IRI is "
            + "needed.",
          "m.ttl:8:1: rml.constant: The constant “x” of this object map is a literal; an IRI is "
            + "needed.",
        ])
  }

  @Test func `a triples map that is referred to must be described`() {
    #expect(
      rmlFindings(
        rmlMap(
          """
            rml:predicateObjectMap [ rml:predicate ex:p ;
              rml:objectMap [ rml:parentTriplesMap ex:n ] ] .
          """)) == [
          "m.ttl:8:1: rml.unknown-resource: <http://ex.org/n> is used as a triples map, and the "
            + "document does not describe it as one. Did you mean “http://ex.org/m”?"
        ])
  }

  @Test func `a formulation that is not read is named, with those that are`() {
    #expect(
      rmlFindings(
        """
        ex:m a rml:TriplesMap ; rml:subject ex:s ;
          rml:logicalSource [ rml:source "a.csv" ;
            rml:referenceFormulation ex:Lines ] .
        """) == [
          "m.ttl:7:1: rml.reference-formulation: “http://ex.org/Lines” is no reference formulation "
            + "that is read; these are CSV, JSONPath and XPath."
        ])
  }

  @Test func `words out of a list are named with the list`() {
    #expect(
      rmlFindings(
        rmlMap(
          """
            rml:predicateObjectMap [ rml:predicate ex:p ;
              rml:objectMap [ rml:gather ( [ rml:reference "x" ] ) ; rml:gatherAs rdf:Set ] ,
                [ rml:gather ( [ rml:reference "x" ] ) ; rml:gatherAs rdf:Bag ;
                  rml:strategy rml:zip ] ,
                [ rml:reference "x" ; rml:logicalTarget ex:target ] ] .
          ex:target rml:target [ a rml:FilePath ; rml:path "out.nt" ] ;
            rml:compression rml:bzip2 .
          """)) == [
          "m.ttl:8:1: rml.unknown-word: “http://www.w3.org/1999/02/22-rdf-syntax-ns#Set” is none "
            + "of the words for rml:gatherAs: rdf:List, rdf:Bag, rdf:Seq, rdf:Alt.",
          "m.ttl:10:1: rml.unknown-word: “http://w3id.org/rml/zip” is none of the words for "
            + "rml:strategy: rml:append, rml:cartesianProduct.",
          "m.ttl:13:1: rml.unknown-word: “http://w3id.org/rml/bzip2” is none of the words for "
            + "rml:compression: rml:none, rml:gzip, rml:zip, rml:targz, rml:tarxz.",
        ])
  }

  @Test func `a view on itself ends, and says so`() {
    #expect(
      rmlFindings(
        """
        ex:m a rml:TriplesMap ; rml:subject ex:s ; rml:logicalSource ex:v .
        ex:v rml:viewOn ex:w .
        ex:w rml:viewOn ex:v .
        """) == [
          "m.ttl:7:1: rml.cycle: The logical view <http://ex.org/v> is defined by way of itself."
        ])
  }

  @Test func `two fields of one name are found where the second stands, when the view is planned`()
    throws
  {
    let document = try readRML(
      """
      ex:m a rml:TriplesMap ; rml:logicalSource ex:v ;
        rml:subjectMap [ rml:template "http://ex.org/{a}" ] .
      ex:v rml:viewOn ex:source ;
        rml:field [ rml:fieldName "a" ; rml:reference "x" ] ,
          [ rml:fieldName "a" ; rml:reference "y" ] .
      """)
    let error = #expect(throws: DiagnosedError.self) {
      try PlanCompiler.compile(document, services: FunctionServices())
    }
    #expect(
      error?.findings.map { "\($0.place.map(\.description) ?? "-") \($0.message())" } == [
        "m.ttl:9:1 The view <http://ex.org/v> has two fields that are called “a”."
      ])
  }

  @Test func `all faults of a mapping come at once`() {
    let findings = rmlFindings(
      rmlMap(
        """
          rml:predicateObjectMap [ rml:predicate "p" ; rml:object "x" ] ;
          rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:template "{" ] ] .
        """))
    #expect(findings.map { $0.prefix(9) } == ["m.ttl:7:1", "m.ttl:8:1"])
  }
}
