// SPDX-License-Identifier: Apache-2.0

/// Gathers the values of one JSON or XML record in document order, then lays them out as cells.
///
/// A tree gives the values of a record in any order and number; a batch wants one cell for every
/// column. Memory is kept from record to record.
struct RecordAssembly {
  private struct Found {
    var column: Int32
    var cell: Cell
  }

  /// The text of the record's values; cells count from its start.
  var bytes: [UInt8] = []
  /// Paths of values that their column does not tell.
  private(set) var paths: [String] = []

  private var found: [Found] = []
  private var nulls: [Found] = []
  private var counts: [Int]
  private var slots: [Int]

  /// Prepares for records of `columnCount` columns.
  init(columnCount: Int) {
    counts = Array(repeating: 0, count: columnCount)
    slots = counts
  }

  /// The number of values that a column has so far, null not counted.
  func count(column: Int32) -> Int { counts[Int(column)] }

  /// Adds a value to a column.
  mutating func add(_ cell: Cell, to column: Int32) {
    found.append(Found(column: column, cell: cell))
    counts[Int(column)] += 1
  }

  /// Notes that a column is null at a place; values of the same column outweigh it.
  mutating func addNull(_ cell: Cell, to column: Int32) {
    var cell = cell
    cell.state = .null
    nulls.append(Found(column: column, cell: cell))
  }

  /// Keeps a path.
  ///
  /// - Returns: what ``Cell/path`` holds for it.
  mutating func addPath(_ path: String) -> Int {
    paths.append(path)
    return paths.count
  }

  /// Gives the first value of a column a path, unless it has one.
  mutating func addPathToFirst(of column: Int32, _ path: () -> String) {
    guard let index = found.firstIndex(where: { $0.column == column }) else { return }
    if found[index].cell.path == 0 {
      found[index].cell.path = UInt32(truncatingIfNeeded: addPath(path()))
    }
  }

  /// Appends the record to a batch and forgets it.
  ///
  /// - Complexity: O(columns + values).
  mutating func finish(at place: RecordPlace, into batch: inout RecordBatch) {
    let base = Shift(
      bytes: UInt32(truncatingIfNeeded: batch.bytes.count),
      paths: UInt32(truncatingIfNeeded: batch.valuePaths.count))
    let cells = batch.cells.count
    batch.places.append(place)
    batch.bytes.append(contentsOf: bytes)
    batch.valuePaths.append(contentsOf: paths)
    batch.cells.append(contentsOf: repeatElement(Cell(), count: counts.count))
    for null in nulls { batch.cells[cells + Int(null.column)] = base.moved(null.cell) }
    reserveRepeated(from: cells, in: &batch)
    for value in found {
      let column = Int(value.column)
      if counts[column] == 1 {
        batch.cells[cells + column] = base.moved(value.cell)
      } else {
        batch.repeatedValues[slots[column]] = base.moved(value.cell)
        slots[column] += 1
      }
    }
    removeAll()
  }

  /// Forgets the record and keeps the memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    paths.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    nulls.removeAll(keepingCapacity: true)
    for column in counts.indices { counts[column] = 0 }
  }

  private mutating func reserveRepeated(from cells: Int, in batch: inout RecordBatch) {
    for column in counts.indices where counts[column] > 1 {
      let start = batch.repeatedValues.count
      slots[column] = start
      batch.cells[cells + column] = Cell(start: start, length: counts[column], state: .values)
      batch.repeatedValues.append(contentsOf: repeatElement(Cell(), count: counts[column]))
    }
  }

  private struct Shift {
    var bytes: UInt32
    var paths: UInt32

    func moved(_ cell: Cell) -> Cell {
      var cell = cell
      cell.start += bytes
      if cell.path > 0 { cell.path += paths }
      return cell
    }
  }
}
