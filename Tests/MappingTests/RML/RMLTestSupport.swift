// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping

/// Prefixes and a source, four lines; what a case adds begins in line 5.
private let rmlHead = """
  @prefix rml: <http://w3id.org/rml/> . @prefix ex: <http://ex.org/> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  ex:source rml:source [ a rml:RelativePathSource ; rml:path "people.csv" ] ;
    rml:referenceFormulation rml:CSV .

  """

/// Reads a mapping with the prefixes `rml`, `ex` and `rdf` and the source `ex:source`.
func readRML(_ text: String) throws(DiagnosedError) -> MappingDocument {
  try RMLReader.read(bytes: Array((rmlHead + text).utf8), file: "m.ttl")
}

/// What is found in a mapping, as `m.ttl:line:column: id: message`.
func rmlFindings(_ text: String) -> [String] {
  do {
    _ = try readRML(text)
    return []
  } catch {
    return error.findings.map { finding in
      "\(finding.place.map(\.description) ?? "-"): \(finding.rule.id): \(finding.message())"
    }
  }
}

/// A triples map with the lines given, of which the first is line 7 of the document.
func rmlMap(_ lines: String) -> String {
  """
  ex:m a rml:TriplesMap ; rml:logicalSource ex:source ;
    rml:subjectMap [ rml:template "http://ex.org/{id}" ] ;
  \(lines)

  """
}
