// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

@Suite struct FunctionOutputTests {
  private func findings(_ output: String) -> [String] {
    let text = """
      @prefix rml: <http://w3id.org/rml/> .
      @prefix grel: <http://users.ugent.be/~bjdmeest/function/grel.ttl#> .
      @prefix ex: <http://ex.org/> .
      ex:map a rml:TriplesMap ;
        rml:logicalSource [ rml:referenceFormulation rml:CSV ;
          rml:source [ a rml:FilePath ; rml:root rml:MappingDirectory ; rml:path "t.csv" ] ] ;
        rml:subjectMap [ rml:template "http://ex.org/{id}" ] ;
        rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [
          rml:return grel:\(output) ;
          rml:functionExecution [
            rml:function grel:toUpperCase ;
            rml:input [ rml:parameter grel:valueParam ; rml:inputValueMap [ rml:reference "v" ] ]
          ] ] ] .
      """
    do throws(DiagnosedError) {
      let document = try RMLReader.read(bytes: Array(text.utf8), file: "m.ttl")
      _ = try PlanCompiler.compile(document, services: FunctionServices())
      return []
    } catch {
      return error.findings.map { "\(place($0.place)) \($0.rule.id): \($0.message())" }
    }
  }

  @Test(arguments: ["stringOut", "stringOutput"])
  func `an output is known by its IRI and by that of its predicate`(output: String) {
    #expect(findings(output) == [])
  }

  @Test func `an output that the function does not have is named with the nearest one`() {
    let found = findings("stringOuput")
    #expect(found.count == 1)
    let grel = FunctionNamespaces.grel
    #expect(
      found.first?.hasSuffix(
        "mapping.unknown-output: The function <\(grel)toUpperCase> has no output "
          + "<\(grel)stringOuput>. Did you mean <\(grel)stringOutput>?") == true, "\(found)")
    #expect(findings("output_number").count == 1)
  }
}
