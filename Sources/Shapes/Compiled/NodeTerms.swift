// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// The terms of a data graph, and behind them those that only the shapes name.
///
/// A target or an allowed value need not occur in the data; it gets a number above the data's. While
/// data stream by, the terms of the shapes come first instead, and those of the data come and go.
package final class NodeTerms {
  /// The data's terms.
  @exclusivity(unchecked) var data: TermTable
  @exclusivity(unchecked) private var extra = TermTable()
  /// The largest number of the data.
  private let limit: UInt32

  /// Starts with the terms of a data graph.
  package init(_ data: TermTable) {
    self.data = data
    limit = UInt32(data.count)
  }

  /// Starts with a table that will hold the terms of the shapes and, one after the other, of blocks.
  init(streaming terms: TermTable) {
    data = terms
    limit = .max
  }

  /// Whether the terms of the data come and go.
  var isStreaming: Bool { limit == .max }

  /// The number of a term of the shapes.
  package func resolve(_ term: Term) -> TermID {
    if isStreaming { return data.intern(term) }
    return data.id(of: term) ?? TermID(rawValue: extra.intern(term).rawValue + limit)
  }

  /// Whether statements of the data can hold a term.
  @inline(__always)
  package func isData(_ id: TermID) -> Bool { id.rawValue <= limit }

  private func inner(_ id: TermID) -> TermID { TermID(rawValue: id.rawValue - limit) }

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
    return data.id(of: extra.term(datatype)) ?? TermID(rawValue: datatype.rawValue + limit)
  }

  /// The term with a number.
  package func term(_ id: TermID) -> Term { isData(id) ? data.term(id) : extra.term(inner(id)) }
}
