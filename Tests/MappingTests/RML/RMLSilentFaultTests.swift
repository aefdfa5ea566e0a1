// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

/// What a mapping says and no reader could obey, with the rule and the line at which it is found.
struct RMLSilentFaultTests {
  /// A fault: the lines of a mapping, and what is found in them.
  struct Fault: CustomTestStringConvertible {
    let lines: String
    let found: [String]

    init(_ lines: String, _ found: String...) {
      self.lines = lines
      self.found = found
    }

    var testDescription: String { found.joined(separator: ", ") }
  }

  // The rule, the line and, where a name matters, a piece of the message.
  private func expect(_ fault: Fault, in text: String) {
    let findings = rmlFindings(text)
    #expect(findings.count == fault.found.count, "\(findings)")
    for (finding, wanted) in zip(findings, fault.found) {
      let parts = wanted.split(separator: " ", maxSplits: 2).map(String.init)
      #expect(finding.hasPrefix("m.ttl:\(parts[0]):1: \(parts[1]): "), "\(finding)")
      if parts.count == 3 { #expect(finding.contains(parts[2]), "\(finding)") }
      #expect(!finding.contains("{") && !finding.contains("<b"), "\(finding)")
    }
  }

  @Test(arguments: [
    Fault(
      """
      rml:reference "a" ;
      rml:template "{b}"
      """, "10 rml.contradiction rml:reference and rml:template"),
    Fault(
      """
      rml:template "{b}" ;
      rml:constant ex:a
      """, "10 rml.contradiction rml:constant and rml:template"),
    Fault(
      """
      rml:reference "a" ;
      rml:functionExecution [ rml:function ex:f ]
      """, "10 rml.contradiction rml:reference and rml:functionExecution"),
    Fault(
      """
      rml:reference "a" ;
      rml:reference "b"
      """, "10 rml.several-parts has 2 of rml:reference"),
    Fault(
      """
      rml:reference "a" ; rml:termType rml:IRI ;
      rml:termType rml:Literal
      """, "10 rml.several-parts rml:termType"),
    Fault(
      """
      rml:reference "a" ; rml:datatype ex:d ;
      rml:language "en"
      """, "10 rml.contradiction rml:datatype and rml:language"),
    Fault(
      """
      rml:reference "a" ; rml:language "en" ;
      rml:languageMap [ rml:reference "l" ]
      """, "10 rml.contradiction rml:language and rml:languageMap"),
    Fault(
      """
      rml:reference "a" ; rml:termType rml:IRI ;
      rml:datatype ex:d
      """, "10 rml.contradiction rml:termType and rml:datatype"),
    Fault(
      """
      rml:constant ex:a ;
      rml:language "en"
      """, "10 rml.contradiction rml:constant and rml:language"),
    Fault(
      """
      rml:reference "a" ;
      rml:parentTriplesMap ex:m
      """, "10 rml.contradiction rml:parentTriplesMap and rml:reference"),
    Fault(
      """
      rml:reference "a" ;
      rml:joinCondition [ rml:child "a" ; rml:parent "b" ]
      """, "10 rml.missing-part no rml:parentTriplesMap"),
    Fault(
      """
      rml:reference "a" ;
      rml:return ex:out
      """, "10 rml.missing-part no rml:functionExecution"),
    Fault(
      """
      rml:reference "a" ;
      rml:gatherAs rdf:List
      """, "10 rml.missing-part no rml:gather"),
    Fault(
      """
      rml:reference "a" ;
      rml:class ex:C
      """, "10 rml.unknown-property rml:class"),
    Fault(
      """
      rml:gatherAs rdf:List ; rml:allowEmptyListAndContainer "yes" ;
      rml:gather ( [ rml:reference "a" ] )
      """, "9 rml.unknown-word “yes”"),
    Fault(
      """
      rml:gatherAs rdf:List ; rml:gather ( [ rml:reference "a" ] ) ;
      rml:termType rml:IRI
      """, "10 rml.term-type object map without a head; allowed are rml:BlankNode"),
    Fault(
      """
      rml:gatherAs rdf:List ; rml:gather ( [ rml:reference "a" ] ) ;
      rml:language "en"
      """, "10 rml.contradiction rml:gather and rml:language"),
    Fault(
      """
      rml:reference "a" ; rml:languageMap [
        rml:refrence "l" ; rml:constant "en" ]
      """, "10 rml.unknown-property Did you mean “reference”?"),
    Fault(
      """
      rml:reference "a" ;
      rml:condition [ rml:reference "b" ]
      """, "10 rml.missing-part no rml:functionExecution"),
  ])
  func `an object map is found where it contradicts itself`(fault: Fault) {
    expect(
      fault,
      in: rmlMap(
        """
          rml:predicateObjectMap [ rml:predicate ex:p ;
            rml:objectMap [
        \(fault.lines)
            ] ] .
        """))
  }

  @Test(arguments: [
    Fault(
      """
      rml:functionExecution [ rml:function ex:f ;
        rml:inputs [ rml:parameter ex:a ; rml:inputValue "x" ] ]
      """, "10 rml.unknown-property Did you mean “input”?"),
    Fault(
      """
      rml:functionExecution [ rml:function ex:f ;
        rml:function ex:g ]
      """, "10 rml.several-parts rml:function"),
    Fault(
      """
      rml:functionExecution [ rml:function ex:f ; rml:input [ rml:parameter ex:a ;
        rml:inputValeu "x" ; rml:inputValue "y" ] ]
      """, "10 rml.unknown-property Did you mean “inputValue”?"),
    Fault(
      """
      rml:functionExecution [ rml:function ex:f ; rml:input [ rml:parameter ex:a ;
        rml:inputValue "y" ;
        rml:inputValueMap [ rml:reference "x" ] ] ]
      """, "11 rml.contradiction rml:inputValue and rml:inputValueMap"),
    Fault(
      """
      rml:functionExecution [ rml:function ex:f ; rml:input [ rml:parameter ex:a ;
        rml:inputValueMap [ rml:reference "x" ;
          rml:template "y" ] ] ]
      """, "11 rml.contradiction The input value map at line 10 has"),
    Fault(
      """
      rml:functionExecution [ rml:function ex:f ] ;
      rml:returnMap [ rml:reference "r" ]
      """, "10 rml.missing-part The return map at line 10 has no rml:constant"),
    Fault(
      """
      rml:parentTriplesMap ex:m ; rml:joinCondition [ rml:child "a" ; rml:parent "a" ;
        rml:perent "b" ]
      """, "10 rml.unknown-property Did you mean “parent”?"),
    Fault(
      """
      rml:parentTriplesMap ex:m ; rml:joinCondition [ rml:child "a" ; rml:parent "a" ;
        rml:child "b" ]
      """, "10 rml.several-parts rml:child"),
    Fault(
      """
      rml:parentTriplesMap ex:m ; rml:joinCondition [ rml:child "a" ; rml:parent "a" ;
        rml:childMap [ rml:reference "b" ] ]
      """, "10 rml.contradiction rml:child and rml:childMap"),
    Fault(
      """
      rml:parentTriplesMap ex:m ;
      rml:logicalTarget [ rml:target [ rml:path "a.nt" ] ]
      """, "10 rml.unknown-property rml:logicalTarget"),
    Fault(
      """
      rml:reference "a" ; rml:logicalTarget [ rml:target [ rml:path "a.nt" ] ;
        rml:serialisation <http://www.w3.org/ns/formats/Turtle> ]
      """, "10 rml.unknown-property Did you mean “serialization”?"),
    Fault(
      """
      rml:reference "a" ; rml:logicalTarget [ rml:target [ a rml:FilePath ;
        rml:pth "a.nt" ] ]
      """, "10 rml.unknown-property Did you mean “path”?"),
    Fault(
      """
      rml:reference "a" ; rml:logicalTarget [ rml:target [ rml:path "a.nt" ;
        rml:root rml:Elsewhere ] ]
      """, "10 rml.unknown-word rml:root"),
  ])
  func `a function, a join or a target is found where it says what it cannot`(fault: Fault) {
    expect(
      fault,
      in: rmlMap(
        """
          rml:predicateObjectMap [ rml:predicate ex:p ;
            rml:objectMap [
        \(fault.lines)
            ] ] .
        """))
  }

  @Test func `a value of a function of the older vocabulary is found where its parameter is none`()
  {
    expect(
      Fault("", "13 rml.unknown-property Did you mean “predicate”?", "13 rml.missing-part line 13"),
      in: "@prefix fnml: <http://semweb.mmlab.be/ns/fnml#> .\n"
        + rmlMap(
          """
            rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ fnml:functionValue [
              rml:predicateObjectMap [
                rml:predicate <https://w3id.org/function/ontology#executes> ; rml:object ex:f ] ;
              # A parameter without a name.
              rml:predicateObjectMap
                [ rml:predicat ex:a ; rml:object "x" ] ] ] ] .
          """))
  }

  @Test(arguments: [
    Fault(
      """
      rml:source [ a rml:RelativePathSource ;
        rml:pth "a.csv" ] ; rml:referenceFormulation rml:CSV
      """, "8 rml.unknown-property Did you mean “path”?"),
    Fault(
      """
      rml:source [
        rml:paht "a.csv" ] ; rml:referenceFormulation rml:CSV
      """, "8 rml.unknown-property Did you mean “path”?"),
    Fault(
      """
      rml:source [ a rml:FilePath ] ; rml:referenceFormulation rml:CSV
      """, "7 rml.missing-part The source at line 7 has no rml:path"),
    Fault(
      """
      rml:source [ rml:path "a.csv" ;
        rml:root rml:MappingFolder ] ; rml:referenceFormulation rml:CSV
      """, "8 rml.unknown-word rml:MappingDirectory, rml:CurrentWorkingDirectory"),
    Fault(
      """
      rml:source [ rml:path "a.csv" ;
        rml:path "b.csv" ] ; rml:referenceFormulation rml:CSV
      """, "8 rml.several-parts rml:path"),
    Fault(
      """
      rml:source [ rml:path "a.csv" ; rml:encodin rml:UTF-8 ] ;
      rml:referenceFormulation rml:CSV
      """, "7 rml.unknown-property Did you mean “encoding”?"),
    Fault(
      """
      rml:source [ rml:path "a.csv" ] ; rml:referenceFormulation rml:CSV ;
      rml:iterator "$.a" , "$.b"
      """, "8 rml.several-parts rml:iterator"),
    Fault(
      """
      rml:source [ rml:path "a.xml" ] ; rml:iterator "/a" ; rml:referenceFormulation [
        a rml:XPathReferenceFormulation ; rml:namespace [ rml:namespacePrefix "x" ] ]
      """, "8 rml.missing-part no rml:namespaceURL"),
    Fault(
      """
      rml:source [ rml:path "a.csv" ] ; rml:referenceFormulation rml:CSV ;
      rml:query "SELECT"
      """, "8 source.unsupported a query"),
  ])
  func `a source is found where it says what it cannot`(fault: Fault) {
    expect(
      fault,
      in: """
        ex:m a rml:TriplesMap ; rml:subject ex:s ;
          rml:logicalSource [
        \(fault.lines) ] .
        """)
  }

  @Test(arguments: [
    ("csvw:skipColumns 1", "rml.csv-dialect csvw:skipColumns “1”"),
    ("csvw:headerRowCount 2", "rml.csv-dialect csvw:headerRowCount “2”"),
    ("csvw:doubleQuote false", "rml.csv-dialect csvw:doubleQuote “false”"),
    ("csvw:lineTerminators \"|\"", "rml.csv-dialect csvw:lineTerminators “|”"),
    ("csvw:skipBlankRows false", "rml.csv-dialect csvw:skipBlankRows “false”"),
    ("csvw:skipInitialSpace true", "rml.csv-dialect csvw:skipInitialSpace “true”"),
    ("csvw:trim \"start\"", "rml.unknown-word “start”"),
    ("csvw:skipRows \"two\"", "rml.csv-dialect csvw:skipRows “two”"),
    ("csvw:header true ; csvw:headerRowCount 0", "rml.contradiction csvw:header and"),
    ("csvw:delimeter \";\"", "rml.unknown-property csvw:delimeter"),
    ("csvw:delimiter \";\" , \",\"", "rml.several-parts csvw:delimiter"),
  ])
  func `a dialect that is not read is refused by name`(dialect: String, found: String) {
    expect(Fault("", "8 \(found)"), in: table(dialect))
  }

  @Test(arguments: [
    (#"csvw:column ( [ csvw:name "a" ; csvw:null "-" ] )"#, "rml.csv-dialect csvw:null “-”"),
    (
      #"csvw:column ( [ csvw:name "a" ; csvw:separator ";" ] )"#,
      "rml.csv-dialect csvw:separator “;”"
    ),
    (
      #"csvw:column ( [ csvw:name "a" ; csvw:datatype "date" ] )"#,
      "rml.csv-dialect csvw:datatype “date”"
    ),
    (#"csvw:datatype "date""#, "rml.csv-dialect csvw:datatype “date”"),
    (#"csvw:column ( [ csvw:titels "a" ] )"#, "rml.unknown-property csvw:titels"),
  ])
  func `a schema that is not read is refused by name`(schema: String, found: String) {
    let findings = rmlFindings(self.schema(schema))
    #expect(
      findings.contains { $0.hasPrefix("m.ttl:8:1: " + found.prefix { $0 != " " } + ": ") },
      "\(findings)")
    #expect(
      findings.contains { $0.contains(String(found.drop { $0 != " " }.dropFirst())) },
      "\(findings)")
  }

  @Test func `a column without a name does not move the others`() {
    #expect(
      rmlFindings(schema(#"csvw:column ( [ csvw:name "a" ] [] [ csvw:name "c" ] )"#)) == [
        "m.ttl:8:1: rml.missing-part: The column at line 8 has no csvw:name."
      ])
  }

  @Test func `a schema may say what is done anyway`() throws {
    let document = try readRML(
      schema(
        #"csvw:column ( [ csvw:name "a" ; csvw:datatype "string" ; csvw:required false ] ) ; "#
          + #"csvw:primaryKey "a""#))
    #expect(document.sources[0].table.columnNames == ["a"])
    #expect(document.sources[0].key == ["a"])
  }

  private func schema(_ schema: String) -> String {
    table("").replacing("csvw:dialect", with: "csvw:tableSchema")
      .replacing("[\n     ]", with: "[\n    \(schema) ]")
  }

  @Test(arguments: [
    Fault("rml:reference ex:a", "8 rml.not-a-text rml:reference is an IRI here, “http"),
    Fault("rml:reference [ ex:is ex:a ]", "8 rml.not-a-text rml:reference is a resource"),
    Fault("rml:template ex:a", "8 rml.not-a-text rml:template is an IRI"),
    Fault(
      "rml:reference \"a\" ; rml:language ex:en", "8 rml.not-a-text rml:language is an IRI"),
    Fault(
      "rml:reference \"a\" ; rml:languageMap [ rml:constant ex:en ]",
      "8 rml.not-a-text rml:constant is an IRI"),
    Fault(
      "rml:parentTriplesMap ex:m ; rml:joinCondition [ rml:child ex:a ; rml:parent \"b\" ]",
      "8 rml.not-a-text rml:child is an IRI"),
  ])
  func `an IRI is no text`(fault: Fault) {
    expect(
      fault,
      in: rmlMap(
        """
          rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [
          \(fault.lines) ] ] .
        """))
  }

  @Test func `what the reader of tables does anyway may be said`() throws {
    let document = try readRML(
      table(
        "csvw:skipColumns 0 ; csvw:headerRowCount 0 ; csvw:doubleQuote true ; "
          + #"csvw:lineTerminators ( "\r\n" "\n" ) ; csvw:skipBlankRows true ; "#
          + "csvw:skipInitialSpace false"))
    #expect(document.sources[0].table.hasHeader == false)
  }

  private func table(_ dialect: String) -> String {
    """
    @prefix csvw: <http://www.w3.org/ns/csvw#> .
    ex:m a rml:TriplesMap ; rml:subject ex:s ; rml:logicalSource [
      rml:source [ a csvw:Table ; csvw:url "a.csv" ; csvw:dialect [
        \(dialect) ] ] ;
      rml:referenceFormulation rml:CSV ] .
    """
  }

  @Test(arguments: [
    Fault(
      """
      ex:v rml:viewOn ex:source ; rml:field [ rml:fieldName "a" ; rml:reference "a" ;
        rml:iterator "$" ] .
      """, "8 rml.contradiction rml:reference and rml:iterator"),
    Fault(
      """
      ex:v rml:viewOn ex:source ; rml:field [ rml:fieldName "a" ; rml:reference "a" ] ;
        rml:leftJoin [ rml:parentLogicalView ex:source ;
          rml:joinConditions ex:x ;
          rml:joinCondition [ rml:child "a" ; rml:parent "a" ] ] .
      """, "9 rml.unknown-property Did you mean “joinCondition”?"),
    Fault(
      """
      ex:v rml:viewOn ex:source ; rml:field [ rml:fieldName "a" ; rml:reference "a" ] ;
        rml:structuralAnnotation [ a rml:PrimaryKeyAnnotation ;
          rml:onField ( "a" ) ] .
      """, "9 rml.unknown-property Did you mean “onFields”?"),
  ])
  func `a view is found where it says what it cannot`(fault: Fault) {
    expect(
      fault,
      in: """
        ex:m a rml:TriplesMap ; rml:logicalSource ex:v ;
          rml:subjectMap [ rml:template "http://ex.org/{a}" ] .
        \(fault.lines)
        """)
  }

  @Test func `a triples map whose source is misspelt is not passed over`() {
    expect(
      Fault("", "9 rml.unknown-property Did you mean “logicalSource”?", "9 rml.missing-part"),
      in: rmlMap(
        """
          rml:predicateObjectMap [ rml:predicate ex:p ; rml:object "x" ] .

        ex:n rml:logicalSorce ex:source ; rml:subject ex:s ;
          rml:predicateObjectMap [ rml:predicate ex:p ; rml:object "x" ] .
        """))
  }

  @Test func `what has no name is called by its line`() {
    #expect(
      rmlFindings(
        """
        [] a rml:TriplesMap ;
          rml:logicalSource ex:source .
        """) == ["m.ttl:5:1: rml.missing-part: The triples map at line 5 has no rml:subjectMap."])
  }

  @Test func `two triples maps without names are called by their lines`() throws {
    let document = try readRML(
      """
      [] a rml:TriplesMap ; rml:logicalSource ex:source ; rml:subject ex:s .
      [] a rml:TriplesMap ; rml:logicalSource ex:source ; rml:subject ex:t .
      """)
    #expect(document.triplesMaps.map(\.name) == ["triples map at line 5", "triples map at line 6"])
  }

  @Test func `two conditions of one statement are found, unless they say the same`() throws {
    let condition = { (name: String) in
      "rml:condition [ rml:functionExecution [ rml:function ex:\(name) ] ]"
    }
    func text(_ first: String, _ second: String) -> String {
      rmlMap(
        """
          rml:predicateObjectMap [ rml:predicate ex:p ; \(condition(first)) ;
            rml:objectMap [ rml:reference "a" ; \(condition(second)) ] ] .
        """)
    }
    #expect(
      rmlFindings(text("f", "g")) == [
        "m.ttl:8:1: rml.several-parts: The map at line 7 has 2 of rml:condition; one is allowed."
      ])
    let document = try readRML(text("f", "f"))
    #expect(
      document.triplesMaps[0].predicateObjects.map { $0.condition?.function } == ["http://ex.org/f"]
    )
  }
}
