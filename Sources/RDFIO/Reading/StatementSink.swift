// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// What a parser hands terms and statements to.
///
/// Parsers are generic over it, so that reading into a graph interns bytes without making strings.
protocol StatementSink {
  /// A term as the sink keeps it.
  associatedtype Reference
  /// Whether the sink needs the line of each statement.
  static var countsLines: Bool { get }

  /// Takes an absolute IRI.
  mutating func iri(_ value: Span<UInt8>) -> Reference
  /// Takes a blank node's label.
  mutating func blankNode(_ label: Span<UInt8>) -> Reference
  /// Takes a literal; without a datatype it is an `xsd:string`.
  mutating func literal(_ value: Span<UInt8>, datatype: Reference?) -> Reference
  /// Takes a language-tagged literal.
  mutating func literal(_ value: Span<UInt8>, language: Span<UInt8>) -> Reference
  /// Takes a statement.
  ///
  /// - Parameters:
  ///   - terms: subject, predicate and object.
  ///   - graph: `nil` for the default graph.
  ///   - line: where the object begins, counted from 1; 0 if the sink does not count lines.
  mutating func add(
    _ terms: (subject: Reference, predicate: Reference, object: Reference), graph: Reference?,
    line: Int)
}

extension StatementSink {
  /// Takes an absolute IRI.
  mutating func iri(_ value: ArraySlice<UInt8>) -> Reference { iri(value.span) }

  /// Takes a blank node's label.
  mutating func blankNode(_ label: ArraySlice<UInt8>) -> Reference { blankNode(label.span) }

  /// Takes a literal; without a datatype it is an `xsd:string`.
  mutating func literal(_ value: ArraySlice<UInt8>, datatype: Reference?) -> Reference {
    literal(value.span, datatype: datatype)
  }

  /// Takes a language-tagged literal.
  mutating func literal(_ value: ArraySlice<UInt8>, language: ArraySlice<UInt8>) -> Reference {
    literal(value.span, language: language.span)
  }
}

/// Keeps the quads of the statement that is being read until the reader has handed them on.
struct QuadSink: StatementSink {
  static var countsLines: Bool { false }
  var pending: [Quad] = []

  func iri(_ value: Span<UInt8>) -> Term { .iri(value.text) }

  func blankNode(_ label: Span<UInt8>) -> Term {
    .blankNode(label.text)
  }

  func literal(_ value: Span<UInt8>, datatype: Term?) -> Term {
    .literal(value.text, datatype: datatype?.value ?? XSD.string)
  }

  func literal(_ value: Span<UInt8>, language: Span<UInt8>) -> Term {
    .literal(
      value.text, language: language.text)
  }

  mutating func add(
    _ terms: (subject: Term, predicate: Term, object: Term), graph: Term?, line: Int
  ) {
    pending.append(Quad(terms.subject, terms.predicate, terms.object, graph: graph))
  }
}

/// Interns terms and collects triples, with the line of the object as their origin.
struct GraphSink: StatementSink {
  static var countsLines: Bool { true }
  var builder: GraphBuilder
  private let string: TermID

  /// Continues a graph under construction.
  init(_ builder: GraphBuilder) {
    self.builder = builder
    string = self.builder.terms.intern(.iri(XSD.string))
  }

  mutating func iri(_ value: Span<UInt8>) -> TermID { builder.terms.internIRI(value) }

  mutating func blankNode(_ label: Span<UInt8>) -> TermID {
    builder.terms.internBlankNode(label)
  }

  mutating func literal(_ value: Span<UInt8>, datatype: TermID?) -> TermID {
    builder.terms.internLiteral(value, datatype: datatype ?? string)
  }

  mutating func literal(_ value: Span<UInt8>, language: Span<UInt8>) -> TermID {
    let tag = builder.terms.internLanguage(language.text)
    return builder.terms.internLiteral(value, language: tag)
  }

  mutating func add(
    _ terms: (subject: TermID, predicate: TermID, object: TermID), graph: TermID?, line: Int
  ) {
    let triple = Triple(subject: terms.subject, predicate: terms.predicate, object: terms.object)
    builder.add(triple, origin: UInt32(clamping: line))
  }
}

extension Span<UInt8> {
  /// The bytes as text; they are known to be UTF-8.
  fileprivate var text: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
