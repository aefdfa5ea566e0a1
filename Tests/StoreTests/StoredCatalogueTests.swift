// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Store
import Testing

@Suite struct StoredCatalogueTests {
  private let file = FileManager.default.temporaryDirectory
    .appending(path: UUID().uuidString + ".sqlite")

  private let dataset = StoredDataset(
    iri: "https://example.org/a", id: "a", title: "Title", contentHash: "00",
    description: Array("<https://example.org/a> <p> <o> .\n".utf8))

  @Test func `reading gives what was put and leaves the file as it is`() throws {
    let own = Array("<c> <p> <o> .\n".utf8)
    let store = try CatalogueStore(path: file.path)
    try store.put([dataset], catalogue: own)
    try store.close()
    let before = try Data(contentsOf: file)
    let catalogue = try StoredCatalogue(readingFrom: file.path)
    #expect(catalogue.datasets == [dataset])
    #expect(catalogue.ownDescription == own)
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `a file that cannot be written is read`() throws {
    let store = try CatalogueStore(path: file.path)
    try store.put([dataset], catalogue: nil)
    try store.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file.path)
    #expect(try StoredCatalogue(readingFrom: file.path).datasets == [dataset])
  }

  @Test func `a missing file is named and not made`() {
    let error = #expect(throws: DiagnosedError.self) {
      _ = try StoredCatalogue(readingFrom: file.path)
    }
    #expect(error?.findings.first?.rule.id == "catalogue.not-a-catalogue")
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test func `an empty file is no catalogue, and stays empty`() throws {
    try Data().write(to: file)
    let error = #expect(throws: DiagnosedError.self) {
      _ = try StoredCatalogue(readingFrom: file.path)
    }
    #expect(error?.findings.first?.rule.id == "catalogue.not-a-catalogue")
    #expect(try Data(contentsOf: file).isEmpty)
  }
}
