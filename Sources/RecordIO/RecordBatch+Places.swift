// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension RecordBatch {
  /// The place of a record as a whole.
  package func place(record: Int) -> SourcePlace {
    let place = places[record]
    return SourcePlace(
      file: file, columns.locator(of: place, column: nil, valuePlace: 0, valuePath: nil))
  }

  /// The place of a value.
  ///
  /// - Parameters:
  ///   - record: the record's index in the batch.
  ///   - column: the column's index.
  ///   - value: one of the cell's values, or the cell itself.
  /// - Returns: row and column, element path and line, or pointer and offset.
  package func place(record: Int, column: Int, value: Cell) -> SourcePlace {
    SourcePlace(
      file: file,
      columns.locator(
        of: places[record], column: column, valuePlace: value.place,
        valuePath: value.path == 0 ? nil : valuePaths[Int(value.path) - 1]))
  }
}

extension BatchColumns {
  /// Spells a place as the form of the columns asks.
  ///
  /// - Parameters:
  ///   - record: the place of the record.
  ///   - column: the column's index; `nil` for the record as a whole.
  ///   - valuePlace: what ``Cell/place`` says.
  ///   - valuePath: the value's own path, if it has one.
  /// - Returns: row and column, element path and line, or pointer and offset.
  package func locator(
    of record: RecordPlace, column: Int?, valuePlace: UInt32, valuePath: String?
  ) -> SourceLocator {
    switch form {
    case .table:
      return .cell(
        row: record.number, column: column.map { fileColumns[$0] }, name: column.map { names[$0] },
        line: record.line)
    case .elements:
      let line = valuePlace == 0 ? record.line : Int(valuePlace)
      return .element(
        path: valuePath ?? record.path + (column.map { "/" + names[$0] } ?? ""), line: line)
    case .pointers:
      return .pointer(
        valuePath ?? record.path + (column.map { Self.pointer(names[$0]) } ?? ""),
        offset: record.offset + UInt64(valuePlace))
    }
  }

  // A reference was read as a path before; with a wildcard it names no single value.
  private static func pointer(_ reference: String) -> String {
    (try? JSONPath(reference: reference))?.pointer ?? ""
  }
}
