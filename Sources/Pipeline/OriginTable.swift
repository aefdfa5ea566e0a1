// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Mapping
internal import RecordIO
internal import TemporaryFiles

/// Where the statements of a dataset come from: for each one its record, its cell and the rule that
/// read it.
///
/// A statement takes 20 bytes, a record 48; few of them are in memory, the others in temporary files.
/// Places are spelled only for findings.
package struct OriginTable: Sendable {
  private struct Table: Sendable {
    let file: String
    let source: Int
    let columns: BatchColumns
  }

  private struct Record: BitwiseCopyable {
    let table: Int32
    let pathLength: UInt32
    let pathStart: Int
    let number: Int
    let line: Int
    let offset: UInt64
  }

  private struct Statement: BitwiseCopyable {
    let record: UInt32
    let objectMap: UInt32
    let column: Int32
    let place: UInt32
    let path: UInt32
  }

  private struct Path: BitwiseCopyable {
    let start: Int
    let count: Int
  }

  private let plan: MappingPlan
  private var tables: [Table] = []
  private let records = SpooledList<Record>()
  private let statements = SpooledList<Statement>()
  private let paths = SpooledList<Path>()
  // The text of all paths.
  private let text = SpooledList<UInt8>(memoryLimit: 1 << 18)

  /// Starts a table for the statements of a plan.
  package init(plan: MappingPlan) { self.plan = plan }

  /// Takes down a batch.
  ///
  /// - Parameters:
  ///   - outcome: what the executor delivered.
  ///   - mapped: where the batch's statements come from.
  /// - Returns: the origin number of the first statement; the others follow.
  /// - Throws: `temporary-file.failed`.
  package mutating func add(
    _ outcome: BatchOutcome, _ mapped: some Collection<StatementOrigin>
  ) throws(DiagnosedError) -> UInt32 {
    if tables.last?.file != outcome.facts.file || tables.last?.source != outcome.source {
      tables.append(
        Table(file: outcome.facts.file, source: outcome.source, columns: outcome.columns))
    }
    let firstRecord = UInt32(truncatingIfNeeded: records.count)
    let firstPath = UInt32(truncatingIfNeeded: paths.count)
    let firstStatement = UInt32(truncatingIfNeeded: statements.count + 1)
    try addPaths(outcome)
    try addRecords(outcome)
    try statements.append(
      mapped.lazy.map { origin in
        Statement(
          record: firstRecord &+ origin.record, objectMap: origin.objectMap,
          column: origin.column, place: origin.place,
          path: origin.path == 0 ? 0 : firstPath &+ origin.path)
      })
    return firstStatement
  }

  private func addPaths(_ outcome: BatchOutcome) throws(DiagnosedError) {
    if outcome.valuePaths.isEmpty { return }
    var start = text.count
    var added: [Path] = []
    for path in outcome.valuePaths {
      added.append(Path(start: start, count: path.utf8.count))
      start += path.utf8.count
    }
    try text.append(outcome.valuePaths.lazy.flatMap(\.utf8))
    try paths.append(added)
  }

  private func addRecords(_ outcome: BatchOutcome) throws(DiagnosedError) {
    var start = text.count
    var bytes: [UInt8] = []
    var added: [Record] = []
    added.reserveCapacity(outcome.places.count)
    for place in outcome.places {
      let length = place.path.utf8.count
      bytes.append(contentsOf: place.path.utf8)
      added.append(
        Record(
          table: Int32(tables.count - 1), pathLength: UInt32(length), pathStart: start,
          number: place.number, line: place.line, offset: place.offset))
      start += length
    }
    if !bytes.isEmpty { try text.append(bytes) }
    try records.append(added)
  }

  /// The cell that a statement's object was read from, or its record.
  ///
  /// - Parameter origin: what ``add(_:_:)`` numbered; 0 for none.
  /// - Returns: `nil` for 0.
  /// - Throws: `temporary-file.failed`.
  package func place(_ origin: UInt32) throws(DiagnosedError) -> SourcePlace? {
    guard origin > 0 else { return nil }
    let statement = try statements.value(at: Int(origin) - 1)
    let (table, place) = try record(of: statement)
    let fallback = rule(statement)?.columns.first
    let column = statement.column >= 0 ? Int(statement.column) : fallback
    var path: String?
    if statement.path > 0 {
      let range = try paths.value(at: Int(statement.path) - 1)
      path = try string(range.start, range.count)
    }
    return SourcePlace(
      file: table.file,
      table.columns.locator(
        of: place, column: column, valuePlace: statement.place, valuePath: path))
  }

  /// The cell of a statement's record that a property would be read from, or the record as a whole.
  ///
  /// - Parameters:
  ///   - property: a predicate's IRI.
  ///   - origin: any statement of the record.
  /// - Returns: the place, and the rule that would read it; `nil` for origin 0.
  /// - Throws: `temporary-file.failed`.
  package func place(
    of property: String?, inRecordOf origin: UInt32
  ) throws(DiagnosedError) -> (place: SourcePlace, rule: SourcePlace?)? {
    guard origin > 0 else { return nil }
    let (table, place) = try record(of: try statements.value(at: Int(origin) - 1))
    let reading = property.flatMap { plan.column(reading: $0, source: table.source) }
    let locator = table.columns.locator(
      of: place, column: reading?.column, valuePlace: 0, valuePath: nil)
    return (SourcePlace(file: table.file, locator), reading?.rule)
  }

  /// The rule of the mapping that made a statement.
  ///
  /// - Throws: `temporary-file.failed`.
  package func rule(_ origin: UInt32) throws(DiagnosedError) -> ObjectOrigin? {
    origin > 0 ? rule(try statements.value(at: Int(origin) - 1)) : nil
  }

  private func rule(_ statement: Statement) -> ObjectOrigin? {
    statement.objectMap == 0 ? nil : plan.origins[Int(statement.objectMap) - 1]
  }

  private func record(
    of statement: Statement
  ) throws(DiagnosedError) -> (table: Table, place: RecordPlace) {
    let record = try records.value(at: Int(statement.record))
    let path = try string(record.pathStart, Int(record.pathLength))
    return (
      tables[Int(record.table)],
      RecordPlace(number: record.number, line: record.line, offset: record.offset, path: path)
    )
  }

  private func string(_ start: Int, _ count: Int) throws(DiagnosedError) -> String {
    count == 0 ? "" : String(decoding: try text.values(in: start..<start + count), as: UTF8.self)
  }
}
