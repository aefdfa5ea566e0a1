// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// A statement by the numbers of its terms, with its origin.
package struct MappedStatement: Sendable, Hashable {
  /// Subject, predicate and object.
  package let triple: Triple
  /// The graph, ``TermID/none`` for the default graph.
  package let graph: TermID
  /// Where the statement comes from.
  package let origin: SinkOrigin
}

/// Interns statements, for validation and summary.
package struct BatchSink: StatementSink {
  /// The terms of all batches so far.
  package private(set) var terms = TermTable()
  /// The statements since the caller last emptied them.
  package var statements: [MappedStatement] = []
  private var subject = TermID.none
  private var datatypes: [String: TermID] = [:]
  // In a twin: the number that each of its terms has in the sink that absorbs it.
  private var absorbed: [TermID] = []

  /// Starts with an empty table.
  package init() {}

  /// An empty sink with a table of its own.
  package func emptyTwin() -> BatchSink { BatchSink() }

  /// Takes the statements of a twin, their terms under this sink's numbers.
  ///
  /// - Throws: nothing; other sinks do.
  package mutating func absorb(_ twin: inout BatchSink) throws(DiagnosedError) {
    for number in twin.absorbed.count..<twin.terms.count {
      twin.absorbed.append(terms.intern(twin.terms.term(TermID(rawValue: UInt32(number + 1)))))
    }
    for statement in twin.statements {
      func own(_ id: TermID) -> TermID { id == .none ? id : twin.absorbed[Int(id.rawValue) - 1] }
      let triple = Triple(
        subject: own(statement.triple.subject), predicate: own(statement.triple.predicate),
        object: own(statement.triple.object))
      statements.append(
        MappedStatement(triple: triple, graph: own(statement.graph), origin: statement.origin))
    }
    twin.statements.removeAll(keepingCapacity: true)
  }

  /// Interns the subject once for all its statements.
  package mutating func begin(subject: SinkTerm) { self.subject = intern(subject) }

  /// Interns a statement.
  package mutating func statement(
    predicate: SinkTerm, object: SinkTerm, graph: SinkTerm?, origin: SinkOrigin
  ) {
    let predicate = intern(predicate)
    let triple = Triple(subject: subject, predicate: predicate, object: intern(object))
    statements.append(
      MappedStatement(triple: triple, graph: graph.map { intern($0) } ?? .none, origin: origin))
  }

  private mutating func intern(_ term: SinkTerm) -> TermID {
    switch term.kind {
    case .iri: return terms.internIRI(term.bytes.span)
    case .blankNode:
      var label: [UInt8] = []
      BlankNodeLabel.append(term.bytes, to: &label)
      return terms.internBlankNode(label.span)
    case .literal:
      if term.annotation?.language.isEmpty ?? true {
        let datatype = datatype(term.annotation?.datatype ?? XSD.string)
        return terms.internLiteral(term.bytes.span, datatype: datatype)
      }
      let language = terms.internLanguage(term.annotation?.language ?? "")
      return terms.internLiteral(term.bytes.span, language: language)
    }
  }

  private mutating func datatype(_ iri: String) -> TermID {
    if let known = datatypes[iri] { return known }
    let id = terms.intern(.iri(iri))
    datatypes[iri] = id
    return id
  }
}
