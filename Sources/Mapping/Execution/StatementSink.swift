// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Takes the statements that an executor makes of a record.
///
/// The executor is generic over its sink, so that nothing is dispatched per statement. Terms are
/// ranges of the evaluator's buffers and hold for the length of the call.
package protocol StatementSink: SendableMetatype {
  /// The kernel that writes plain statements straight into the sink's output, if it has one.
  var kernel: RecordKernel? { get }

  /// Learns what is going to be run, before anything is.
  mutating func prepare(for plan: MappingPlan)

  /// An empty sink of the same kind, for another thread.
  func emptyTwin() -> Self

  /// Takes everything out of a twin, behind what is here already.
  ///
  /// - Throws: `temporary-file.failed`.
  mutating func absorb(_ twin: inout Self) throws(DiagnosedError)

  /// Announces the map whose subjects follow, by the indexes of its source and of itself there.
  mutating func begin(source: Int, map: Int)

  /// Says that the map announced last has made what it makes of a record.
  mutating func endMap()

  /// Announces the subject of the statements that follow.
  mutating func begin(subject: SinkTerm)

  /// Takes a statement about the subject announced last.
  ///
  /// - Parameters:
  ///   - predicate: an IRI.
  ///   - object: any term.
  ///   - graph: the graph's name, `nil` for the default graph.
  ///   - origin: where the statement comes from.
  mutating func statement(
    predicate: SinkTerm, object: SinkTerm, graph: SinkTerm?, origin: SinkOrigin)
}

/// A term on its way into a sink.
package struct SinkTerm {
  /// The kind.
  package let kind: TermMap.Kind
  /// The IRI, label or lexical form, unescaped.
  package let bytes: ArraySlice<UInt8>
  let annotation: AnnotationTable.Entry?
  /// Whether it is an IRI whose characters must be escaped.
  let isUnsafe: Bool
}

/// Where a statement comes from.
package struct SinkOrigin: Sendable, Hashable {
  /// The record's index in the batch.
  package let record: Int
  /// The number of the object's term map, for ``MappingPlan/origins``; 0 for none.
  package let objectMap: UInt32
  /// The column that the object's text was read from, -1 for none.
  package let column: Int32
  /// What the cell says about its place.
  package let place: UInt32
  /// The targets that the statement goes to; none for the usual output.
  package let targets: TargetSet
  /// What the cell says about its path: an index into the batch's paths plus 1, or 0.
  package let path: UInt32
}

extension StatementSink {
  /// No kernel.
  package var kernel: RecordKernel? { nil }

  /// Needs to know nothing.
  package mutating func prepare(for plan: MappingPlan) {}

  /// Makes no difference between maps.
  package mutating func begin(source: Int, map: Int) {}

  /// Nothing to end.
  package mutating func endMap() {}
}
