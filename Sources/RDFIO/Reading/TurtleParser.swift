// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Reads Turtle and TriG, a statement at a time.
///
/// What is nested stands on a stack of frames instead of the call stack:
/// ```
/// <s> <p> [ <q> ( 1 [ … ] ) ] .
///         │     │   └ frame 3: brackets, resumes at the collection's second cell
///         │     └ frame 2: collection, resumes at the node of frame 1
///         └ frame 1: brackets, resumes at <s> <p>
/// ```
/// - Source: RDF 1.1 Turtle §6.5, RDF 1.1 TriG §4.3.
/// - Conformance: `RDFSuiteTests`, all cases of both suites.
struct TurtleParser<Sink: StatementSink> {
  typealias Reference = Sink.Reference

  /// What the grammar allows next within a subject's statements.
  enum Expectation {
    /// A verb, and nothing else.
    case verb
    /// After a subject in brackets: a verb, or the end of the statement.
    case verbOrNone
    /// After `;`: a verb, another `;`, or the end of the list.
    case verbOrEnd
    case object
    /// `,`, `;` or the end of the list.
    case afterObject
    /// In a collection: another item or `)`.
    case item
  }

  /// An open bracket or collection, with what to resume when it closes.
  struct Frame {
    let isCollection: Bool
    /// Whether it stands as a subject, so that nothing is to be resumed.
    let isSubject: Bool
    let subject: Reference?
    let predicate: Reference?
    /// The collection's first and last cell so far.
    var head: Reference?
    var last: Reference?
  }

  var scanner: DocumentScanner
  var base: BaseIRI?
  var prefixes = PrefixTable()
  /// What takes the statements.
  var sink: Sink
  /// The graph that statements go to, `nil` for the default graph.
  var graph: Reference?
  var isInGraphBlock = false
  var labels: GeneratedLabels
  /// A buffer for IRIs and labels that have to be put together.
  var text: [UInt8] = []

  let isTriG: Bool
  let labelPrefix: [UInt8]
  /// Whether the scanner holds a piece of the document at a time.
  let isInPieces: Bool
  private var frames: [Frame] = []
  private var subject: Reference?
  private var predicate: Reference?
  private let rdf: RDFReferences<Sink>

  /// Starts at the beginning of a document.
  ///
  /// - Parameters:
  ///   - scanner: the document.
  ///   - isTriG: whether graph blocks are allowed.
  ///   - base: what relative IRIs are resolved against until the document says otherwise.
  ///   - labelPrefix: what is put before every blank node label.
  ///   - isInPieces: whether the scanner holds a piece of the document at a time.
  ///   - sink: takes the statements.
  init(
    _ scanner: DocumentScanner, isTriG: Bool, base: BaseIRI?, labelPrefix: [UInt8],
    isInPieces: Bool = false, sink: Sink
  ) {
    self.scanner = scanner
    self.isTriG = isTriG
    self.base = base
    self.labelPrefix = labelPrefix
    self.isInPieces = isInPieces
    self.sink = sink
    labels = GeneratedLabels(prefix: labelPrefix, isFixed: isInPieces)
    rdf = RDFReferences(&self.sink)
  }

  /// Reads the next directive, statement or graph name.
  ///
  /// - Returns: whether there was one.
  mutating func parseNext() throws(DiagnosedError) -> Bool {
    scanner.skipBlank()
    if isInGraphBlock {
      try parseInGraphBlock()
      return true
    }
    if scanner.isAtEnd { return false }
    if try parseDirective() { return true }
    if isTriG { try parseTriplesOrGraph() } else { try parseTriples() }
    return true
  }

  /// What a statement can change before it is complete, besides what the sink holds.
  struct Mark {
    fileprivate let position: Int
    fileprivate let labels: GeneratedLabels
    fileprivate let graph: Reference?
    fileprivate let isInGraphBlock: Bool
    // A relative base that is declared twice would be resolved against itself.
    fileprivate let base: BaseIRI?
  }

  /// Where the parser is, to ``return(to:)``.
  var mark: Mark {
    Mark(
      position: scanner.position, labels: labels, graph: graph, isInGraphBlock: isInGraphBlock,
      base: base)
  }

  /// Goes back to where a statement began that broke off.
  mutating func `return`(to mark: Mark) {
    scanner.position = mark.position
    labels = mark.labels
    graph = mark.graph
    isInGraphBlock = mark.isInGraphBlock
    base = mark.base
    frames.removeAll(keepingCapacity: true)
  }

  /// Reads a subject with its statements, up to and without `.` or `}`.
  mutating func parseSubjectAndList() throws(DiagnosedError) {
    switch scanner.current {
    case UInt8(ascii: "["), UInt8(ascii: "("):
      try parseList(from: try openSubject())
    default:
      subject = try node(expected: "a subject")
      try parseList(from: .verb)
    }
  }

  /// Reads the statements of a subject that has been read already.
  mutating func parseList(about subject: Reference) throws(DiagnosedError) {
    self.subject = subject
    try parseList(from: .verb)
  }

  private mutating func parseTriples() throws(DiagnosedError) {
    try parseSubjectAndList()
    try passEnd()
  }

  /// Passes the dot after a statement.
  mutating func passEnd() throws(DiagnosedError) {
    let expected = endExpectation
    try scanner.pass(UInt8(ascii: "."), expected)
  }

  private var endExpectation: String { "“.”, “;” or “,” after the object" }

  // A subject that opens here has no statement around it.
  private mutating func openSubject() throws(DiagnosedError) -> Expectation {
    subject = nil
    predicate = nil
    if scanner.current == UInt8(ascii: "(") { return try openCollection(isSubject: true) }
    return try openBrackets(isSubject: true)
  }

