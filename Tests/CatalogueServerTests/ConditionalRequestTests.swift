// SPDX-License-Identifier: Apache-2.0

#if Server
  import Foundation
  import HTTPTypes
  import Hummingbird
  import HummingbirdTesting
  import Store
  import Testing

  @Suite struct ConditionalRequestTests {
    private static let paths = [
      "/", "/catalog", "/catalog.rdf", "/datasets/lung", "/datasets/lung.nt",
    ]

    @Test(arguments: paths)
    func `what the reader has already is not sent again`(path: String) async throws {
      let (first, second) = try await CatalogueFixture().ask { client in
        let first = try await client.get(path)
        let second = try await client.execute(
          uri: path, method: .get, headers: [.ifNoneMatch: first.headers[.eTag] ?? ""])
        return (first, second)
      }
      #expect(first.status == .ok)
      #expect(first.headers[.cacheControl] == "public, no-cache")
      #expect(try #require(first.headers[.eTag]).wholeMatch(of: /"[0-9a-f]{32}"/) != nil)
      #expect(second.status == .notModified)
      #expect(second.text == "")
      for name in [HTTPField.Name.eTag, .cacheControl, .vary, .contentLocation] {
        #expect(second.headers[name] == first.headers[name])
      }
      #expect(second.headers[.contentType] == nil)
      #expect(second.headers[.contentLength] == nil)
    }

    @Test(arguments: [
      ("*", true), ("W/TAG", true), ("\"other\", TAG", true), ("\"other\",W/TAG ,\"more\"", true),
      ("\"other\"", false), ("", false), ("TAG-", false),
    ])
    func `a tag is found in a list, weak or strong`(field: String, isKnown: Bool) async throws {
      let status = try await CatalogueFixture().ask { client in
        let tag = try await client.get("/catalog.ttl").headers[.eTag] ?? ""
        return try await client.execute(
          uri: "/catalog.ttl", method: .get,
          headers: [.ifNoneMatch: field.replacing("TAG", with: tag)]
        ).status
      }
      #expect(status == (isKnown ? .notModified : .ok))
    }

    @Test func `each form and each dataset has a tag of its own`() async throws {
      let tags = try await CatalogueFixture().ask { client in
        var tags: Set<String?> = []
        for path in [
          "/", "/catalog.ttl", "/catalog.nt", "/datasets/lung.nt", "/datasets/glioma.nt",
        ] {
          tags.insert(try await client.get(path).headers[.eTag])
        }
        return tags
      }
      #expect(tags.count == 5)
    }

    @Test(arguments: paths + ["/nothing", "/datasets/none"])
    func `HEAD answers what GET does, without the content`(path: String) async throws {
      let (get, head) = try await CatalogueFixture().ask { client in
        (try await client.get(path), try await client.execute(uri: path, method: .head))
      }
      #expect(head.status == get.status)
      #expect(head.headers == get.headers)
      #expect(head.headers[.contentLength] == "\(get.body.readableBytes)")
      #expect(head.body.readableBytes == 0)
    }

    @Test(arguments: ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"], ["/", "/catalog"])
    func `everything but reading is refused`(method: String, path: String) async throws {
      let method = try #require(HTTPRequest.Method(method))
      let response = try await CatalogueFixture().ask {
        try await $0.execute(uri: path, method: method, body: ByteBuffer(string: "x=1"))
      }
      #expect(response.status == .methodNotAllowed)
      #expect(response.headers[.allow] == "GET, HEAD")
    }

    @Test func `a dataset that is put in shows at once, and the others keep their tags`()
      async throws
    {
      let fixture = try CatalogueFixture()
      try await fixture.ask { client in
        let catalogue = try await client.get("/catalog.nt")
        let lung = try await client.get("/datasets/lung.nt")
        #expect(try await client.get("/datasets/new").status == .notFound)
        try fixture.put([CatalogueFixture.dataset("new")])
        #expect(try await client.get("/datasets/new").status == .ok)
        #expect(try await client.get("/catalog.nt").headers[.eTag] != catalogue.headers[.eTag])
        #expect(try await client.get("/datasets/lung.nt").headers[.eTag] == lung.headers[.eTag])
      }
    }

    @Test func `a file that takes the place of the old one shows at once`() async throws {
      let (old, new) = (try CatalogueFixture(["old"]), try CatalogueFixture(["new"]))
      try await old.ask { client async throws in
        #expect(try await client.get("/datasets/old").status == .ok)
        #expect(rename(new.file.path, old.file.path) == 0)
        #expect(try await client.get("/datasets/old").status == .notFound)
        #expect(try await client.get("/datasets/new").status == .ok)
      }
    }

    @Test func `a file that is gone makes the catalogue unavailable until it is back`() async throws
    {
      let fixture = try CatalogueFixture()
      let away = fixture.file.appendingPathExtension("away")
      try await fixture.ask { client in
        #expect(rename(fixture.file.path, away.path) == 0)
        let gone = try await client.get("/catalog")
        #expect(gone.status == .serviceUnavailable)
        #expect(gone.headers[.retryAfter] == "60")
        #expect(gone.text == "The catalogue cannot be read at the moment.\n")
        #expect(fixture.reported == ["path.missing"])
        #expect(rename(away.path, fixture.file.path) == 0)
        #expect(try await client.get("/catalog").status == .ok)
      }
    }
  }
#endif
