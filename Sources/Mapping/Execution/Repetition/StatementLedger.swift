// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Glibc

/// Takes out of the output what was written before, so that it is a set.
///
/// One entry a subject: a subject that is new brings new statements only; one that makes the same of
/// the same values again brings none. Only a subject that comes again with other values is looked at
/// line by line, and then the lines of its first record too, whose hashes lie in a spool until then.
/// A line is known by 128 bits of hash, its subject's 64 and its own 64.
final class StatementLedger {
  private var subjects: SpillingTable
  private var lines: SpillingTable
  private var spool = HashSpool()
  private let hash: ByteHash
  private var inside: Set<UInt64> = []

  // What ``SpillingTable/Entry/second`` says of a subject.
  private static let settled: UInt64 = 0
  private static let byLine: UInt64 = 1

  /// Starts with nothing written.
  init(hash: ByteHash, memoryLimit: Int) {
    self.hash = hash
    subjects = SpillingTable(memoryLimit: memoryLimit)
    lines = SpillingTable(memoryLimit: memoryLimit)
  }

  /// Removes lines that are known from an output buffer, and notes the others.
  ///
  /// - Parameters:
  ///   - output: what a batch made, in its order.
  ///   - runs: which of its lines are to be looked at, in order.
  ///   - hashes: of the lines of runs that may differ.
  ///   - origins: of the lines; those of removed lines go as well.
  /// - Returns: how many lines were removed.
  /// - Throws: `temporary-file.failed`.
  func admit(
    _ output: inout OutputBuffer, _ runs: [StatementRun], _ hashes: [UInt64],
    _ origins: inout LineOrigins
  ) throws(DiagnosedError) -> Int {
    var removed = 0
    // The end of what is kept, and of what was looked at.
    var (kept, seen) = (0, 0)
    for (index, run) in runs.enumerated() {
      if index + 8 < runs.count { subjects.prefetch(runs[index + 8].key) }
      kept = move(output, seen..<run.start, to: kept)
      origins.keep(upTo: run.firstLine)
      seen = run.end
      switch try decide(run, hashes) {
      case .all:
        kept = move(output, run.start..<run.end, to: kept)
        origins.keep(run.lines)
      case .none:
        removed += run.lines
        origins.drop(run.lines)
      case .new: removed += try keepNew(run, output, &kept, &origins)
      case .distinct: removed += keepDistinct(run, output, &kept, &origins)
      }
    }
    origins.endRemoval()
    output.count = move(output, seen..<output.count, to: kept)
    return removed
  }

  private enum Decision {
    case all
    case none
    /// The lines that are not known.
    case new
    /// Every line once.
    case distinct
  }

  private func decide(
    _ run: StatementRun, _ hashes: [UInt64]
  ) throws(DiagnosedError) -> Decision {
    if !run.repetition.isChecked { return run.repetition.mayRepeatInside ? .distinct : .all }
    guard let entry = try subjects.find(run.key) else {
      var second = Self.settled
      if run.repetition.mayDiffer {
        second = UInt64(spool.position) << 24 | UInt64(min(run.lines, 0xFF_FFFE)) + 1
        if run.lines >= 0xFF_FFFE { second = Self.byLine }
        try note(run, hashes, spooling: second != Self.byLine)
      }
      try subjects.insert(
        SpillingTable.Entry(key: run.key, first: run.content, second: second))
      return run.repetition.mayRepeatInside ? .distinct : .all
    }
    if entry.first == run.content { return .none }
    if entry.second != Self.byLine {
      if entry.second != Self.settled {
        let count = Int(entry.second & 0xFF_FFFF) - 1
        for hash in try spool.list(at: Int(entry.second >> 24), count: count) {
          _ = try insert(run.key, hash)
        }
      }
      var entry = entry
      entry.second = Self.byLine
      try subjects.update(entry)
    }
    return .new
  }

  private func note(
    _ run: StatementRun, _ hashes: [UInt64], spooling: Bool
  ) throws(DiagnosedError) {
    let own = hashes[run.firstHash..<run.firstHash + run.lines]
    if spooling { return try spool.append(own) }
    for hash in own { _ = try insert(run.key, hash) }
  }

  // Whether a line is new.
  private func insert(_ key: UInt64, _ hash: UInt64) throws(DiagnosedError) -> Bool {
    let mixed = ByteHash.mix(key, hash) | 1
    if try lines.find(mixed, first: hash) != nil { return false }
    try lines.insert(SpillingTable.Entry(key: mixed, first: hash, second: key))
    return true
  }

  private func keepNew(
    _ run: StatementRun, _ output: borrowing OutputBuffer, _ kept: inout Int,
    _ origins: inout LineOrigins
  ) throws(DiagnosedError) -> Int {
    var removed = 0
    var start = run.start
    while start < run.end {
      let end = lineEnd(output, start, run.end)
      if try insert(run.key, hash.hash(output.base + start, end - start)) {
        kept = move(output, start..<end, to: kept)
        origins.keep(1)
      } else {
        removed += 1
        origins.drop(1)
      }
      start = end
    }
    return removed
  }

  private func keepDistinct(
    _ run: StatementRun, _ output: borrowing OutputBuffer, _ kept: inout Int,
    _ origins: inout LineOrigins
  ) -> Int {
    inside.removeAll(keepingCapacity: true)
    var removed = 0
    var start = run.start
    while start < run.end {
      let end = lineEnd(output, start, run.end)
      if inside.insert(hash.hash(output.base + start, end - start)).inserted {
        kept = move(output, start..<end, to: kept)
        origins.keep(1)
      } else {
        removed += 1
        origins.drop(1)
      }
      start = end
    }
    return removed
  }

  // Behind the line break that ends the line; every statement is a line.
  private func lineEnd(_ output: borrowing OutputBuffer, _ start: Int, _ end: Int) -> Int {
    guard let found = memchr(output.base + start, 0x0A, end - start) else { return end }
    return found - UnsafeMutableRawPointer(output.base) + 1
  }

  @inline(__always)
  private func move(_ output: borrowing OutputBuffer, _ range: Range<Int>, to place: Int) -> Int {
    if range.lowerBound != place, !range.isEmpty {
      (output.base + place).update(from: output.base + range.lowerBound, count: range.count)
    }
    return place + range.count
  }
}
