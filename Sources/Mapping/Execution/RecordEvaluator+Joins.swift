// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RecordIO

extension RecordEvaluator {
  /// A term as sinks take it.
  func sinkTerm(_ term: TermValue) -> SinkTerm {
    SinkTerm(
      kind: term.kind, bytes: bytes(term.value),
      annotation: term.kind == .literal ? annotations[term.annotation] : nil)
  }

  /// The join keys of the selected record: one for each combination of its values; none with a null.
  mutating func joinKeys(_ expressions: [PlannedExpression]) -> [[UInt8]] {
    var keys: [[UInt8]] = [[]]
    for expression in expressions {
      var values: [Value] = []
      evaluate(expression, isIRI: false, into: &values)
      keys = keys.flatMap { key in
        values.map { value in
          var longer = key
          withUnsafeBytes(of: value.count.littleEndian) { longer += $0 }
          return longer + bytes(value)
        }
      }
    }
    return keys
  }

  /// Reports that a record gives no subject.
  mutating func reportNoSubject(_ map: PlannedMap) {
    let column = map.subject.columns.first {
      batch.values(record, $0).allSatisfy { $0.length == 0 }
    }
    let place =
      column.map { batch.place(record: record, column: $0, value: batch.cell(record, $0)) }
      ?? batch.place(record: record)
    findings.append(
      Finding(
        MappingRules.noSubject, at: place,
        [
          .plain("column", column.map { batch.columns.names[$0] } ?? "The identifier"),
          .plain("mapping", map.name),
        ],
        related: [RelatedPlace("mapping rule", map.place)]))
  }
}
