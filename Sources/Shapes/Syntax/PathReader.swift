// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// Reads property paths out of a graph.
///
/// A node that is at once a list and something else is read as the list, as the W3C suite asks.
/// - Source: SHACL §2.3.1.
package struct PathReader {
  /// How deep paths may nest.
  package static let depthLimit = 32
  /// How many paths a path may be made of.
  package static let sizeLimit = 1_000

  /// Why a node is no property path.
  package enum Fault: Error, Hashable {
    /// The node is a literal or states no path.
    case noPath
    /// A list is cut off, branches or has too few members.
    case brokenList
    /// The path holds itself or nests deeper than ``PathReader/depthLimit``.
    case tooDeep
    /// The path is made of more than ``PathReader/sizeLimit`` paths.
    case tooLarge
  }

  private let graph: Graph
  private let operators: [(TermID, (PropertyPath) -> PropertyPath)]
  private let alternativePath: TermID
  private let lists: ListReader

  /// Prepares to read paths of a graph.
  package init(_ graph: Graph) {
    self.graph = graph
    lists = ListReader(graph)
    alternativePath = graph.id(.iri(SHACL.iri("alternativePath")))
    operators = [
      (graph.id(.iri(SHACL.iri("inversePath"))), { PropertyPath.inverse($0) }),
      (graph.id(.iri(SHACL.iri("zeroOrMorePath"))), { PropertyPath.zeroOrMore($0) }),
      (graph.id(.iri(SHACL.iri("oneOrMorePath"))), { PropertyPath.oneOrMore($0) }),
      (graph.id(.iri(SHACL.iri("zeroOrOnePath"))), { PropertyPath.zeroOrOne($0) }),
    ]
  }

  /// The path that a node describes.
  ///
  /// - Parameter node: the value of `sh:path` or `sh:resultPath`.
  /// - Returns: the path.
  /// - Throws: ``Fault`` if the node describes none.
  package func read(_ node: TermID) throws(Fault) -> PropertyPath {
    var size = 0
    return try read(node, 0, &size)
  }

  /// Whether a node states more than one path and only one of them is read.
  package func isAmbiguous(_ node: TermID) -> Bool {
    guard graph.terms.kind(node) == .blankNode else { return false }
    var forms = lists.isList(node) ? 1 : 0
    forms += graph.statements(subject: node, predicate: alternativePath).count
    for (name, _) in operators { forms += graph.statements(subject: node, predicate: name).count }
    return forms > 1
  }

  private func read(_ node: TermID, _ depth: Int, _ size: inout Int) throws(Fault) -> PropertyPath {
    guard depth < Self.depthLimit else { throw .tooDeep }
    // Nodes can be shared: 32 lists that name the next one twice would be 2³² steps.
    size += 1
    guard size <= Self.sizeLimit else { throw .tooLarge }
    switch graph.terms.kind(node) {
    case .iri: return .predicate(graph.terms.text(node))
    case .literal: throw .noPath
    case .blankNode: break
    }
    if lists.isList(node) { return .sequence(try members(node, depth, &size)) }
    if let list = graph.object(node, alternativePath) {
      return .alternative(try members(list, depth, &size))
    }
    for (name, make) in operators {
      if let inner = graph.object(node, name) { return make(try read(inner, depth + 1, &size)) }
    }
    throw .noPath
  }

  private func members(_ list: TermID, _ depth: Int, _ size: inout Int) throws(Fault)
    -> [PropertyPath]
  {
    guard let nodes = lists.members(list), nodes.count >= 2 else { throw .brokenList }
    var paths: [PropertyPath] = []
    for node in nodes { paths.append(try read(node, depth + 1, &size)) }
    return paths
  }
}
