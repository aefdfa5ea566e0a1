// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import GRDB

/// What a catalogue file holds at one moment.
package struct StoredCatalogue: Sendable, Hashable {
  /// The published datasets, ordered by IRI.
  package let datasets: [StoredDataset]
  /// The catalogue's own description as sorted N-Triples; empty before it was put.
  package let ownDescription: [UInt8]

  /// Reads a catalogue file in one transaction, without making or changing anything.
  ///
  /// - Parameter path: a file that a run or ``CatalogueStore`` wrote.
  /// - Throws: ``StoreRules/notACatalogue`` if there is no file, or it is something else.
  package init(readingFrom path: String) throws(DiagnosedError) {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      // A writer that commits meanwhile is waited for this long.
      configuration.busyMode = .timeout(5)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      (datasets, ownDescription) = try queue.read { database in
        guard try CatalogueStore.migrator.hasCompletedMigrations(database),
          try !CatalogueStore.migrator.hasBeenSuperseded(database)
        else { throw DatabaseError(resultCode: .SQLITE_SCHEMA) }
        return (try Self.datasets(database), try Self.ownDescription(database))
      }
      try queue.close()
    } catch {
      throw CatalogueStore.failure(StoreRules.notACatalogue, path, error)
    }
  }

  static func datasets(_ database: Database) throws -> [StoredDataset] {
    try Row.fetchAll(database, sql: "SELECT * FROM dataset ORDER BY iri").map { row in
      StoredDataset(
        iri: row["iri"], id: row["id"], title: row["title"], contentHash: row["content_hash"],
        description: Array((row["description"] as String).utf8))
    }
  }

  static func ownDescription(_ database: Database) throws -> [UInt8] {
    let text = try String.fetchOne(
      database, sql: "SELECT value FROM property WHERE name = 'catalogue'")
    return Array((text ?? "").utf8)
  }
}
