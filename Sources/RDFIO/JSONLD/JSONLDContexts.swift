// SPDX-License-Identifier: Apache-2.0

/// Documents that a document of JSON-LD may refer to as contexts; nothing else is ever opened.
package struct JSONLDContexts: Sendable {
  /// What ships with the product: none, every context stands in its document.
  package static let bundled = JSONLDContexts([])

  private let documents: [JSONString: [UInt8]]

  /// Allows documents.
  ///
  /// - Parameter documents: the absolute IRI of each, without a fragment, and its bytes, UTF-8.
  package init(_ documents: [(iri: String, bytes: [UInt8])]) {
    self.documents = Dictionary(
      documents.map { (JSONString($0.iri), $0.bytes) }, uniquingKeysWith: { $1 })
  }

  /// The bytes of a document, `nil` if it is not allowed.
  subscript(iri: JSONString) -> [UInt8]? { documents[iri] }

  /// What may be referred to, for people.
  var names: [String] { documents.keys.sorted().map(\.text) }
}

/// What a reader of JSON-LD makes of the direction of texts.
///
/// - Source: JSON-LD 1.1 API §8.2.2 step 13, `rdfDirection`.
package enum JSONLDDirection: String, Sendable {
  case i18nDatatype = "i18n-datatype"
  case compoundLiteral = "compound-literal"
}

/// How a document of JSON-LD is read.
package struct JSONLDOptions: Sendable {
  /// The contexts that it may refer to.
  package var contexts = JSONLDContexts.bundled
  /// How the direction of texts is kept; `nil` if it is not.
  package var direction: JSONLDDirection?
  /// The IRI of a context, among those allowed, that holds before the document's own.
  package var expandContext: String?

  /// The options of a document that has none.
  package init() {}
}
