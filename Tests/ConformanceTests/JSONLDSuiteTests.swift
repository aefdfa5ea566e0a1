// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFIO
import RDFModel
import TestSupport
import Testing

/// The W3C suite of JSON-LD 1.1, `toRdf`.
@Suite struct JSONLDSuiteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let input: URL
    let base: String
    /// The statements as N-Quads; `nil` if any will do.
    let result: URL?
    /// The code of the error that is asked for.
    let errorCode: String?
    let direction: JSONLDDirection?
    let expandContext: String?

    var testDescription: String { id }
  }

  static let cases: [Case] = {
    guard let folder = SharedFolder.find("suites/json-ld/tests"),
      let data = try? Data(contentsOf: folder.appending(path: "toRdf-manifest.jsonld")),
      let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let baseIRI = manifest["baseIri"] as? String,
      let entries = manifest["sequence"] as? [[String: Any]]
    else { return [] }
    return entries.compactMap { entry in
      guard let id = entry["@id"] as? String, let input = entry["input"] as? String else {
        return nil
      }
      let options = entry["option"] as? [String: Any] ?? [:]
      return Case(
        id: String(id.dropFirst()), input: folder.appending(path: input),
        base: options["base"] as? String ?? baseIRI + input,
        result: (entry["expect"] as? String).map { folder.appending(path: $0) },
        errorCode: entry["expectErrorCode"] as? String,
        direction: (options["rdfDirection"] as? String).flatMap(JSONLDDirection.init),
        expandContext: (options["expandContext"] as? String).map { baseIRI + $0 })
    }
  }()

  /// The documents of the suite, any of which a case may refer to as a context.
  private static let contexts: JSONLDContexts = {
    guard let folder = SharedFolder.find("suites/json-ld/tests"),
      let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String]
    else { return JSONLDContexts([]) }
    return JSONLDContexts(
      paths.filter { $0.hasPrefix("toRdf/") && $0.hasSuffix(".jsonld") }.compactMap { path in
        (try? Data(contentsOf: folder.appending(path: path))).map {
          (iri: "https://w3c.github.io/json-ld-api/tests/" + path, bytes: Array($0))
        }
      })
  }()

  @Test func `the suite has the cases it is known to have`() {
    guard SharedFolder.find("suites/json-ld") != nil else { return }
    #expect(Self.cases.count == 467)
  }

  @Test func `every known issue names a case that exists`() {
    guard SharedFolder.find("suites/json-ld") != nil else { return }
    let names = Set(Self.cases.map { "json-ld/\($0.id)" })
    for id in RDFSuite.knownIssues.keys where id.hasPrefix("json-ld/") {
      #expect(names.contains(id), "\(id)")
    }
  }

  /// Whether a case ends as the suite says; the reason if not.
  static func failure(of one: Case) -> String? {
    guard let data = try? Data(contentsOf: one.input) else { return "the input is not at hand" }
    var options = JSONLDOptions()
    options.contexts = contexts
    options.direction = one.direction
    options.expandContext = one.expandContext
    do throws(DiagnosedError) {
      let quads = try JSONLDReader.readAll(
        bytes: Array(data), base: one.base, file: one.input.lastPathComponent, options: options)
      if one.errorCode != nil { return "accepted" }
      guard let result = one.result else { return nil }
      let expected = try RDFReader.readFile(path: result.path)
      if GraphIsomorphism.areIsomorphic(quads, expected) { return nil }
      return "gave \(Set(quads).sorted()), not \(expected.sorted())"
    } catch {
      guard let code = one.errorCode else { return "refused: \(error)" }
      let found = error.findings.first?.argument("code")
      guard error.findings.allSatisfy({ $0.place != nil }) else { return "no place" }
      return found == .plain(code) ? nil : "refused otherwise: \(error)"
    }
  }

  @Test(arguments: cases)
  func `a document has the statements of the suite, or its error`(one: Case) {
    guard let reason = RDFSuite.knownIssues["json-ld/\(one.id)"] else {
      if let failure = Self.failure(of: one) { Issue.record("\(one.id) \(failure)") }
      return
    }
    withKnownIssue(Comment(rawValue: reason)) {
      if let failure = Self.failure(of: one) { Issue.record("\(one.id) \(failure)") }
    }
  }

  private static let scraps = [
    "{", "}", "[", "]", ",", ":", "null", "1e9", "\"@id\":", "\"@context\":", "\"@type\"", "@list",
    "@set", "@graph", "@reverse", "@nest", "@container", "@protected", "@import", "\\", "_:", "é",
  ]

  @Test(arguments: cases)
  func `a damaged document is read or refused with a place, never more`(one: Case) throws {
    guard let data = try? Data(contentsOf: one.input) else { return }
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    var options = JSONLDOptions()
    options.contexts = Self.contexts
    for _ in 0..<8 {
      var bytes = Array(data)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let length = min(Int.random(in: 0...6, using: &random), bytes.count - place)
        let scrap = Self.scraps.randomElement(using: &random) ?? ""
        bytes.replaceSubrange(place..<place + length, with: scrap.utf8)
        if bytes.isEmpty { bytes = Array("{}".utf8) }
      }
      do throws(DiagnosedError) {
        let quads = try JSONLDReader.readAll(
          bytes: bytes, base: one.base, file: "f", options: options)
        _ = try RDFWriter.write(quads, format: .nQuads)
      } catch {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(error.findings.allSatisfy { $0.place != nil }, "seed \(seed): \(text)")
      }
    }
  }
}
