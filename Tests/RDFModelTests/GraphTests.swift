// SPDX-License-Identifier: Apache-2.0

import RDFModel
import Testing

@Suite struct GraphTests {
  static let quads = [
    Quad(ex("s1"), ex("p"), .literal("1")), Quad(ex("s1"), ex("p"), .literal("2")),
    Quad(ex("s1"), ex("q"), ex("s2")), Quad(ex("s2"), .iri(RDF.type), ex("C")),
    Quad(ex("s1"), .iri(RDF.type), ex("C")), Quad(.blankNode("b"), ex("q"), ex("s2")),
    Quad(ex("s2"), ex("p"), .literal("1")),
  ]

  static func ex(_ name: String) -> Term { .iri("http://example.org/\(name)") }

  let graph = Graph(quads)

  @Test func `every index finds what a scan finds`() {
    for pattern in Self.quads {
      let (s, p, o) = (
        graph.id(pattern.subject), graph.id(pattern.predicate), graph.id(pattern.object)
      )
      func scan(_ matches: (Triple) -> Bool) -> [Int] {
        graph.triples.indices.filter { matches(graph.triples[$0]) }
      }
      #expect(Array(graph.statements(subject: s)) == scan { $0.subject == s })
      #expect(
        Array(graph.statements(subject: s, predicate: p))
          == scan { $0.subject == s && $0.predicate == p })
      #expect(graph.statements(predicate: p).sorted() == scan { $0.predicate == p })
      #expect(graph.statements(object: o) == scan { $0.object == o })
      #expect(
        graph.subjects(p, o)
          == scan { $0.predicate == p && $0.object == o }.map { graph.triples[$0].subject })
      #expect(graph.contains(Triple(subject: s, predicate: p, object: o)))
    }
  }

  @Test func `objects and instances come as terms`() {
    #expect(graph.objects(of: Self.ex("s1"), Self.ex("p")) == [.literal("1"), .literal("2")])
    #expect(Set(graph.instances(of: Self.ex("C"))) == [Self.ex("s1"), Self.ex("s2")])
    let p = graph.id(Self.ex("p"))
    #expect(
      graph.object(graph.id(Self.ex("s2")), p).map { graph.terms.term($0) } == .literal("1"))
  }

  @Test func `what the graph does not hold is found nowhere`() {
    let unknown = graph.id(Self.ex("unknown"))
    #expect(unknown == .none)
    #expect(graph.statements(subject: unknown).isEmpty)
    #expect(graph.statements(object: unknown).isEmpty)
    #expect(graph.objects(unknown, unknown).isEmpty)
    #expect(graph.objects(of: Self.ex("unknown"), Self.ex("p")).isEmpty)
    let swapped = Triple(
      subject: graph.id(Self.ex("s2")), predicate: graph.id(Self.ex("q")),
      object: graph.id(Self.ex("s1")))
    #expect(!graph.contains(swapped))
  }

  @Test func `a repeated statement counts once and keeps its first origin`() {
    var builder = GraphBuilder()
    builder.add(Self.ex("s"), Self.ex("p"), .literal("z"), origin: 9)
    builder.add(Self.ex("s"), Self.ex("p"), .literal("a"), origin: 3)
    builder.add(Self.ex("s"), Self.ex("p"), .literal("z"), origin: 1)
    let graph = builder.build()
    #expect(graph.count == 2)
    #expect(graph.quads.map(\.object) == [.literal("z"), .literal("a")])
    #expect([graph.origin(of: 0), graph.origin(of: 1)] == [9, 3])
  }

  @Test func `the empty graph answers every question`() {
    let empty = Graph()
    #expect(empty.count == 0)
    #expect(empty.quads.isEmpty)
    #expect(empty.instances(of: Self.ex("C")).isEmpty)
  }
}
