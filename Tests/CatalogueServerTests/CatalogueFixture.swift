// SPDX-License-Identifier: Apache-2.0

#if Server
  import CatalogueServer
  import Diagnostics
  import Foundation
  import Hummingbird
  import HummingbirdTesting
  import RDFModel
  import Store
  import Synchronization

  /// A catalogue file of its own for each test, and a server over it.
  final class CatalogueFixture: Sendable {
    let file = FileManager.default.temporaryDirectory
      .appending(path: UUID().uuidString + ".sqlite")
    private let found = Mutex<[String]>([])

    /// The ids of what the server reported so far.
    var reported: [String] { found.withLock { $0 } }

    /// Writes a catalogue with a title and datasets of the given ids.
    init(_ ids: [String] = ["glioma", "lung"]) throws {
      let own = """
        <https://example.org/c> <\(RDF.type)> <\(DCAT.Catalog)> .
        <https://example.org/c> <\(DCT.title)> "Catálogo"@es .
        <https://example.org/c> <\(DCT.title)> "Catalogue of <images>"@en .

        """
      try put(ids.map { Self.dataset($0) }, own: own)
    }

    deinit { try? FileManager.default.removeItem(at: file) }

    static func dataset(
      _ id: String, title: String = "Title", iri: String? = nil
    ) -> StoredDataset {
      let iri = iri ?? "https://example.org/\(id)"
      let description = """
        <\(iri)> <\(DCT.title)> "\(title)" .
        <\(iri)> <\(RDF.type)> <\(DCAT.Dataset)> .

        """
      return StoredDataset(
        iri: iri, id: id, title: title, contentHash: "00", description: Array(description.utf8))
    }

    /// Puts datasets into the file.
    func put(_ datasets: [StoredDataset], own: String? = nil) throws {
      let store = try CatalogueStore(path: file.path)
      try store.put(datasets, catalogue: own.map { Array($0.utf8) })
      try store.close()
    }

    /// A server over the file.
    func service(port: Int = 8080, baseURL: String? = "https://example.org/base")
      throws(DiagnosedError) -> CatalogueService
    {
      try CatalogueService(
        ServerSettings(catalogue: file.path, host: "localhost", port: port, baseURL: baseURL)
      ) { error in
        self.found.withLock { $0 += error.findings.map(\.rule.id) }
      }
    }

    /// Asks the server without a network.
    func ask<Value: Sendable>(
      _ questions: @Sendable (any TestClientProtocol) async throws -> Value
    ) async throws -> Value {
      try await service().application().test(.router, questions)
    }
  }

  extension TestClientProtocol {
    /// Asks for an address with an `Accept` field, if one is given.
    func get(_ path: String, accept: String? = nil) async throws -> TestResponse {
      try await execute(uri: path, method: .get, headers: accept.map { [.accept: $0] } ?? [:])
    }
  }

  extension TestResponse {
    /// The body as text.
    var text: String { String(buffer: body) }
  }
#endif
