// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
internal import CRaptor2
internal import Diagnostics
internal import RDFModel
internal import Synchronization

/// Reads RDF/XML with libraptor2, behind guards.
///
/// Nothing is handed on before the whole document is known to be good. The parser does not go to
/// files or the network; documents with a DOCTYPE, in other encodings than UTF-8 or beyond
/// ``RDFLimits`` do not reach it. Its return codes say little: any message of level error counts as
/// one. Every term it makes is checked. Language tags arrive in lower case. Where it runs is said by
/// ``RDFXMLIsolation``.
/// - Source: RDF 1.1 XML Syntax; <https://librdf.org/raptor/api/>.
/// - Conformance: `RDFSuiteTests`, with the cases in `known-issues.json`.
enum RDFXMLReader {
  /// Stands for the base of a document that has none, to find the IRIs that would need it.
  static let noBase = "x-fairway-no-base://document/"

  /// Reads a whole document.
  ///
  /// - Throws: the first error, at the line where the parser was.
  static func read(
    _ document: Document, in isolation: RDFXMLIsolation = .current
  ) throws(DiagnosedError) -> [LocatedQuad] {
    let scanner = try DocumentScanner(document.bytes, file: document.file)
    _ = try document.baseIRI()
    let text = try XMLGuard.check(scanner)
    switch isolation {
    case .inProcess:
      var quads: [LocatedQuad] = []
      try parse(text, of: document) { quads.append($0) }
      return quads
    case .worker(let worker): return try worker.read(text, of: document)
    }
  }

  /// Parses in this process, without the guards.
  ///
  /// - Parameters:
  ///   - text: the document behind its byte order mark.
  ///   - document: what else is known of it.
  ///   - take: takes each statement; those before an error as well.
  /// - Throws: the first error, at the line where the parser was.
  static func parse(
    _ text: ArraySlice<UInt8>, of document: Document, into take: @escaping (LocatedQuad) -> Void
  ) throws(DiagnosedError) {
    let collector = StatementCollector(document, take: take)
    let isStarted = withWorld { parse(text, document.base ?? noBase, $0, collector) }
    guard isStarted else {
      throw DiagnosedError(RDFRules.parserUnavailable, at: SourcePlace(file: document.file))
    }
    if let error = collector.error { throw error }
  }

  /// Starts the libraries, unless they are.
  ///
  /// - Returns: whether they could be started.
  static func start() -> Bool { withWorld { _ in true } }

  private static func withWorld(_ body: (OpaquePointer) -> Bool) -> Bool {
    worldAddress.withLock { address in
      if address == 0 { address = openWorld().map { UInt(bitPattern: $0) } ?? 0 }
      guard let world = OpaquePointer(bitPattern: address) else { return false }
      return body(world)
    }
  }

  // One world for the life of the process: freeing it would also clean up libxml2 under the feet
  // of other threads. The lock is there since its handlers are set for each document. An address,
  // since a pointer cannot be sent to where the lock is held.
  private static let worldAddress = Mutex<UInt>(0)

  private static func openWorld() -> OpaquePointer? {
    xmlInitParser()
    xmlSetExternalEntityLoader { _, _, _ in nil }
    guard let world = fairway_raptor_new_world() else { return nil }
    guard raptor_world_open(world) == 0 else { return nil }
    // raptor has put its own handlers in place for this thread, where they would outlive a document.
    xmlSetStructuredErrorFunc(nil, nil)
    xmlSetGenericErrorFunc(nil, nil)
    return world
  }

  /// - Returns: whether the parser could be started.
  private static func parse(
    _ bytes: ArraySlice<UInt8>, _ base: String, _ world: OpaquePointer,
    _ collector: StatementCollector
  ) -> Bool {
    let context = Unmanaged.passUnretained(collector).toOpaque()
    raptor_world_set_log_handler(world, context, logHandler)
    raptor_world_set_generate_bnodeid_handler(world, context, labelHandler)
    defer {
      raptor_world_set_log_handler(world, nil) { _, _ in }
      raptor_world_set_generate_bnodeid_handler(world, nil, nil)
    }
    guard let parser = raptor_new_parser(world, "rdfxml") else { return false }
    defer { raptor_free_parser(parser) }
    collector.parser = parser
    defer { collector.parser = nil }
    raptor_parser_set_option(parser, RAPTOR_OPTION_NO_NET, nil, 1)
    raptor_parser_set_option(parser, RAPTOR_OPTION_NO_FILE, nil, 1)
    raptor_parser_set_option(parser, RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, nil, 0)
    raptor_parser_set_statement_handler(parser, context) { context, statement in
      guard let context, let statement else { return }
      StatementCollector.from(context).add(statement.pointee)
    }
    guard let uri = raptor_new_uri(world, base) else { return false }
    defer { raptor_free_uri(uri) }
    guard raptor_parser_parse_start(parser, uri) == 0 else { return false }
    feed(bytes, parser, collector)
    return true
  }

  // Small chunks make raptor quadratic on long text.
  private static func feed(
    _ bytes: ArraySlice<UInt8>, _ parser: OpaquePointer,
    _ collector: StatementCollector
  ) {
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      repeat {
        let count = min(1 << 20, buffer.count - offset)
        let isLast = offset + count == buffer.count
        let chunk = UnsafeBufferPointer(rebasing: buffer[offset..<offset + count])
        let failed = raptor_parser_parse_chunk(parser, chunk.baseAddress, count, isLast ? 1 : 0)
        if failed != 0, collector.error == nil {
          collector.fail("the parser gave up", line: collector.line)
        }
        offset += count
      } while offset < buffer.count && collector.error == nil
    }
  }

  private static let logHandler: raptor_log_handler = { context, message in
    guard let context, let message = message?.pointee else { return }
    let text = message.text.map { String(cString: $0) } ?? ""
    // rdf:aboutEach was taken out of RDF; raptor only warns.
    guard message.level.rawValue >= RAPTOR_LOG_LEVEL_ERROR.rawValue || text.contains("aboutEach")
    else { return }
    let collector = StatementCollector.from(context)
    let line = message.locator.map { Int($0.pointee.line) } ?? 0
    collector.fail(StatementCollector.tidy(text), line: line > 0 ? line : collector.line)
  }

  private static let labelHandler: raptor_generate_bnodeid_handler = { context, given in
    guard let context else { return given }
    let collector = StatementCollector.from(context)
    if let given {
      collector.checkLabel(String(cString: given))
      return given
    }
    return collector.nextLabel()
  }
}
