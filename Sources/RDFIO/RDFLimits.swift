// SPDX-License-Identifier: Apache-2.0

/// The published limits of reading RDF; beyond one of them stands a typed error with its place.
package enum RDFLimits {
  /// Open brackets and collections inside each other: 128.
  package static let depth = 128
  /// Bytes of an IRI, of a prefixed name or of a blank node label, as written: 65,536.
  package static let iriBytes = 65_536
  /// Bytes of a literal's text, as written: 67,108,864 (64 MiB).
  package static let literalBytes = 64 << 20
  /// Bytes of a language tag: 100.
  package static let languageBytes = 100
  /// Bytes of a line of N-Triples or N-Quads that is read in blocks: 268,435,456 (256 MiB).
  package static let lineBytes = 256 << 20
  /// Bytes of a document that is read as a whole: 2,147,483,647.
  package static let documentBytes = Int(Int32.max)
  /// Bytes of an RDF/XML document: 268,435,456 (256 MiB).
  package static let xmlDocumentBytes = 256 << 20
  /// Memory of the process that reads an RDF/XML document: 2,147,483,648 (2 GiB).
  package static let xmlWorkerBytes = 2 << 30
  /// Seconds of processor time of that process: 60, and one more for each MiB of the document.
  package static let xmlWorkerSeconds = 60
  /// Elements inside each other in RDF/XML: 256.
  package static let xmlDepth = 256
  /// Paths between blank nodes that canonicalization tries, beside four for each node: 50,000.
  package static let canonicalSteps = 50_000
  /// Blank nodes on one such path: 512.
  package static let canonicalDepth = 512
  /// Bytes of a JSON-LD document: 268,435,456 (256 MiB).
  package static let jsonDocumentBytes = 256 << 20
  /// Objects and arrays inside each other in JSON-LD: 128.
  package static let jsonDepth = 128
  /// Values in a JSON-LD document, those inside of others included: 10,000,000.
  package static let jsonValues = 10_000_000
  /// Bytes of a number in JSON-LD, as written: 1,000.
  package static let jsonNumberBytes = 1_000
  /// Terms of a JSON-LD context that are defined one by the other: 64.
  package static let termDepth = 64
  /// Definitions of terms that are made or copied while contexts of JSON-LD are read: 50,000,000.
  package static let contextSteps = 50_000_000
  /// Contexts of JSON-LD that refer one to the other: 16.
  package static let remoteContexts = 16
  /// Bytes of all IRIs that are written out of a JSON-LD document: 1,073,741,824 (1 GiB).
  package static let expandedBytes = 1 << 30
}
