// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

/// Each kind of rewrite on its own.
@Suite struct RewriteTests {
  /// A rewrite, a description, and the statements and changes that come of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let rewrite: String
    let input: String
    let output: String
    let changes: [String]
    var testDescription: String { String(rewrite.prefix(60)) }
  }

  static let cases: [Case] = [
    Case(
      rewrite:
        #"d:r a fwf:BaseRewrite ; fwf:from "https://example.org/d#a" ; fwf:to "https://example.org/d#b" ."#,
      input: "d:a1 d:a2 d:a3 , d:c .", output: "d:b1 d:b2 d:b3 , d:c .",
      changes: ["rewritten 1", "rewritten 1"]),
    Case(
      rewrite:
        "d:r a fwf:PropertyRewrite ; fwf:on d:C ; fwf:value fwf:Literal ; fwf:from d:p ; fwf:to d:q .",
      input: #"d:x a d:C ; d:p "a" , d:y . d:y d:p "b" ."#,
      output: #"d:x a d:C ; d:q "a" ; d:p d:y . d:y d:p "b" ."#, changes: ["rewritten 1"]),
    Case(
      rewrite: "d:r a fwf:PropertyRewrite ; fwf:beside true ; fwf:from d:p ; fwf:to d:q .",
      input: "d:x d:p d:y .", output: "d:x d:p d:y ; d:q d:y .", changes: ["rewritten 1"]),
    Case(
      rewrite: "d:r a fwf:ClassRewrite ; fwf:entry [ fwf:from d:A ; fwf:to d:B ] .",
      input: "d:x a d:A ; d:p d:A .", output: "d:x a d:B ; d:p d:A .", changes: ["rewritten 1"]),
    Case(
      rewrite: "d:r a fwf:ClassAddition ; fwf:entry [ fwf:property d:p ; fwf:class d:C ] .",
      input: #"d:x d:p d:y , "text" ."#, output: #"d:x d:p d:y , "text" . d:y a d:C ."#,
      changes: ["rewritten 1"]),
    Case(
      rewrite: """
        d:r a fwf:CodeRewrite ; fwf:property d:p ;
          fwf:entry [ fwf:from d:old ; fwf:to d:new ; fwf:because "it moved" ] .
        """,
      input:
        #"d:x d:p d:old . d:old skos:prefLabel "Old" ; skos:inScheme d:s ; skos:notation "o" ."#,
      output: #"d:x d:p d:new . d:new skos:prefLabel "Old" ."#,
      changes: ["rewritten 1: it moved", "rewritten 3"]),
    Case(
      rewrite:
        "d:r a fwf:CodeRewrite ; fwf:property d:p ; fwf:entry [ fwf:from d:old ; fwf:to d:new ] .",
      input: "d:x d:p d:old ; d:q d:old . d:old d:z d:y .",
      output: "d:x d:p d:new ; d:q d:old . d:old d:z d:y .", changes: ["rewritten 1"]),
    Case(
      rewrite: """
        d:r a fwf:CodeRewrite ;
          fwf:entry [ fwf:from d:old ; fwf:to d:new ; fwf:labelled "PI-RADS" ] .
        """,
      input: """
        d:x d:p d:old ; dct:title "Pirads score" . d:y d:p d:old ; dct:title "BI-RADS" .
        """,
      output: """
        d:x d:p d:new ; dct:title "Pirads score" . d:y d:p d:old ; dct:title "BI-RADS" .
        """, changes: ["rewritten 1"]),
    Case(
      rewrite: """
        d:r a fwf:CodeRewrite ; fwf:table d:t ; fwf:inverse true .
        d:t fwf:entry [ fwf:from d:a ; fwf:to d:b ] , [ fwf:from d:c ; fwf:to d:b ; fwf:oneWay true ] .
        """,
      input: "d:x d:p d:b .", output: "d:x d:p d:a .", changes: ["rewritten 1"]),
    Case(
      rewrite: """
        d:r a fwf:TextFromIRI ; fwf:property d:p ;
          fwf:entry [ fwf:text "ICD-10" ; fwf:base "https://example.org/icd/" ] .
        """,
      input: #"d:x d:p <https://example.org/icd/C61> , d:y , d:z . d:y skos:notation "Y1" ."#,
      output: #"d:x d:p "ICD-10: C61" , "Y1" , "https://example.org/d#z" ."#,
      changes: [
        "rewritten 1", "lost 1: what was said about the concept", "rewritten 1", "rewritten 1",
      ]),
    Case(
      rewrite: """
        d:r a fwf:NodeRewrite ; fwf:reachedBy dct:publisher ; fwf:from d:p ; fwf:to d:q ;
          fwf:class d:N ; fwf:fragment "contact" ; fwf:because "no place for it" ;
          fwf:entry [ fwf:from d:mail ; fwf:to d:email ; fwf:convert fwf:Address ] .
        """,
      input: """
        d:x dct:publisher d:o . d:o d:p d:c .
        d:c a d:M ; d:mail <mailto:a@example.org> ; d:name "N" .
        """,
      output: """
        d:x dct:publisher d:o . d:o d:q d:c . d:c a d:N ; d:email "a@example.org" .
        """, changes: ["rewritten 3", "lost 1: no place for it"]),
    Case(
      rewrite: """
        d:r a fwf:NodeRewrite ; fwf:reachedBy dct:publisher ; fwf:from d:p ; fwf:to d:q ;
          fwf:class d:N ; fwf:fragment "contact" ; fwf:because "no place for it" ;
          fwf:entry [ fwf:from d:mail ; fwf:to d:email ; fwf:convert fwf:Address ] .
        """,
      input: """
        d:x dct:publisher d:o ; d:p d:c . d:o d:p d:c . d:c a d:M ; d:mail <mailto:a@example.org> .
        """,
      output: """
        d:x dct:publisher d:o ; d:p d:c . d:c a d:M ; d:mail <mailto:a@example.org> .
        d:o d:q <https://example.org/d#o-contact> .
        <https://example.org/d#o-contact> a d:N ; d:email "a@example.org" .
        """, changes: ["rewritten 1"]),
    Case(
      rewrite:
        "d:r a fwf:CopyRewrite ; fwf:on d:C ; fwf:path ( d:p d:q ) ; fwf:to d:s ; fwf:maximum 1 .",
      input: #"d:x a d:C ; d:p d:y . d:y d:q "b" , "a" ."#,
      output: #"d:x a d:C ; d:p d:y ; d:s "a" . d:y d:q "b" , "a" ."#, changes: ["rewritten 1"]),
    Case(
      rewrite:
        "d:r a fwf:MoveRewrite ; fwf:from d:t ; fwf:path ( d:p d:q ) ; fwf:because \"nowhere\" .",
      input: #"d:x d:t "a" ; d:p d:y . d:z d:t "b" ."#, output: #"d:x d:p d:y . d:y d:q "a" ."#,
      changes: ["rewritten 1", "lost 1: nowhere"]),
    Case(
      rewrite: """
        d:r a fwf:GatherRewrite ; fwf:on d:C ; fwf:property d:v ; fwf:to d:p ; fwf:class d:N ;
          fwf:fragment "n" ; fwf:text d:v .
        """,
      input: #"d:x a d:C ; d:v "1" . d:y a d:C ; d:p "2" . d:z a d:C ; d:p d:n ."#,
      output: """
        d:x a d:C ; d:p <https://example.org/d#x-n> . <https://example.org/d#x-n> a d:N ; d:v "1" .
        d:y a d:C ; d:p <https://example.org/d#y-n> . <https://example.org/d#y-n> a d:N ; d:v "2" .
        d:z a d:C ; d:p d:n .
        """, changes: ["rewritten 1", "rewritten 1"]),
    Case(
      rewrite:
        #"d:r a fwf:LabelAddition ; fwf:reachedBy d:p ; fwf:to rdfs:label ; fwf:language "en" ."#,
      input: #"d:x d:p d:y , d:z . d:y skos:prefLabel "Un"@es , "One"@en ."#,
      output: """
        d:x d:p d:y , d:z . d:y skos:prefLabel "Un"@es , "One"@en ; rdfs:label "One"@en .
        d:z rdfs:label "z" .
        """, changes: ["rewritten 1", "rewritten 1"]),
    Case(
      rewrite: #"d:r a fwf:SchemeAddition ; fwf:base "https://example.org/list/" ."#,
      input: "d:x d:p <https://example.org/list/a/B> , <https://example.org/list/a> , d:y .",
      output: """
        d:x d:p <https://example.org/list/a/B> , <https://example.org/list/a> , d:y .
        <https://example.org/list/a/B> skos:inScheme <https://example.org/list/a> .
        <https://example.org/list/a> a skos:ConceptScheme .
        """, changes: ["rewritten 1"]),
    Case(
      rewrite:
        "d:r a fwf:DefaultValue ; fwf:on d:C ; fwf:property d:p ; fwf:default d:v ; fwf:because \"made up\" .",
      input: "d:x a d:C . d:y a d:C ; d:p d:w .",
      output: "d:x a d:C ; d:p d:v . d:y a d:C ; d:p d:w .", changes: ["invented 1: made up"]),
    Case(
      rewrite: """
        d:r a fwf:Choice ; fwf:on d:C ; fwf:property d:p ; fwf:maximum 1 ;
          fwf:prefer "https://example.org/d#z" ; fwf:because "one is enough" .
        """,
      input: #"d:x a d:C ; d:p d:y , d:z . d:y d:name "Y" ."#, output: "d:x a d:C ; d:p d:z .",
      changes: ["lost 2: one is enough"]),
    Case(
      rewrite:
        "d:r a fwf:Removal ; fwf:property d:p ; fwf:lacking d:a , d:b ; fwf:because \"half\" .",
      input: "d:x d:p d:y , d:z . d:y d:a 1 ; d:b 2 . d:z d:a 1 .",
      output: "d:x d:p d:y . d:y d:a 1 ; d:b 2 .", changes: ["lost 2: half"]),
    Case(
      rewrite: "d:r a fwf:Removal ; fwf:property d:p ; fwf:because \"gone\" .",
      input: "d:x d:p d:y . d:y a dcat:Dataset .", output: "d:y a dcat:Dataset .",
      changes: ["lost 1: gone"]),
    Case(
      rewrite: #"d:r a fwf:Unread ; fwf:base "https://example.org/d#p" ; fwf:because "unknown" ."#,
      input: "d:x d:p1 d:y ; d:q d:y .", output: "d:x d:p1 d:y ; d:q d:y .",
      changes: ["unread 1: unknown"]),
    Case(
      rewrite:
        "d:r a fwf:KnownValues ; fwf:property d:p ; fwf:known d:y ; fwf:because \"not in it\" .",
      input: "d:x d:p d:y , d:z .", output: "d:x d:p d:y , d:z .",
      changes: ["unread 1: not in it"]),
    Case(
      rewrite: """
        d:r a fwf:Requirement ; fwf:on d:C ; fwf:property d:p , d:q ; fwf:minimum 1 ; fwf:maximum 1 ;
          fwf:when d:w ; fwf:severity sh:Violation ; fwf:because "exactly one" .
        """,
      input: """
        d:a a d:C ; d:w true . d:b a d:C ; d:w true ; d:p 1 ; d:q 2 . d:c a d:C ; d:w true ; d:q 2 .
        d:e a d:C ; d:w false .
        """,
      output: """
        d:a a d:C ; d:w true . d:b a d:C ; d:w true ; d:p 1 ; d:q 2 . d:c a d:C ; d:w true ; d:q 2 .
        d:e a d:C ; d:w false .
        """, changes: ["missing 1: exactly one", "missing 1: exactly one"]),
    Case(
      rewrite: "d:r a fwf:Remark .", input: "d:x d:p d:y .", output: "d:x d:p d:y .", changes: []),
  ]

  @Test(arguments: cases)
  func `a rewrite makes exactly these statements and tells of these changes`(example: Case) throws {
    let outcome = try FlavourSamples.apply(example.rewrite, to: example.input)
    #expect(outcome.quads == (try FlavourSamples.quads(example.output)))
    #expect(outcome.inShort == example.changes)
  }

  @Test(arguments: [
    ("xsd:dateTime", "2026-08-01+02:00", "xsd:date", "2026-08-01T00:00:00+02:00", "time of day"),
    ("xsd:dateTime", "2026-08-01T10:00:00", "xsd:dateTime", "2026-08-01T10:00:00Z", "time zone"),
    ("xsd:dateTime", "2023-11-22", "xsd:string", "2023-11-22T00:00:00Z", "time of day, time zone"),
    ("xsd:decimal", "12", "xsd:integer", "12", ""),
    ("xsd:nonNegativeInteger", "0120.00", "xsd:decimal", "120", ""),
    ("xsd:nonNegativeInteger", "000", "xsd:string", "0", ""),
    ("xsd:duration", " P1D ", "xsd:string", "P1D", ""),
    ("xsd:hexBinary", "E3B0C442", "xsd:string", "e3b0c442", ""),
  ])
  func `a literal becomes one of another datatype, and what that invents is told`(
    to: String, text: String, from: String, expected: String, invented: String
  ) throws {
    let rewrite = "d:r a fwf:DatatypeRewrite ; fwf:property d:p ; fwf:to \(to) ."
    let outcome = try FlavourSamples.apply(rewrite, to: #"d:x d:p "\#(text)"^^\#(from) ."#)
    #expect(outcome.quads == (try FlavourSamples.quads(#"d:x d:p "\#(expected)"^^\#(to) ."#)))
    #expect(outcome.changes.map(\.note) == [invented])
    #expect(outcome.changes.map(\.effect) == [invented.isEmpty ? .rewritten : .invented])
  }

  @Test(arguments: [
    ("xsd:dateTime", "last year", "“last year” is no date"),
    ("xsd:nonNegativeInteger", "10.5", "“10.5” is no whole number"),
    ("xsd:nonNegativeInteger", "-1", "“-1” is no whole number from 0"),
    ("xsd:duration", "one day", "“one day” is no xsd:duration"),
    ("fwf:DateByForm", "22/11/2023", "“22/11/2023” is no date"),
  ])
  func `a literal that cannot be converted is lost`(to: String, text: String, note: String) throws {
    let rewrite = "d:r a fwf:DatatypeRewrite ; fwf:property d:p ; fwf:to \(to) ."
    let outcome = try FlavourSamples.apply(rewrite, to: #"d:x d:p "\#(text)" ."#)
    #expect(outcome.quads == [])
    #expect(outcome.inShort == ["lost 1: \(note)"])
  }

  @Test func `a date gets the datatype that it has the form of`() throws {
    let rewrite = "d:r a fwf:DatatypeRewrite ; fwf:property d:p ; fwf:to fwf:DateByForm ."
    let outcome = try FlavourSamples.apply(
      rewrite, to: #"d:x d:p "2026" , "2026-08" , "2026-08-01" , "2026-08-01T10:00:00Z" ."#)
    let expected = """
      d:x d:p "2026"^^xsd:gYear , "2026-08"^^xsd:gYearMonth , "2026-08-01"^^xsd:date ,
        "2026-08-01T10:00:00Z"^^xsd:dateTime .
      """
    #expect(outcome.quads == (try FlavourSamples.quads(expected)))
  }
}
