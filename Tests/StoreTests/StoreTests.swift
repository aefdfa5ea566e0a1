// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Store
import Testing

@Suite struct CatalogueStoreTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func dataset(_ name: String, title: String = "Title") -> StoredDataset {
    StoredDataset(
      iri: "https://example.org/\(name)", id: name, title: title, contentHash: "00",
      description: Array("<https://example.org/\(name)> <p> <o> .\n".utf8))
  }

  @Test func `datasets come back by IRI, whatever the order they were put in`() throws {
    let store = try CatalogueStore(path: folder.appending(path: "a.sqlite").path)
    try store.put([dataset("b"), dataset("a")], catalogue: Array("<c> <p> <o> .\n".utf8))
    #expect(try store.datasets() == [dataset("a"), dataset("b")])
    #expect(try store.catalogue() == Array("<c> <p> <o> .\n".utf8))
  }

  @Test func `putting a dataset again replaces it and leaves the others`() throws {
    let store = try CatalogueStore(path: folder.appending(path: "b.sqlite").path)
    try store.put([dataset("a"), dataset("b")], catalogue: nil)
    try store.put([dataset("a", title: "New")], catalogue: nil)
    #expect(try store.datasets() == [dataset("a", title: "New"), dataset("b")])
    #expect(try store.catalogue().isEmpty)
  }

  @Test func `a withdrawn dataset is gone, and withdrawing it again says so`() throws {
    let store = try CatalogueStore(path: folder.appending(path: "c.sqlite").path)
    try store.put([dataset("a")], catalogue: nil)
    #expect(try store.withdraw("https://example.org/a"))
    #expect(try !store.withdraw("https://example.org/a"))
    #expect(try store.datasets().isEmpty)
  }

  @Test func `a file that is no database is named and left as it is`() throws {
    let file = folder.appending(path: "d.sqlite")
    let text = String(repeating: "this is a letter, not a database. ", count: 40)
    try text.write(to: file, atomically: true, encoding: .utf8)
    let error = #expect(throws: DiagnosedError.self) { _ = try CatalogueStore(path: file.path) }
    #expect(error?.findings.first?.rule.id == "catalogue.not-a-catalogue")
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
