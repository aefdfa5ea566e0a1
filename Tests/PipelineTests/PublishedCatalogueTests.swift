// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import Foundation
import Pipeline
import RDFIO
import RDFModel
import Store
import Testing

@Suite struct PublishedCatalogueTests {
  private let file = FileManager.default.temporaryDirectory
    .appending(path: UUID().uuidString + ".sqlite")

  private func catalogue(own: String?, datasets: [String: String]) throws -> PublishedCatalogue {
    let store = try CatalogueStore(path: file.path)
    let stored = datasets.map { name, statements in
      StoredDataset(
        iri: "https://example.org/\(name)", id: name, title: "Title of \(name)",
        contentHash: "00", description: Array(statements.utf8))
    }
    try store.put(stored, catalogue: own.map { Array($0.utf8) })
    try store.close()
    return try PublishedCatalogue(file)
  }

  private func modified(_ name: String, _ date: String) -> String {
    "<https://example.org/\(name)> <http://purl.org/dc/terms/modified> \"\(date)\" .\n"
  }

  private func isCatalogue(_ name: String) -> String {
    "<https://example.org/\(name)> <\(RDF.type)> <\(DCAT.Catalog)> .\n"
  }

  @Test func `the whole names every dataset and is as new as the newest`() throws {
    let catalogue = try catalogue(
      own: isCatalogue("c") + modified("c", "2025-05-05"),
      datasets: ["b": modified("b", "2026-01-01"), "a": modified("a", "2024-01-01")])
    #expect(catalogue.datasets.map(\.id) == ["a", "b"])
    #expect(catalogue.datasets.map(\.title) == ["Title of a", "Title of b"])
    let lines = String(
      decoding: try PublishedCatalogue.write(catalogue.quads, as: .nTriples), as: UTF8.self)
    #expect(
      lines == """
        <https://example.org/a> <http://purl.org/dc/terms/modified> "2024-01-01" .
        <https://example.org/b> <http://purl.org/dc/terms/modified> "2026-01-01" .
        <https://example.org/c> <http://purl.org/dc/terms/modified> "2026-01-01" .
        <https://example.org/c> <\(RDF.type)> <\(DCAT.Catalog)> .
        <https://example.org/c> <\(DCAT.dataset)> <https://example.org/a> .
        <https://example.org/c> <\(DCAT.dataset)> <https://example.org/b> .

        """)
  }

  @Test func `of nested catalogues the outer one is the catalogue`() throws {
    let nested = "<https://example.org/z> <\(DCAT.catalog)> <https://example.org/a> .\n"
    let catalogue = try catalogue(
      own: isCatalogue("a") + isCatalogue("z") + nested, datasets: [:])
    #expect(catalogue.own?.iri == "https://example.org/z")
  }

  @Test func `a file without the catalogue's own description has its datasets still`() throws {
    let catalogue = try catalogue(own: nil, datasets: ["a": modified("a", "2024-01-01")])
    #expect(catalogue.own == nil)
    #expect(catalogue.quads == catalogue.datasets.flatMap(\.description.quads))
  }

  @Test func `statements that are none are named with their dataset`() throws {
    let error = #expect(throws: DiagnosedError.self) {
      try catalogue(own: nil, datasets: ["a": "this is no statement\n"])
    }
    #expect(error?.findings.first?.place?.file == "the catalogue's a")
  }
}