  private mutating func parseList(from start: Expectation) throws(DiagnosedError) {
    var expectation = start
    while true {
      scanner.skipBlank()
      switch expectation {
      case .verb:
        predicate = try verb()
        expectation = .object
      case .verbOrNone:
        if endsList { return }
        expectation = .verb
      case .verbOrEnd:
        if scanner.current == UInt8(ascii: ";") {
          scanner.position += 1
        } else if frames.isEmpty, endsList {
          return
        } else if scanner.current == UInt8(ascii: "]"), !frames.isEmpty {
          expectation = closeBrackets()
        } else {
          expectation = .verb
        }
      case .object: expectation = try object()
      case .afterObject:
        if frames.isEmpty, endsList { return }
        expectation = try afterObject()
      case .item: expectation = try item()
      }
    }
  }

  private var endsList: Bool {
    scanner.current == UInt8(ascii: ".") || isInGraphBlock && scanner.current == UInt8(ascii: "}")
  }

  private mutating func afterObject() throws(DiagnosedError) -> Expectation {
    switch scanner.current {
    case UInt8(ascii: ","):
      scanner.position += 1
      return .object
    case UInt8(ascii: ";"):
      scanner.position += 1
      return .verbOrEnd
    case UInt8(ascii: "]") where !frames.isEmpty: return closeBrackets()
    default:
      let expected = frames.isEmpty ? endExpectation : "“]”, “;” or “,” after the object"
      throw scanner.syntaxError(expected: expected)
    }
  }

  private mutating func object() throws(DiagnosedError) -> Expectation {
    switch scanner.current {
    case UInt8(ascii: "["): return try openBrackets(isSubject: false)
    case UInt8(ascii: "("): return try openCollection(isSubject: false)
    default:
      let line = lineHere
      add(try term(), line: line)
      return resumed
    }
  }

  /// What follows a complete object: in a collection the next item.
  private var resumed: Expectation { frames.last?.isCollection == true ? .item : .afterObject }

  private var lineHere: Int {
    mutating get { Sink.countsLines ? scanner.line(at: scanner.position) : 0 }
  }

  private mutating func add(_ object: Reference, line: Int) {
    guard let subject, let predicate else { return }
    sink.add((subject, predicate, object), graph: graph, line: line)
  }

  /// Makes a blank node that the document does not name.
  mutating func freshNode() -> Reference {
    labels.advance(in: scanner.bytes)
    return sink.blankNode(labels.label[...])
  }

  private mutating func push(_ frame: Frame) throws(DiagnosedError) {
    guard frames.count < RDFLimits.depth else {
      throw scanner.failure(
        RDFRules.tooDeep,
        [.plain("what", "Brackets and collections"), .plain("limit", RDFLimits.depth)])
    }
    frames.append(frame)
  }

  private mutating func openBrackets(isSubject: Bool) throws(DiagnosedError) -> Expectation {
    let node = freshNode()
    if !isSubject { add(node, line: lineHere) }
    try push(
      Frame(isCollection: false, isSubject: isSubject, subject: subject, predicate: predicate))
    subject = node
    scanner.position += 1
    scanner.skipBlank()
    guard scanner.current == UInt8(ascii: "]") else { return .verb }
    let next = closeBrackets()
    // `[]` as a subject is a node like any other: something has to be said about it.
    return isSubject ? .verb : next
  }

  private mutating func closeBrackets() -> Expectation {
    scanner.position += 1
    guard let frame = frames.popLast(), !frame.isSubject else { return .verbOrNone }
    subject = frame.subject
    predicate = frame.predicate
    return resumed
  }

  private mutating func openCollection(isSubject: Bool) throws(DiagnosedError) -> Expectation {
    try push(
      Frame(isCollection: true, isSubject: isSubject, subject: subject, predicate: predicate))
    scanner.position += 1
    return .item
  }

  private mutating func item() throws(DiagnosedError) -> Expectation {
    if scanner.current == UInt8(ascii: ")") { return closeCollection() }
    let cell = freshNode()
    let line = lineHere
    let depth = frames.count - 1
    if let last = frames[depth].last {
      sink.add((last, rdf.rest, cell), graph: graph, line: line)
    } else {
      frames[depth].head = cell
      if !frames[depth].isSubject { add(cell, line: line) }
    }
    frames[depth].last = cell
    subject = cell
    predicate = rdf.first
    return .object
  }

  private mutating func closeCollection() -> Expectation {
    let line = lineHere
    scanner.position += 1
    guard let frame = frames.popLast() else { return .afterObject }
    if let last = frame.last { sink.add((last, rdf.rest, rdf.none), graph: graph, line: line) }
    subject = frame.subject
    predicate = frame.predicate
    if frame.isSubject {
      subject = frame.head ?? rdf.none
      return .verb
    }
    if frame.head == nil { add(rdf.none, line: line) }
    return resumed
  }

  private mutating func verb() throws(DiagnosedError) -> Reference {
    if scanner.current == UInt8(ascii: "a"), wordLength == 1 {
      scanner.position += 1
      return rdf.type
    }
    return try iri(expected: "a predicate: an IRI, a prefixed name or “a”")
  }
}

/// The terms that the grammar itself stands for.
struct RDFReferences<Sink: StatementSink> {
  let type: Sink.Reference
  let first: Sink.Reference
  let rest: Sink.Reference
  let none: Sink.Reference

  /// Has them made by a sink.
  init(_ sink: inout Sink) {
    type = sink.iri(Array(RDF.type.utf8)[...])
    first = sink.iri(Array(RDF.first.utf8)[...])
    rest = sink.iri(Array(RDF.rest.utf8)[...])
    none = sink.iri(Array(RDF.nil.utf8)[...])
  }
}
