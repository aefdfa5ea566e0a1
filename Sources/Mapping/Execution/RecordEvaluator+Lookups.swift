// SPDX-License-Identifier: Apache-2.0

package import RecordIO

/// That a value was looked up, for the account of what became of coded values.
package struct TermLookupNote: Sendable, Hashable {
  /// The record's index in the batch.
  package let record: Int
  /// Which call of the mapping it was; see ``PlannedLookup/call``.
  package let call: Int
  /// The text of the cell.
  package let original: String
  /// The text that was looked up: the cell's, or what other functions made of it.
  package let parsed: String
  /// Whether a concept was found, or the value is known to have none.
  package let isFound: Bool
}

extension RecordEvaluator {
  /// Takes a look-up down, if anybody asked for it.
  ///
  /// A value that is looked up as it stands in its cell, and was met before, is not taken down again:
  /// columns repeat their values. What was not found is taken down for every record.
  mutating func note(
    _ index: Int, _ arguments: [ArraySlice<Value>], _ outcome: FunctionMemory.Outcome,
    isFirst: Bool
  ) {
    guard notesLookups, plan.calls[index].list != nil, let value = arguments.first?.first
    else { return }
    var isFound = true
    if case .failed = outcome { isFound = false }
    if !isFirst, isFound, value.buffer == .batch { return }
    let parsed = String(decoding: bytes(value), as: UTF8.self)
    lookups.append(
      TermLookupNote(
        record: record, call: index,
        original: value.buffer == .batch ? parsed : cellText(value) ?? parsed, parsed: parsed,
        isFound: isFound))
  }

  private func cellText(_ value: Value) -> String? {
    value.column < 0
      ? nil
      : batch.text(
        record: record, column: Int(value.column), place: value.place, path: value.path)
  }
}

extension RecordBatch {
  /// The text of the value of a cell that has a place, the first value's if none has it.
  ///
  /// - Parameters:
  ///   - record: the record's index.
  ///   - column: the column's index.
  ///   - place: what ``Cell/place`` says.
  ///   - path: what ``Cell/path`` says.
  /// - Returns: `nil` for a cell without value.
  package func text(record: Int, column: Int, place: UInt32, path: UInt32) -> String? {
    let values = values(record, column)
    let own = values.first { $0.place == place && $0.path == path }
    return (own ?? values.first).map { text($0) }
  }
}
