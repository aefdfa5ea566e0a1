// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

struct YARRRMLInverseTests {
  @Test func `an inverse predicate is a map of its own, from object to subject`() throws {
    let document = try compileYARRRML(
      yarrrmlHead + "    po: [{p: ex:p, i: [ex:q, ex:r], o: ex:$(x)~iri}]")
    #expect(
      lines(document) == [
        "<http://ex.org/{id}> <http://ex.org/p> <http://ex.org/{x}>",
        "<http://ex.org/{x}> <http://ex.org/q> <http://ex.org/{id}> if grel:boolean_not(grel:bool_b=idlab:isNull(idlab:str={x}))",
        "<http://ex.org/{x}> <http://ex.org/r> <http://ex.org/{id}> if grel:boolean_not(grel:bool_b=idlab:isNull(idlab:str={x}))",
      ])
    #expect(document.triplesMaps.map(\.name) == ["person", "person#inverse1"])
  }

  @Test func `a join is turned around`() throws {
    let document = try compileYARRRML(
      """
      prefixes: {ex: "http://ex.org/"}
      mappings:
        a:
          sources: [[a.csv~csv]]
          s: ex:a/$(id)
          po: [{i: ex:q, o: {mapping: b, condition: "equal(str1 = $(k), str2 = $(l))"}}]
        b: {sources: [[b.csv~csv]], s: "ex:b/$(id)", po: [[ex:p, $(x)]]}
      """)
    #expect(
      lines(document) == [
        "<http://ex.org/b/{id}> <http://ex.org/p> \"{x}\"",
        "<http://ex.org/b/{id}> <http://ex.org/q> →a [{l} = {k}]",
      ])
    #expect(document.triplesMaps.last?.source == 1)
  }

  @Test func `the blank node of a record is named by its mapping`() throws {
    let document = try compileYARRRML(
      """
      prefixes: {ex: "http://ex.org/"}
      mappings:
        a: {sources: [[a.csv~csv]], s: null, po: [{i: ex:q, o: ex:$(x)~iri}]}
      """)
    #expect(
      lines(document) == [
        "<http://ex.org/{x}> <http://ex.org/q> →a if grel:boolean_not(grel:bool_b=idlab:isNull(idlab:str={x}))"
      ])
    #expect(
      yarrrmlFindings(
        """
        prefixes: {ex: "http://ex.org/"}
        mappings:
          a: {sources: [[a.csv~csv]], s: "ex:$(id)", po: [{i: ex:q, o: {mapping: b}}]}
          b: {sources: [[a.csv~csv]], s: null, po: [[ex:p, $(x)]]}
        """) == [
          "3:51 yarrrml.inverse-blank: The mapping “b” has no subject, so no other mapping can say something about it."
        ])
  }

  @Test func `what cannot be turned around is refused`() {
    #expect(
      yarrrmlFindings(yarrrmlHead + "    po: [{i: ex:q, o: $(x)}]") == [
        "6:23 yarrrml.inverse-literal: An inverse predicate makes the object a subject, and a literal cannot be one."
      ])
    #expect(
      yarrrmlFindings(
        yarrrmlHead
          + "    po: [{i: ex:q, g: ex:$(x), o: {m: person, c: \"equal(str1=$(a), str2=$(b))\"}}]")
        == [
          "6:10 yarrrml.inverse-join: An inverse predicate across a join cannot have a condition of its own or graphs with $(references)."
        ])
  }
}
