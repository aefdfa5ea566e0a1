// SPDX-License-Identifier: Apache-2.0

/// A value of a property after expansion: terms resolved, contexts gone.
enum ExpandedItem {
  case node(ExpandedNode)
  case value(ExpandedValue)
  case list([ExpandedItem], ExpandedMark)

  /// The node, if it is one.
  var node: ExpandedNode? { if case .node(let node) = self { node } else { nil } }

  /// Whether this is a node that holds a graph, and nothing else but a name.
  var isGraph: Bool { node?.isGraph == true }
}

/// Where a list stands, and the key it had in an index.
struct ExpandedMark {
  let place: JSONPlace
  var index: JSONString?
}

/// A type of a node.
struct ExpandedType {
  let iri: JSONString
  let place: JSONPlace
}

/// A property with its values.
struct ExpandedProperty {
  let iri: JSONString
  let place: JSONPlace
  var items: [ExpandedItem]
}

/// A node after expansion.
final class ExpandedNode {
  let place: JSONPlace
  /// Whether it says what it is called, even if that comes to nothing.
  var hasID = false
  var id: JSONString?
  /// Where the name is written.
  var idPlace: JSONPlace
  var types: [ExpandedType] = []
  /// What is said in the graph that has the node's name.
  var graph: [ExpandedItem]?
  /// Nodes that are described here without being linked.
  var included: [ExpandedItem]?
  var properties: [ExpandedProperty] = []
  /// Properties of the nodes that are listed, with this node as value.
  var reverse: [ExpandedProperty] = []
  var index: JSONString?

  init(at place: JSONPlace) {
    self.place = place
    idPlace = place
  }

  /// Says what the node is called.
  ///
  /// - Parameters:
  ///   - id: its IRI or label, `nil` if what is written comes to nothing.
  ///   - place: where it is written.
  func name(_ id: JSONString?, at place: JSONPlace) {
    hasID = true
    self.id = id
    idPlace = place
  }

  /// A node that holds a graph.
  convenience init(graph: [ExpandedItem], at place: JSONPlace) {
    self.init(at: place)
    self.graph = graph
  }

  /// Whether nothing is said of the node but perhaps its name.
  var isReference: Bool {
    types.isEmpty && graph == nil && included == nil && properties.isEmpty && reverse.isEmpty
      && index == nil
  }

  /// Whether the node holds a graph, and nothing else but a name.
  var isGraph: Bool {
    graph != nil && types.isEmpty && included == nil && properties.isEmpty && reverse.isEmpty
  }
}

extension [ExpandedProperty] {
  /// Adds values of a property.
  mutating func add(_ items: [ExpandedItem], to iri: JSONString, at place: JSONPlace) {
    append(ExpandedProperty(iri: iri, place: place, items: items))
  }
}

/// A literal after expansion.
struct ExpandedValue {
  var value: JSONValue
  /// The datatype, or `@json`.
  var type: JSONString?
  var language: JSONString?
  var direction: JSONString?
  var index: JSONString?
}

/// What an element comes to.
enum Expansion {
  case nothing
  case item(ExpandedItem)
  case items([ExpandedItem])

  /// Everything in one list.
  var items: [ExpandedItem] {
    switch self {
    case .nothing: []
    case .item(let item): [item]
    case .items(let items): items
    }
  }
}
