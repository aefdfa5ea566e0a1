// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

struct RMLReaderTests {
  private func map(reading source: String) throws -> LogicalSource {
    let document = try readRML(
      "ex:m a rml:TriplesMap ; rml:subject ex:s ; rml:logicalSource [ \(source) ] .")
    return try #require(document.sources.first)
  }

  @Test func `a source says where its file is, what counts as null and how it is encoded`() throws {
    let source = try map(
      reading: """
        rml:source [ a rml:RelativePathSource ; rml:root rml:CurrentWorkingDirectory ;
          rml:path "a.json" ; rml:null "NULL" , "" ; rml:encoding rml:UTF-16 ] ;
        rml:referenceFormulation rml:JSONPath ; rml:iterator "$[*]"
        """)
    #expect(source.root == .workingFolder)
    #expect(source.access == "a.json")
    #expect(source.nullValues == ["NULL", ""])
    #expect(source.encoding == "UTF-16")
    #expect(source.formulation == .jsonpath)
    #expect(source.iterator == "$[*]")
  }

  @Test func `without a word about null, nothing is said of it`() throws {
    let source = try map(reading: "rml:source \"a.csv\" ; rml:referenceFormulation rml:CSV")
    #expect(source.nullValues == nil)
    #expect(source.root == .mappingFolder)
    #expect(source.delimiter == nil)
  }

  @Test func `a dialect of CSV on the Web takes effect, and what it leaves out is not guessed`()
    throws
  {
    let source = try map(
      reading: """
        rml:source [ a <http://www.w3.org/ns/csvw#Table> ;
          <http://www.w3.org/ns/csvw#url> "a.csv" ;
          <http://www.w3.org/ns/csvw#dialect> [
            <http://www.w3.org/ns/csvw#quoteChar> "'" ;
            <http://www.w3.org/ns/csvw#commentPrefix> "%" ;
            <http://www.w3.org/ns/csvw#skipRows> 2 ;
            <http://www.w3.org/ns/csvw#trim> true ;
            <http://www.w3.org/ns/csvw#header> false ] ] ;
        rml:referenceFormulation rml:CSV
        """)
    #expect(source.access == "a.csv")
    #expect(source.delimiter == ",")
    #expect(source.table.quote == "'")
    #expect(source.table.commentPrefix == "%")
    #expect(source.table.rowsBeforeHeader == 2)
    #expect(source.table.trims == true)
    #expect(source.table.hasHeader == false)
  }

  @Test func `a source that two maps describe alike is one`() throws {
    let document = try readRML(
      """
      ex:m a rml:TriplesMap ; rml:subject ex:s ;
        rml:logicalSource [ rml:source "a.csv" ; rml:referenceFormulation rml:CSV ] .
      ex:n a rml:TriplesMap ; rml:subject ex:t ;
        rml:logicalSource [ rml:source "a.csv" ; rml:referenceFormulation rml:CSV ] .
      """)
    #expect(document.sources.count == 1)
    #expect(document.triplesMaps.map(\.source) == [0, 0])
  }

  @Test func `targets of a term and of its language map belong to the term`() throws {
    let document = try readRML(
      rmlMap(
        """
          rml:predicateObjectMap [ rml:predicate ex:p ;
            rml:objectMap [ rml:reference "x" ; rml:logicalTarget ex:one ;
              rml:languageMap [ rml:constant "en" ; rml:logicalTarget ex:two ] ] ] .
        ex:one rml:target [ rml:path "one.nt.gz" ] ; rml:compression rml:gzip ;
          rml:serialization <http://www.w3.org/ns/formats/N-Triples> .
        ex:two rml:target [ rml:path "two.nq" ; rml:root rml:MappingDirectory ] ;
          rml:encoding rml:UTF-16 .
        """))
    guard case .term(let term) = document.triplesMaps[0].predicateObjects[0].objects[0] else {
      Issue.record("no term")
      return
    }
    let targets = term.targets.map { document.targets[$0] }.sorted { $0.name < $1.name }
    #expect(targets.map(\.access) == [.constant("one.nt.gz"), .constant("two.nq")])
    #expect(targets.map(\.compression) == [.gzip, nil])
    #expect(targets.map(\.root) == [.workingFolder, .mappingFolder])
    #expect(targets[0].serialization == "N-Triples")
    #expect(targets[1].encoding == "UTF-16")
  }

  @Test func `the older vocabulary and that of R2RML say the same as the current one`() throws {
    let older = """
      @prefix rr: <http://www.w3.org/ns/r2rml#> .
      @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
      @prefix ql: <http://semweb.mmlab.be/ns/ql#> . @prefix ex: <http://ex.org/> .
      ex:m a rr:TriplesMap ;
        rml:logicalSource [ rml:source "people.csv" ; rml:referenceFormulation ql:CSV ] ;
        rr:subjectMap [ rr:template "http://ex.org/{id}" ; rr:class ex:Person ] ;
        rr:predicateObjectMap [ rr:predicate ex:p ; rr:objectMap [ rml:reference "x" ;
          rr:datatype ex:d ] ] .
      """
    let document = try RMLReader.read(bytes: Array(older.utf8), file: "m.ttl")
    let current = try readRML(
      """
      ex:m a rml:TriplesMap ; rml:logicalSource ex:source ;
        rml:subjectMap [ rml:template "http://ex.org/{id}" ; rml:class ex:Person ] ;
        rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "x" ;
          rml:datatype ex:d ] ] .
      """)
    #expect(document.sources.map(\.access) == current.sources.map(\.access))
    let shapes = [document, current].map { document in
      document.triplesMaps.flatMap(\.predicateObjects).flatMap(\.objects).map { object -> String in
        guard case .term(let term) = object else { return "join" }
        let value =
          if case .reference(let name, _) = term.expression { name } else { "\(term.expression)" }
        return "\(term.kind) \(value) \(term.datatype.map { "\($0)" } ?? "-")"
      }
    }
    #expect(shapes[0] == shapes[1])
    #expect(shapes[0].count == 2)
  }

  @Test(arguments: [
    ("rml:source \"a.csv\" ; rml:referenceFormulation rml:SQL2008Query", "SQL2008Query"),
    ("rml:source [ a ex:Database ] ; rml:referenceFormulation rml:CSV", "Database"),
    (
      "rml:source [ rml:path \"https://x.example/a.csv\" ] ; rml:referenceFormulation rml:CSV",
      "a file on another host"
    ),
    ("rml:source ex:elsewhere ; rml:referenceFormulation rml:CSV", "a resource on the web"),
  ])
  func `a source that is no file is refused by name, at its line`(source: String, kind: String) {
    let error = #expect(throws: DiagnosedError.self) {
      try readRML(
        "ex:m a rml:TriplesMap ; rml:subject ex:s ;\n  rml:logicalSource [ \(source) ] .")
    }
    let finding = error?.findings.first
    #expect(finding?.rule == MappingRules.unsupportedSource)
    #expect(finding?.place?.description == "m.ttl:6:1")
    #expect(finding?.message().contains(kind) == true)
  }
}
