// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// A way from a focus node to its value nodes.
///
/// - Source: SHACL §2.3.1.
package indirect enum PropertyPath: Sendable, Hashable {
  /// Along a predicate, an IRI.
  case predicate(String)
  /// Against a path.
  case inverse(PropertyPath)
  /// One path after the other; at least two.
  case sequence([PropertyPath])
  /// Along any of the paths; at least two.
  case alternative([PropertyPath])
  /// Along a path any number of times, also never.
  case zeroOrMore(PropertyPath)
  /// Along a path once or more often.
  case oneOrMore(PropertyPath)
  /// Along a path once or never.
  case zeroOrOne(PropertyPath)

  /// The predicate of a path of one step.
  package var predicate: Term? {
    if case .predicate(let iri) = self { return .iri(iri) }
    return nil
  }

  /// The predicate whose values people see at the end of the path.
  package var lastPredicate: String? {
    switch self {
    case .predicate(let iri): iri
    case .inverse: nil
    case .sequence(let parts): parts.last?.lastPredicate
    case .alternative(let parts): parts.first?.lastPredicate
    case .zeroOrMore(let path), .oneOrMore(let path), .zeroOrOne(let path): path.lastPredicate
    }
  }

  /// The path in SPARQL's notation, each predicate spelled by `name`.
  ///
  /// - Parameter name: gives the text for a predicate's IRI.
  /// - Returns: the path on one line.
  package func text(_ name: (String) -> String) -> String {
    switch self {
    case .predicate(let iri): name(iri)
    case .inverse(let path): "^" + path.group(name)
    case .sequence(let parts): parts.map { $0.group(name) }.joined(separator: "/")
    case .alternative(let parts): parts.map { $0.group(name) }.joined(separator: "|")
    case .zeroOrMore(let path): path.group(name) + "*"
    case .oneOrMore(let path): path.group(name) + "+"
    case .zeroOrOne(let path): path.group(name) + "?"
    }
  }

  private func group(_ name: (String) -> String) -> String {
    if case .predicate(let iri) = self { return name(iri) }
    return "(\(text(name)))"
  }
}

extension PropertyPath: CustomStringConvertible {
  /// The path in SPARQL's notation with full IRIs.
  package var description: String { text { "<\($0)>" } }
}
