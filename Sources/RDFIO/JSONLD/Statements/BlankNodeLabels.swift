// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// Labels of blank nodes: those of the document where they are labels in every syntax, new ones for
/// all others.
struct BlankNodeLabels {
  private let prefix: String
  private var count = 0
  private var renamed: [JSONString: Term] = [:]

  /// - Parameter prefix: what every label begins with.
  init(prefix: [UInt8]) { self.prefix = String(decoding: prefix, as: UTF8.self) }

  /// A label that no node of the document has.
  mutating func next() -> Term {
    count += 1
    return .blankNode("\(prefix)g0b\(count)")
  }

  /// The node that the document calls so.
  ///
  /// - Parameter name: with its `_:`.
  /// - Returns: the same for the same name.
  mutating func label(_ name: JSONString) -> Term {
    let label = JSONString(name.utf8.dropFirst(2))
    // Labels like those made here get one of them, so that they stay apart.
    if !label.utf8.starts(with: "g0b".utf8),
      TermCheck.problem(of: .blankNode(label.text)) == nil
    {
      return .blankNode(prefix + label.text)
    }
    if let known = renamed[label] { return known }
    let term = next()
    renamed[label] = term
    return term
  }
}
