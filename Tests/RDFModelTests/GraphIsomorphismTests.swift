// SPDX-License-Identifier: Apache-2.0

import RDFModel
import Testing

@Suite struct GraphIsomorphismTests {
  static func edge(_ from: String, _ to: String, graph: String? = nil) -> Quad {
    Quad(
      .blankNode(from), .iri("http://example.org/p"), .blankNode(to),
      graph: graph.map { .blankNode($0) })
  }

  static func cycle(_ names: [String]) -> [Quad] {
    names.indices.map { edge(names[$0], names[($0 + 1) % names.count]) }
  }

  @Test func `labels do not count`() {
    #expect(
      GraphIsomorphism.areIsomorphic(
        [Self.edge("a", "b"), Self.edge("b", "c")], [Self.edge("z", "x"), Self.edge("y", "z")]))
  }

  @Test func `direction, loops and numbers of statements count`() {
    let chain = [Self.edge("a", "b"), Self.edge("b", "c")]
    #expect(!GraphIsomorphism.areIsomorphic(chain, [Self.edge("a", "b"), Self.edge("a", "c")]))
    #expect(!GraphIsomorphism.areIsomorphic(chain, [Self.edge("a", "b"), Self.edge("b", "b")]))
    #expect(!GraphIsomorphism.areIsomorphic(chain, [Self.edge("a", "b")]))
    #expect(!GraphIsomorphism.areIsomorphic([Self.edge("a", "a")], [Self.edge("a", "b")]))
  }

  @Test func `two short cycles are not one long cycle though every node looks the same`() {
    let long = Self.cycle(["a", "b", "c", "d", "e", "f"])
    let short = Self.cycle(["a", "b", "c"]) + Self.cycle(["d", "e", "f"])
    #expect(!GraphIsomorphism.areIsomorphic(long, short))
    #expect(GraphIsomorphism.areIsomorphic(long, Self.cycle(["f", "q", "a", "z", "b", "c"])))
    #expect(
      GraphIsomorphism.areIsomorphic(
        short, Self.cycle(["1", "5", "3"]) + Self.cycle(["4", "2", "6"])))
  }

  @Test func `literals and IRIs compare by their bytes`() {
    func one(_ object: Term) -> [Quad] {
      [Quad(.blankNode("a"), .iri("http://example.org/p"), object)]
    }
    #expect(!GraphIsomorphism.areIsomorphic(one(.literal("\u{E9}")), one(.literal("e\u{301}"))))
    #expect(!GraphIsomorphism.areIsomorphic(one(.literal("a")), one(.literal("a", language: "en"))))
    #expect(
      GraphIsomorphism.areIsomorphic(
        one(.literal("a", language: "EN")), one(.literal("a", language: "en"))))
  }

  @Test func `graph names count, blank ones by what they hold`() {
    #expect(
      GraphIsomorphism.areIsomorphic(
        [Self.edge("a", "b", graph: "g")], [Self.edge("x", "y", graph: "z")]))
    #expect(
      !GraphIsomorphism.areIsomorphic(
        [Self.edge("a", "b", graph: "g")], [Self.edge("x", "y", graph: "x")]))
    #expect(
      !GraphIsomorphism.areIsomorphic([Self.edge("a", "b", graph: "g")], [Self.edge("x", "y")]))
  }

  @Test func `repetitions do not count`() {
    #expect(
      GraphIsomorphism.areIsomorphic(
        [Self.edge("a", "b"), Self.edge("a", "b")], [Self.edge("x", "y")]))
  }
}
