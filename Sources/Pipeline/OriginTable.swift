// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Mapping
internal import RecordIO

/// Where the statements of a dataset come from: for each one its record, its cell and the rule that
/// read it.
///
/// A statement takes 20 bytes, a record about 60; places are spelled only for findings.
package struct OriginTable: Sendable {
  private struct Table: Sendable {
    let file: String
    let source: Int
    let columns: BatchColumns
  }

  private struct Record: Sendable {
    let table: Int32
    let place: RecordPlace
  }

  private struct Statement: Sendable {
    let record: UInt32
    let objectMap: UInt32
    let column: Int32
    let place: UInt32
    let path: UInt32
  }

  private let plan: MappingPlan
  private var tables: [Table] = []
  private var records: [Record] = []
  private var statements: [Statement] = []
  private var paths: [String] = []

  /// Starts a table for the statements of a plan.
  package init(plan: MappingPlan) { self.plan = plan }

  /// Takes down a batch.
  ///
  /// - Parameters:
  ///   - outcome: what the executor delivered.
  ///   - mapped: the batch's statements.
  /// - Returns: the origin number of the first statement; the others follow.
  package mutating func add(_ outcome: BatchOutcome, _ mapped: [MappedStatement]) -> UInt32 {
    if tables.last?.file != outcome.facts.file || tables.last?.source != outcome.source {
      tables.append(
        Table(file: outcome.facts.file, source: outcome.source, columns: outcome.columns))
    }
    let firstRecord = UInt32(records.count)
    let firstPath = UInt32(paths.count)
    let firstStatement = UInt32(statements.count + 1)
    paths += outcome.valuePaths
    records += outcome.places.map { Record(table: Int32(tables.count - 1), place: $0) }
    statements += mapped.map { statement in
      let origin = statement.origin
      return Statement(
        record: firstRecord + UInt32(origin.record), objectMap: origin.objectMap,
        column: origin.column, place: origin.place,
        path: origin.path == 0 ? 0 : firstPath + origin.path)
    }
    return firstStatement
  }

  /// The cell that a statement's object was read from, or its record.
  ///
  /// - Parameter origin: what ``add(_:_:)`` numbered; 0 for none.
  /// - Returns: `nil` for 0.
  package func place(_ origin: UInt32) -> SourcePlace? {
    guard origin > 0 else { return nil }
    let statement = statements[Int(origin) - 1]
    let record = records[Int(statement.record)]
    let table = tables[Int(record.table)]
    let fallback = rule(origin)?.columns.first
    let column = statement.column >= 0 ? Int(statement.column) : fallback
    return SourcePlace(
      file: table.file,
      table.columns.locator(
        of: record.place, column: column, valuePlace: statement.place,
        valuePath: statement.path == 0 ? nil : paths[Int(statement.path) - 1]))
  }

  /// The cell of a statement's record that a property would be read from, or the record as a whole.
  ///
  /// - Parameters:
  ///   - property: a predicate's IRI.
  ///   - origin: any statement of the record.
  /// - Returns: the place, and the rule that would read it; `nil` for origin 0.
  package func place(of property: String?, inRecordOf origin: UInt32)
    -> (place: SourcePlace, rule: SourcePlace?)?
  {
    guard origin > 0 else { return nil }
    let record = records[Int(statements[Int(origin) - 1].record)]
    let table = tables[Int(record.table)]
    let reading = property.flatMap { plan.column(reading: $0, source: table.source) }
    let locator = table.columns.locator(
      of: record.place, column: reading?.column, valuePlace: 0, valuePath: nil)
    return (SourcePlace(file: table.file, locator), reading?.rule)
  }

  /// The rule of the mapping that made a statement.
  package func rule(_ origin: UInt32) -> ObjectOrigin? {
    guard origin > 0 else { return nil }
    let number = statements[Int(origin) - 1].objectMap
    return number == 0 ? nil : plan.origins[Int(number) - 1]
  }
}
