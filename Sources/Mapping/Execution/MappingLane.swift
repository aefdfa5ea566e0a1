// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RecordIO

/// A batch of records on its way to statements, with everything that one thread needs for it.
struct MappingLane<Sink: StatementSink> {
  var evaluator: RecordEvaluator
  var sink: Sink
  /// What ended the batch early.
  private(set) var failure: DiagnosedError?
  /// Lists of the record at hand that are still to be written.
  var lists: [GatheredList] = []
  /// What the batch adds to lists and containers with a name.
  var parts: [GatheredPart] = []
  /// How many lists without a name the record at hand has.
  var gatheredCount = 0
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
  mutating func run(_ source: PlannedSource, number: Int, _ indexes: [JoinIndex]) {
    evaluator.findings = readFindings
    evaluator.lookups.removeAll(keepingCapacity: true)
    silent = 0
    skipped = 0
    parts.removeAll(keepingCapacity: true)
    do throws(DiagnosedError) {
      guard let kernel = sink.kernel, let program = kernel.programs[number] else {
        return try mapRecords(source, number, indexes, kernel: nil)
      }
      // A reference of its own, since the evaluator changes while the kernel reads the batch.
      let batch = evaluator.batch
      try kernel.withBatch(program, batch) { () throws(DiagnosedError) in
        try mapRecords(source, number, indexes, kernel: kernel)
      }
    } catch {
      failure = error
    }
  }

  private mutating func mapRecords(
    _ source: PlannedSource, _ number: Int, _ indexes: [JoinIndex], kernel: RecordKernel?
  ) throws(DiagnosedError) {
    let repetitions = kernel?.repetitions[number] ?? []
    for record in 0..<evaluator.batch.recordCount {
      let before = evaluator.findings.count
      var made: Int?
      var isSelected = false
      kernel?.select(record)
      for map in source.maps.indices {
        if let kernel, case .made(let count) = kernel.make(map, repetitions[map], indexes) {
          made = (made ?? 0) + count
          continue
        }
        if !isSelected {
          evaluator.select(record)
          gatheredCount = 0
          isSelected = true
        }
        sink.begin(source: number, map: map)
        if let count = try statements(of: source.maps[map], record, indexes) {
          made = (made ?? 0) + count
        }
        sink.endMap()
      }
      switch made {
      case .some(0):
        silent += 1
        if evaluator.findings.count == before { evaluator.reportNothingMade(record) }
      case nil:
        silent += 1
        skipped += 1
      case .some: break
      }
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
      recordCount: evaluator.batch.recordCount, recordsWithoutStatement: silent,
      recordsSkipped: skipped, rejectedRecords: rejected,
      findings: evaluator.findings, lookups: evaluator.lookups,
      batch: evaluator.notesLookups ? evaluator.batch : nil)
  }
}
