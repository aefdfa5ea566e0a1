// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// Finds values that a column of the common data model cannot hold.
///
/// They are written as they are all the same: the tables are text, and who loads them into a database
/// has to widen the column rather than lose a value.
struct ColumnFit {
  private struct Column: Hashable {
    let table: String
    let column: RecordColumn
  }

  let model: RecordModel

  /// A note for each column with such values, and one for each with several values in a cell.
  ///
  /// - Throws: `temporary-file.failed`.
  func findings(_ records: HarmonisedRecords) throws(DiagnosedError) -> [Finding] {
    let graph = records.graph
    var findings: [Finding] = []
    for table in model.tables {
      let subjects = graph.subjects(graph.id(.iri(RDF.type)), graph.id(.iri(table.classIRI)))
      if subjects.isEmpty { continue }
      for column in table.columns {
        findings += try self.findings(column, of: table, subjects, records)
      }
    }
    return findings
  }

  private func findings(
    _ column: RecordColumn, of table: RecordTable, _ subjects: [TermID],
    _ records: HarmonisedRecords
  ) throws(DiagnosedError) -> [Finding] {
    let graph = records.graph
    let property = graph.id(.iri(column.property))
    guard property != .none else { return [] }
    var (tooLong, repeated) = (0, 0)
    var (firstLong, firstRepeated): (UInt32?, UInt32?) = (nil, nil)
    for subject in subjects {
      let statements = graph.statements(subject: subject, predicate: property)
      if statements.count > 1 {
        repeated += 1
        firstRepeated = firstRepeated ?? graph.origin(of: statements.lowerBound)
      }
      guard case .literal = column.content else { continue }
      for statement in statements
      where !column.type.fits(graph.terms.text(graph.triples[statement].object)) {
        tooLong += 1
        firstLong = firstLong ?? graph.origin(of: statement)
      }
    }
    func finding(
      _ rule: FindingRule, _ count: Int, _ first: UInt32?
    ) throws(DiagnosedError) -> [Finding] {
      guard count > 0, let first else { return [] }
      let finding = Finding(
        rule, at: try records.origins.place(first),
        [
          .plain("count", count), .plain("column", "\(table.name).\(column.name)"),
          .plain("type", column.type.sql),
        ])
      return [finding]
    }
    return try finding(ModelRules.beyondColumn, tooLong, firstLong)
      + finding(ModelRules.severalValues, repeated, firstRepeated)
  }
}
