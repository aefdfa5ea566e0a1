// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Iterator and references of a source, compiled for one parser.
struct XMLPlan {
  /// An element that references lead through or end at.
  struct Node {
    let matcher: XMLNameMatcher
    /// Whether a `*` leads to the element, so that its reference does not tell the path.
    let followsWildcard: Bool
    /// Whether the last step is a `*`, so that siblings are counted by name.
    let isWildcard: Bool
    /// The first of the elements below; the others by ``next``.
    var child: Int32 = -1
    var next: Int32 = -1
    var columns: [Int32] = []
    var textColumns: [Int32] = []
    var attributes: [Attribute] = []
    /// How many elements of the name began so far below the parent at hand.
    var ordinal = 0
    var ordinals: [XMLName.Key: Int] = [:]

    /// Counts an element and tells its position among siblings of the same name.
    mutating func count(_ name: XMLName) -> Int {
      if isWildcard {
        ordinals[name.key, default: 0] += 1
        return ordinals[name.key] ?? 0
      }
      ordinal += 1
      return ordinal
    }

    /// Begins to count below another parent.
    mutating func restart() {
      ordinal = 0
      if isWildcard { ordinals.removeAll(keepingCapacity: true) }
    }
  }

  /// An attribute that references ask for.
  struct Attribute {
    let matcher: XMLNameMatcher
    var columns: [Int32]
  }

  /// An attribute of an ancestor of the record.
  struct AncestorAttribute {
    /// The level of the ancestor; the root element is level 0.
    let level: Int
    let matcher: XMLNameMatcher
    let column: Int32
    /// The value of the ancestor at hand, `nil` if it has no such attribute.
    var value: [UInt8]?
    /// The line on which the ancestor begins.
    var line = 0
  }

  /// The elements from the root down to the record.
  var iterator: [Node] = []
  /// The tree of references; the first node is the record.
  var nodes: [Node] = []
  var ancestorAttributes: [AncestorAttribute] = []

  /// A plan that finds no records, until the parser exists whose names a plan needs.
  init() {}

  /// Compiles paths.
  ///
  /// - Throws: ``XMLRules/unboundPrefix`` or ``XMLRules/pathUnsupported``, without a place.
  init(
    iterator path: XMLPath, references: [XMLPath], resolver: XMLNameResolver
  ) throws(DiagnosedError) {
    for step in path.steps {
      iterator.append(
        Node(
          matcher: try resolver.element(step, in: path.text), followsWildcard: false,
          isWildcard: step.local == nil))
    }
    let any = XMLNameMatcher(local: nil, uri: nil, isUnprefixed: true)
    nodes = [Node(matcher: any, followsWildcard: false, isWildcard: false)]
    var known: [[XMLNameTest]: Int] = [[]: 0]
    for (column, reference) in references.enumerated() {
      if reference.levelsUp > 0 {
        try addAncestor(reference, Int32(column), resolver)
      } else {
        let node = try self.node(for: reference, &known, resolver)
        try add(reference, Int32(column), to: node, resolver)
      }
    }
  }

  private mutating func addAncestor(
    _ reference: XMLPath, _ column: Int32, _ resolver: XMLNameResolver
  ) throws(DiagnosedError) {
    guard case .attribute(let name) = reference.target else { return }
    let level = iterator.count - 1 - reference.levelsUp
    if level < 0 {
      throw DiagnosedError(
        XMLRules.pathUnsupported, at: nil,
        [
          .plain("path", reference.text), .plain("column", 1),
          .plain("part", "more steps up than the record has ancestors"),
        ])
    }
    ancestorAttributes.append(
      AncestorAttribute(
        level: level, matcher: try resolver.attribute(name, in: reference.text), column: column))
  }

  private mutating func node(
    for reference: XMLPath, _ known: inout [[XMLNameTest]: Int], _ resolver: XMLNameResolver
  ) throws(DiagnosedError) -> Int {
    var parent = 0
    for (level, step) in reference.steps.enumerated() {
      let way = Array(reference.steps[...level])
      if let node = known[way] {
        parent = node
        continue
      }
      var node = Node(
        matcher: try resolver.element(step, in: reference.text),
        followsWildcard: step.local == nil || nodes[parent].followsWildcard,
        isWildcard: step.local == nil)
      node.next = nodes[parent].child
      nodes[parent].child = Int32(nodes.count)
      parent = nodes.count
      nodes.append(node)
      known[way] = parent
    }
    return parent
  }

  private mutating func add(
    _ reference: XMLPath, _ column: Int32, to node: Int, _ resolver: XMLNameResolver
  ) throws(DiagnosedError) {
    switch reference.target {
    case .element: nodes[node].columns.append(column)
    case .text: nodes[node].textColumns.append(column)
    case .attribute(let name):
      nodes[node].attributes.append(
        Attribute(matcher: try resolver.attribute(name, in: reference.text), columns: [column]))
    }
  }
}
