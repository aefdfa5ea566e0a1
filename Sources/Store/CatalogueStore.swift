// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import GRDB

/// The catalogue: one SQLite file with the published datasets and the catalogue's own description.
///
/// Every change is one transaction, so a killed process leaves the old state or the new one.
/// Errors of SQLite become ``StoreRules``; their text never holds content.
package final class CatalogueStore {
  private let queue: DatabaseQueue
  private let path: String

  /// Opens a catalogue, making the file and its tables if need be.
  ///
  /// - Parameter path: a file; its folder must exist.
  /// - Throws: ``StoreRules/notACatalogue`` if the file is something else.
  package init(path: String) throws(DiagnosedError) {
    self.path = path
    do {
      var configuration = Configuration()
      // A second process waits this long for the first one's transaction.
      configuration.busyMode = .timeout(5)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.migrator.migrate(queue)
    } catch {
      throw Self.failure(StoreRules.notACatalogue, path, error)
    }
  }

  /// The published datasets, ordered by IRI.
  package func datasets() throws(DiagnosedError) -> [StoredDataset] {
    try run(StoreRules.notACatalogue, StoredCatalogue.datasets)
  }

  /// The catalogue's own description as sorted N-Triples; empty before it was put.
  package func catalogue() throws(DiagnosedError) -> [UInt8] {
    try run(StoreRules.notACatalogue, StoredCatalogue.ownDescription)
  }

  /// Puts datasets in, each in place of what was there under its IRI, and the catalogue's description.
  ///
  /// - Parameters:
  ///   - datasets: what to publish.
  ///   - catalogue: the catalogue's own description as sorted N-Triples; `nil` keeps what is there.
  /// - Throws: ``StoreRules/cannotWrite``; the catalogue is then what it was.
  package func put(_ datasets: [StoredDataset], catalogue: [UInt8]?) throws(DiagnosedError) {
    try run(StoreRules.cannotWrite) { database in
      for dataset in datasets {
        try database.execute(
          sql: """
            INSERT INTO dataset (iri, id, title, content_hash, description) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (iri) DO UPDATE SET id = excluded.id, title = excluded.title,
              content_hash = excluded.content_hash, description = excluded.description
            """,
          arguments: [
            dataset.iri, dataset.id, dataset.title, dataset.contentHash,
            String(decoding: dataset.description, as: UTF8.self),
          ])
      }
      if let catalogue {
        try database.execute(
          sql: "INSERT OR REPLACE INTO property (name, value) VALUES ('catalogue', ?)",
          arguments: [String(decoding: catalogue, as: UTF8.self)])
      }
    }
  }

  /// Takes a dataset out.
  ///
  /// - Parameter iri: the dataset.
  /// - Returns: whether it was in the catalogue.
  /// - Throws: ``StoreRules/cannotWrite``.
  package func withdraw(_ iri: String) throws(DiagnosedError) -> Bool {
    try run(StoreRules.cannotWrite) { database in
      try database.execute(sql: "DELETE FROM dataset WHERE iri = ?", arguments: [iri])
      return database.changesCount > 0
    }
  }

  /// Closes the file.
  package func close() throws(DiagnosedError) {
    do { try queue.close() } catch { throw Self.failure(StoreRules.cannotWrite, path, error) }
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(
        sql: """
          CREATE TABLE dataset (
            iri TEXT PRIMARY KEY NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL,
            content_hash TEXT NOT NULL, description TEXT NOT NULL
          ) WITHOUT ROWID;
          CREATE TABLE property (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)
            WITHOUT ROWID;
          """)
    }
    return migrator
  }

  private func run<Value>(
    _ rule: FindingRule, _ body: (Database) throws -> Value
  ) throws(DiagnosedError) -> Value {
    do { return try queue.write(body) } catch { throw Self.failure(rule, path, error) }
  }

  static func failure(_ rule: FindingRule, _ path: String, _ error: any Error)
    -> DiagnosedError
  {
    // The message of a DatabaseError may quote SQL; the result code says enough.
    let reason = (error as? DatabaseError).map { "SQLite says \($0.resultCode)" } ?? "unknown"
    return DiagnosedError(
      rule, at: SourcePlace(file: path), [.plain("path", path), .plain("reason", reason)])
  }
}
