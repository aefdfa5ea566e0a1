// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RDFIO
import RDFModel
import Shapes
import TestSupport
import Testing

/// What HealthDCAT-AP and DCAT-AP 3 ask for beyond EUCAIM DCAT-AP 2.0, and the official shapes.
@Suite struct OtherProfileTests {
  private static let profiles = SharedFolder.packageRoot.appending(path: "Ontologies/profiles")

  private static func shapes(_ files: [URL]) throws -> (graph: ShapesGraph, findings: [Finding]) {
    var findings: [Finding] = []
    let graphs = try files.map {
      (graph: try RDFReader.readGraph(path: $0.path), file: $0.lastPathComponent)
    }
    return (ShapesGraph(graphs, findings: &findings), findings)
  }

  private static let own = Result {
    try shapes(["healthdcat-ap.ttl", "dcat-ap-3.ttl"].map { profiles.appending(path: $0) })
  }

  private static func health() throws -> [Quad] {
    let file = SharedFolder.packageRoot.appending(path: "Tests/Fixtures/profile/health.ttl")
    return try ProfileFixture.shared.get().complete + RDFReader.readFile(path: file.path)
  }

  private static func results(_ quads: [Quad]) throws -> [ValidationResult] {
    Validator(shapes: try own.get().graph).validate(Graph(quads)).results
  }

  private static func name(_ shape: Term) -> String { ShapeLabels.end(of: shape.value) }

  @Test func `the shapes have no fault, and what they import is at hand`() throws {
    #expect(try Self.own.get().findings == [])
  }

  @Test func `a description can satisfy EUCAIM's profile and HealthDCAT-AP at once`() throws {
    let quads = try Self.health()
    #expect(try Self.results(quads).map(\.sentence) == [])
    #expect(try ProfileFixture.shared.get().results(quads).map(\.sentence) == [])
  }

