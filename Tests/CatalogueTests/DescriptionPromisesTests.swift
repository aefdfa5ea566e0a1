// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

struct DescriptionPromisesTests {
  @Test(arguments: Samples.names + ["broken"])
  func `a description has no blank node and is the same every time`(name: String) throws {
    let description = try Samples.description(name)
    #expect(description.quads.count > 50)
    #expect(
      !description.quads.contains {
        $0.subject.isBlankNode || $0.object.isBlankNode || $0.graph != nil
      })
    #expect(description.quads == description.quads.sorted())
    #expect(
      CatalogueEntry(description).nTriples == CatalogueEntry(try Samples.description(name)).nTriples
    )
  }

  @Test func `unchanged content keeps its date and changed content gets the new one`() throws {
    let first = try Samples.description("lung", date: "2026-07-01")
    #expect(first.modified == .literal("2026-07-01", datatype: XSD.date))
    let same = try Samples.description("lung", date: "2026-08-01", previous: first.quads)
    #expect(same == first)
    let title = try #require(first.titles.first)
    let other = first.quads.map {
      $0.object == title ? Quad($0.subject, $0.predicate, .literal("Old", language: "en")) : $0
    }
    let changed = try Samples.description("lung", date: "2026-08-01", previous: other)
    #expect(changed.modified == .literal("2026-08-01", datatype: XSD.date))
  }

  @Test func `the graph and the order of the previous description do not matter`() throws {
    let first = try Samples.description("lung", date: "2026-07-01")
    let stored = first.quads.reversed().map {
      Quad($0.subject, $0.predicate, $0.object, graph: .iri("https://example.org/g"))
    }
    #expect(try Samples.description("lung", date: "2026-08-01", previous: stored) == first)
  }

  @Test func `a date keeps its own precision`() throws {
    let description = try Samples.description("lung", date: "2026-07-01T12:00:00Z")
    #expect(
      description.modified == .literal("2026-07-01T12:00:00Z", datatype: XSD.dateTime))
  }

  @Test(arguments: Samples.names)
  func `every node that a description links to within itself is described`(name: String) throws {
    let description = try Samples.description(name)
    let subjects = Set(description.quads.map(\.subject))
    let dangling = description.quads.map(\.object).filter {
      $0.isIRI && $0.value.hasPrefix(description.iri + "#") && !subjects.contains($0)
    }
    #expect(dangling == [])
  }

  @Test(arguments: Samples.names)
  func `every namespace of a predicate or class has a prefix`(name: String) throws {
    let bases = CataloguePrefixes.all.values
    for quad in try Samples.description(name).quads {
      #expect(bases.contains { quad.predicate.value.hasPrefix($0) }, "\(quad.predicate)")
    }
  }
}
