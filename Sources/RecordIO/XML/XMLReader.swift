// SPDX-License-Identifier: Apache-2.0

import CLibXML2
package import Diagnostics

/// Reads the records of an XML file.
///
/// Memory does not grow with the file: only what the references ask for of the record at hand is
/// kept. A file with a document type declaration is refused before anything is expanded; nothing
/// that a file names is ever opened.
///
/// - Source: XML 1.0, Namespaces in XML 1.0. Deviation: no DOCTYPE; depth and text have limits.
package final class XMLReader: RecordReader {
  /// What was learned on opening.
  package let facts: SourceFacts
  /// The columns of the batches.
  package let columns: BatchColumns

  private let parser: XMLPushParser
  private let input: ByteInput
  private let chunkSize: Int
  private var chunk: [UInt8] = []
  private var isAtEnd = false

  /// The bytes of input after which a batch ends with its record; those of the first chunk have
  /// been read on opening.
  package let batchSize: Int

  /// Opens a file and reads up to its first element.
  ///
  /// - Parameters:
  ///   - path: a path, or `-` for standard input.
  ///   - displayName: the name that findings show.
  ///   - iterator: where the records are: `/patients/patient`.
  ///   - namespaces: what prefixes of the paths stand for; the empty prefix for names without one.
  ///   - references: one for each column.
  ///   - nullValues: the texts that mean null.
  ///   - sizes: the bytes read at once, which change nothing in the batches, and those that a batch
  ///     covers.
  /// - Throws: what ``ByteInput`` throws, what is wrong with a path, and what is wrong with the
  ///   file before its first element.
  package convenience init(
    path: String, displayName: String, iterator: String, namespaces: [String: String],
    references: [String], nullValues: [String],
    sizes: (chunk: Int, batch: Int) = (TreeLimits.chunkBytes, TreeLimits.batchBytes)
  ) throws(DiagnosedError) {
    var paths: [XMLPath] = []
    for reference in references { try paths.append(XMLPath(reference: reference)) }
    try self.init(
      ByteInput(path: path, displayName: displayName),
      Request(
        iterator: XMLPath(iterator: iterator), paths: paths, tree: nil, namespaces: namespaces,
        references: references, nullValues: nullValues),
      sizes: sizes)
  }

  /// What a reader is to find.
  struct Request {
    /// The way to the records; `nil` if the tree finds them.
    var iterator: XMLPath?
    /// One for each column, none if a tree gives them.
    var paths: [XMLPath]
    /// What evaluates expressions, if there are any.
    var tree: XMLTree?
    var namespaces: [String: String]
    /// The names of the columns.
    var references: [String]
    /// The texts that mean null.
    var nullValues: [String]
  }

  /// Reads an input up to its first element.
  init(
    _ input: ByteInput, _ request: Request,
    sizes: (chunk: Int, batch: Int) = (TreeLimits.chunkBytes, TreeLimits.batchBytes)
  ) throws(DiagnosedError) {
    columns = BatchColumns(form: .elements, names: request.references)
    chunkSize = sizes.chunk
    batchSize = sizes.batch
    self.input = input
    let displayName = input.displayName
    var collector = XMLCollector(
      file: displayName, columns: columns, nullTexts: NullTexts(request.nullValues),
      byLocalNameAllowed: request.namespaces[""] == nil)
    collector.batchSize = sizes.batch
    collector.tree = request.tree
    guard let parser = XMLPushParser(collector), let dictionary = parser.dictionary else {
      throw Self.outOfMemory(displayName)
    }
    if let iterator = request.iterator {
      parser.collector.pointee.plan = try XMLPlan(
        iterator: iterator, references: request.paths,
        resolver: XMLNameResolver(dictionary: dictionary, namespaces: request.namespaces))
    }
    let head = try Self.readHead(input, parser, chunk: sizes.chunk)
    isAtEnd = head.isWhole
    facts = Self.facts(displayName, parser, head.bytes)
    self.parser = parser
  }

  /// Replaces the content of `batch` by the next records.
  package func read(
    into batch: inout RecordBatch, findings: inout [Finding]
  ) throws(DiagnosedError) -> Bool {
    let collector = parser.collector
    while collector.pointee.sealed.isEmpty, collector.pointee.failure == nil, !isAtEnd {
      chunk.removeAll(keepingCapacity: true)
      isAtEnd = try input.read(into: &chunk, upTo: chunkSize) == 0
      parser.parse(chunk, isLast: isAtEnd)
    }
    if !collector.pointee.sealed.isEmpty {
      swap(&batch, &collector.pointee.sealed[0])
      collector.pointee.spare.append(collector.pointee.sealed.removeFirst())
      return true
    }
    if let failure = collector.pointee.failure { throw failure }
    batch.removeAll()
    swap(&batch, &collector.pointee.batch)
    batch.file = facts.file
    return batch.recordCount > 0
  }

  // Parses until the first element begins, when everything about the file as a whole is known.
  private static func readHead(
    _ input: ByteInput, _ parser: borrowing XMLPushParser, chunk size: Int
  ) throws(DiagnosedError) -> (bytes: [UInt8], isWhole: Bool) {
    let collector = parser.collector
    var head: [UInt8] = []
    var chunk: [UInt8] = []
    var isAtEnd = false
    while !isAtEnd, collector.pointee.failure == nil, !collector.pointee.hasRoot {
      chunk.removeAll(keepingCapacity: true)
      isAtEnd = try input.read(into: &chunk, upTo: size) == 0
      if head.count < XMLDeclaration.longest { head += chunk.prefix(XMLDeclaration.longest) }
      collector.pointee.head = head
      if isAtEnd, head.isEmpty {
        throw DiagnosedError(XMLRules.empty, at: SourcePlace(file: input.displayName))
      }
      parser.parse(chunk, isLast: isAtEnd)
    }
    if !collector.pointee.hasRoot, let failure = collector.pointee.failure { throw failure }
    return (head, isAtEnd)
  }

  private static func facts(
    _ file: String, _ parser: borrowing XMLPushParser, _ head: [UInt8]
  ) -> SourceFacts {
    let declaration = XMLDeclaration(head: head, declared: parser.declaredEncoding)
    var sniffed = [declaration.words]
    if let namespace = parser.collector.pointee.rootDefaultNamespace,
      parser.collector.pointee.byLocalName
    {
      sniffed.append("names without a prefix are in the default namespace \(namespace)")
    }
    return SourceFacts(
      file: file, format: "XML", encoding: declaration.encoding, sniffed: sniffed)
  }

  private static func outOfMemory(_ file: String) -> DiagnosedError {
    DiagnosedError(
      InputRules.readFailed, at: SourcePlace(file: file),
      [.plain("file", file), .plain("byte", 0), .plain("reason", "no memory is left")])
  }
}
