// SPDX-License-Identifier: Apache-2.0

import RDFModel
import Testing

@Suite struct VocabularyTests {
  @Test func `well-known prefixes are sorted, each once, with namespaces of their own`() {
    let all = WellKnownPrefixes.all
    #expect(all.map(\.prefix) == all.map(\.prefix).sorted())
    #expect(Set(all.map(\.prefix)).count == all.count)
    #expect(Set(all.map(\.namespace)).count == all.count)
    #expect(all.allSatisfy { $0.namespace.hasSuffix("#") || $0.namespace.hasSuffix("/") })
  }

  @Test(arguments: [
    (DCAT.accessURL, "http://www.w3.org/ns/dcat#accessURL"),
    (SH.in, "http://www.w3.org/ns/shacl#in"),
    (VCARD.organizationName, "http://www.w3.org/2006/vcard/ns#organization-name"),
    (RDF.nil, "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"),
    (DCT.Standard, "http://purl.org/dc/terms/Standard"),
  ])
  func `constants spell their terms as the vocabulary does`(constant: String, iri: String) {
    #expect(constant == iri)
  }
}
