// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// A graph handed on in blocks, as if it streamed by.
package struct StreamedGraph {
  /// How the subjects of a graph are dealt out.
  package enum Order: CaseIterable, Sendable {
    /// One subject a block, in the order of the graph.
    case forward
    /// One subject a block, the last one first.
    case backward
    /// Three subjects a block, every other subject first.
    case mixed
    /// One block.
    case together
  }

  private let graph: Graph
  private let order: Order

  /// Describes a stream.
  package init(_ graph: Graph, _ order: Order) {
    self.graph = graph
    self.order = order
  }

  /// Each block's statements by their numbers in the graph.
  package var blocks: [[Int]] {
    var subjects: [[Int]] = []
    for (index, triple) in graph.triples.enumerated() {
      if index > 0, graph.triples[index - 1].subject == triple.subject {
        subjects[subjects.count - 1].append(index)
      } else {
        subjects.append([index])
      }
    }
    switch order {
    case .forward: return subjects
    case .backward: return subjects.reversed()
    case .together: return [subjects.flatMap(\.self)]
    case .mixed:
      let others = subjects.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      let mixed = others + subjects.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      return stride(from: 0, to: mixed.count, by: 3).map { start in
        mixed[start..<min(start + 3, mixed.count)].flatMap(\.self)
      }
    }
  }

  /// Blocks of up to three statements by their numbers, hardly any two about the same subject.
  package var scattered: [[Int]] {
    let order = graph.triples.indices.sorted { one, other in
      let (left, right) = (graph.triples[one], graph.triples[other])
      return left.predicate != right.predicate
        ? left.predicate > right.predicate : left.object > right.object
    }
    return stride(from: 0, to: order.count, by: 3).map {
      Array(order[$0..<min($0 + 3, order.count)])
    }
  }

  /// Fills a block with statements of the graph; their lines are their origins.
  package func fill(_ block: inout StatementBlock, _ statements: [Int]) {
    block.removeAll()
    var copier = TermCopier()
    for index in statements {
      block.add(
        copier.copy(graph.triples[index], of: graph.terms, to: &block.terms),
        line: graph.origin(of: index))
    }
  }
}
