// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Dispatch
internal import RecordIO

/// A batch of records on its way to statements, with everything that one thread needs for it.
struct MappingLane<Sink: StatementSink> {
  var evaluator: RecordEvaluator
  var sink: Sink
  /// What ended the batch early.
  private(set) var failure: DiagnosedError?
  private var readFindings: [Finding] = []
  private var rejected = 0
  private var silent = 0
  private var skipped = 0

  init(_ evaluator: RecordEvaluator, sink: Sink) {
    self.evaluator = evaluator
    self.sink = sink
  }

  /// Whether reading found something, though perhaps no record.
  var hasFindings: Bool { !readFindings.isEmpty }

  /// Fills the batch.
  ///
  /// - Returns: whether records may follow.
  /// - Throws: what makes the file unreadable.
  mutating func read(_ reader: any RecordReader) throws(DiagnosedError) -> Bool {
    readFindings.removeAll(keepingCapacity: true)
    let hasMore = try reader.read(into: &evaluator.batch, findings: &readFindings)
    rejected = reader.rejectedCount
    return hasMore
  }

  /// Maps the batch.
  mutating func run(_ source: PlannedSource, _ indexes: [JoinIndex]) {
    evaluator.findings = readFindings
    silent = 0
    skipped = 0
    do throws(DiagnosedError) {
      for record in 0..<evaluator.batch.recordCount {
        let before = evaluator.findings.count
        switch try statements(of: record, source, indexes) {
        case .some(0):
          silent += 1
          if evaluator.findings.count == before { evaluator.reportNothingMade(record) }
        case nil:
          silent += 1
          skipped += 1
        case .some: break
        }
      }
    } catch {
      failure = error
    }
  }

  /// Maps the batches of the first lanes, each on a thread of its own.
  static func runAll(
    _ lanes: inout [Self], count: Int, source: PlannedSource, indexes: [JoinIndex]
  ) {
    guard count > 1 else {
      if count == 1 { lanes[0].run(source, indexes) }
      return
    }
    lanes.withUnsafeMutableBufferPointer { buffer in
      // Each iteration touches the lane of its own number only, and the call returns when all are done.
      nonisolated(unsafe) let lanes = buffer
      DispatchQueue.concurrentPerform(iterations: count) { lanes[$0].run(source, indexes) }
    }
  }

  /// Notes which columns had anything in the batch.
  func note(_ found: inout [Bool]) {
    for column in found.indices where !found[column] {
      found[column] = (0..<evaluator.batch.recordCount).contains {
        evaluator.batch.cell($0, column).state != .absent
      }
    }
  }

  /// What came of the batch.
  func outcome(source: Int, facts: SourceFacts) -> BatchOutcome {
    BatchOutcome(
      source: source, facts: facts, columns: evaluator.batch.columns,
      places: evaluator.batch.places, valuePaths: evaluator.batch.valuePaths,
      recordsWithoutStatement: silent, recordsSkipped: skipped, rejectedRecords: rejected,
      findings: evaluator.findings)
  }
}
