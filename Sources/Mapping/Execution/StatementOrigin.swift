// SPDX-License-Identifier: Apache-2.0

/// Where a statement of a batch comes from, as a plain value that is noted for every line.
package struct StatementOrigin: Sendable, Hashable, BitwiseCopyable {
  /// The record's index in the batch.
  package let record: UInt32
  /// The number of the object's term map, for ``MappingPlan/origins``; 0 for none.
  package let objectMap: UInt32
  /// The column that the object's text was read from, -1 for none.
  package let column: Int32
  /// What the cell says about its place.
  package let place: UInt32
  /// What the cell says about its path: an index into the batch's paths plus 1, or 0.
  package let path: UInt32

  init(record: UInt32, objectMap: UInt32, column: Int32, place: UInt32, path: UInt32) {
    self.record = record
    self.objectMap = objectMap
    self.column = column
    self.place = place
    self.path = path
  }
}

extension SinkOrigin {
  /// The same without targets.
  package var ofStatement: StatementOrigin {
    StatementOrigin(
      record: UInt32(truncatingIfNeeded: record), objectMap: objectMap, column: column,
      place: place, path: path)
  }
}

/// The origins of the lines of an output buffer, one for each, if anybody wants them.
struct LineOrigins {
  /// Whether origins are noted; otherwise there are none.
  var areNoted = false
  /// The origins in the order of the lines.
  private(set) var entries: [StatementOrigin] = []
  // While lines are removed: how many were looked at, and how many of those stay.
  private var seen = 0
  private var kept = 0

  /// The number of lines.
  var count: Int { entries.count }

  /// Notes the origin of the next line; whoever calls looks at ``areNoted`` first.
  @inline(__always)
  mutating func add(_ origin: StatementOrigin) { entries.append(origin) }

  /// Forgets the lines after the first `count`.
  mutating func removeLines(after count: Int) { entries.removeSubrange(count...) }

  /// Takes the origins of another buffer's lines, which are behind these.
  mutating func absorb(_ other: inout LineOrigins) {
    if !other.areNoted { return }
    if entries.isEmpty {
      swap(&entries, &other.entries)
    } else {
      entries += other.entries
    }
    other.entries.removeAll(keepingCapacity: true)
  }

  /// Hands out what was noted since the last call.
  mutating func take() -> [StatementOrigin] {
    let taken = entries
    entries = []
    return taken
  }

  // MARK: Removal

  /// Keeps the lines up to a number.
  mutating func keep(upTo line: Int) { keep(line - seen) }

  /// Keeps the next lines.
  mutating func keep(_ lines: Int) {
    guard areNoted, lines > 0 else { return }
    if kept < seen {
      for offset in 0..<lines { entries[kept + offset] = entries[seen + offset] }
    }
    kept += lines
    seen += lines
  }

  /// Drops the next lines.
  mutating func drop(_ lines: Int) { if areNoted { seen += lines } }

  /// Keeps the rest, and ends the removal.
  mutating func endRemoval() {
    guard areNoted else { return }
    keep(upTo: entries.count)
    entries.removeSubrange(kept...)
    (seen, kept) = (0, 0)
  }
}
