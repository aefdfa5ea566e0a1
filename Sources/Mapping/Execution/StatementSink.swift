// SPDX-License-Identifier: Apache-2.0

/// Takes the statements that an executor makes of a record.
///
/// The executor is generic over its sink, so that nothing is dispatched per statement. Terms are
/// ranges of the evaluator's buffers and hold for the length of the call.
package protocol StatementSink: SendableMetatype {
  /// An empty sink of the same kind, for another thread.
  func emptyTwin() -> Self

  /// Takes everything out of a twin, behind what is here already.
  mutating func absorb(_ twin: inout Self)

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
  /// What the cell says about its path: an index into the batch's paths plus 1, or 0.
  package let path: UInt32
}
