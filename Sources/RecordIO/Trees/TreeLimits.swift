// SPDX-License-Identifier: Apache-2.0

/// The published limits of the JSON and XML readers.
package enum TreeLimits {
  /// The deepest nesting of JSON objects and arrays.
  package static let jsonDepth = 128
  /// The deepest nesting of XML elements.
  package static let xmlDepth = 256
  /// The bytes of one JSON record, or of one string or number outside records.
  package static let recordBytes = 64 << 20
  /// The bytes of the values taken from one record.
  package static let recordValueBytes = 256 << 20
  /// The values that are kept in memory at once for JSON paths that do not stream.
  package static let jsonTreeValues = 4_000_000
  /// The members and elements that one JSON path may look at on one record.
  package static let jsonPathSteps = 16_000_000
  /// The members of one JSON object.
  package static let objectMembers = 1_000_000
  /// The bytes of the keys of all JSON objects that are open at once.
  package static let openKeyBytes = 128 << 20
  /// The bytes of one XML text, attribute or element value, in UTF-8.
  package static let xmlTextBytes = 10_000_000
  /// The bytes of an XML document that a path may lead anywhere in; in memory a tree takes several
  /// times as many.
  package static let xmlDocumentBytes = 64 << 20
  /// The elements, attributes and texts that are kept in memory at once for XML paths that do not
  /// stream; it alone bounds comparisons of two sets of nodes, which libxml2 does not count as steps.
  package static let xmlTreeNodes = 2_000_000
  /// The steps that one XPath expression may take on one record.
  package static let xpathSteps = 50_000_000
  /// The bytes read from a file at once.
  package static let chunkBytes = 128 << 10
  /// The input that a batch covers, up to one record more.
  package static let batchBytes = 128 << 10
}
