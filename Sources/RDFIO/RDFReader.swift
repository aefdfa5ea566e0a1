// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// Reads RDF documents: N-Triples, N-Quads, Turtle, TriG, RDF/XML and JSON-LD.
///
/// Labels of blank nodes are kept as the document writes them; nodes without a label get one that
/// no label of the document equals. Labels of two documents are apart only if they are read with
/// different label prefixes, neither of which begins with the other, such as `d1-` and `d2-`.
///
/// Limits are in ``RDFLimits``. An error ends reading at once; it has the line and the column in
/// bytes, both from 1, except that RDF/XML has the line its parser was at.
/// - Conformance: `RDFSuiteTests`.
package enum RDFReader {
  /// Hands the statements of a document on, in its order.
  ///
  /// Of N-Triples, N-Quads, Turtle and TriG, what stands before an error is handed on; RDF/XML and
  /// JSON-LD are handed on only if the whole document is good.
  /// - Parameters:
  ///   - bytes: the document, UTF-8 with or without a byte order mark.
  ///   - format: its syntax.
  ///   - base: an absolute IRI that relative ones are resolved against, if there is one.
  ///   - file: the name for errors.
  ///   - labelPrefix: what is put before every blank node label.
  ///   - body: takes each quad.
  /// - Throws: the document's first error, or what `body` throws.
  package static func read(
    bytes: [UInt8], format: RDFFormat, base: String? = nil, file: String, labelPrefix: String = "",
    into body: (Quad) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    let document = Document(bytes: bytes, base: base, file: file, labelPrefix: labelPrefix)
    switch format {
    case .nTriples, .nQuads:
      var parser = NTriplesParser(
        try DocumentScanner(bytes, file: file), allowsGraphs: format == .nQuads,
        labelPrefix: document.labelPrefix, sink: QuadSink())
      while try parser.parseNext() {
        for quad in parser.sink.pending { try body(quad) }
        parser.sink.pending.removeAll(keepingCapacity: true)
      }
    case .turtle, .trig:
      var parser = TurtleParser(
        try DocumentScanner(bytes, file: file), isTriG: format == .trig,
        base: try document.baseIRI(), labelPrefix: document.labelPrefix, sink: QuadSink())
      while try parser.parseNext() {
        for quad in parser.sink.pending { try body(quad) }
        parser.sink.pending.removeAll(keepingCapacity: true)
      }
    case .rdfXML:
      for located in try RDFXMLReader.read(document) { try body(located.quad) }
    case .jsonLD:
      for located in try JSONLDReader.read(document) { try body(located.quad) }
    }
  }

  /// The statements of a document, in its order, repetitions included.
  ///
  /// - Parameters:
  ///   - bytes: the document, UTF-8 with or without a byte order mark.
  ///   - format: its syntax.
  ///   - base: an absolute IRI that relative ones are resolved against, if there is one.
  ///   - file: the name for errors.
  /// - Returns: quads; those of the default graph have no graph name.
  /// - Throws: the document's first error.
  package static func readAll(
    bytes: [UInt8], format: RDFFormat, base: String? = nil, file: String
  ) throws(DiagnosedError) -> [Quad] {
    var quads: [Quad] = []
    try read(bytes: bytes, format: format, base: base, file: file) { quads.append($0) }
    return quads
  }

  /// The statements of N-Triples or N-Quads without the fast path; tests compare the two.
  ///
  /// - Parameters:
  ///   - bytes: the document, UTF-8 with or without a byte order mark.
  ///   - format: one of the two.
  ///   - file: the name for errors.
  /// - Returns: quads; those of the default graph have no graph name.
  /// - Throws: the document's first error.
  package static func readCarefully(
    bytes: [UInt8], format: RDFFormat, file: String
  ) throws(DiagnosedError) -> [Quad] {
    var parser = NTriplesParser(
      try DocumentScanner(bytes, file: file), allowsGraphs: format == .nQuads, labelPrefix: [],
      isCareful: true, sink: QuadSink())
    while try parser.parseNext() {}
    return parser.sink.pending
  }

  /// Adds the triples of a document to a graph under construction, whatever graph they are in.
  ///
  /// The origin of a triple is the line where its object begins, from 1; in RDF/XML the line where
  /// the parser was.
  /// - Parameters:
  ///   - bytes: the document, UTF-8 with or without a byte order mark.
  ///   - format: its syntax.
  ///   - base: an absolute IRI that relative ones are resolved against, if there is one.
  ///   - file: the name for errors.
  ///   - labelPrefix: what is put before every blank node label.
  ///   - builder: takes the triples; unchanged if the document has an error.
  /// - Throws: the document's first error.
  package static func read(
    bytes: [UInt8], format: RDFFormat, base: String? = nil, file: String, labelPrefix: String = "",
    into builder: inout GraphBuilder
  ) throws(DiagnosedError) {
    let document = Document(bytes: bytes, base: base, file: file, labelPrefix: labelPrefix)
    switch format {
    case .nTriples, .nQuads:
      var parser = NTriplesParser(
        try DocumentScanner(bytes, file: file), allowsGraphs: format == .nQuads,
        labelPrefix: document.labelPrefix, sink: GraphSink(builder))
      while try parser.parseNext() {}
      builder = parser.sink.builder
    case .turtle, .trig:
      var parser = TurtleParser(
        try DocumentScanner(bytes, file: file), isTriG: format == .trig,
        base: try document.baseIRI(), labelPrefix: document.labelPrefix, sink: GraphSink(builder))
      while try parser.parseNext() {}
      builder = parser.sink.builder
    case .rdfXML: builder.add(try RDFXMLReader.read(document))
    case .jsonLD: builder.add(try JSONLDReader.read(document))
    }
  }

  /// The triples of a document as a graph, with the line of each object as the triple's origin.
  ///
  /// - Parameters:
  ///   - bytes: the document, UTF-8 with or without a byte order mark.
  ///   - format: its syntax.
  ///   - base: an absolute IRI that relative ones are resolved against, if there is one.
  ///   - file: the name for errors.
  /// - Returns: the triples of all graphs of the document.
  /// - Throws: the document's first error.
  package static func readLocated(
    bytes: [UInt8], format: RDFFormat = .turtle, base: String? = nil, file: String
  ) throws(DiagnosedError) -> Graph {
    var builder = GraphBuilder()
    try read(bytes: bytes, format: format, base: base, file: file, into: &builder)
    return builder.build()
  }
}

