// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RecordIO

/// The rows of another view by the values of a join's keys.
final class ViewJoinIndex {
  /// An index beyond this many bytes ends the run.
  static let byteLimit = 512 << 20

  private var rows: [[UInt8]: [ViewRow]] = [:]
  private var byteCount = 0
  /// How many rows there are under the key that has most.
  private(set) var longest = 0

  /// Reads all rows of the other view.
  ///
  /// - Parameters:
  ///   - join: the join.
  ///   - keyCount: how many keys this view has.
  ///   - plan: the plan.
  ///   - readers: of the other view, opened with the join's own references.
  /// - Throws: ``MappingRules/viewJoinTooLarge``, or what makes a file unreadable.
  init(
    _ join: PlannedViewJoin, keyCount: Int, plan: MappingPlan, readers: [any RecordReader]
  ) throws(DiagnosedError) {
    for reader in readers {
      let level = ViewLevel(join.other, keyCount: keyCount, plan: plan, columns: reader.columns)
      var findings: [Finding] = []
      while try reader.read(into: &level.evaluator.batch, findings: &findings) {
        for record in 0..<level.evaluator.batch.recordCount {
          let made = try level.rows(record)
          for key in level.evaluator.joinKeys(join.parentKeys) {
            byteCount += made.reduce(key.count) { sum, row in
              sum + row.cells.reduce(64) { $0 + ($1?.bytes.count ?? 0) + 16 }
            }
            rows[key, default: []] += made
            longest = max(longest, rows[key]?.count ?? 0)
          }
        }
        if byteCount > Self.byteLimit {
          throw DiagnosedError(
            MappingRules.viewJoinTooLarge, at: join.place, [.plain("limit", Self.byteLimit)])
        }
      }
    }
  }

  /// How many rows there are for keys.
  func count(for keys: [[UInt8]]) -> Int { keys.reduce(0) { $0 + (rows[$1]?.count ?? 0) } }

  /// The rows for keys, in the order read.
  func rows(for keys: [[UInt8]]) -> [ViewRow] { keys.flatMap { rows[$0] ?? [] } }
}
