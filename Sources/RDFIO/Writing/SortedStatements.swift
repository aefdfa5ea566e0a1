// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// The statements that a writer is given: checked, sorted, each once, by the rank of their terms.
struct SortedStatements {
  /// A statement by the ranks of its terms; rank 0 as graph is the default graph.
  struct Row: Hashable, Comparable {
    let graph: Int
    let subject: Int
    let predicate: Int
    let object: Int

    static func < (left: Row, right: Row) -> Bool {
      (left.graph, left.subject, left.predicate, left.object)
        < (right.graph, right.subject, right.predicate, right.object)
    }
  }

  /// The terms in order: IRIs, blank nodes, literals, each by bytes; rank 0 stands for no term.
  private(set) var terms: [Term]
  /// The statements in order.
  private(set) var rows: [Row]

  /// Checks and sorts.
  ///
  /// - Throws: `rdf.bad-statement` for what RDF does not allow, `rdf.named-graph` if `format`
  ///   cannot hold what is given.
  init(_ quads: some Sequence<Quad>, for format: RDFFormat) throws(DiagnosedError) {
    var pool = TermPool()
    var numbered: [Row] = []
    for quad in quads {
      try Self.check(quad, format)
      numbered.append(
        Row(
          graph: quad.graph.map { pool.number($0) } ?? 0, subject: pool.number(quad.subject),
          predicate: pool.number(quad.predicate), object: pool.number(quad.object)))
    }
    terms = pool.terms.compactMap(\.self).sorted()
    for term in terms { try TermCheck.check(term) }
    let ranks = pool.ranks(terms)
    terms.insert(.iri(""), at: 0)
    let sorted = numbered.map {
      Row(
        graph: ranks[$0.graph], subject: ranks[$0.subject], predicate: ranks[$0.predicate],
        object: ranks[$0.object])
    }.sorted()
    rows = []
    rows.reserveCapacity(sorted.count)
    for row in sorted where rows.last != row { rows.append(row) }
  }

  /// A row as terms.
  func quad(_ row: Row) -> Quad {
    Quad(
      terms[row.subject], terms[row.predicate], terms[row.object],
      graph: row.graph == 0 ? nil : terms[row.graph])
  }

  private static func check(_ quad: Quad, _ format: RDFFormat) throws(DiagnosedError) {
    if quad.graph != nil, !format.holdsNamedGraphs {
      throw DiagnosedError(RDFRules.namedGraph, at: nil, [.plain("format", format.title)])
    }
    if quad.subject.isLiteral { throw TermCheck.failure("its subject is a literal", quad.subject) }
    if !quad.predicate.isIRI {
      throw TermCheck.failure("its predicate is not an IRI", quad.predicate)
    }
    if let graph = quad.graph, graph.isLiteral {
      throw TermCheck.failure("the name of its graph is a literal", graph)
    }
  }
}

/// Distinct terms with numbers from 1.
private struct TermPool {
  private var table = TermTable()
  /// By number; `nil` for what only names a datatype or language.
  private(set) var terms: [Term?] = [nil]

  mutating func number(_ term: Term) -> Int {
    let number = Int(table.intern(term).rawValue)
    while terms.count <= table.count { terms.append(nil) }
    guard let known = terms[number] else {
      terms[number] = term
      return number
    }
    // Of several spellings of a language tag the first in order stays, whatever came first.
    if !term.language.isEmpty,
      term.language.utf8.lexicographicallyPrecedes(known.language.utf8)
    {
      terms[number] = term
    }
    return number
  }

  /// The rank of each number, from 1, where `sorted` are the terms in order.
  func ranks(_ sorted: [Term]) -> [Int] {
    var ranks = [Int](repeating: 0, count: terms.count)
    for (index, term) in sorted.enumerated() {
      if let id = table.id(of: term) { ranks[Int(id.rawValue)] = index + 1 }
    }
    return ranks
  }
}

/// What is checked of every term before it is written, and of every term out of RDF/XML.
enum TermCheck {
  static func check(_ term: Term) throws(DiagnosedError) {
    if let problem = problem(of: term) { throw failure(problem, term) }
  }

  static func failure(_ problem: String, _ term: Term) -> DiagnosedError {
    DiagnosedError(
      RDFRules.badStatement, at: nil,
      [.plain("problem", problem), .sensitive("value", term.value)])
  }

  /// What is wrong with a term, in words, `nil` if nothing is.
  static func problem(of term: Term) -> String? {
    switch term.kind {
    case .iri: iriProblem(term.value)
    case .blankNode: isLabel(term.value) ? nil : "a blank node's label is not a name"
    case .literal:
      if !term.language.isEmpty {
        isLanguageTag(term.language) ? nil : "a literal's language tag is not well formed"
      } else {
        iriProblem(term.datatype)
      }
    }
  }

  private static func iriProblem(_ iri: String) -> String? {
    if IRISyntax.isAbsolute(iri) { return nil }
    return "an IRI is relative or holds characters that IRIs cannot hold"
  }

  private static func isLabel(_ label: String) -> Bool {
    guard let first = label.unicodeScalars.first, let last = label.unicodeScalars.last else {
      return false
    }
    return (NameCharacter.isStart(first.value) || (0x30...0x39).contains(first.value))
      && last != "."
      && label.unicodeScalars.allSatisfy { NameCharacter.isPart($0.value) || $0 == "." }
  }

  /// Whether text has the shape of a language tag: letters, then letters and digits after hyphens.
  static func isLanguageTag(_ tag: String) -> Bool {
    let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return tag.utf8.count <= RDFLimits.languageBytes
      && subtags.allSatisfy { subtag in
        !subtag.isEmpty
          && subtag.allSatisfy { NameCharacter.isLetter($0) || NameCharacter.isDigit($0) }
      } && subtags[0].allSatisfy(NameCharacter.isLetter)
  }
}
