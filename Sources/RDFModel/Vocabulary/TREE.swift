// SPDX-License-Identifier: Apache-2.0

/// TREE hypermedia.
package enum TREE {
  /// The namespace.
  package static let namespace = "https://w3id.org/tree#"
  /// `tree:Collection`.
  package static let Collection = namespace + "Collection"
  /// `tree:Node`.
  package static let Node = namespace + "Node"
  /// `tree:Relation`.
  package static let Relation = namespace + "Relation"
  /// `tree:GreaterThanRelation`.
  package static let GreaterThanRelation = namespace + "GreaterThanRelation"
  /// `tree:member`.
  package static let member = namespace + "member"
  /// `tree:view`.
  package static let view = namespace + "view"
  /// `tree:relation`.
  package static let relation = namespace + "relation"
  /// `tree:node`.
  package static let node = namespace + "node"
  /// `tree:shape`.
  package static let shape = namespace + "shape"
  /// `tree:path`.
  package static let path = namespace + "path"
  /// `tree:value`.
  package static let value = namespace + "value"
}
