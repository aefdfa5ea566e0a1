// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel
import Testing

struct FeedTests {
  func feed(
    _ descriptions: [DatasetDescription]
  ) throws -> (quads: [Quad], findings: [Finding]) {
    var findings: [Finding] = []
    let quads = try CatalogueFeed.make(
      catalogue: try Samples.catalogue(), datasets: descriptions, findings: &findings)
    return (quads, findings)
  }

  func descriptions(_ names: [String] = Samples.names) throws -> [DatasetDescription] {
    try names.map { try Samples.description($0) }
  }

  @Test func `the feed lists every data set and holds every description`() throws {
    let descriptions = try descriptions()
    let (quads, findings) = try feed(descriptions)
    let graph = Graph(quads)
    #expect(
      graph.objects(of: .iri("https://example.org/catalogue"), .iri(Namespace.dcat.dataset))
        .sorted() == [
          .iri("https://example.org/datasets/glioma-mri"),
          .iri("https://example.org/datasets/lung-ct"),
          .iri("https://example.org/datasets/prostate-mri"),
        ])
    #expect(Set(descriptions.flatMap(\.quads)).isSubset(of: Set(quads)))
    #expect(findings == [])
  }

  @Test func `what was described before joins to the same feed`() throws {
    let descriptions = try descriptions()
    let own = DatasetDescription(
      iri: "https://example.org/catalogue", quads: try feed([]).quads)
    var findings: [Finding] = []
    let joined = try CatalogueFeed.join(own, datasets: descriptions, findings: &findings)
    #expect(try joined == feed(descriptions).quads)
    #expect(try CatalogueFeed.join(own, datasets: [], findings: &findings) == own.quads)
    #expect(findings.isEmpty)
  }

  @Test func `the feed has no blank node and does not depend on the order of the data sets`() throws
  {
    let descriptions = try descriptions()
    let quads = try feed(descriptions).quads
    #expect(!quads.contains { $0.subject.isBlankNode || $0.object.isBlankNode })
    #expect(try feed(descriptions.reversed()).quads == quads)
    #expect(quads == Set(quads).sorted())
  }

  @Test func `an empty catalogue is a catalogue without data sets`() throws {
    let graph = Graph(try feed([]).quads)
    let catalogue = Term.iri("https://example.org/catalogue")
    #expect(graph.instances(of: .iri(Namespace.dcat.Catalog)) == [catalogue])
    #expect(graph.objects(of: catalogue, .iri(Namespace.dcat.dataset)) == [])
    #expect(graph.objects(of: catalogue, .iri(Namespace.dct.modified)) == [])
  }

  @Test func `the catalogue changed when its latest data set did`() throws {
    let datasets = [
      try Samples.description("lung", date: "2026-09-01"),
      try Samples.description("glioma", date: "2026-12-24"),
      try Samples.description("prostate", date: "2025"),
    ]
    let modified = Graph(try feed(datasets).quads)
      .objects(of: .iri("https://example.org/catalogue"), .iri(Namespace.dct.modified))
    #expect(modified == [.literal("2026-12-24", datatype: XSD.date)])
  }

  @Test func `two descriptions with one identifier are refused`() throws {
    let error = try #require(throws: DiagnosedError.self) {
      try feed(descriptions(["lung", "glioma", "lung"]))
    }
    #expect(
      error.findings.map { $0.message() } == [
        "Two descriptions have the identifier https://example.org/datasets/lung-ct."
      ])
  }

  @Test func `an organisation that two files describe differently is a warning`() throws {
    let glioma = try Samples.description("glioma")
    let hospital = Term.iri("https://example.org/organisations/example-university-hospital")
    let lung = try Samples.description("lung")
    let renamed = glioma.quads.filter { $0.subject == hospital }.map { quad in
      quad.predicate == .iri(Namespace.foaf.name)
        ? Quad(hospital, quad.predicate, .literal("Another name", language: "en")) : quad
    }
    let changed = DatasetDescription(iri: lung.iri, quads: lung.quads + renamed)
    let (_, findings) = try feed([glioma, changed])
    #expect(
      findings.map { $0.message() } == [
        "https://example.org/organisations/example-university-hospital is described in different words by https://example.org/datasets/glioma-mri and https://example.org/datasets/lung-ct; both are published."
      ])
  }

  @Test func `an entry has the English title, the date and canonical bytes`() throws {
    let entry = CatalogueEntry(try Samples.description("glioma"))
    #expect(entry.iri == "https://example.org/datasets/glioma-mri")
    #expect(entry.title == "Magnetic resonance imaging of adult glioma")
    #expect(entry.modified == "2026-07-01")
    let text = String(decoding: entry.nTriples, as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == (try Samples.description("glioma")).quads.count)
    #expect(
      lines.contains(
        "<https://example.org/datasets/glioma-mri> <http://purl.org/dc/terms/title> \"Resonancia magnética de glioma en adultos\"@es ."
      ))
  }

  @Test func `canonical lines escape what the form wants escaped and nothing else`() {
    let text = "a\"\\\n\r\t\u{8}\u{C}\u{1}\u{7F}é\u{1F600}"
    let quads = [
      Quad(.iri("https://e/s"), .iri("https://e/p"), .literal(text)),
      Quad(.iri("https://e/s"), .iri("https://e/o"), .literal("x", language: "EN")),
    ]
    #expect(
      String(decoding: CanonicalNTriples.bytes(of: quads + quads), as: UTF8.self) == """
        <https://e/s> <https://e/o> "x"@en .
        <https://e/s> <https://e/p> "a\\"\\\\\\n\\r\\t\\b\\f\\u0001\\u007Fé\u{1F600}" .

        """)
  }
}
