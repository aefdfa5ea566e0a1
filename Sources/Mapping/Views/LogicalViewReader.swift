// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RecordIO

/// Reads the rows of a logical view as records, whose places are those of the source's records.
///
/// Memory holds the rows of one batch of the source, and the rows of joined views.
/// - Source: RML-LV.
/// - Conformance: `RMLLVSuiteTests`.
final class LogicalViewReader: RecordReader {
  let columns: BatchColumns
  private let base: any RecordReader
  private let view: PlannedView
  private let top: ViewLevel
  private let joins: [ViewJoinIndex]
  private let keys: [Int]
  private let childKeys: [[Int]]
  private var children: [RecordEvaluator]
  private var recordNumber = 0

  var facts: SourceFacts { base.facts }
  var rejectedCount: Int { base.rejectedCount }

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - view: the compiled view.
  ///   - base: reads the source, opened with the references of the view's outermost level.
  ///   - references: the names wanted, all of which the view has.
  ///   - joins: the rows of each joined view.
  ///   - plan: the plan.
  init(
    _ view: PlannedView, base: any RecordReader, references: [String], joins: [ViewJoinIndex],
    plan: MappingPlan
  ) {
    self.view = view
    self.base = base
    self.joins = joins
    let numbers = Dictionary(
      zip(view.keys, view.keys.indices), uniquingKeysWith: { first, _ in first })
    func number(_ name: String) -> Int { numbers[name] ?? 0 }
    keys = references.map(number)
    childKeys = view.joins.map { $0.child.references.map { number($0.text) } }
    columns = Self.columns(references, view, base.columns)
    top = ViewLevel(view.top, keyCount: view.keys.count, plan: plan, columns: base.columns)
    children = view.joins.map { join in
      RecordEvaluator(
        plan: plan,
        columns: BatchColumns(
          form: base.columns.form, names: join.child.references.map(\.text),
          fileColumns: join.child.references.map { _ in 1 }), base: nil)
    }
  }

  // A key that is read from one column of a table is shown as that column.
  private static func columns(
    _ references: [String], _ view: PlannedView, _ base: BatchColumns
  ) -> BatchColumns {
    guard base.form == .table else { return BatchColumns(form: base.form, names: references) }
    var known: [String: Int] = [:]
    for field in view.top.fields {
      guard let key = field.key, case .reference(let column) = field.expression,
        known[view.keys[key]] == nil
      else { continue }
      known[view.keys[key]] = base.fileColumns[column]
    }
    let fileColumns = references.map { known[$0] ?? 1 }
    return BatchColumns(form: .table, names: references, fileColumns: fileColumns)
  }

  func read(
    into batch: inout RecordBatch, findings: inout [Finding]
  ) throws(DiagnosedError) -> Bool {
    batch.removeAll()
    batch.file = base.facts.file
    guard try base.read(into: &top.evaluator.batch, findings: &findings) else { return false }
    for record in 0..<top.evaluator.batch.recordCount {
      let number = recordNumber
      recordNumber += 1
      var rows = try top.rows(record)
      if top.isTooLarge {
        top.isTooLarge = false
        findings.append(
          Finding(
            MappingRules.tooManyRows, at: top.evaluator.batch.place(record: record),
            [.plain("limit", ViewLevel.rowLimit)]))
        continue
      }
      for index in rows.indices { rows[index].cells[0] = ViewCell(index: number) }
      let place = top.evaluator.batch.places[record]
      for join in view.joins.indices { rows = joined(rows, join, at: place) }
      for row in rows { batch.append(row, keys: keys, at: place) }
    }
    findings += top.evaluator.findings
    top.evaluator.findings.removeAll()
    return true
  }

  // Every row with each of its partners; without one alone, or not at all.
  private func joined(_ rows: [ViewRow], _ number: Int, at place: RecordPlace) -> [ViewRow] {
    let join = view.joins[number]
    var result: [ViewRow] = []
    children[number].batch.removeAll()
    for row in rows { children[number].batch.append(row, keys: childKeys[number], at: place) }
    for (index, row) in rows.enumerated() {
      children[number].select(index)
      let keys = children[number].joinKeys(join.childKeys)
      let partners = joins[number].rows(for: keys)
      if partners.isEmpty, join.keepsUnmatched { result.append(row) }
      for (order, partner) in partners.enumerated() {
        var both = row.joined(with: partner)
        for field in join.other.fields {
          guard let key = field.key, partner.cells[key] != nil, let indexKey = field.indexKey
          else { continue }
          both.cells[indexKey] = ViewCell(index: order)
          // What comes from another file has no place in this one.
          both.cells[key]?.place = 0
          both.cells[key]?.path = nil
        }
        result.append(both)
      }
    }
    return result
  }
}
