// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import RDFIO
package import RDFModel

/// Writes a mapping as RML in Turtle: a block for each source, target and triples map, in the order of
/// the document.
///
/// The same document gives the same bytes. Places are not written, and a source's ``LogicalSource/key``
/// is not either, since RML knows keys of views only.
/// - Source: RML-Core, RML-IO, RML-FNML, RML-LV and RML-CC, namespace `http://w3id.org/rml/`.
package enum RMLWriter {
  /// Writes a document.
  ///
  /// - Parameter document: the mapping.
  /// - Returns: UTF-8.
  /// - Throws: `rdf.bad-statement` if a constant of the mapping is no IRI.
  package static func write(_ document: MappingDocument) throws(DiagnosedError) -> [UInt8] {
    let prefixes = prefixes(document)
    var heads: Set<String> = []
    var bodies: [String] = []
    for block in blocks(document) {
      let text = String(
        decoding: try RDFWriter.write(block, format: .turtle, prefixes: prefixes), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let head = lines.prefix { $0.hasPrefix("@prefix ") }
      heads.formUnion(head.map(String.init))
      let body = lines.dropFirst(head.count).drop(while: \.isEmpty)
      bodies.append(body.joined(separator: "\n"))
    }
    let head = heads.sorted().map { $0 + "\n" }.joined()
    return Array(([head] + bodies).joined(separator: "\n").utf8)
  }

  /// The statements of a document.
  package static func quads(_ document: MappingDocument) -> [Quad] {
    blocks(document).flatMap(\.self)
  }

  private static func blocks(_ document: MappingDocument) -> [[Quad]] {
    var writing = RMLWriting(document)
    return writing.blocks()
  }

  // The document's own names go first, but for ones that it gives to something else.
  private static func prefixes(
    _ document: MappingDocument
  ) -> [(prefix: String, namespace: String)] {
    // What was read from RML has no prefixes of its own.
    var prefixes =
      document.prefixes.isEmpty ? YARRRMLPrefixes.predeclared : document.prefixes
    for (prefix, namespace) in RMLVocabulary.prefixes where prefixes[prefix] == nil {
      prefixes[prefix] = namespace
    }
    return prefixes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// The namespaces of RML as this product writes it.
enum RMLVocabulary {
  static let rml = "http://w3id.org/rml/"
  static let formats = "http://www.w3.org/ns/formats/"
  static let csvw = "http://www.w3.org/ns/csvw#"
  static let maps = "https://w3id.org/fairway/mapping/map#"
  static let sources = "https://w3id.org/fairway/mapping/source#"
  static let targets = "https://w3id.org/fairway/mapping/target#"

  static let prefixes = [
    "rml": rml, "formats": formats, "csvw": csvw, "map": maps, "source": sources,
    "target": targets, "rdf": RDF.namespace, "xsd": XSD.namespace,
  ]
}
