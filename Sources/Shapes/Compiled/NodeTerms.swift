// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// The terms of a data graph, and behind them those that only the shapes name.
///
/// A target or an allowed value need not occur in the data; it gets a number above the data's.
package struct NodeTerms: Sendable {
  private let data: TermTable
  private var extra = TermTable()
  private let count: UInt32

  /// Starts with the terms of a data graph.
  package init(_ data: TermTable) {
    self.data = data
    count = UInt32(data.count)
  }

  /// The number of a term of the shapes.
  package mutating func resolve(_ term: Term) -> TermID {
    data.id(of: term) ?? TermID(rawValue: extra.intern(term).rawValue + count)
  }

  /// Whether statements of the data can hold a term.
  @inline(__always)
  package func isData(_ id: TermID) -> Bool { id.rawValue <= count }

  private func inner(_ id: TermID) -> TermID { TermID(rawValue: id.rawValue - count) }

  /// The kind of a term.
  package func kind(_ id: TermID) -> TermKind {
    isData(id) ? data.kind(id) : extra.kind(inner(id))
  }

  /// The bytes of an IRI, label or lexical form.
  package func textBytes(_ id: TermID) -> ArraySlice<UInt8> {
    isData(id) ? data.textBytes(id) : extra.textBytes(inner(id))
  }

  /// The language tag of a literal in lower case, `nil` for other terms.
  package func language(_ id: TermID) -> String? {
    isData(id) ? data.language(id) : extra.language(inner(id))
  }

  /// The number of a typed literal's datatype, `nil` for other terms.
  package func datatype(_ id: TermID) -> TermID? {
    if isData(id) { return data.datatype(id) }
    // The datatype of an extra literal has a number of its own there; the data may know it too.
    guard let datatype = extra.datatype(inner(id)) else { return nil }
    return data.id(of: extra.term(datatype)) ?? TermID(rawValue: datatype.rawValue + count)
  }

  /// The term with a number.
  package func term(_ id: TermID) -> Term { isData(id) ? data.term(id) : extra.term(inner(id)) }
}
