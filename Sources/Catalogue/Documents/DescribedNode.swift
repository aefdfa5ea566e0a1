// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// A value that people wrote, read and resolved.
package indirect enum DescribedValue: Sendable {
  /// A literal.
  case literal(Term)
  /// An IRI, and the classes to state of it.
  case resource(String, types: [String])
  /// A concept, and the list it is taken from.
  case concept(String, CodeList)
  /// A statement that becomes a node of its own.
  case statement([Term], type: String, property: String)
  /// A node of its own.
  case node(DescribedNode)
}

/// A mapping that people wrote, read and resolved: a node with its properties.
package struct DescribedNode: Sendable {
  /// What it is.
  package let kind: NodeKind
  /// The node's IRI, if one was written.
  package var iri: String?
  /// The node's name among its siblings, if they are named.
  package var name: String?
  /// The organisation's name in `agents`, if it was referred to by that.
  package var agent: String?
  /// The values by key; a key that was not written is not there.
  package var values: [String: [DescribedValue]]
  /// Where the keys stand that were written.
  package var keyPlaces: [String: SourcePlace]
  /// Where the mapping stands.
  package let place: SourcePlace

  /// Starts a node without values.
  package init(kind: NodeKind, place: SourcePlace) {
    self.kind = kind
    self.place = place
    values = [:]
    keyPlaces = [:]
  }

  /// Where a property was written: its key, or the nested mapping's key that holds it.
  ///
  /// - Parameter property: a property's IRI.
  /// - Returns: `nil` when nothing that was written makes the property.
  package func place(of property: String) -> SourcePlace? {
    for field in kind.fields where field.property == property {
      if let place = keyPlaces[field.key] { return place }
    }
    for field in kind.fields {
      for case .node(let node) in values[field.key] ?? [] {
        if let place = node.place(of: property) { return place }
      }
    }
    return nil
  }

  /// The literals of a key, in the order written.
  package func literals(_ key: String) -> [Term] {
    (values[key] ?? []).compactMap { if case .literal(let term) = $0 { term } else { nil } }
  }
}
