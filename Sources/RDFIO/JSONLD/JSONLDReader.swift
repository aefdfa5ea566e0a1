// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// Reads JSON-LD 1.1 as RDF.
///
/// Nothing is handed on before the whole document is known to be good, and nothing that a document
/// names is ever opened: contexts stand in it or among ``JSONLDOptions/contexts``.
/// - Source: JSON-LD 1.1 API §9.2 `toRdf`, processing mode `json-ld-1.1`.
/// - Conformance: `JSONLDSuiteTests`, with the cases in `known-issues.json`.
package enum JSONLDReader {
  /// The statements of a document, repetitions included.
  ///
  /// - Parameters:
  ///   - bytes: the document, UTF-8 with or without a byte order mark.
  ///   - base: an absolute IRI that relative ones are resolved against, if there is one.
  ///   - file: the name for errors.
  ///   - options: the contexts that are allowed, and more.
  /// - Returns: quads; those of the default graph have no graph name.
  /// - Throws: `rdf.json-ld` with the code of the specification as the argument `code`,
  ///   `rdf.remote-context`, or another error of the document.
  package static func readAll(
    bytes: [UInt8], base: String? = nil, file: String, options: JSONLDOptions = JSONLDOptions()
  ) throws(DiagnosedError) -> [Quad] {
    let document = Document(bytes: bytes, base: base, file: file, labelPrefix: "")
    return try read(document, options).map(\.quad)
  }

  /// The statements of a document with the lines of their objects.
  static func read(
    _ document: Document, _ options: JSONLDOptions = JSONLDOptions()
  ) throws(DiagnosedError) -> [LocatedQuad] {
    let base = try document.baseIRI()
    let documents = JSONLDDocuments(options.contexts)
    let root = try documents.read(document.bytes, file: document.file)
    let contexts = ContextProcessor(documents)
    var context = ActiveContext(base: base)
    if let iri = options.expandContext {
      let reference = JSONValue(kind: .string(JSONString(iri)), place: root.place)
      context = try contexts.process(context, reference, base: base)
    }
    let expander = Expander(contexts, base: base)
    var items = try expander.expand(root, of: nil, in: context).items
    // A document that only holds a graph is that graph.
    if items.count == 1, let node = items[0].node, node.isGraph, !node.hasID, node.index == nil {
      items = node.graph ?? []
    }
    var builder = StatementBuilder(document, documents, direction: options.direction)
    for item in items {
      guard let node = item.node else { continue }
      try builder.add(node, to: .defaultGraph)
    }
    return builder.quads
  }
}
