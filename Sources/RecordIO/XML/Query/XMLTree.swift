// SPDX-License-Identifier: Apache-2.0

import CLibXML2
import Diagnostics

/// The elements that are kept as a tree while expressions wait to be evaluated on them.
///
/// libxml2 builds the nodes from the same events that the collector gets; what it does not know of
/// them (lines beyond 65,535, offsets, positions among siblings) stands in ``facts``, to which each
/// node holds an index.
final class XMLTree {
  /// What a node does not tell itself.
  struct Fact {
    var line: Int
    var offset: Int
    /// The position among siblings of the same name.
    var ordinal: Int
    /// The nodes that the tree had before it.
    var nodesBefore = 0
  }

  /// Where the records are, if they are not found on the way; then the tree is the whole document.
  let iterator: XMLQuery?
  /// What chooses among the records that are found on the way, if they are not all wanted.
  let filter: XMLQuery?
  /// One for each column.
  let references: [XMLQuery]
  /// What prefixes stand for.
  let namespaces: [String: String]
  /// The evaluation, made when the document's namespaces are known.
  var evaluation: XMLQueryEvaluation?

  /// The most nodes that are kept.
  var nodeLimit = TreeLimits.xmlTreeNodes
  private(set) var nodeCount = 0
  private(set) var facts: [Fact] = []
  // For every open element of the tree how many children of a name it has.
  private var counts: [[XMLName.Key: Int]] = []

  /// Prepares to keep records, or with `iterator` the document.
  init(
    iterator: XMLQuery?, filter: XMLQuery?, references: [XMLQuery], namespaces: [String: String]
  ) {
    self.iterator = iterator
    self.filter = filter
    self.references = references
    self.namespaces = namespaces
  }

  /// How many elements of the tree are open.
  var openCount: Int { counts.count }

  /// The path that asks for the whole document.
  var widestPath: String {
    references.first { $0.leavesRecord && !$0.isPlain }?.text ?? iterator?.text ?? ""
  }

  /// The path that asks for a tree.
  var askingPath: String {
    iterator == nil ? references.first { !$0.isPlain }?.text ?? filter?.written ?? "" : widestPath
  }

  /// Whether there are more nodes than are kept.
  var isTooLarge: Bool { nodeCount > nodeLimit }

  /// Notes a text that is about to be added to an element; it may go on what was added before.
  func addText(to parent: xmlNodePtr?) {
    if parent?.pointee.last?.pointee.type != XML_TEXT_NODE { nodeCount += 1 }
  }

  /// Notes an element that was added.
  func open(
    _ node: xmlNodePtr, _ name: XMLName, attributeCount: Int, at position: XMLInputPosition
  ) {
    var ordinal = 1
    if !counts.isEmpty {
      counts[counts.count - 1][name.key, default: 0] += 1
      ordinal = counts[counts.count - 1][name.key] ?? 1
    }
    counts.append([:])
    facts.append(
      Fact(
        line: position.line, offset: position.offset, ordinal: ordinal, nodesBefore: nodeCount))
    nodeCount += 1 + attributeCount
    node.pointee._private = UnsafeMutableRawPointer(bitPattern: facts.count)
  }

  /// Notes that the innermost element ended.
  func close() { counts.removeLast() }

  /// Takes an element that ended out of the tree.
  func remove(_ node: xmlNodePtr) {
    // The facts of what is below were noted after its own.
    let index = Int(bitPattern: node.pointee._private)
    if index > 0 {
      nodeCount = facts[index - 1].nodesBefore
      facts.removeLast(facts.count - (index - 1))
    }
    xmlUnlinkNode(node)
    xmlFreeNode(node)
  }

  /// What is known of an element, or of the element that an attribute or text belongs to.
  func fact(of node: xmlNodePtr) -> Fact {
    var next: xmlNodePtr? = node
    while let element = next, element.pointee.type != XML_ELEMENT_NODE {
      next = element.pointee.parent
    }
    let index = next.map { Int(bitPattern: $0.pointee._private) } ?? 0
    return index > 0 ? facts[index - 1] : Fact(line: 1, offset: 0, ordinal: 1)
  }

  /// The path of a node from the document; texts are not told apart.
  func path(of node: xmlNodePtr) -> String {
    var steps: [String] = []
    var next: xmlNodePtr? = node
    while let node = next {
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        let isRoot = node.pointee.parent?.pointee.type == XML_DOCUMENT_NODE
        steps.append(Self.name(of: node) + (isRoot ? "" : "[\(fact(of: node).ordinal)]"))
      case XML_ATTRIBUTE_NODE: steps.append("@" + Self.name(of: node))
      case XML_TEXT_NODE: steps.append("text()")
      default: break
      }
      next = node.pointee.parent
    }
    return "/" + steps.reversed().joined(separator: "/")
  }

  // Elements and attributes agree in the fields up to their namespace's, but not in its place.
  private static func name(of node: xmlNodePtr) -> String {
    let namespace: xmlNsPtr? =
      if node.pointee.type == XML_ATTRIBUTE_NODE {
        UnsafeMutableRawPointer(node).assumingMemoryBound(to: xmlAttr.self).pointee.ns
      } else {
        node.pointee.ns
      }
    let local = node.pointee.name.map { String(cString: $0) } ?? ""
    return namespace?.pointee.prefix.map { "\(String(cString: $0)):\(local)" } ?? local
  }
}
