// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Writes statements to the targets that their terms name, and those without a target to the usual
/// output; each output is a set.
///
/// - Source: RML-IO §Logical target.
package struct RoutingSink: StatementSink {
  /// What goes to no target.
  package var usual: ByteSink
  /// What goes to each target, by its index in ``MappingDocument/targets``.
  package var targets: [ByteSink]

  /// Starts a sink.
  ///
  /// - Parameters:
  ///   - writesGraphs: whether the usual output has graph names.
  ///   - targets: for each target whether it has graph names.
  ///   - notesOrigins: whether it is noted where the statements of the usual output come from.
  package init(writesGraphs: Bool, targets: [Bool], notesOrigins: Bool = false) {
    usual = ByteSink(writesGraphs: writesGraphs, notesOrigins: notesOrigins)
    self.targets = targets.map { ByteSink(writesGraphs: $0) }
  }

  private init(twinOf other: RoutingSink) {
    usual = other.usual.emptyTwin()
    targets = other.targets.map { $0.emptyTwin() }
  }

  /// That of the usual output; maps with targets are not plain.
  package var kernel: RecordKernel? { usual.kernel }

  /// Prepares every output.
  package mutating func prepare(for plan: MappingPlan) {
    usual.prepare(for: plan)
    for index in targets.indices { targets[index].prepare(for: plan) }
  }

  /// An empty sink with the same outputs.
  package func emptyTwin() -> RoutingSink { RoutingSink(twinOf: self) }

  /// Takes what each output of the twin has that was not written before.
  package mutating func absorb(_ twin: inout RoutingSink) throws(DiagnosedError) {
    try usual.absorb(&twin.usual)
    for index in targets.indices { try targets[index].absorb(&twin.targets[index]) }
  }

  /// Tells every output.
  package mutating func begin(source: Int, map: Int) {
    usual.begin(source: source, map: map)
    for index in targets.indices { targets[index].begin(source: source, map: map) }
  }

  /// Tells every output.
  package mutating func endMap() {
    usual.endMap()
    for index in targets.indices { targets[index].endMap() }
  }

  /// Tells every output.
  package mutating func begin(subject: SinkTerm) {
    usual.begin(subject: subject)
    for index in targets.indices { targets[index].begin(subject: subject) }
  }

  /// Gives the statement to its targets, or to the usual output.
  package mutating func statement(
    predicate: SinkTerm, object: SinkTerm, graph: SinkTerm?, origin: SinkOrigin
  ) {
    if origin.targets.isEmpty {
      usual.statement(predicate: predicate, object: object, graph: graph, origin: origin)
      return
    }
    for index in targets.indices where origin.targets.contains(index) {
      targets[index].statement(predicate: predicate, object: object, graph: graph, origin: origin)
    }
  }
}
