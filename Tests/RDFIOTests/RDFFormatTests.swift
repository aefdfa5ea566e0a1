// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import Testing

@Suite struct RDFFormatTests {
  @Test(arguments: [
    ("ntriples", RDFFormat.nTriples), ("N-Triples", .nTriples), ("nt", .nTriples), ("nq", .nQuads),
    ("n_quads", .nQuads), ("ttl", .turtle), ("TURTLE", .turtle), ("TriG", .trig),
    ("json-ld", .jsonLD), ("jsonld", .jsonLD), ("rdf", .rdfXML), ("RDF/XML", .rdfXML),
    ("xml", .rdfXML),
  ])
  func `formats are known by their common names`(name: String, format: RDFFormat) throws {
    #expect(try RDFFormat(named: name) == format)
  }

  @Test(arguments: RDFFormat.allCases)
  func `a format is known by its own name and extension`(format: RDFFormat) throws {
    #expect(try RDFFormat(named: format.name) == format)
    #expect(RDFFormat(path: "dir.x/file.\(format.fileExtension.uppercased())") == format)
  }

  @Test func `paths without a known extension tell no format`() {
    for path in ["file", "file.csv", "dir.ttl/file", ""] { #expect(RDFFormat(path: path) == nil) }
  }

  @Test func `an unknown name is a usage error with the nearest one`() {
    do throws(DiagnosedError) {
      _ = try RDFFormat(named: "turtel")
      Issue.record("accepted")
    } catch {
      #expect(error.findings[0].rule == RDFRules.unknownFormat)
      #expect(error.findings[0].rule.category == .usage)
      #expect(error.findings[0].remedy().hasPrefix("Did you mean turtle?"))
      #expect(
        error.findings[0].message().contains("ntriples, nquads, turtle, trig, jsonld, rdfxml"))
    }
  }
}
