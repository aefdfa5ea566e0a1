// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// What a worker answers, as it is written and as it is read.
///
/// ```
/// <http://e/s> <http://e/p> "o" <line:7> .
/// #end                                                 or, instead:
/// #error⇥rdf.xml-syntax⇥9⇥problem⇥an rdf:nodeID is not an XML name
/// ```
struct WorkerAnswer {
  private static let lineScheme = "line:"
  private static let end = "#end"
  private static let errorMark = "#error"
  /// The errors that the parser can find, with the names of their arguments.
  private static let rules: [(rule: FindingRule, names: [String])] = [
    (RDFRules.xmlSyntax, ["problem"]), (RDFRules.relativeIRI, ["reason"]),
    (RDFRules.tooLong, ["what", "limit"]), (RDFRules.parserUnavailable, []),
  ]
  private let file: String
  private let labelPrefix: [UInt8]
  private var quads: [LocatedQuad] = []
  private var rest: [UInt8] = []
  private var lastLine: ArraySlice<UInt8> = []
  private var count = 0

  /// Starts an answer.
  ///
  /// - Parameters:
  ///   - file: the document's name for errors.
  ///   - labelPrefix: what is put before every blank node label.
  init(file: String, labelPrefix: [UInt8]) {
    self.file = file
    self.labelPrefix = labelPrefix
  }

  /// Takes bytes of the answer and reads the lines that are whole.
  ///
  /// - Throws: if they are not what a worker writes.
  mutating func take(_ bytes: ArraySlice<UInt8>) throws(WorkerFault) {
    count += bytes.count
    guard count <= RDFLimits.documentBytes else { throw .worker("gave too long an answer") }
    guard let end = bytes.lastIndex(of: 0x0A) else {
      rest += bytes
      return
    }
    let lines = rest + bytes[...end]
    rest = Array(bytes[(end + 1)...])
    let start = lines.dropLast().lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    lastLine = lines[start..<lines.count - 1]
    do throws(DiagnosedError) { try read(lines) } catch {
      // The answer spells a value longer than the document did.
      guard let finding = error.findings.first, finding.rule == RDFRules.tooLong else {
        throw .worker("gave an answer that is not as it must be")
      }
      throw .document(
        DiagnosedError(finding.rule, at: SourcePlace(file: file), finding.arguments))
    }
  }

  private mutating func read(_ lines: [UInt8]) throws(DiagnosedError) {
    var parser = NTriplesParser(
      try DocumentScanner(lines, file: file), allowsGraphs: true, labelPrefix: labelPrefix,
      sink: QuadSink())
    while try parser.parseNext() {
      for quad in parser.sink.pending {
        guard let graph = quad.graph?.value, graph.hasPrefix(Self.lineScheme),
          let line = Int(graph.dropFirst(Self.lineScheme.count)), line > 0
        else { throw parser.scanner.syntaxError(expected: "a line") }
        let triple = Quad(quad.subject, quad.predicate, quad.object)
        quads.append(LocatedQuad(quad: triple, line: line))
      }
      parser.sink.pending.removeAll(keepingCapacity: true)
    }
  }

  /// Ends the answer.
  ///
  /// - Throws: the document's error, or that the answer has no end.
  consuming func finish() throws(WorkerFault) -> [LocatedQuad] {
    let line = String(decoding: lastLine, as: UTF8.self)
    if rest.isEmpty, line == Self.end { return quads }
    if rest.isEmpty, let error = error(in: line) { throw .document(error) }
    throw .worker("gave an answer without an end")
  }

  private func error(in line: String) -> DiagnosedError? {
    let words = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard words.count >= 3, words[0] == Self.errorMark,
      let (rule, names) = Self.rules.first(where: { $0.rule.id == words[1] }),
      let number = Int(words[2]), number >= 0, words.count == 3 + 2 * names.count
    else { return nil }
    var arguments: [FindingArgument] = []
    for (index, name) in names.enumerated() {
      guard words[3 + 2 * index] == name else { return nil }
      arguments.append(.plain(name, StatementCollector.tidy(words[4 + 2 * index])))
    }
    let place = number == 0 ? .file : SourceLocator.text(line: number, column: 1)
    return DiagnosedError(rule, at: SourcePlace(file: file, place), arguments)
  }

  /// Appends a statement as workers write it.
  static func append(_ located: LocatedQuad, to bytes: inout [UInt8]) {
    let quad = located.quad
    let line = Term.iri("\(lineScheme)\(located.line)")
    NTriplesSyntax.appendQuad(
      Quad(quad.subject, quad.predicate, quad.object, graph: line), to: &bytes)
  }

  /// Appends the last line as workers write it.
  static func appendEnd(_ error: DiagnosedError?, to bytes: inout [UInt8]) {
    var words = [end]
    if let finding = error?.findings.first {
      words = [errorMark, finding.rule.id, "0"]
      if case .text(let line, _) = finding.place?.locator { words[2] = String(line) }
      for argument in finding.arguments {
        guard case .plain(let text) = argument.value else { continue }
        words += [argument.name, StatementCollector.tidy(text)]
      }
    }
    bytes.append(contentsOf: (words.joined(separator: "\t") + "\n").utf8)
  }
}
