// SPDX-License-Identifier: Apache-2.0

#if Server
  import CatalogueServer
  import Diagnostics
  import Foundation
  import HTTPTypes
  import Hummingbird
  import HummingbirdTesting
  import Testing

  /// With a network: one test after the other, since they share the process's signals.
  @Suite(.serialized) struct ServiceTests {
    @Test func `a connection serves one request after another, HEAD among them`() async throws {
      try await CatalogueFixture().service().application().test(.live) { client in
        let get = try await client.get("/catalog.ttl")
        let head = try await client.execute(uri: "/catalog.ttl", method: .head)
        #expect(head.headers[.contentLength] == "\(get.body.readableBytes)")
        let known = try await client.execute(
          uri: "/catalog.ttl", method: .get, headers: [.ifNoneMatch: get.headers[.eTag] ?? ""])
        #expect(known.status == .notModified)
        #expect(try await client.get("/catalog.ttl").text == get.text)
      }
    }

    @Test(arguments: [
      (fields: 1, bytes: 8_000, status: HTTPResponse.Status.ok),
      (fields: 1, bytes: 9_000, status: .badRequest),
      (fields: 3, bytes: 7_000, status: .badRequest),
      (fields: 101, bytes: 1, status: .badRequest),
    ])
    func `a header beyond the limits is refused`(
      fields: Int, bytes: Int, status: HTTPResponse.Status
    ) async throws {
      try await CatalogueFixture().service().application().test(.live) { client in
        var headers: HTTPFields = [:]
        for number in 1...fields {
          let name = try #require(HTTPField.Name("X-\(number)"))
          headers[name] = String(repeating: "x", count: bytes)
        }
        #expect(try await client.execute(uri: "/", method: .get, headers: headers).status == status)
      }
    }

    @Test func `an address that is taken is named`() async throws {
      let fixture = try CatalogueFixture()
      try await fixture.service().application().test(.live) { client in
        let port = try #require(client.port)
        let error = await #expect(throws: DiagnosedError.self) {
          try await fixture.service(port: port).run { _ in }
        }
        #expect(
          error?.findings.map { $0.message() } == [
            "localhost:\(port) cannot be listened on: Address already in use."
          ])
        #expect(error?.findings.first?.rule.category == .environment)
      }
    }

    @Test(.timeLimit(.minutes(1))) func `SIGTERM ends the server in peace`() async throws {
      try await CatalogueFixture().service(port: 0).run { port in
        #expect(port > 0)
        kill(getpid(), SIGTERM)
      }
    }

    @Test func `a base URL that cannot begin an address is named`() throws {
      let fixture = try CatalogueFixture()
      let error = #expect(throws: DiagnosedError.self) {
        _ = try fixture.service(baseURL: "javascript:x")
      }
      #expect(error?.findings.first?.rule.id == "server.bad-base-url")
      #expect(error?.findings.first?.rule.category == .usage)
    }

    @Test func `a missing catalogue is named before anybody asks, and is not made`() throws {
      let fixture = try CatalogueFixture()
      try FileManager.default.removeItem(at: fixture.file)
      let error = #expect(throws: DiagnosedError.self) { _ = try fixture.service() }
      #expect(error?.findings.first?.rule.id == "path.missing")
      #expect(!FileManager.default.fileExists(atPath: fixture.file.path))
    }

    @Test(arguments: [
      ("127.0.0.1", 8080, "http://127.0.0.1:8080"), ("::1", 81, "http://[::1]:81"),
    ])
    func `without a base URL host and port make one`(host: String, port: Int, url: String) {
      #expect(ServerSettings(catalogue: "c", host: host, port: port).baseURL == url)
    }
  }
#endif
