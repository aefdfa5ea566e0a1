// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// Follows property paths through a data graph.
///
/// - Source: SHACL §2.3.1; SPARQL 1.1 §9.3 for the paths without upper bound, which never visit a
///   node twice.
struct PathWalk {
  private let data: DataIndex

  init(_ data: DataIndex) { self.data = data }

  /// Appends the nodes at the end of a path, each once.
  func collect(_ path: CompiledPath, from node: TermID, into values: inout [TermID]) {
    if case .predicate(let predicate) = path {
      data.appendObjects(of: node, predicate, to: &values)
      return
    }
    var seen: Set<TermID> = []
    for value in step(path, [node], isReversed: false) where seen.insert(value).inserted {
      values.append(value)
    }
  }

  // May hold nodes more than once.
  private func step(_ path: CompiledPath, _ nodes: [TermID], isReversed: Bool) -> [TermID] {
    switch path {
    case .predicate(let predicate):
      return isReversed
        ? nodes.flatMap { data.subjects(predicate, $0) }
        : nodes.flatMap { node in
          data.statements(node, predicate).map { data.triples[$0].object }
        }
    case .inverse(let inner): return step(inner, nodes, isReversed: !isReversed)
    case .sequence(let parts):
      var current = nodes
      for part in isReversed ? parts.reversed() : parts {
        current = unique(step(part, current, isReversed: isReversed))
      }
      return current
    case .alternative(let parts):
      return parts.flatMap { step($0, nodes, isReversed: isReversed) }
    case .zeroOrOne(let inner): return nodes + step(inner, nodes, isReversed: isReversed)
    case .zeroOrMore(let inner): return reach(inner, nodes, isReversed)
    case .oneOrMore(let inner):
      return reach(inner, unique(step(inner, nodes, isReversed: isReversed)), isReversed)
    }
  }

  // The nodes themselves and all that lie behind them, nearest first.
  private func reach(_ inner: CompiledPath, _ nodes: [TermID], _ isReversed: Bool) -> [TermID] {
    var seen = Set(nodes)
    var reached = unique(nodes)
    var next = 0
    while next < reached.count {
      for node in step(inner, [reached[next]], isReversed: isReversed)
      where seen.insert(node).inserted {
        reached.append(node)
      }
      next += 1
    }
    return reached
  }

  private func unique(_ nodes: [TermID]) -> [TermID] {
    if nodes.count < 2 { return nodes }
    var seen: Set<TermID> = []
    return nodes.filter { seen.insert($0).inserted }
  }

  /// A statement by which a path arrives at a value, if one can be named.
  func statement(_ path: CompiledPath, from node: TermID, to value: TermID) -> Int? {
    arrival(path, [node], value, isReversed: false)
  }

  private func arrival(
    _ path: CompiledPath, _ nodes: [TermID], _ value: TermID, isReversed: Bool
  ) -> Int? {
    switch path {
    case .predicate(let predicate):
      for node in nodes {
        let found =
          isReversed
          ? data.statement(value, predicate, node) : data.statement(node, predicate, value)
        if let found { return found }
      }
      return nil
    case .inverse(let inner): return arrival(inner, nodes, value, isReversed: !isReversed)
    case .sequence(let parts):
      let ordered = isReversed ? parts.reversed() : parts
      guard let last = ordered.last else { return nil }
      var current = nodes
      for part in ordered.dropLast() {
        current = unique(step(part, current, isReversed: isReversed))
      }
      return arrival(last, current, value, isReversed: isReversed)
    case .alternative(let parts):
      for part in parts {
        if let found = arrival(part, nodes, value, isReversed: isReversed) { return found }
      }
      return nil
    case .zeroOrOne(let inner): return arrival(inner, nodes, value, isReversed: isReversed)
    case .zeroOrMore(let inner), .oneOrMore(let inner):
      return arrival(inner, reach(inner, nodes, isReversed), value, isReversed: isReversed)
    }
  }
}
