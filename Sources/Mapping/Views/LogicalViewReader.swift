// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RecordIO

/// Reads the rows of a logical view as records, whose places are those of the source's records.
///
/// Memory holds one batch of the source, some of its rows, and the rows of joined views.
/// - Source: RML-LV.
/// - Conformance: `RMLLVSuiteTests`.
final class LogicalViewReader: RecordReader {
  // A batch has this many rows, and those of the record that reaches the number.
  private static let batchRows = 1 << 14

  let columns: BatchColumns
  private let base: any RecordReader
  private let view: PlannedView
  private let top: ViewLevel
  private let joins: [ViewJoinIndex]
  private let keys: [Int]
  private let childKeys: [[Int]]
  private var children: [RecordEvaluator]
  private var recordNumber = 0
  // Of the batch of the source that is at hand.
  private var nextRecord = 0
  private let plan: MappingPlan
  private let expected: (bytes: UInt64, limit: Int)

  var facts: SourceFacts { base.facts }
  private(set) var rejectedCount = 0

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - view: the compiled view.
  ///   - base: reads the source, opened with the references of the view's outermost level.
  ///   - references: the names wanted, all of which the view has.
  ///   - joins: the rows of each joined view.
  ///   - plan: the plan.
  ///   - expected: how many bytes are to be read, 0 if that is not known, and how many rows joins may
  ///     be expected to make of them.
  init(
    _ view: PlannedView, base: any RecordReader, references: [String], joins: [ViewJoinIndex],
    plan: MappingPlan, expected: (bytes: UInt64, limit: Int)
  ) {
    self.plan = plan
    self.expected = expected
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
    rejectedCount = 0
    if nextRecord >= top.evaluator.batch.recordCount {
      guard try base.read(into: &top.evaluator.batch, findings: &findings) else { return false }
      rejectedCount = base.rejectedCount
      nextRecord = 0
      if recordNumber == 0 { try checkEstimate() }
    }
    while nextRecord < top.evaluator.batch.recordCount, batch.recordCount < Self.batchRows {
      try appendRows(of: nextRecord, to: &batch, &findings)
      nextRecord += 1
    }
    findings += top.evaluator.findings
    top.evaluator.findings.removeAll()
    return true
  }

  private func appendRows(
    of record: Int, to batch: inout RecordBatch, _ findings: inout [Finding]
  ) throws(DiagnosedError) {
    let number = recordNumber
    recordNumber += 1
    var rows = try top.rows(record)
    for index in rows.indices { rows[index].cells[0] = ViewCell(index: number) }
    let place = top.evaluator.batch.places[record]
    for join in view.joins.indices where !top.isTooLarge {
      rows = joined(rows, join, at: place)
    }
    if top.isTooLarge {
      top.isTooLarge = false
      findings.append(
        Finding(
          MappingRules.tooManyRows, at: top.evaluator.batch.place(record: record),
          [.plain("limit", ViewLevel.rowLimit)]))
      return
    }
    for row in rows { batch.append(row, keys: keys, at: place) }
  }
}

// MARK: - Joins

extension LogicalViewReader {
  // A join that would make far too many rows is told by the first records.
  private func checkEstimate() throws(DiagnosedError) {
    let records = top.evaluator.batch.recordCount
    guard joins.contains(where: { $0.longest > 1 }), records > 0 else { return }
    var sums = joins.map { _ in 0.0 }
    for record in 0..<records {
      let place = top.evaluator.batch.places[record]
      for row in try top.rows(record) {
        var product = 1.0
        for number in joins.indices {
          let count = joins[number].count(for: childKeys(of: [row], number, at: place)[0])
          product *= Double(view.joins[number].keepsUnmatched ? max(1, count) : count)
          sums[number] += product
        }
      }
    }
    top.isTooLarge = false
    // Found again when the rows are made.
    top.evaluator.findings.removeAll()
    let offset = top.evaluator.batch.places[records - 1].offset
    let scale = offset > 0 && expected.bytes > offset ? Double(expected.bytes) / Double(offset) : 1
    for (join, sum) in zip(view.joins, sums) where sum * scale > Double(expected.limit) {
      throw DiagnosedError(
        MappingRules.joinEstimate, at: join.place,
        [
          .plain("records", records), .plain("mapping", plan.sources[join.parent].logical.name),
          .plain("estimate", Int(min(sum * scale, 1e18))), .plain("limit", expected.limit),
        ])
    }
  }

  // The keys of each row.
  private func childKeys(
    of rows: [ViewRow], _ number: Int, at place: RecordPlace
  ) -> [[[UInt8]]] {
    children[number].batch.removeAll()
    for row in rows { children[number].batch.append(row, keys: childKeys[number], at: place) }
    return rows.indices.map { index in
      children[number].select(index)
      return children[number].joinKeys(view.joins[number].childKeys)
    }
  }

  // Every row with each of its partners; without one alone, or not at all.
  private func joined(_ rows: [ViewRow], _ number: Int, at place: RecordPlace) -> [ViewRow] {
    let join = view.joins[number]
    var result: [ViewRow] = []
    for (row, keys) in zip(rows, childKeys(of: rows, number, at: place)) {
      guard result.count + joins[number].count(for: keys) <= ViewLevel.rowLimit else {
        top.isTooLarge = true
        return []
      }
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
