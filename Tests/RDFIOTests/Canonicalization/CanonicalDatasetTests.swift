// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFIO
import RDFModel
import Testing

@Suite struct CanonicalDatasetTests {
  private func canonical(_ turtle: String) throws -> CanonicalDataset {
    try CanonicalDataset(try quads(turtle, .trig))
  }

  @Test func `labels and order of statements do not count`() throws {
    let one = try canonical("_:a <p:p> _:b . _:b <p:q> 1 . <p:g> { _:b <p:p> \"é\"@de }")
    let other = try canonical("<p:g> { _:x <p:p> \"é\"@de } _:x <p:q> 1 . _:y <p:p> _:x .")
    #expect(one.nQuads == other.nQuads)
    #expect(one.contentHash == other.contentHash)
    #expect(one.contentHash.utf8.count == 64)
    #expect(one.identifiers.count == 2)
  }

  @Test func `content that differs has another hash`() throws {
    let one = try canonical("_:a <p:p> _:b . _:b <p:p> _:a .")
    let other = try canonical("_:a <p:p> _:a . _:b <p:p> _:b .")
    #expect(one.contentHash != other.contentHash)
  }

  @Test func `the statements are those of the lines, and isomorphic to the input`() throws {
    let input = try quads("[] <p:p> [ <p:q> ( 1 1 ) ] . [] <p:p> [] .", .turtle)
    let dataset = try CanonicalDataset(input + input)
    #expect(GraphIsomorphism.areIsomorphic(dataset.quads, input))
    let lines = try RDFReader.readAll(bytes: dataset.nQuads, format: .nQuads, file: "f")
    #expect(lines == dataset.quads)
    let names = Set(dataset.identifiers.values.map(\.value))
    #expect(names == Set((0..<input.blankNodes.count).map { "c14n\($0)" }))
  }

  @Test func `labels that differ in normal form only are different nodes`() throws {
    let dataset = try canonical("_:\u{E9} <p:p> 1 . _:e\u{301} <p:p> 2 .")
    #expect(dataset.identifiers.count == 2)
  }

  @Test func `the empty dataset is empty`() throws {
    let dataset = try canonical("")
    #expect(dataset.nQuads.isEmpty)
    #expect(dataset.contentHash.hasPrefix("e3b0c442"))
  }

  @Test func `nodes that are all alike end in a finding`() throws {
    let clique = (0..<9).flatMap { one in
      (0..<9).filter { $0 != one }.map { "_:n\(one) <p:p> _:n\($0) ." }
    }
    let finding = try #require(try refusal(clique.joined()))
    #expect(finding.argument("what") == .plain("steps"))
    #expect(!finding.message().contains("{"))
  }

  @Test func `a long ring of nodes that are all alike ends in a finding`() throws {
    let ring = (0..<20_000).map { "_:n\($0) <p:p> _:n\(($0 + 1) % 20_000) ." }
    let finding = try #require(try refusal(ring.joined()))
    #expect(finding.argument("what") == .plain("nodes in a row"))
  }

  @Test func `a long list of different items is named at once`() throws {
    let items = (0..<2_000).map(String.init).joined(separator: " ")
    #expect(try canonical("<p:s> <p:p> ( \(items) ) .").identifiers.count == 2_000)
  }

  @Test func `many nodes of which nothing different is said are named at once`() throws {
    let things = String(repeating: "[] <p:p> 1 .", count: 20_000)
    #expect(try canonical(things).identifiers.count == 20_000)
  }

  private func refusal(_ turtle: String) throws -> Finding? {
    let input = try quads(turtle, .turtle)
    do throws(DiagnosedError) {
      _ = try CanonicalDataset(input)
      return nil
    } catch {
      #expect(error.findings.map(\.rule) == [RDFRules.tooAlike])
      return error.findings.first
    }
  }
}

extension [Quad] {
  fileprivate var blankNodes: Set<Term> {
    Set(flatMap { [$0.subject, $0.object] }.filter(\.isBlankNode))
  }
}
