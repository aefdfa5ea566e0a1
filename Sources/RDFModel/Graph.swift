// SPDX-License-Identifier: Apache-2.0

/// A statement by the numbers of its terms.
package struct Triple: Hashable, Sendable {
  /// The subject, an IRI or blank node.
  package var subject: TermID
  /// The predicate, an IRI.
  package var predicate: TermID
  /// The object, any term.
  package var object: TermID

  /// States a triple.
  package init(subject: TermID, predicate: TermID, object: TermID) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

/// A set of triples under construction.
package struct GraphBuilder: Sendable {
  /// The terms, shared by all statements; intern into it directly on hot paths.
  package var terms: TermTable
  private var triples: [Triple] = []
  private var origins: [UInt32] = []

  /// Starts an empty graph.
  ///
  /// - Parameter terms: a table whose numbers are to stay valid.
  package init(terms: TermTable = TermTable()) { self.terms = terms }

  /// Adds a statement; adding it again changes nothing, the first origin stays.
  ///
  /// - Parameters:
  ///   - triple: numbers of ``terms``.
  ///   - origin: the caller's number for where the statement comes from, 0 for none.
  package mutating func add(_ triple: Triple, origin: UInt32 = 0) {
    triples.append(triple)
    origins.append(origin)
  }

  /// Adds a statement given by its terms.
  package mutating func add(_ subject: Term, _ predicate: Term, _ object: Term, origin: UInt32 = 0)
  {
    let subject = terms.intern(subject)
    let predicate = terms.intern(predicate)
    add(
      Triple(subject: subject, predicate: predicate, object: terms.intern(object)), origin: origin)
  }

  /// Sorts, drops repetitions and indexes.
  ///
  /// - Complexity: O(n log n).
  package consuming func build() -> Graph {
    Graph(terms: terms, triples: triples, origins: origins)
  }
}

/// An immutable set of triples with indexes by subject, by predicate and object, and by object.
///
/// Statements are numbered `0..<count` in the order of (subject, predicate, object) numbers.
package struct Graph: Sendable {
  /// The terms that the triples name.
  package let terms: TermTable
  /// The statements, sorted and without repetition.
  package let triples: [Triple]
  private let origins: [UInt32]
  private let byPredicateObject: [Int32]
  private let byObject: [Int32]

  /// The empty graph.
  package init() { self.init(terms: TermTable(), triples: [], origins: []) }

  /// Collects the triples of quads, whatever their graph.
  package init(_ quads: some Sequence<Quad>) {
    var builder = GraphBuilder()
    for quad in quads { builder.add(quad.subject, quad.predicate, quad.object) }
    self = builder.build()
  }

  fileprivate init(terms: TermTable, triples: [Triple], origins: [UInt32]) {
    self.terms = terms
    let order = TermOrder(termCount: terms.count)
    let (sorted, sortedOrigins) = order.unique(triples, origins: origins)
    self.triples = sorted
    self.origins = sortedOrigins
    let all = (0..<Int32(sorted.count)).map(\.self)
    byObject = order.sorted(all) { sorted[Int($0)].object }
    byPredicateObject = order.sorted(byObject) { sorted[Int($0)].predicate }
  }

  /// The number of statements.
  package var count: Int { triples.count }

  /// Where statement `index` comes from, as its builder was told; 0 for none.
  package func origin(of index: Int) -> UInt32 { origins[index] }

  /// The statements about a subject, as a range of statement numbers.
  ///
  /// - Complexity: O(log n).
  package func statements(subject: TermID) -> Range<Int> {
    let start = triples.partitioningIndex { $0.subject >= subject }
    let end = triples.partitioningIndex { $0.subject > subject }
    return start..<max(start, end)
  }

  /// The statements about a subject with a predicate, as a range of statement numbers.
  package func statements(subject: TermID, predicate: TermID) -> Range<Int> {
    let start = triples.partitioningIndex {
      ($0.subject, $0.predicate) >= (subject, predicate)
    }
    let end = triples.partitioningIndex { ($0.subject, $0.predicate) > (subject, predicate) }
    return start..<max(start, end)
  }

  /// The objects of a subject's predicate, in order of their numbers.
  package func objects(_ subject: TermID, _ predicate: TermID) -> [TermID] {
    statements(subject: subject, predicate: predicate).map { triples[$0].object }
  }

  /// The first object of a subject's predicate, if there is one.
  package func object(_ subject: TermID, _ predicate: TermID) -> TermID? {
    statements(subject: subject, predicate: predicate).first.map { triples[$0].object }
  }

  /// The subjects that have an object for a predicate, in order of their numbers.
  package func subjects(_ predicate: TermID, _ object: TermID) -> [TermID] {
    let start = byPredicateObject.partitioningIndex {
      (triples[Int($0)].predicate, triples[Int($0)].object) >= (predicate, object)
    }
    let end = byPredicateObject.partitioningIndex {
      (triples[Int($0)].predicate, triples[Int($0)].object) > (predicate, object)
    }
    return byPredicateObject[start..<max(start, end)].map { triples[Int($0)].subject }
  }

  /// The numbers of the statements with a predicate, ordered by object.
  package func statements(predicate: TermID) -> [Int] {
    let start = byPredicateObject.partitioningIndex { triples[Int($0)].predicate >= predicate }
    let end = byPredicateObject.partitioningIndex { triples[Int($0)].predicate > predicate }
    return byPredicateObject[start..<max(start, end)].map(Int.init)
  }

  /// The numbers of the statements with an object.
  package func statements(object: TermID) -> [Int] {
    let start = byObject.partitioningIndex { triples[Int($0)].object >= object }
    let end = byObject.partitioningIndex { triples[Int($0)].object > object }
    return byObject[start..<max(start, end)].map(Int.init)
  }

  /// Whether the graph holds a statement.
  package func contains(_ triple: Triple) -> Bool {
    let range = statements(subject: triple.subject, predicate: triple.predicate)
    return range.contains { triples[$0].object == triple.object }
  }

  /// Statement `index` as terms.
  package func quad(_ index: Int) -> Quad {
    let triple = triples[index]
    return Quad(
      terms.term(triple.subject), terms.term(triple.predicate), terms.term(triple.object))
  }

  /// All statements as terms, in the order of their numbers.
  package var quads: [Quad] { triples.indices.map(quad) }

  /// The number of `term`, ``TermID/none`` if no statement can hold it.
  package func id(_ term: Term) -> TermID { terms.id(of: term) ?? .none }

  /// The objects of a subject's predicate, as terms.
  package func objects(of subject: Term, _ predicate: Term) -> [Term] {
    objects(id(subject), id(predicate)).map { terms.term($0) }
  }

  /// The subjects of an RDF class, as terms.
  package func instances(of type: Term) -> [Term] {
    subjects(id(.iri(RDF.type)), id(type)).map { terms.term($0) }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a predicate that is false, then true.
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
