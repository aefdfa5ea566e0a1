// SPDX-License-Identifier: Apache-2.0

internal import CRaptor2
internal import Diagnostics
internal import RDFModel

/// What libraptor2's callbacks of one document write to.
final class StatementCollector {
  /// The first error.
  private(set) var error: DiagnosedError?
  /// The parser that runs, for positions.
  var parser: OpaquePointer?

  private let take: (LocatedQuad) -> Void
  private let file: String
  private let labelPrefix: String
  private let hasBase: Bool
  private var labelCount = 0

  /// - Parameters:
  ///   - document: the document that is read.
  ///   - take: takes each statement; those before an error as well.
  init(_ document: Document, take: @escaping (LocatedQuad) -> Void) {
    self.take = take
    file = document.file
    labelPrefix = String(decoding: document.labelPrefix, as: UTF8.self)
    hasBase = document.base != nil
  }

  /// The collector behind the pointer that callbacks get.
  static func from(_ context: UnsafeMutableRawPointer) -> StatementCollector {
    Unmanaged<StatementCollector>.fromOpaque(context).takeUnretainedValue()
  }

  /// The line the parser is at.
  var line: Int {
    guard let parser, let locator = raptor_parser_get_locator(parser) else { return 1 }
    return max(1, Int(locator.pointee.line))
  }

  /// Keeps an error unless there is one already.
  func fail(_ problem: String, line: Int) {
    fail(RDFRules.xmlSyntax, [.plain("problem", problem)], line: line)
  }

  private func fail(_ rule: FindingRule, _ arguments: [FindingArgument], line: Int) {
    guard error == nil else { return }
    // The parser knows no column.
    let place = SourcePlace(file: file, .text(line: line, column: 1))
    error = DiagnosedError(rule, at: place, arguments)
  }

  /// A message of the parser as part of a sentence: one line, without control characters.
  static func tidy(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(200) {
      result.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    while let last = result.last, last == " " || last == "." { result.removeLast() }
    return result
  }

  /// Checks a label that the document gives; with a handler of its own the parser does not.
  func checkLabel(_ label: String) {
    guard !XMLNames.isName(label) else { return }
    fail("an rdf:nodeID is not an XML name", line: line)
  }

  /// Makes a label in memory that the parser frees.
  ///
  /// It begins with a digit, which an `rdf:nodeID` cannot.
  func nextLabel() -> UnsafeMutablePointer<UInt8>? {
    labelCount += 1
    let text = Array("0b\(labelCount)".utf8) + [0]
    guard let memory = raptor_alloc_memory(text.count) else { return nil }
    memory.copyMemory(from: text, byteCount: text.count)
    return memory.assumingMemoryBound(to: UInt8.self)
  }

  /// Takes a statement.
  func add(_ statement: raptor_statement) {
    guard error == nil else { return }
    let line = line
    guard let subject = term(statement.subject, line),
      let predicate = term(statement.predicate, line),
      let object = term(statement.object, line)
    else {
      fail("a term cannot be read", line: line)
      return
    }
    guard error == nil else { return }
    take(LocatedQuad(quad: Quad(subject, predicate, object), line: line))
  }

  private func term(_ pointer: UnsafeMutablePointer<raptor_term>?, _ line: Int) -> Term? {
    guard let term = pointer.flatMap({ convert($0.pointee) }) else { return nil }
    if !term.isLiteral, term.value.utf8.count > RDFLimits.iriBytes {
      fail(
        RDFRules.tooLong, [.plain("what", "An IRI"), .plain("limit", RDFLimits.iriBytes)],
        line: line)
    } else if !hasBase, (term.isLiteral ? term.datatype : term.value).hasPrefix(RDFXMLReader.noBase)
    {
      let reason = "the document has no base"
      fail(RDFRules.relativeIRI, [.plain("reason", reason)], line: line)
    } else if let problem = TermCheck.problem(of: term) {
      fail(problem, line: line)
    }
    return term
  }

  private func convert(_ term: raptor_term) -> Term? {
    switch term.type {
    case RAPTOR_TERM_TYPE_URI: return text(term.value.uri).map { .iri($0) }
    case RAPTOR_TERM_TYPE_BLANK:
      let blank = term.value.blank
      return text(blank.string, Int(blank.string_len)).map { .blankNode(labelPrefix + $0) }
    case RAPTOR_TERM_TYPE_LITERAL:
      let literal = term.value.literal
      guard let value = text(literal.string, Int(literal.string_len)) else { return nil }
      if let language = literal.language, literal.language_len > 0 {
        return text(language, Int(literal.language_len)).map { .literal(value, language: $0) }
      }
      guard let datatype = literal.datatype else {
        return LanguageMarks.literal(value) ?? .literal(value)
      }
      return text(datatype).map { .literal(value, datatype: $0) }
    default: return nil
    }
  }

  private func text(_ uri: OpaquePointer?) -> String? {
    guard let uri else { return nil }
    var length = 0
    return text(raptor_uri_as_counted_string(uri, &length), length)
  }

  private func text(_ pointer: UnsafeMutablePointer<UInt8>?, _ length: Int) -> String? {
    // The empty literal may come without memory.
    guard let pointer else { return length == 0 ? "" : nil }
    guard length <= RDFLimits.literalBytes else { return nil }
    return String(validating: UnsafeBufferPointer(start: pointer, count: length), as: UTF8.self)
  }
}
