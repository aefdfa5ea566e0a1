// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RecordIO

/// A place of a mapping at which a join makes terms.
struct JoinUse {
  /// The index in ``MappingPlan/joins``.
  let join: Int
  /// The key, read from the child's record.
  let keys: [PlannedExpression]
  /// The conditions of the map and of the parts around the place.
  let conditions: [Int]
  /// Where the join stands in the mapping.
  let place: SourcePlace

  /// The joins that the maps of a source use, each with every place.
  static func all(in source: PlannedSource, origins: [ObjectOrigin]) -> [JoinUse] {
    var uses: [JoinUse] = []
    func add(_ objects: [PlannedObject], _ conditions: [Int?]) {
      for object in objects {
        switch object {
        case .joined(let join, let keys, let origin):
          uses.append(
            JoinUse(
              join: join, keys: keys, conditions: conditions.compactMap { $0 },
              place: origins[Int(origin) - 1].place))
        case .term(let term, _): add(term.gathering?.members ?? [], conditions)
        case .sameRecord(let term, let condition, _):
          add(term.gathering?.members ?? [], conditions + [condition])
        }
      }
    }
    for map in source.maps {
      add(map.subject.gathering?.members ?? [], [map.condition])
      for part in map.predicateObjects { add(part.objects, [map.condition, part.condition]) }
    }
    return uses
  }
}

/// What the first records of a source match through joins, to tell what all of them will.
struct JoinSample {
  /// How many records are looked up, and those of the batch in which the number is reached.
  static let recordLimit = 10_000
  /// How many bytes of records are looked up, and those of the batch in which the number is reached.
  static let byteLimit: UInt64 = 1 << 20

  private let uses: [JoinUse]
  private var matches: [Int]
  private var recordCount = 0
  private var byteCount: UInt64 = 0
  // Whether the bytes read can be held against those stored.
  private var isMeasured = true

  /// Begins with nothing.
  init(_ uses: [JoinUse]) {
    self.uses = uses
    matches = uses.map { _ in 0 }
  }

  /// Whether enough was looked up.
  var isComplete: Bool { recordCount >= Self.recordLimit || byteCount >= Self.byteLimit }

  /// Looks up the first records of a file.
  ///
  /// - Parameters:
  ///   - reader: gives the records.
  ///   - evaluator: made with the reader's columns.
  ///   - file: where the records are, and how much there is of them.
  ///   - indexes: the parents of all joins.
  /// - Throws: what makes the file unreadable.
  mutating func read(
    _ reader: any RecordReader, _ evaluator: RecordEvaluator,
    _ file: (path: String, extent: FileExtent), _ indexes: [JoinIndex]
  ) throws(DiagnosedError) {
    var evaluator = evaluator
    var findings: [Finding] = []
    if FileExtent.isCompressed(file.path) { isMeasured = false }
    let before = byteCount
    while !isComplete {
      guard try reader.read(into: &evaluator.batch, findings: &findings) else {
        byteCount = before + file.extent.bytes
        return
      }
      findings.removeAll()
      for record in 0..<evaluator.batch.recordCount {
        evaluator.select(record)
        try lookUp(&evaluator, indexes)
      }
      recordCount += evaluator.batch.recordCount
      byteCount = before + Self.bytes(to: evaluator.batch, reader.facts, file.extent)
    }
  }

  private mutating func lookUp(
    _ evaluator: inout RecordEvaluator, _ indexes: [JoinIndex]
  ) throws(DiagnosedError) {
    for (number, use) in uses.enumerated() {
      guard use.conditions.allSatisfy({ evaluator.isTrue($0) }) else { continue }
      for key in evaluator.joinKeys(use.keys) {
        matches[number] += try indexes[use.join].count(for: key[...])
      }
    }
    // Found again when the record is mapped.
    evaluator.findings.removeAll()
  }

  // Places count bytes of UTF-8, of which UTF-16 has twice as many at most.
  private static func bytes(
    to batch: RecordBatch, _ facts: SourceFacts, _ extent: FileExtent
  ) -> UInt64 {
    let isWide =
      facts.encoding == .utf16LittleEndian || facts.encoding == .utf16BigEndian
    let offset = batch.places.last?.offset ?? 0
    return min(isWide ? 2 * offset : offset, extent.bytes)
  }

  /// The first join that is expected to match too often.
  ///
  /// - Parameters:
  ///   - total: the bytes of all files of the source.
  ///   - limit: how many matches are allowed.
  ///   - plan: the plan.
  /// - Returns: what is wrong, at the join's place in the mapping; `nil` if all is in order.
  func finding(of total: UInt64, limit: Int, _ plan: MappingPlan) -> Finding? {
    let isPart = isMeasured && byteCount > 0 && byteCount < total
    let scale = isPart ? Double(total) / Double(byteCount) : 1
    for (use, matches) in zip(uses, matches) {
      let estimate = Double(matches) * scale
      if estimate <= Double(limit) { continue }
      return Finding(
        MappingRules.joinEstimate, at: use.place,
        [
          .plain("records", recordCount), .plain("mapping", plan.joins[use.join].parentName),
          .plain("estimate", Int(min(estimate, 1e18))), .plain("limit", limit),
        ])
    }
    return nil
  }
}
