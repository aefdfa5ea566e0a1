// SPDX-License-Identifier: Apache-2.0

/// All references of a source as one tree, so that a record is walked once for all columns.
///
/// Several nodes can be active for one value, since a wildcard and a name may both lead to it; they
/// are a set without duplicates because every node has one way to it.
struct JSONReferenceTrie {
  private struct Named {
    var hash: UInt64
    var name: [UInt8]
    var node: Int32
  }

  private struct Node {
    var names: [Named] = []
    // Records repeat their order of keys, so the search begins after the last name found.
    var next = 0
    var indexes: [(index: Int, node: Int32)] = []
    var wildcard: Int32 = -1
    var columns: [Int32] = []
    var followsWildcard = false
  }

  private var nodes = [Node()]

  /// Compiles references.
  ///
  /// - Parameters:
  ///   - paths: one for each column.
  ///   - keys: whose hash the names are compared by.
  init(_ paths: [JSONPath], keys: JSONKeyStack) {
    for (column, path) in paths.enumerated() {
      var node = 0
      for step in path.steps { node = child(of: node, step, keys) }
      nodes[node].columns.append(Int32(column))
    }
  }

  /// The columns that end at a node.
  func columns(of node: Int32) -> [Int32] { nodes[Int(node)].columns }

  /// Whether some columns end at a node.
  func hasColumns(_ node: Int32) -> Bool { !nodes[Int(node)].columns.isEmpty }

  /// Whether a wildcard leads to a node, so that its reference does not tell the pointer.
  func followsWildcard(_ node: Int32) -> Bool { nodes[Int(node)].followsWildcard }

  /// Appends the nodes that the last key of `keys` leads to.
  mutating func appendChildren(
    of node: Int32, key keys: borrowing JSONKeyStack, to active: inout [Int32]
  ) {
    let parent = Int(node)
    if nodes[parent].wildcard >= 0 { active.append(nodes[parent].wildcard) }
    let count = nodes[parent].names.count
    if count == 0 { return }
    let hash = keys.lastHash
    var index = nodes[parent].next
    for _ in 0..<count {
      if index >= count { index = 0 }
      if nodes[parent].names[index].hash == hash,
        nodes[parent].names[index].name.elementsEqual(keys.last)
      {
        active.append(nodes[parent].names[index].node)
        nodes[parent].next = index + 1
        return
      }
      index += 1
    }
  }

  /// Appends the nodes that an element leads to.
  func appendChildren(of node: Int32, index: Int, to active: inout [Int32]) {
    let parent = nodes[Int(node)]
    if parent.wildcard >= 0 { active.append(parent.wildcard) }
    for child in parent.indexes where child.index == index { active.append(child.node) }
  }

  private mutating func child(of parent: Int, _ step: JSONStep, _ keys: JSONKeyStack) -> Int {
    switch step {
    case .name(let name):
      if let known = nodes[parent].names.first(where: { $0.name == name }) {
        return Int(known.node)
      }
      let node = add(after: parent, isWildcard: false)
      nodes[parent].names.append(
        Named(hash: keys.hash(name[...]), name: name, node: Int32(node)))
      return node
    case .index(let index):
      if let known = nodes[parent].indexes.first(where: { $0.index == index }) {
        return Int(known.node)
      }
      let node = add(after: parent, isWildcard: false)
      nodes[parent].indexes.append((index, Int32(node)))
      return node
    case .wildcard:
      if nodes[parent].wildcard < 0 {
        nodes[parent].wildcard = Int32(add(after: parent, isWildcard: true))
      }
      return Int(nodes[parent].wildcard)
    }
  }

  private mutating func add(after parent: Int, isWildcard: Bool) -> Int {
    var node = Node()
    node.followsWildcard = isWildcard || nodes[parent].followsWildcard
    nodes.append(node)
    return nodes.count - 1
  }
}