  @Test func `a description that EUCAIM's profile takes lacks this for HealthDCAT-AP`() throws {
    let found = try Self.results(ProfileFixture.shared.get().complete)
    #expect(
      Set(found.map { Self.name($0.sourceShape) }) == [
        "ContactPoint.OpeningHours", "ContactPoint.SpecialOpeningHours",
        "Dataset.CodingSystemStandard", "Dataset.HealthCategoryConcept",
        "Dataset.HealthThemeConcept", "Distribution.RightsStatement", "TableGroup.Table",
        "TableGroup.Title",
      ])
  }

  /// A shape, what is taken out and added, and what is said then.
  static let faults: [(shape: String, removed: String, added: String, sentence: String)] = [
    (
      "Dataset.AccessBody", "d:dataset healthdcatap:hdab", "",
      "Dataset has no Health data access body; exactly one is needed."
    ),
    (
      "Dataset.Coordinator", "", "d:dataset healthdcatap:hdabCoordinator d:publisher, d:hdab .",
      "Dataset has 2 values of Coordinator of health data access bodies; at most one is allowed."
    ),
    (
      "AccessBody.ContactPoint", "d:hdab cv:contactPoint", "",
      "Agent has no Contact point; exactly one is needed."
    ),
    (
      "Coordinator.ContactPoint", "", "d:dataset healthdcatap:hdabCoordinator d:creator .",
      "Agent has no Contact point; exactly one is needed."
    ),
    (
      "Publisher.Description", "", "d:publisher dct:description \"Publica.\"@es .",
      "Agent has 2 values of Publisher note; at most one is allowed."
    ),
    (
      "DatasetSeries.ApplicableLegislation", "d:series dcatap:applicableLegislation", "",
      "DatasetSeries has no Applicable legislation; at least one is needed."
    ),
    (
      "TableGroup.Title", "d:variables dct:title", "",
      "TableGroup has no Title; at least one is needed."
    ),
    (
      "TableGroup.Table", "d:variables csvw:table", "",
      "TableGroup has no Table; at least one is needed."
    ),
    (
      "Table.Title", "d:variables-table dct:title", "",
      "Table has no Title; at least one is needed."
    ),
    (
      "Table.Url", "", "d:variables-table csvw:url d:other .",
      "Table has 2 values of URL; at most one is allowed."
    ),
    (
      "Table.Column", "d:variables-table csvw:column", "",
      "Table has no Column; at least one is needed."
    ),
    (
      "Column.Name", "", "d:column csvw:name \"gender\" .",
      "Column has 2 values of Name; at most one is allowed."
    ),
    ("Column.Title", "d:column csvw:title", "", "Column has no Title; at least one is needed."),
    (
      "Column.Description", "d:column dct:description", "",
      "Column has no Description; at least one is needed."
    ),
    (
      "Column.Datatype", "d:column csvw:datatype", "",
      "Column has no Datatype; exactly one is needed."
    ),
    (
      "Column.PropertyUrl", "", "d:column csvw:propertyUrl d:other .",
      "Column has 2 values of Property URL; at most one is allowed."
    ),
    (
      "DataService.Title", "d:service dct:title", "",
      "DataService has no Title; at least one is needed."
    ),
    (
      "DataService.EndpointUrl", "d:service dcat:endpointURL", "",
      "DataService has no Endpoint URL; at least one is needed."
    ),
    (
      "DatasetSeries.Title", "d:series dct:title", "",
      "DatasetSeries has no Title; at least one is needed."
    ),
    (
      "DatasetSeries.Description", "d:series dct:description", "",
      "DatasetSeries has no Description; at least one is needed."
    ),
    (
      "CatalogRecord.PrimaryTopic", "d:record foaf:primaryTopic", "",
      "CatalogRecord has no Primary topic; exactly one is needed."
    ),
    (
      "CatalogRecord.ModificationDate", "d:record dct:modified", "",
      "CatalogRecord has no Modification date; exactly one is needed."
    ),
    (
      "Distribution.ByteSize", "", "d:distribution dcat:byteSize 7.5 .",
      "Distribution has 2 values of Byte size; at most one is allowed."
    ),
  ]

  @Test(arguments: faults.indices)
  func `what the other profiles need is found when it is missing`(index: Int) throws {
    let fault = Self.faults[index]
    let fixture = try ProfileFixture.shared.get()
    var quads = try Self.health()
    if !fault.removed.isEmpty {
      let parts = fault.removed.split(separator: " ").map { fixture.iri(String($0)) }
      let before = quads.count
      quads.removeAll { $0.subject == parts[0] && $0.predicate == parts[1] }
      #expect(quads.count < before)
    }
    if !fault.added.isEmpty { quads += try fixture.read(fault.added) }
    let found = try Self.results(quads).filter { Self.name($0.sourceShape) == fault.shape }
    #expect(found.map(\.sentence).contains(fault.sentence), "\(found.map(\.sentence))")
    #expect(found.allSatisfy { $0.severity == .violation })
  }

  @Test func `the terms of HealthDCAT-AP are known in both of their namespaces`() throws {
    let quads = try Self.health().map { quad in
      let name = quad.predicate.value
      let here = "https://w3id.org/healthdcat-ap#"
      guard name.hasPrefix(here) else { return quad }
      return Quad(
        quad.subject, .iri("http://healthdataportal.eu/ns/health#" + name.dropFirst(here.count)),
        quad.object)
    }
    #expect(try Self.results(quads).map(\.sentence) == [])
  }

  @Test func `the official shapes of DCAT-AP are read unchanged and find nothing in the feed`()
    throws
  {
    let files = ["shapes.ttl", "range.ttl"].compactMap {
      SharedFolder.find("shapes/dcat-ap-3.0.1/\($0)")
    }
    if files.count < 2 { return }
    let (shapes, findings) = try Self.shapes(files)
    // The five names of a draft, and nothing that is left out.
    #expect(
      Set(findings.map(\.rule.id)).isSubset(of: ["shacl.draft-name", "shacl.import-missing"]))
    #expect(shapes.notEvaluated.map(\.sentence) == [])
    let feed = try FinishedRun.demo.get().quads("catalogue/catalog.nt")
    let validator = Validator(shapes: shapes)
    #expect(validator.validate(Graph(feed)).results.map(\.sentence) == [])
    let untitled = feed.filter { $0.predicate != .iri(DCT.namespace + "title") }
    #expect(!validator.validate(Graph(untitled)).results.isEmpty)
  }
}