extension RDFReader {
  /// The statements of a document that is read as a whole, with their lines.
  ///
  /// - Throws: the document's first error.
  static func locatedQuads(
    bytes: [UInt8], format: RDFFormat, base: String?, file: String, labelPrefix: String
  ) throws(DiagnosedError) -> [LocatedQuad] {
    let document = Document(bytes: bytes, base: base, file: file, labelPrefix: labelPrefix)
    return format == .rdfXML
      ? try RDFXMLReader.read(document) : try JSONLDReader.read(document)
  }
}

/// A document to be read.
struct Document {
  let bytes: [UInt8]
  let base: String?
  let file: String
  let labelPrefix: [UInt8]

  init(bytes: [UInt8], base: String?, file: String, labelPrefix: String) {
    self.bytes = bytes
    self.base = base
    self.file = file
    self.labelPrefix = Array(labelPrefix.utf8)
  }

  /// The base for relative IRIs, `nil` if none is named.
  ///
  /// - Throws: `rdf.bad-base` if it is not absolute.
  func baseIRI() throws(DiagnosedError) -> BaseIRI? {
    guard let base else { return nil }
    guard let iri = BaseIRI(Array(base.utf8)) else {
      throw DiagnosedError(RDFRules.badBase, at: nil, [.plain("base", base)])
    }
    return iri
  }
}

extension GraphBuilder {
  /// Adds triples with their lines as origins.
  fileprivate mutating func add(_ located: [LocatedQuad]) {
    for one in located {
      add(
        one.quad.subject, one.quad.predicate, one.quad.object,
        origin: UInt32(clamping: one.line))
    }
  }
}

/// A quad with the line it was read from.
struct LocatedQuad {
  let quad: Quad
  let line: Int
}
