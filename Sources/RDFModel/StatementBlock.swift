// SPDX-License-Identifier: Apache-2.0

/// A stretch of a document: statements with a term table of their own.
///
/// A block is filled, looked at and filled again, so that the memory of reading does not grow with
/// the document. Some terms stay: those of RDF itself and whatever was interned before
/// ``keepTerms()``; their numbers are the same in every filling.
package struct StatementBlock: Sendable {
  /// The terms; intern into it directly on hot paths.
  package var terms: TermTable
  /// The statements in the order read, repetitions included.
  package private(set) var triples: [Triple] = []
  /// For each statement the line that its object begins on, from 1; 0 where nobody knows.
  package private(set) var lines: [UInt32] = []
  /// How many terms stay.
  package private(set) var keptTermCount: Int

  /// Makes an empty block that keeps the terms of RDF's own syntax.
  package init() {
    terms = TermTable()
    for iri in [
      RDF.type, RDF.first, RDF.rest, RDF.nil, RDF.langString, XSD.string, XSD.boolean, XSD.integer,
      XSD.decimal, XSD.double,
    ] {
      _ = terms.intern(.iri(iri))
    }
    keptTermCount = terms.count
  }

  /// Keeps the terms interned so far for all later fillings.
  package mutating func keepTerms() { keptTermCount = terms.count }

  /// Adds a statement.
  package mutating func add(_ triple: Triple, line: UInt32) {
    triples.append(triple)
    lines.append(line)
  }

  /// Empties the block for its next filling.
  package mutating func removeAll() {
    triples.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    terms.truncate(to: keptTermCount)
  }

  /// The statements as terms.
  package var quads: [Quad] {
    triples.map {
      Quad(terms.term($0.subject), terms.term($0.predicate), terms.term($0.object))
    }
  }

  /// Drops the statements after the first `count`; their terms stay until the next filling.
  package mutating func removeStatements(after count: Int) {
    triples.removeSubrange(count...)
    lines.removeSubrange(count...)
  }

  /// Takes the statements from a number on out of the block, as a block that keeps nothing.
  ///
  /// - Complexity: O(statements taken and their terms).
  package mutating func split(at count: Int) -> StatementBlock {
    var rest = StatementBlock()
    rest.append(self, from: count)
    triples.removeSubrange(count...)
    lines.removeSubrange(count...)
    return rest
  }

  /// Adds the statements of another block.
  package mutating func append(_ other: StatementBlock, from start: Int = 0) {
    var copier = TermCopier()
    for index in start..<other.triples.count {
      add(copier.copy(other.triples[index], of: other.terms, to: &terms), line: other.lines[index])
    }
  }
}

/// Copies terms from one table to another, each once.
package struct TermCopier {
  private var known: [TermID: TermID] = [:]

  /// Starts with nothing copied.
  package init() {}

  /// The statement by the numbers of the other table.
  package mutating func copy(
    _ triple: Triple, of terms: borrowing TermTable, to other: inout TermTable
  ) -> Triple {
    Triple(
      subject: copy(triple.subject, of: terms, to: &other),
      predicate: copy(triple.predicate, of: terms, to: &other),
      object: copy(triple.object, of: terms, to: &other))
  }

  /// The number of a term in the other table, which has it afterwards.
  package mutating func copy(
    _ id: TermID, of terms: borrowing TermTable, to other: inout TermTable
  ) -> TermID {
    if let copied = known[id] { return copied }
    let copied = other.intern(id, of: terms)
    known[id] = copied
    return copied
  }
}
