// SPDX-License-Identifier: Apache-2.0

@preconcurrency internal import Glibc

/// What kind of RDF term something is.
package enum TermKind: UInt8, Sendable, CaseIterable {
  case iri = 1
  case blankNode = 2
  case literal = 3
}

/// An RDF 1.1 term.
///
/// Terms compare by the bytes of their parts: Swift's own string comparison holds `é` in one and in
/// two code points for equal, RDF does not.
/// - Source: RDF 1.1 Concepts §3; simple literals are typed `xsd:string` there (§3.3).
package struct Term: Sendable {
  /// The kind.
  package let kind: TermKind
  /// The IRI, the blank node label without `_:`, or the literal's lexical form.
  package let value: String
  /// The literal's datatype IRI; empty for IRIs and blank nodes.
  package let datatype: String
  /// The literal's language tag as written; empty when it has none.
  package let language: String

  private init(kind: TermKind, value: String, datatype: String = "", language: String = "") {
    self.kind = kind
    self.value = value
    self.datatype = datatype
    self.language = language
  }

  /// An IRI, absolute, unchecked.
  package static func iri(_ value: String) -> Term { Term(kind: .iri, value: value) }

  /// A blank node by its label, without `_:`.
  package static func blankNode(_ label: String) -> Term { Term(kind: .blankNode, value: label) }

  /// A literal of a datatype, `xsd:string` unless another is named.
  package static func literal(_ value: String, datatype: String = XSD.string) -> Term {
    Term(kind: .literal, value: value, datatype: datatype)
  }

  /// A language-tagged string.
  ///
  /// - Parameters:
  ///   - value: the text.
  ///   - language: a BCP 47 tag, not empty; kept as written.
  /// - Returns: a literal of datatype `rdf:langString`.
  package static func literal(_ value: String, language: String) -> Term {
    Term(kind: .literal, value: value, datatype: RDF.langString, language: language)
  }

  /// Whether this is an IRI.
  package var isIRI: Bool { kind == .iri }
  /// Whether this is a blank node.
  package var isBlankNode: Bool { kind == .blankNode }
  /// Whether this is a literal.
  package var isLiteral: Bool { kind == .literal }
}

extension Term: Hashable {
  /// Compares kind and the bytes of all parts; language tags compare without case (RDF 1.1 §3.3).
  package static func == (left: Term, right: Term) -> Bool {
    left.kind == right.kind && ByteOrder.compare(left.value, right.value) == 0
      && ByteOrder.compare(left.datatype, right.datatype) == 0
      && compareLanguages(left, right) == 0
  }

  /// Hashes the bytes of value and datatype.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    var value = value
    value.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(datatype.utf8.count)
  }

  // Hardly ever is there one.
  fileprivate static func compareLanguages(_ left: Term, _ right: Term) -> Int {
    if left.language.isEmpty, right.language.isEmpty { return 0 }
    return ByteOrder.compare(left.language.lowercased(), right.language.lowercased())
  }
}

extension Term: Comparable {
  /// Orders IRIs, then blank nodes, then literals, each by bytes of value, datatype and language.
  package static func < (left: Term, right: Term) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    let values = ByteOrder.compare(left.value, right.value)
    if values != 0 { return values < 0 }
    let datatypes = ByteOrder.compare(left.datatype, right.datatype)
    if datatypes != 0 { return datatypes < 0 }
    return compareLanguages(left, right) < 0
  }
}

/// The order of texts by their bytes, which is that of their code points.
enum ByteOrder {
  /// Negative, 0 or positive as the first text comes before the second, is it, or comes after it.
  static func compare(_ one: String, _ other: String) -> Int {
    var (one, other) = (one, other)
    return one.withUTF8 { left in
      other.withUTF8 { right in
        let order = left.isEmpty || right.isEmpty ? 0 : bytes(left, right)
        return order != 0 ? order : left.count - right.count
      }
    }
  }

  private static func bytes(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    guard let one = left.baseAddress, let other = right.baseAddress else { return 0 }
    return Int(memcmp(one, other, min(left.count, right.count)))
  }
}

extension Term: CustomStringConvertible {
  /// The term in N-Triples, without escaping: for people and tests, not for files.
  package var description: String {
    switch kind {
    case .iri: "<\(value)>"
    case .blankNode: "_:\(value)"
    case .literal:
      if !language.isEmpty {
        "\"\(value)\"@\(language)"
      } else if datatype == XSD.string {
        "\"\(value)\""
      } else {
        "\"\(value)\"^^<\(datatype)>"
      }
    }
  }
}

/// A statement in a named or the default graph.
package struct Quad: Sendable, Hashable {
  /// An IRI or blank node.
  package var subject: Term
  /// An IRI.
  package var predicate: Term
  /// Any term.
  package var object: Term
  /// The graph's name, `nil` for the default graph.
  package var graph: Term?

  /// States a quad.
  package init(_ subject: Term, _ predicate: Term, _ object: Term, graph: Term? = nil) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.graph = graph
  }
}

extension Quad: Comparable {
  /// Orders by graph (the default graph first), subject, predicate, object.
  package static func < (left: Quad, right: Quad) -> Bool {
    if left.graph != right.graph {
      guard let one = left.graph else { return true }
      guard let other = right.graph else { return false }
      return one < other
    }
    if left.subject != right.subject { return left.subject < right.subject }
    if left.predicate != right.predicate { return left.predicate < right.predicate }
    return left.object < right.object
  }
}
