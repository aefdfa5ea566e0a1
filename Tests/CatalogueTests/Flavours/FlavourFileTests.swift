// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

/// Files of flavours that are wrong, and blank nodes of descriptions.
@Suite struct FlavourFileTests {
  private func faults(_ turtle: String) throws -> [String] {
    do {
      _ = try FlavourSet([(FlavourSamples.graph("\n" + turtle), "f.ttl")])
      return []
    } catch let error as DiagnosedError {
      return error.findings.map { finding in
        "\(finding.place?.description ?? "-") \(finding.rule.id): \(finding.message())"
      }
    }
  }

  private let head = #"d:f a fwf:Flavour ; fwf:name "f" ; fwf:rewrites ( d:r ) . "#

  @Test(arguments: [
    ("d:r a fwf:Remark .", "r has no rdfs:label."),
    (#"d:r rdfs:label "R" ."#, "r needs one class that says what it does, and has 0."),
    (
      #"d:r a fwf:Remark ; rdfs:label "R" ; fwf:form d:a ."#,
      "r has fwf:form, which means nothing here."
    ),
    (
      #"d:r a fwf:PropertyRewrite ; rdfs:label "R" ; fwf:form d:a ."#,
      "r has fwf:form, which means nothing here; did you mean fwf:from."
    ),
    (
      #"d:r a fwf:PropertyRewrite ; rdfs:label "R" ; fwf:from d:a ."#,
      "r needs one fwf:to that is an IRI."
    ),
    (
      #"d:r a fwf:Choice ; rdfs:label "R" ; fwf:on d:C ; fwf:property d:p ; fwf:because "b" ."#,
      "r needs an fwf:maximum from 1."
    ),
    (
      #"d:r a fwf:Remark ; rdfs:label "R" ; fwf:conflict d:c ."#,
      "r names the conflict https://example.org/d#c, which is none."
    ),
    (
      #"d:r a fwf:CodeRewrite ; rdfs:label "R" ; fwf:table d:t ."#,
      "r names the table https://example.org/d#t, which has no entries."
    ),
    (
      #"d:r a fwf:CopyRewrite ; rdfs:label "R" ; fwf:on d:C ; fwf:to d:p ; fwf:path d:p ."#,
      "r has an fwf:path that is no list."
    ),
    (
      #"d:r a fwf:DatatypeRewrite ; rdfs:label "R" ; fwf:property d:p ; fwf:to xsd:float ."#,
      "r has an fwf:to into which nothing is converted."
    ),
  ])
  func `a rewrite that makes no sense is named with its line`(rewrite: String, message: String)
    throws
  {
    #expect(try faults(head + "\n" + rewrite) == ["f.ttl:3:1 flavour.unreadable: \(message)"])
  }

  @Test func `flavours that build on each other, or on none, are refused`() throws {
    let circle = """
      d:f a fwf:Flavour ; fwf:name "f" ; fwf:after d:g ; fwf:rewrites () .
      d:g a fwf:Flavour ; fwf:name "g" ; fwf:after d:f ; fwf:rewrites () .
      """
    #expect(try faults(circle) == ["f.ttl:2:1 flavour.unreadable: f builds on itself."])
    #expect(
      try faults(#"d:f a fwf:Flavour ; fwf:name "f" ; fwf:after d:g ."#) == [
        "f.ttl:2:1 flavour.unreadable: f builds on https://example.org/d#g, which no file declares."
      ])
  }

  @Test func `an unknown flavour is answered with the nearest name`() throws {
    let set = try FlavourSamples.set.get()
    let error = #expect(throws: DiagnosedError.self) { _ = try set.flavour("dcat-ap") }
    #expect(error?.findings.map(\.rule) == [FlavourRules.unknown])
    #expect(error?.findings.first?.message().contains("Did you mean “dcat-ap-3”?") == true)
  }

  @Test func `blank nodes get names below the node that leads to them, whatever they were called`()
    throws
  {
    let first = """
      <https://example.org/x> dcat:contactPoint [ vcard:hasEmail <mailto:b@example.org> ] ,
        [ vcard:hasEmail <mailto:a@example.org> ] ; dct:publisher _:p .
      _:p foaf:name "P" ; cv:contactPoint [ cv:email "p@example.org" ] .
      """
    let second = """
      _:z cv:email "p@example.org" . _:q cv:contactPoint _:z ; foaf:name "P" .
      <https://example.org/x> dct:publisher _:q ; dcat:contactPoint _:a , _:b .
      _:a vcard:hasEmail <mailto:a@example.org> . _:b vcard:hasEmail <mailto:b@example.org> .
      """
    let rewrite = "d:r a fwf:Remark ."
    let made = try FlavourSamples.apply(rewrite, to: first).quads
    #expect(made == (try FlavourSamples.apply(rewrite, to: second).quads))
    #expect(made.allSatisfy { !$0.subject.isBlankNode && !$0.object.isBlankNode })
    let names = Set(made.map(\.subject.value)).sorted()
    #expect(
      names == [
        "https://example.org/x", "https://example.org/x#contactPoint-1",
        "https://example.org/x#contactPoint-2", "https://example.org/x#publisher",
        "https://example.org/x#publisher-contactPoint",
      ])
  }

  @Test func `a dataset without an IRI is called by its identifier`() throws {
    let outcome = try FlavourSamples.apply(
      "d:r a fwf:Remark .",
      to: #"[] a dcat:Dataset ; dct:identifier "https://example.org/datasets/1" ."#)
    #expect(Set(outcome.quads.map(\.subject.value)) == ["https://example.org/datasets/1"])
  }

  @Test func `blank nodes in a circle get names of their own`() throws {
    let outcome = try FlavourSamples.apply("d:r a fwf:Remark .", to: "_:a d:p _:b . _:b d:q _:a .")
    #expect(outcome.quads.count == 2)
    #expect(outcome.quads.allSatisfy { $0.subject.isIRI && $0.object.isIRI })
  }

  @Test func `the words of the language are those that the program reads`() throws {
    let graph = try FlavourSamples.files().first { $0.file == "words.ttl" }?.graph
    let words = try #require(graph)
    func local(_ type: String) -> Set<String> {
      Set(words.instances(of: .iri(type)).map { String($0.value.split(separator: "#")[1]) })
    }
    #expect(local("http://www.w3.org/2000/01/rdf-schema#Class") == FlavourSet.classes)
    #expect(local(RDF.namespace + "Property") == FlavourSet.words)
  }
}
