// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// The hash of the paths from a node, with the names given on the way.
struct PathHash {
  let digits: [UInt8]
  let issuer: IdentifierIssuer
}

/// The least path through nodes that share a hash, so far.
private struct LeastPath {
  var text: [UInt8] = []
  var issuer: IdentifierIssuer

  /// Whether a path that begins with `other` can no longer become the least.
  func isBelow(_ other: [UInt8]) -> Bool {
    !text.isEmpty && other.count >= text.count && text.lexicographicallyPrecedes(other)
  }
}

extension DatasetCanonicalizer {
  /// The hash of all that can be reached from a node over blank nodes.
  ///
  /// - Parameters:
  ///   - node: where paths begin.
  ///   - issuer: the names given on this path.
  ///   - depth: how many nodes this path has passed.
  /// - Returns: the hash of the least path, with the names given on it.
  /// - Throws: `rdf.too-alike`.
  /// - Source: RDF Dataset Canonicalization §4.8.3.
  mutating func hashOfPaths(
    from node: Int, _ issuer: IdentifierIssuer, depth: Int
  ) throws(DiagnosedError) -> PathHash {
    // Each node of a path takes a stretch of the stack.
    guard depth < RDFLimits.canonicalDepth else {
      throw tooAlike("nodes in a row", RDFLimits.canonicalDepth)
    }
    try step()
    var text: [UInt8] = []
    var issuer = issuer
    for (digits, alike) in related(to: node, issuer) {
      let least = try leastPath(through: alike, issuer, depth: depth)
      text += digits
      text += least.text
      issuer = least.issuer
    }
    return PathHash(digits: hash.digits(text), issuer: issuer)
  }

  // Steps 1 to 3: the neighbours by hash, in the order of hashes.
  private func related(
    to node: Int, _ issuer: IdentifierIssuer
  ) -> [(digits: [UInt8], nodes: [Int])] {
    var groups: [[UInt8]: [Int]] = [:]
    for row in rows[node] ?? [] {
      for (related, position) in zip(row.nodes, "sog".utf8)
      where related != node && statements.terms[related].isBlankNode {
        let digits = hash(ofRelated: related, in: row, position: position, issuer)
        groups[digits, default: []].append(related)
      }
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { (digits: $0.key, nodes: $0.value) }
  }

  // Step 5.4.
  private mutating func leastPath(
    through alike: [Int], _ issuer: IdentifierIssuer, depth: Int
  ) throws(DiagnosedError) -> LeastPath {
    var least = LeastPath(issuer: issuer)
    var order = Array(alike.indices)
    repeat {
      try step()
      try follow(order.map { alike[$0] }, issuer, depth: depth, &least)
    } while Self.advance(&order)
    return least
  }

  private mutating func follow(
    _ nodes: [Int], _ issuer: IdentifierIssuer, depth: Int, _ least: inout LeastPath
  ) throws(DiagnosedError) {
    var issuer = issuer
    var path: [UInt8] = []
    var unknown: [Int] = []
    for node in nodes {
      if !canonical.hasName(node), !issuer.hasName(node) { unknown.append(node) }
      path += "_:".utf8
      path += canonical.name(of: node) ?? issuer.issue(node)
      if least.isBelow(path) { return }
    }
    for node in unknown {
      let result = try hashOfPaths(from: node, issuer, depth: depth + 1)
      path += "_:".utf8
      path += issuer.issue(node)
      path.append(UInt8(ascii: "<"))
      path += result.digits
      path.append(UInt8(ascii: ">"))
      issuer = result.issuer
      if least.isBelow(path) { return }
    }
    if least.text.isEmpty || path.lexicographicallyPrecedes(least.text) {
      least = LeastPath(text: path, issuer: issuer)
    }
  }

  /// Goes to the next order of numbers; `false` after the last.
  private static func advance(_ order: inout [Int]) -> Bool {
    guard let pivot = order.indices.dropLast().last(where: { order[$0] < order[$0 + 1] }),
      let next = order.lastIndex(where: { $0 > order[pivot] })
    else { return false }
    order.swapAt(pivot, next)
    order[(pivot + 1)...].reverse()
    return true
  }
}
