// SPDX-License-Identifier: Apache-2.0

/// What a record holds for a column.
package enum CellState: UInt8, Sendable {
  /// The record has no such key, element or cell.
  case absent
  /// The record says null: JSON `null`, `xsi:nil`, or a text that the source declares to mean null.
  case null
  /// One value, possibly the empty string.
  case value
  /// Several values: `start` and `length` name a range of ``RecordBatch/repeatedValues``.
  case values
}

/// How a value was spelled in the source.
package enum ValueKind: UInt8, Sendable {
  /// Text: any CSV cell or XML text, a JSON string.
  case text
  /// A JSON number, in the source's own spelling.
  case number
  /// A JSON `true` or `false`.
  case boolean
  /// A JSON object or array, as its JSON text; an XML element with child elements.
  case structure
}

/// One value of a record: a range of the batch's bytes.
package struct Cell: Sendable {
  /// Where the value begins in ``RecordBatch/bytes``, or in ``RecordBatch/repeatedValues``.
  package var start: UInt32
  /// The number of bytes, or of repeated values.
  package var length: UInt32
  /// CSV and JSON: bytes from the record's offset to the value; XML: the value's line, 1-based.
  package var place: UInt32
  /// One more than the index of the value's own path in ``RecordBatch/valuePaths``; 0 when the path
  /// is the record's path followed by the column's reference.
  package var path: UInt32
  /// What the record holds.
  package var state: CellState
  /// How the value was spelled.
  package var kind: ValueKind

  /// Describes a value.
  package init(
    start: Int = 0, length: Int = 0, place: Int = 0, path: Int = 0, state: CellState = .absent,
    kind: ValueKind = .text
  ) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.length = UInt32(truncatingIfNeeded: length)
    self.place = UInt32(truncatingIfNeeded: place)
    self.path = UInt32(truncatingIfNeeded: path)
    self.state = state
    self.kind = kind
  }
}

/// Where a record stands in its source.
package struct RecordPlace: Sendable {
  /// CSV: the row as a spreadsheet numbers it; XML and JSON: the record's number; both 1-based.
  package var number: Int
  /// The line on which the record begins, 1-based; 0 when the format does not count lines (JSON).
  package var line: Int
  /// The byte at which the record begins, after decompression and decoding to UTF-8.
  package var offset: UInt64
  /// The record's element path (XML, `/patients/patient[3]`) or pointer (JSON, `/entry/3`).
  package var path: String

  /// Describes a record's place.
  package init(number: Int, line: Int, offset: UInt64, path: String = "") {
    self.number = number
    self.line = line
    self.offset = offset
    self.path = path
  }
}

/// Records read together, each as one cell for every column that the reader was asked for.
///
/// Cell (`record`, `column`) is `cells[record * columnCount + column]`. Values are UTF-8, checked by
/// the reader, unescaped, without quotes. A batch is reused: ``removeAll()`` keeps the capacity.
package struct RecordBatch: Sendable {
  /// The text of all values.
  package var bytes: [UInt8] = []
  /// The cells, record by record.
  package var cells: [Cell] = []
  /// The values of cells in state ``CellState/values``.
  package var repeatedValues: [Cell] = []
  /// The places of the records.
  package var places: [RecordPlace] = []
  /// Full paths or pointers of values that their column does not tell.
  package var valuePaths: [String] = []
  /// The columns: CSV headers, or the references as the mapping spells them.
  package let columns: BatchColumns
  /// The file that the records come from, as given.
  package var file: String = ""

  /// Makes an empty batch.
  package init(columns: BatchColumns) { self.columns = columns }

  /// The number of cells of a record.
  package var columnCount: Int { columns.names.count }

  /// The number of records.
  package var recordCount: Int { places.count }

  /// Empties the batch and keeps its memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    repeatedValues.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    valuePaths.removeAll(keepingCapacity: true)
  }

  /// The cell of a record.
  package func cell(_ record: Int, _ column: Int) -> Cell { cells[record * columnCount + column] }

  /// The values of a cell: none, one or several.
  package func values(_ record: Int, _ column: Int) -> [Cell] {
    let cell = cell(record, column)
    switch cell.state {
    case .absent, .null: return []
    case .value: return [cell]
    case .values: return Array(repeatedValues[Int(cell.start)..<Int(cell.start + cell.length)])
    }
  }

  /// The text of a value.
  package func text(_ value: Cell) -> String {
    String(decoding: bytes[Int(value.start)..<Int(value.start + value.length)], as: UTF8.self)
  }
}

/// The columns of a batch and how their places are spelled.
package struct BatchColumns: Sendable {
  /// How places are spelled.
  package enum Form: Sendable {
    /// Rows and columns.
    case table
    /// Element paths and lines.
    case elements
    /// Pointers and offsets.
    case pointers
  }

  /// How places are spelled.
  package let form: Form
  /// The references asked for, in the mapping's spelling: CSV headers, JSON or XML paths.
  package let names: [String]
  /// CSV only: the 1-based column in the file for each name.
  package let fileColumns: [Int]

  /// Describes columns.
  package init(form: Form, names: [String], fileColumns: [Int] = []) {
    self.form = form
    self.names = names
    self.fileColumns = fileColumns
  }
}
