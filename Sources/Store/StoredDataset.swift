// SPDX-License-Identifier: Apache-2.0

/// A published dataset as the catalogue keeps it.
package struct StoredDataset: Sendable, Hashable {
  /// The dataset's IRI, which names it in the catalogue.
  package var iri: String
  /// The id that its pipeline gave it.
  package var id: String
  /// The title for people.
  package var title: String
  /// The SHA-256 of the description, 64 hexadecimal digits.
  package var contentHash: String
  /// The description as sorted N-Triples, without blank nodes.
  package var description: [UInt8]

  /// Describes a dataset.
  package init(
    iri: String, id: String, title: String, contentHash: String, description: [UInt8]
  ) {
    self.iri = iri
    self.id = id
    self.title = title
    self.contentHash = contentHash
    self.description = description
  }
}
