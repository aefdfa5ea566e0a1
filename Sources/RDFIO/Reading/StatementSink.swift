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
  mutating func iri(_ value: ArraySlice<UInt8>) -> Reference
  /// Takes a blank node's label.
  mutating func blankNode(_ label: ArraySlice<UInt8>) -> Reference
  /// Takes a literal; without a datatype it is an `xsd:string`.
  mutating func literal(_ value: ArraySlice<UInt8>, datatype: Reference?) -> Reference
  /// Takes a language-tagged literal.
  mutating func literal(_ value: ArraySlice<UInt8>, language: ArraySlice<UInt8>) -> Reference
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

/// Keeps the quads of the statement that is being read until the reader has handed them on.
struct QuadSink: StatementSink {
  static var countsLines: Bool { false }
  var pending: [Quad] = []

  func iri(_ value: ArraySlice<UInt8>) -> Term { .iri(String(decoding: value, as: UTF8.self)) }

  func blankNode(_ label: ArraySlice<UInt8>) -> Term {
    .blankNode(String(decoding: label, as: UTF8.self))
  }

  func literal(_ value: ArraySlice<UInt8>, datatype: Term?) -> Term {
    .literal(String(decoding: value, as: UTF8.self), datatype: datatype?.value ?? XSD.string)
  }

  func literal(_ value: ArraySlice<UInt8>, language: ArraySlice<UInt8>) -> Term {
    .literal(
      String(decoding: value, as: UTF8.self), language: String(decoding: language, as: UTF8.self))
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

  mutating func iri(_ value: ArraySlice<UInt8>) -> TermID { builder.terms.internIRI(value.span) }

  mutating func blankNode(_ label: ArraySlice<UInt8>) -> TermID {
    builder.terms.internBlankNode(label.span)
  }

  mutating func literal(_ value: ArraySlice<UInt8>, datatype: TermID?) -> TermID {
    builder.terms.internLiteral(value.span, datatype: datatype ?? string)
  }

  mutating func literal(_ value: ArraySlice<UInt8>, language: ArraySlice<UInt8>) -> TermID {
    let tag = builder.terms.internLanguage(String(decoding: language, as: UTF8.self))
    return builder.terms.internLiteral(value.span, language: tag)
  }

  mutating func add(
    _ terms: (subject: TermID, predicate: TermID, object: TermID), graph: TermID?, line: Int
  ) {
    let triple = Triple(subject: terms.subject, predicate: terms.predicate, object: terms.object)
    builder.add(triple, origin: UInt32(clamping: line))
  }
}
