// SPDX-License-Identifier: Apache-2.0

#if Server
  import HTTPTypes
  import Hummingbird
  import HummingbirdTesting
  import RDFModel
  import Testing

  @Suite struct NegotiationTests {
    private static let turtle = "text/turtle; charset=utf-8"
    private static let page = "text/html; charset=utf-8"

    @Test(arguments: [
      (nil, turtle),
      ("", turtle),
      ("*/*", turtle),
      ("text/*", turtle),
      ("application/*", "application/ld+json"),
      ("text/turtle", turtle),
      ("TEXT/Turtle;charset=utf-8", turtle),
      ("application/ld+json", "application/ld+json"),
      ("application/ld+json;profile=\"a,b;q=0\"", "application/ld+json"),
      ("application/rdf+xml", "application/rdf+xml"),
      ("application/n-triples", "application/n-triples"),
      ("text/html", page),
      ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", page),
      ("text/turtle;q=0.5, application/rdf+xml ; q=0.7", "application/rdf+xml"),
      ("application/n-triples, text/turtle", turtle),
      ("*/*, text/turtle;q=0", "application/ld+json"),
      ("text/*;q=1, text/turtle;q=0.1, application/n-triples;q=0.2", page),
      ("image/png, text/turtle;q=0.001", turtle),
      ("complete nonsense", turtle),
      ("text/turtle;q=2, application/n-triples", "application/n-triples"),
    ])
    func `the catalogue comes in the form that the reader likes best`(
      accept: String?, type: String
    ) async throws {
      let response = try await CatalogueFixture().ask {
        try await $0.get("/catalog", accept: accept)
      }
      #expect(response.status == .ok)
      #expect(response.headers[.contentType] == type)
      #expect(response.headers[.vary] == "Accept")
    }

    @Test(arguments: ["image/png", "text/plain;q=0.9, image/*", "*/*;q=0", "text/turtle;q=0.000"])
    func `a reader who takes none of the forms is told which there are`(accept: String) async throws
    {
      for path in ["/catalog", "/datasets/lung"] {
        let response = try await CatalogueFixture().ask { try await $0.get(path, accept: accept) }
        #expect(response.status == .notAcceptable)
        #expect(response.headers[.vary] == "Accept")
        #expect(
          response.text == """
            This is there as text/turtle, application/ld+json, application/rdf+xml, \
            application/n-triples, text/html.

            """)
      }
    }

    @Test func `several Accept fields are one list`() async throws {
      var headers: HTTPFields = [:]
      headers.append(HTTPField(name: .accept, value: "image/png"))
      headers.append(HTTPField(name: .accept, value: "application/n-triples"))
      let fields = headers
      let response = try await CatalogueFixture().ask {
        try await $0.execute(uri: "/catalog", method: .get, headers: fields)
      }
      #expect(response.headers[.contentType] == "application/n-triples")
    }

    @Test(arguments: [
      ("ttl", turtle), ("jsonld", "application/ld+json"), ("rdf", "application/rdf+xml"),
      ("nt", "application/n-triples"),
    ])
    func `an address with an ending means one form, whatever the reader likes`(
      ending: String, type: String
    ) async throws {
      for path in ["/catalog", "/datasets/lung"] {
        let responses = try await CatalogueFixture().ask { client in
          [
            try await client.get("\(path).\(ending)", accept: "image/png"),
            try await client.get(path, accept: type),
          ]
        }
        #expect(responses.map(\.status) == [.ok, .ok])
        #expect(responses.map { $0.headers[.contentType] } == [type, type])
        #expect(responses[0].text == responses[1].text)
        #expect(responses[0].headers[.eTag] == responses[1].headers[.eTag])
        #expect(responses[0].headers[.vary] == nil)
        #expect(
          responses[1].headers[.contentLocation] == "https://example.org/base\(path).\(ending)")
      }
    }

    @Test func `a response names the other forms`() async throws {
      let response = try await CatalogueFixture().ask { try await $0.get("/datasets/lung.ttl") }
      let name = try #require(HTTPField.Name("Link"))
      let base = "https://example.org/base/datasets/lung"
      #expect(
        response.headers[name] == """
          <\(base).jsonld>; rel="alternate"; type="application/ld+json", \
          <\(base).rdf>; rel="alternate"; type="application/rdf+xml", \
          <\(base).nt>; rel="alternate"; type="application/n-triples"
          """)
    }
  }
#endif
