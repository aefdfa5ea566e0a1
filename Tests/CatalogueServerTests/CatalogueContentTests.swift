// SPDX-License-Identifier: Apache-2.0

#if Server
  import Foundation
  import HTTPTypes
  import Hummingbird
  import HummingbirdTesting
  import RDFModel
  import Store
  import Testing

  @Suite struct CatalogueContentTests {
    @Test func `the list names and links every dataset, below the base URL only`() async throws {
      let response = try await CatalogueFixture().ask { client in
        try await client.execute(
          uri: "/", method: .get,
          headers: [.accept: "image/png", try #require(HTTPField.Name("Host")): "evil.example"])
      }
      #expect(response.status == .ok)
      #expect(response.headers[.contentType] == "text/html; charset=utf-8")
      #expect(response.text.contains("<h1>Catalogue of &lt;images&gt;</h1>"))
      #expect(response.text.contains("<h2 id=\"datasets\">2 datasets</h2>"))
      for id in ["glioma", "lung"] {
        #expect(
          response.text.contains("<a href=\"https://example.org/base/datasets/\(id)\">Title</a>"))
      }
      #expect(!response.text.contains("evil.example"))
    }

    @Test func `pages may run nothing and may not be framed`() async throws {
      let response = try await CatalogueFixture().ask { try await $0.get("/") }
      #expect(
        response.headers[.contentSecurityPolicy] == """
          default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; \
          form-action 'none'; frame-ancestors 'none'
          """)
      #expect(response.headers[.xContentTypeOptions] == "nosniff")
      #expect(!response.text.contains("<script"))
    }

    @Test func `the catalogue holds itself and its datasets, a dataset itself alone`() async throws
    {
      let (whole, one) = try await CatalogueFixture().ask { client in
        (try await client.get("/catalog.nt"), try await client.get("/datasets/lung.nt"))
      }
      let dataset = """
        <https://example.org/lung> <\(DCT.title)> "Title" .
        <https://example.org/lung> <\(RDF.type)> <\(DCAT.Dataset)> .

        """
      #expect(one.text == dataset)
      #expect(whole.text.contains(dataset))
      #expect(
        whole.text.contains(
          "<https://example.org/c> <\(DCAT.dataset)> <https://example.org/glioma> .\n"))
    }

    @Test(arguments: [
      "/nothing", "/datasets", "/datasets/none", "/datasets/none.ttl", "/datasets/lung.png",
      "/datasets/%FF", "/datasets/lung/more", "/catalog.png", "/datasets/..%2F..%2Fetc%2Fpasswd",
    ])
    func `an unknown address is not found, and says so in one plain sentence`(
      path: String
    ) async throws {
      let response = try await CatalogueFixture().ask { try await $0.get(path) }
      #expect(response.status == .notFound)
      #expect(response.headers[.contentType] == "text/plain; charset=utf-8")
      #expect(response.headers[.cacheControl] == "no-store")
      #expect(response.headers[.contentSecurityPolicy] != nil)
      #expect(response.text.hasSuffix(".\n"))
    }

    @Test func `an id may look like one with an ending, or need encoding`() async throws {
      let fixture = try CatalogueFixture(["lung", "lung.ttl"])
      try fixture.put([CatalogueFixture.dataset("a b/c", iri: "https://example.org/abc")])
      let responses = try await fixture.ask { client in
        [
          try await client.get("/datasets/lung.ttl", accept: "application/n-triples"),
          try await client.get("/datasets/lung.ttl.nt"),
          try await client.get("/datasets/a%20b%2Fc.nt"),
        ]
      }
      #expect(responses.map(\.status) == [.ok, .ok, .ok])
      #expect(responses[0].text == responses[1].text)
      #expect(responses[0].text.contains("<https://example.org/lung.ttl>"))
      #expect(responses[2].text.contains("<https://example.org/abc>"))
    }

    @Test func `datasets that share an id have addresses apart`() async throws {
      let fixture = try CatalogueFixture(["lung"])
      try fixture.put([CatalogueFixture.dataset("lung", iri: "https://example.org/other")])
      let (plain, list) = try await fixture.ask { client in
        (try await client.get("/datasets/lung"), try await client.get("/"))
      }
      #expect(plain.status == .notFound)
      let links = list.text.matches(of: /\/base(\/datasets\/lung%7E[0-9a-f]{8})"/).map { "\($0.1)" }
      #expect(Set(links).count == 2)
      let both = try await fixture.ask { client in
        var texts: [String] = []
        for link in links { texts.append(try await client.get(link + ".nt").text) }
        return texts.joined()
      }
      #expect(both.contains("<https://example.org/lung>"))
      #expect(both.contains("<https://example.org/other>"))
    }
  }
#endif
