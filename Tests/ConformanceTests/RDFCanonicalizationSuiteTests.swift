// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFIO
import RDFModel
import TestSupport
import Testing

/// The W3C suite of RDF Dataset Canonicalization, RDFC-1.0.
@Suite struct RDFCanonicalizationSuiteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    enum Kind: String, Sendable {
      case evaluation = "rdfc:RDFC10EvalTest"
      case map = "rdfc:RDFC10MapTest"
      case negative = "rdfc:RDFC10NegativeEvalTest"
    }

    let id: String
    let kind: Kind
    let hash: CanonicalHash
    let input: URL
    let result: URL?

    var testDescription: String { id }
  }

  static let cases: [Case] = {
    guard let folder = SharedFolder.find("suites/rdf-canon/tests"),
      let data = try? Data(contentsOf: folder.appending(path: "manifest.jsonld")),
      let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let entries = manifest["entries"] as? [[String: Any]]
    else { return [] }
    return entries.compactMap { entry in
      guard let id = entry["id"] as? String, let action = entry["action"] as? String,
        let kind = (entry["type"] as? String).flatMap(Case.Kind.init)
      else { return nil }
      return Case(
        id: String(id.dropFirst()), kind: kind,
        hash: entry["hashAlgorithm"] as? String == "SHA384" ? .sha384 : .sha256,
        input: folder.appending(path: action),
        result: (entry["result"] as? String).map { folder.appending(path: $0) })
    }
  }()

  @Test func `the suite has the cases it is known to have`() {
    guard SharedFolder.find("suites/rdf-canon") != nil else { return }
    #expect(Self.cases.count == 86)
  }

  /// Whether a case ends as the suite says; the reason if not.
  static func failure(of one: Case) -> String? {
    do throws(DiagnosedError) {
      let dataset = try CanonicalDataset(
        try RDFReader.readFile(path: one.input.path), hash: one.hash)
      guard let result = one.result, let expected = try? Data(contentsOf: result) else {
        return "accepted"
      }
      return one.kind == .map
        ? difference(dataset.identifiers, expected) : difference(dataset.nQuads, expected)
    } catch {
      let isRefused = error.findings.map(\.rule) == [RDFRules.tooAlike]
      return one.kind == .negative && isRefused ? nil : "refused: \(error)"
    }
  }

  private static func difference(_ nQuads: [UInt8], _ expected: Data) -> String? {
    nQuads == Array(expected) ? nil : "gave \(String(decoding: nQuads, as: UTF8.self))"
  }

  private static func difference(_ identifiers: [Term: Term], _ expected: Data) -> String? {
    let names = Dictionary(
      uniqueKeysWithValues: identifiers.map { ($0.key.value, $0.value.value) })
    let wanted = try? JSONDecoder().decode([String: String].self, from: expected)
    return names == wanted ? nil : "gave \(names)"
  }

  @Test(arguments: cases)
  func `a dataset gets the canonical form and names of the suite`(one: Case) {
    if let failure = Self.failure(of: one) { Issue.record("\(one.id) \(failure)") }
  }
}
