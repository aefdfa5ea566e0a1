// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Testing

@Suite struct JSONLDContextTests {
  private let contexts: [(String, String)] = [
    ("http://c/names", "{ \"@context\": { \"name\": \"http://v/name\" } }"),
    ("http://c/more", "{ \"@context\": [ \"names\", { \"age\": \"http://v/age\" } ] }"),
    ("http://c/loop", "{ \"@context\": \"loop\" }"),
    ("http://c/none", "{ \"name\": \"http://v/name\" }"),
    ("http://c/importing", "{ \"@context\": { \"@import\": \"names\" } }"),
    ("http://c/broken", "{ \"@context\":\n oops }"),
    ("http://c/faulty", "{ \"@context\": {\n \"a\": 1 } }"),
  ]

  private func read(_ text: String, base: String? = nil) throws(DiagnosedError) -> [Quad] {
    var options = JSONLDOptions()
    options.contexts = JSONLDContexts(contexts.map { (iri: $0.0, bytes: Array($0.1.utf8)) })
    return try JSONLDReader.readAll(
      bytes: Array(text.utf8), base: base, file: "f", options: options)
  }

  private func refusal(_ text: String) throws -> Finding {
    do throws(DiagnosedError) {
      _ = try read(text)
    } catch {
      return error.findings[0]
    }
    throw RefusalMissing()
  }

  private struct RefusalMissing: Error {}

  @Test func `contexts that are allowed are read, also by references relative to each other`()
    throws
  {
    let quads = try read(
      "{ \"@context\": \"http://c/more\", \"@id\": \"a:b\", \"name\": \"N\", \"age\": 3 }")
    #expect(Set(quads.map(\.predicate.value)) == ["http://v/name", "http://v/age"])
    let relative = try read(
      "{ \"@context\": \"names\", \"@id\": \"a:b\", \"name\": \"N\" }", base: "http://c/data/../x")
    #expect(relative.map(\.predicate.value) == ["http://v/name"])
  }

  @Test func `a context that is not allowed is named, and so is what is`() throws {
    let finding = try refusal("{\n  \"@context\": [ {}, \"http://c/other\" ] }")
    #expect(finding.rule == RDFRules.remoteContext)
    #expect(finding.message().contains("“http://c/other”"))
    #expect(finding.remedy().contains("http://c/more, http://c/names"))
    #expect(finding.place?.locator == .text(line: 2, column: 21))
    #expect(
      finding.argument("code") == .plain(JSONLDErrorCode.loadingRemoteContextFailed.rawValue))
  }

  @Test(arguments: [
    (JSONLDErrorCode.contextOverflow, "\"http://c/loop\""),
    (.invalidRemoteContext, "\"http://c/none\""),
    (.invalidRemoteContext, "{ \"@import\": \"http://c/more\" }"),
    (.invalidContextEntry, "{ \"@import\": \"http://c/importing\" }"),
  ])
  func `what a context by IRI may not be has the code of the specification`(
    code: JSONLDErrorCode, context: String
  ) throws {
    let finding = try refusal("{ \"@context\": \(context) }")
    #expect(finding.argument("code") == .plain(code.rawValue))
  }

  @Test func `a fault inside of a context has its place there`() throws {
    let broken = try refusal("{ \"@context\": \"http://c/broken\" }")
    #expect(broken.rule == RDFRules.syntax)
    #expect(broken.place == SourcePlace(file: "http://c/broken", .text(line: 2, column: 2)))
    let faulty = try refusal("{ \"@context\": \"http://c/faulty\" }")
    #expect(faulty.place == SourcePlace(file: "http://c/faulty", .text(line: 2, column: 7)))
  }

  @Test func `the product brings no contexts, and says so`() throws {
    let finding = try #require(
      failure(Array("{ \"@context\": \"http://c/names\" }".utf8), .jsonLD))
    #expect(
      finding.remedy() == "Put the content of that context into the document, in place of its IRI.")
  }
}
