// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RecordIO

extension RecordEvaluator {
  /// A term as sinks take it.
  func sinkTerm(_ term: TermValue) -> SinkTerm {
    SinkTerm(
      kind: term.kind, bytes: bytes(term.value),
      annotation: term.kind == .literal ? annotations[term.annotation] : nil,
      isUnsafe: term.isUnsafe)
  }

  /// The join keys of the selected record: one for each combination of its values; none with a null.
  mutating func joinKeys(_ expressions: [PlannedExpression]) -> [[UInt8]] {
    let choices = expressions.map { expression in
      var values: [Value] = []
      evaluate(expression, as: nil, into: &values)
      return values
    }
    guard let combinations = combinations(choices.map(\.count)) else { return [] }
    return (0..<combinations.count).map { number in
      var key: [UInt8] = []
      for (choice, pick) in zip(choices, combinations.picks(number)) {
        // A single value needs no length to tell it from the next.
        if choices.count > 1 { withUnsafeBytes(of: choice[pick].count.littleEndian) { key += $0 } }
        key += bytes(choice[pick])
      }
      return key
    }
  }

  /// A graph's name as sinks take it; `nil` for the names that stand for the default graph.
  func graphName(_ term: TermValue) -> SinkTerm? {
    let name = sinkTerm(term)
    return Self.isDefaultGraph(name.bytes) ? nil : name
  }

  /// Whether a graph's name stands for the default graph.
  static func isDefaultGraph(_ name: ArraySlice<UInt8>) -> Bool {
    defaultGraphs.contains { name.elementsEqual($0.utf8) }
  }

  // RML-Core §Graph maps; R2RML §7.2.
  private static let defaultGraphs = [
    "http://w3id.org/rml/defaultGraph", "http://www.w3.org/ns/r2rml#defaultGraph",
  ]

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
          .plain("column", column.map { batch.columns.names[$0] } ?? "the identifier"),
          .plain("mapping", map.name),
        ],
        related: [RelatedPlace("mapping rule", map.place)]))
  }

  /// Reports a record that gave no statement, so that none is lost in silence.
  mutating func reportNothingMade(_ record: Int) {
    findings.append(Finding(MappingRules.nothingMade, at: batch.place(record: record)))
  }
}
