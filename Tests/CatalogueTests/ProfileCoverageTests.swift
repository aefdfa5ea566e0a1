// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

struct ProfileCoverageTests {
  @Test(arguments: Samples.names)
  func `a description of a sample has every mandatory and conditional path of the profile`(
    name: String
  ) throws {
    guard let table = try ProfileTable() else { return }
    let description = try Samples.description(name)
    let graph = description.graph
    #expect(
      table.faults(of: .iri(description.iri), class: "Dataset", in: graph) == [
        "Dataset hdab is missing"
      ], "no health data access body is designated for the samples")
    let distributions = graph.instances(of: .iri(Namespace.dcat.Distribution))
    #expect(!distributions.isEmpty)
    for distribution in distributions {
      #expect(table.faults(of: distribution, class: "Distribution", in: graph) == [])
    }
  }

  @Test func `the broken sample lacks the health data access body and nothing else`() throws {
    guard let table = try ProfileTable() else { return }
    let description = try Samples.description("broken")
    #expect(
      table.faults(of: .iri(description.iri), class: "Dataset", in: description.graph) == [
        "Dataset hdab is missing"
      ])
  }

  @Test func `the feed has every mandatory and recommended path of a catalogue`() throws {
    guard let table = try ProfileTable() else { return }
    var findings: [Finding] = []
    let catalogue = try Samples.catalogue()
    let graph = Graph(
      try CatalogueFeed.make(
        catalogue: catalogue, datasets: Samples.names.map { try Samples.description($0) },
        findings: &findings))
    #expect(table.faults(of: .iri(catalogue.iri), class: "Catalog", in: graph) == [])
    let recommended = table.rows.filter {
      $0.class == "Catalog" && $0.level == "R" && $0.path.count == 1
    }
    #expect(recommended.count == 9)
    for row in recommended {
      #expect(!graph.objects(of: .iri(catalogue.iri), .iri(row.path[0])).isEmpty, "\(row.name)")
    }
  }

  @Test func `the glioma sample has every recommended path but those that need a vocabulary`()
    throws
  {
    guard let table = try ProfileTable() else { return }
    let description = try Samples.description("glioma")
    let graph = description.graph
    let missing = table.rows.filter {
      $0.class == "Dataset" && $0.level == "R" && $0.path.count == 1
        && graph.objects(of: .iri(description.iri), .iri($0.path[0])).isEmpty
    }.map(\.name)
    #expect(
      missing == ["Dataset hasCodingSystem", "Dataset sample", "Dataset hasQualityAnnotation"])
  }

  @Test func `every property of a data set in the profile is written by people or computed`() throws
  {
    guard let table = try ProfileTable() else { return }
    let computed = Set(try Samples.measures().measures.map(\.property))
      .union([Namespace.dct.identifier, Namespace.dct.modified, Namespace.dcat.theme])
    let written = Set(NodeKind.dataset.fields.filter(\.isStated).map(\.property))
    let known = written.union(computed)
    let paths = Set(table.rows.filter { $0.class == "Dataset" }.map { $0.path[0] })
    #expect(paths.subtracting(known) == [])
    #expect(known.subtracting(paths) == [])
    // What records need not hold can be written in their place.
    #expect(
      written.intersection(computed) == [
        Namespace.healthdcatap.hasCodeValues, Namespace.healthdcatap.hasCodingSystem,
        Namespace.healthdcatap.hasVariables, Namespace.eucaim.nbrOfSegmentations,
        Namespace.dcat.spatialResolutionInMeters,
      ])
  }

  @Test func `every property of a distribution in the profile has a key and every key a property`()
    throws
  {
    guard let table = try ProfileTable() else { return }
    let paths = Set(table.rows.filter { $0.class == "Distribution" }.map { $0.path[0] })
    #expect(paths == Set(NodeKind.distribution.fields.map(\.property)))
  }

  @Test func `the measured properties are those that nobody may write by hand`() throws {
    let measured = Set(try Samples.measures().measures.map(\.property))
    let written = Set(NodeKind.dataset.fields.map(\.property))
    let forbidden = Set(DatasetDocument.computedKeys.values)
      .union(measured.intersection(written))
    #expect(forbidden == measured.union([Namespace.dct.identifier, Namespace.dct.modified]))
  }
}
