// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RecordIO

/// Makes partial rows of the records of one level of a view.
final class ViewLevel {
  /// More rows than this are not made of one record.
  static let rowLimit = 100_000

  private let level: PlannedLevel
  private let keyCount: Int
  private var inner: [[ViewLevel]]
  private let plan: MappingPlan
  /// Holds the batch at hand.
  var evaluator: RecordEvaluator
  /// Whether a record gave too many rows.
  var isTooLarge = false

  init(_ level: PlannedLevel, keyCount: Int, plan: MappingPlan, columns: BatchColumns) {
    self.level = level
    self.keyCount = keyCount
    self.plan = plan
    evaluator = RecordEvaluator(plan: plan, columns: columns, base: nil)
    inner = level.fields.map { field in
      field.iterations.map { iteration in
        let names = iteration.level.references.map(\.text)
        return ViewLevel(
          iteration.level, keyCount: keyCount, plan: plan,
          columns: BatchColumns(form: Self.form(iteration.formulation), names: names))
      }
    }
  }

  private static func form(
    _ formulation: LogicalSource.ReferenceFormulation
  ) -> BatchColumns.Form {
    switch formulation {
    case .csv: .table
    case .jsonpath: .pointers
    case .xpath: .elements
    }
  }

  /// The rows of a record of the batch at hand: every combination of its fields' values.
  ///
  /// - Throws: what makes text inside of a value unreadable.
  func rows(_ record: Int) throws(DiagnosedError) -> [ViewRow] {
    evaluator.select(record)
    var rows = [ViewRow(keys: keyCount)]
    for (number, field) in level.fields.enumerated() {
      let options = try options(of: field, number)
      // A field without a value is null in its rows.
      if options.isEmpty { continue }
      guard rows.count * options.count <= Self.rowLimit else {
        isTooLarge = true
        return []
      }
      rows = rows.flatMap { row in options.map { row.joined(with: $0) } }
    }
    return rows
  }

  private func options(
    of field: PlannedField, _ number: Int
  ) throws(DiagnosedError) -> [ViewRow] {
    var values: [Value] = []
    evaluator.evaluate(field.expression, as: nil, into: &values)
    var options: [ViewRow] = []
    for (index, value) in values.enumerated() {
      var row = ViewRow(keys: keyCount)
      let cell = cell(value)
      if let key = field.key { row.cells[key] = cell }
      if let key = field.indexKey { row.cells[key] = ViewCell(index: index) }
      var partial = [row]
      for (place, iteration) in field.iterations.enumerated() {
        let inside = try inner[number][place].rows(inside: cell, iteration)
        if inside.isEmpty { continue }
        guard partial.count * inside.count <= Self.rowLimit else {
          isTooLarge = true
          return []
        }
        partial = partial.flatMap { row in inside.map { row.joined(with: $0) } }
      }
      options += partial
    }
    return options
  }

  private func cell(_ value: Value) -> ViewCell {
    let kind: ValueKind =
      switch value.natural {
      case .boolean: .boolean
      case .integer, .decimal, .double: .number
      default: value.isStructure ? .structure : .text
      }
    var cell = ViewCell(Array(evaluator.bytes(value)), kind: kind, place: value.place)
    if value.column >= 0, value.buffer == .batch {
      let batch = evaluator.batch
      let place = batch.place(
        record: evaluator.record, column: Int(value.column),
        value: Cell(place: Int(value.place), path: Int(value.path)))
      switch place.locator {
      case .pointer(let path, _), .element(let path, _): cell.path = path
      default: break
      }
    }
    return cell
  }

  private func reader(
    inside cell: ViewCell, _ iteration: PlannedIteration
  ) throws(DiagnosedError) -> any RecordReader {
    do throws(DiagnosedError) {
      return try reader(
        ByteInput(memory: cell.bytes, displayName: cell.path ?? "a value"), iteration)
    } catch {
      // A path that cannot be used has no place but that of its field.
      throw error.placed(at: iteration.place)
    }
  }

  private func reader(
    _ input: ByteInput, _ iteration: PlannedIteration
  ) throws(DiagnosedError) -> any RecordReader {
    let references = level.references.map(\.text)
    switch iteration.formulation {
    case .csv:
      return try CSVReader(
        input, dialect: CSVDialect(), references: references, nullValues: [], limits: CSVLimits())
    case .jsonpath:
      return try RecordReaders.json(
        input, iterator: iteration.iterator ?? "$", references: references)
    case .xpath:
      return try XMLReader.open(
        input, iterator: iteration.iterator ?? "/*", namespaces: iteration.namespaces,
        references: references)
    }
  }

  // The rows of all records inside of a value; their places are that of the value.
  private func rows(
    inside cell: ViewCell, _ iteration: PlannedIteration
  ) throws(DiagnosedError) -> [ViewRow] {
    let reader = try reader(inside: cell, iteration)
    evaluator = RecordEvaluator(plan: plan, columns: reader.columns, base: nil)
    var rows: [ViewRow] = []
    var index = 0
    var findings: [Finding] = []
    while try reader.read(into: &evaluator.batch, findings: &findings) {
      for record in 0..<evaluator.batch.recordCount {
        for var row in try self.rows(record) {
          if let key = iteration.indexKey { row.cells[key] = ViewCell(index: index) }
          // Positions inside of the value are not those of the file.
          for key in row.cells.indices where row.cells[key] != nil {
            row.cells[key]?.place = cell.place
            row.cells[key]?.path = cell.path
          }
          rows.append(row)
        }
        index += 1
      }
      if isTooLarge || rows.count > Self.rowLimit {
        isTooLarge = true
        return []
      }
    }
    return rows
  }
}
