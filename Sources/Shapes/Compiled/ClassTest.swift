// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// Tells whether a node is an instance of one class.
///
/// - Source: SHACL §1.1, "SHACL instance": `rdf:type` followed by any number of `rdfs:subClassOf`.
package struct ClassTest: Sendable {
  /// The class and its subclasses, as numbers of the data graph, sorted.
  let inData: TermSet
  /// The class and its subclasses, as numbers of the hierarchy graph.
  let inHierarchy: TermSet
}

/// A set of term numbers for quick membership tests.
struct TermSet: Sendable {
  /// The numbers, ascending.
  let sorted: [TermID]

  init(_ ids: some Sequence<TermID>) { sorted = Set(ids).sorted() }

  @inline(__always)
  func contains(_ id: TermID) -> Bool {
    if sorted.count <= 8 {
      for member in sorted where member == id { return true }
      return false
    }
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == id
  }
}

/// Finds the subclasses of classes in the data and in a graph of background knowledge.
struct ClassResolver {
  /// The data; of data that stream by, their statements about subclasses.
  private let data: Graph
  /// Where the classes get their numbers while data stream by.
  private let streaming: NodeTerms?
  private let hierarchy: Graph?
  private let subClassOf: (data: TermID, hierarchy: TermID)
  private var known: [Term: ClassTest] = [:]

  init(data: Graph, hierarchy: Graph?) {
    self.init(data: data, streaming: nil, hierarchy: hierarchy)
  }

  init(streaming terms: NodeTerms, subclasses: Graph, hierarchy: Graph?) {
    self.init(data: subclasses, streaming: terms, hierarchy: hierarchy)
  }

  private init(data: Graph, streaming: NodeTerms?, hierarchy: Graph?) {
    self.data = data
    self.streaming = streaming
    self.hierarchy = hierarchy
    let predicate = Term.iri(RDFS.subClassOf)
    subClassOf = (data.id(predicate), hierarchy?.id(predicate) ?? .none)
  }

  mutating func test(_ type: Term) -> ClassTest {
    if let test = known[type] { return test }
    var inData: Set<TermID> = []
    var inHierarchy: Set<TermID> = []
    var seen: Set<Term> = [type]
    var open = [type]
    while let next = open.popLast() {
      if let streaming { inData.insert(streaming.resolve(next)) }
      let number = data.id(next)
      if number != .none {
        if streaming == nil { inData.insert(number) }
        open += data.subjects(subClassOf.data, number).map { data.terms.term($0) }
          .filter { seen.insert($0).inserted }
      }
      guard let hierarchy else { continue }
      let other = hierarchy.id(next)
      if other != .none {
        inHierarchy.insert(other)
        open += hierarchy.subjects(subClassOf.hierarchy, other).map { hierarchy.terms.term($0) }
          .filter { seen.insert($0).inserted }
      }
    }
    let test = ClassTest(inData: TermSet(inData), inHierarchy: TermSet(inHierarchy))
    known[type] = test
    return test
  }
}
