// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// Reads the statements of a file block by block, whatever graph they are in.
///
/// Statements about one subject that follow each other are in one block; in Turtle and TriG, so are
/// those of nested nodes. That takes the memory of a block, however long the file is; only of RDF/XML
/// and JSON-LD all statements are held.
package final class StatementBlockReader {
  private static let blockSize = 16_384
  private let file: String
  // One of these; parsers are changed where they stand, so that their buffers have one owner.
  private var chunks: LineChunks?
  private var lines: StatementLines?
  private var document: TurtleStream<BlockSink>?
  private var statements: [LocatedQuad] = []
  private let lineOffset: UInt32
  private var carried: StatementBlock?
  /// The line after the last one read, from 1; in RDF/XML and JSON-LD the last one with a statement.
  private(set) package var line = 1

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - displayName: the name for errors.
  ///   - format: its syntax; by the file's extension unless it is named.
  ///   - base: an absolute IRI that relative ones are resolved against, if there is one.
  ///   - labelPrefix: what is put before every blank node label.
  ///   - lineOffset: what is added to the numbers of lines, so that several files can be told apart.
  ///   - pieceSize: the bytes that are read at a time.
  /// - Throws: `rdf.unreadable`, `rdf.format-not-given`; of RDF/XML and JSON-LD any error.
  package init(
    path: String, displayName: String, format: RDFFormat? = nil, base: String? = nil,
    labelPrefix: String = "", lineOffset: UInt32 = 0, pieceSize: Int = 1 << 21
  ) throws(DiagnosedError) {
    file = displayName
    self.lineOffset = lineOffset
    let format = try RDFReader.format(format, of: path, displayName)
    let sink = BlockSink(lineOffset: lineOffset)
    let prefix = Array(labelPrefix.utf8)
    let document = Document(bytes: [], base: base, file: displayName, labelPrefix: labelPrefix)
    switch format {
    case .nTriples, .nQuads:
      chunks = try LineChunks(path: path, file: displayName, size: pieceSize)
      lines = try StatementLines(
        displayName: displayName, allowsGraphs: format == .nQuads, labelPrefix: labelPrefix,
        lineOffset: lineOffset)
    case .turtle, .trig:
      self.document = try TurtleStream(
        path: path, file: displayName, isTriG: format == .trig, base: try document.baseIRI(),
        labelPrefix: prefix, pieceSize: pieceSize, sink: sink)
    case .rdfXML, .jsonLD:
      statements = try RDFReader.locatedQuads(
        bytes: try RDFReader.contents(of: path, displayName: displayName), format: format,
        base: base, file: displayName, labelPrefix: labelPrefix)
    }
  }

  /// Fills a block with the next statements.
  ///
  /// - Parameter block: is emptied first; after an error nobody knows what it holds.
  /// - Returns: whether there were any.
  /// - Throws: the document's first error.
  package func fill(_ block: inout StatementBlock) throws(DiagnosedError) -> Bool {
    if lines != nil {
      try fillFromLines(&block)
      return !block.triples.isEmpty
    }
    block.removeAll()
    if let carried { block.append(carried) }
    carried = nil
    if document != nil { try fillFromDocument(&block) }
    fillFromStatements(&block)
    return !block.triples.isEmpty
  }

  private func fillFromLines(_ block: inout StatementBlock) throws(DiagnosedError) {
    lines?.begin(&block)
    while let piece = try chunks?.next() {
      let isFull = try lines?.read(piece, into: &block) ?? false
      line = lines?.line ?? line
      if isFull { return }
    }
  }

  private func fillFromDocument(_ block: inout StatementBlock) throws(DiagnosedError) {
    guard let document else { return }
    document.parser.sink.exchange(&block)
    defer { document.parser.sink.exchange(&block) }
    var subject: TermID?
    var start = document.parser.sink.statementCount
    while try document.next() {
      let count = document.parser.sink.statementCount
      if start == count { continue }
      let next = document.parser.sink.block.triples[start].subject
      if start >= Self.blockSize, next != subject {
        carried = document.parser.sink.block.split(at: start)
        return
      }
      subject = next
      start = count
    }
    line = document.line
  }

  private func fillFromStatements(_ block: inout StatementBlock) {
    for located in statements {
      line = max(line, located.line)
      let triple = Triple(
        subject: block.terms.intern(located.quad.subject),
        predicate: block.terms.intern(located.quad.predicate),
        object: block.terms.intern(located.quad.object))
      block.add(triple, line: lineOffset + UInt32(clamping: located.line))
    }
    statements = []
  }
}
