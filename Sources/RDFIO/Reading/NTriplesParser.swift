// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Reads N-Triples and N-Quads, a line at a time.
///
/// - Source: RDF 1.1 N-Triples §7, RDF 1.1 N-Quads §6.
/// - Conformance: `RDFSuiteTests`, all cases of both suites.
struct NTriplesParser<Sink: StatementSink> {
  var scanner: DocumentScanner
  let allowsGraphs: Bool
  let labelPrefix: [UInt8]
  /// Whether the fast path is left out; tests compare the two.
  let isCareful: Bool
  private var label: [UInt8] = []
  /// The terms of plain lines that are likely to come again.
  var recent = RecentTerms<Sink.Reference>()
  /// What takes the statements.
  var sink: Sink

  /// Starts at the beginning of a document.
  ///
  /// - Parameters:
  ///   - scanner: the document.
  ///   - allowsGraphs: whether a fourth term may stand in a line (N-Quads).
  ///   - labelPrefix: what is put before every blank node label.
  ///   - isCareful: whether every line takes the path that knows all of the grammar.
  ///   - sink: takes the statements.
  init(
    _ scanner: DocumentScanner, allowsGraphs: Bool, labelPrefix: [UInt8], isCareful: Bool = false,
    sink: Sink
  ) {
    self.scanner = scanner
    self.allowsGraphs = allowsGraphs
    self.labelPrefix = labelPrefix
    self.isCareful = isCareful
    self.sink = sink
  }

  /// Reads the next statement, or a run of them if they are spelled plainly.
  ///
  /// - Returns: whether there was one.
  mutating func parseNext() throws(DiagnosedError) -> Bool {
    scanner.skipBlank()
    if scanner.isAtEnd { return false }
    if parsePlainLines() > 0 { return true }
    let subject = try node(expected: "an IRI or a blank node as subject")
    skipInLine()
    guard scanner.current == UInt8(ascii: "<") else {
      throw scanner.syntaxError(expected: "an IRI as predicate")
    }
    let predicate = try iri()
    skipInLine()
    let line = Sink.countsLines ? scanner.line(at: scanner.position) : 0
    let object =
      scanner.current == UInt8(ascii: "\"")
      ? try literal() : try node(expected: "an IRI, a blank node or a literal as object")
    skipInLine()
    var graph: Sink.Reference?
    if allowsGraphs, scanner.current != UInt8(ascii: ".") {
      graph = try node(expected: "“.” or the name of a graph")
      skipInLine()
    }
    try scanner.pass(UInt8(ascii: "."), "“.” at the end of the statement")
    sink.add((subject, predicate, object), graph: graph, line: line)
    try endLine()
    return true
  }

  private mutating func skipInLine() {
    while scanner.current == 0x20 || scanner.current == 0x09 { scanner.position += 1 }
  }

  private mutating func endLine() throws(DiagnosedError) {
    skipInLine()
    if scanner.current == UInt8(ascii: "#") { scanner.skipComment() }
    guard scanner.isAtEnd || scanner.current == 0x0A || scanner.current == 0x0D else {
      throw scanner.syntaxError(expected: "a line break after the statement")
    }
  }

  private mutating func node(expected: String) throws(DiagnosedError) -> Sink.Reference {
    switch scanner.current {
    case UInt8(ascii: "<"): return try iri()
    case UInt8(ascii: "_"):
      let range = try scanner.scanBlankNodeLabel()
      if labelPrefix.isEmpty { return sink.blankNode(scanner.bytes[range]) }
      label.removeAll(keepingCapacity: true)
      label.append(contentsOf: labelPrefix)
      label.append(contentsOf: scanner.bytes[range])
      return sink.blankNode(label[...])
    default: throw scanner.syntaxError(expected: expected)
    }
  }

  private mutating func iri() throws(DiagnosedError) -> Sink.Reference {
    let open = scanner.position
    let lexeme = try scanner.scanIRIReference()
    let isAbsolute =
      lexeme.isDecoded
      ? IRISyntax.schemeLength(scanner.name.span) != nil
      : IRISyntax.schemeLength(scanner.bytes.span.extracting(lexeme.range)) != nil
    guard isAbsolute else {
      let reason = "N-Triples and N-Quads have absolute IRIs only"
      throw scanner.failure(RDFRules.relativeIRI, at: open, [.plain("reason", reason)])
    }
    return sink.iri(lexeme.isDecoded ? scanner.name[...] : scanner.bytes[lexeme.range])
  }

  private mutating func literal() throws(DiagnosedError) -> Sink.Reference {
    let value = try scanner.scanString(allowsLong: false)
    skipInLine()
    if scanner.current == UInt8(ascii: "@") {
      let tag = try scanner.scanLanguageTag()
      return sink.literal(scanner.text(of: value), language: scanner.bytes[tag])
    }
    var datatype: Sink.Reference?
    if scanner.current == UInt8(ascii: "^") {
      scanner.position += 1
      try scanner.pass(UInt8(ascii: "^"), "“^^” before a datatype")
      skipInLine()
      guard scanner.current == UInt8(ascii: "<") else {
        throw scanner.syntaxError(expected: "an IRI as datatype")
      }
      datatype = try iri()
    }
    return sink.literal(scanner.text(of: value), datatype: datatype)
  }
}
