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
  /// Bytes of a document that is read as a whole: 2,147,483,647.
  package static let documentBytes = Int(Int32.max)
  /// Bytes of an RDF/XML document: 268,435,456 (256 MiB).
  package static let xmlDocumentBytes = 256 << 20
  /// Elements inside each other in RDF/XML: 256.
  package static let xmlDepth = 256
  /// Paths between blank nodes that canonicalization tries, beside four for each node: 50,000.
  package static let canonicalSteps = 50_000
  /// Blank nodes on one such path: 512.
  package static let canonicalDepth = 512
}
