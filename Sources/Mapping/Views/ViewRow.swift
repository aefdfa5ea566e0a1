// SPDX-License-Identifier: Apache-2.0

internal import RecordIO

/// A value in a row of a view.
struct ViewCell: Sendable {
  var bytes: [UInt8]
  var kind: ValueKind
  /// What ``Cell/place`` says, of the value in the source's record.
  var place: UInt32 = 0
  /// The value's path or pointer, if it has one.
  var path: String?

  /// A value.
  init(_ bytes: [UInt8], kind: ValueKind, place: UInt32 = 0, path: String? = nil) {
    self.bytes = bytes
    self.kind = kind
    self.place = place
    self.path = path
  }

  /// An index.
  init(index: Int) { self.init(Array("\(index)".utf8), kind: .number) }
}

/// A row of a view: a value, or none, for each key.
struct ViewRow: Sendable {
  var cells: [ViewCell?]

  init(keys: Int) { cells = Array(repeating: nil, count: keys) }

  /// The values of both rows, which have none in common.
  func joined(with other: ViewRow) -> ViewRow {
    var row = self
    for (key, cell) in other.cells.enumerated() where cell != nil { row.cells[key] = cell }
    return row
  }
}

extension RecordBatch {
  /// Appends a row as a record.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - keys: the numbers of the keys that the columns show.
  ///   - place: of the record that the row is made of.
  mutating func append(_ row: ViewRow, keys: [Int], at place: RecordPlace) {
    places.append(place)
    for key in keys {
      guard let cell = row.cells[key] else {
        cells.append(Cell())
        continue
      }
      var path = 0
      if let text = cell.path {
        valuePaths.append(text)
        path = valuePaths.count
      }
      cells.append(
        Cell(
          start: bytes.count, length: cell.bytes.count, place: Int(cell.place), path: path,
          state: .value, kind: cell.kind))
      bytes += cell.bytes
    }
  }
}
