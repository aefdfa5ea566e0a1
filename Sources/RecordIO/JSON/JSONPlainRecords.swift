// SPDX-License-Identifier: Apache-2.0

import ByteScanning
import CByteScan

/// Reads records that are flat objects straight from the window into a batch.
///
/// A record is plain if it lies whole in the window, holds no objects or arrays, and has its keys in
/// the order in which earlier records had them, so that none can come twice. ``JSONWalker`` is the slow
/// twin that all other records take, and teaches this one the keys; `JSONPlainRecordsTests` holds one
/// against the other.
struct JSONPlainRecords {
  /// A key and the columns that it fills.
  private struct Key {
    let name: [UInt8]
    let columns: [Int32]
  }

  /// More keys than these are not learned.
  private static let keyLimit = 256

  private var keys: [Key] = []
  private let columnsByName: [[UInt8]: [Int32]]
  private let columnCount: Int
  /// Whether references are single names, so that they can be found in flat records.
  let isPossible: Bool

  init(_ references: [JSONPath]) {
    var columns: [[UInt8]: [Int32]] = [:]
    var isPossible = true
    for (column, reference) in references.enumerated() {
      if reference.steps.count == 1, case .name(let name) = reference.steps[0] {
        columns[name, default: []].append(Int32(column))
      } else {
        isPossible = false
      }
    }
    columnsByName = columns
    columnCount = references.count
    self.isPossible = isPossible
  }

  /// Forgets the keys, to learn another order.
  mutating func forget() { keys.removeAll() }

  /// Learns the keys of a record in their order, if they fit behind those known.
  mutating func learn(_ names: [[UInt8]]) {
    var place = 0
    for name in names {
      // Keys are compared as they are spelled, so one that can only be spelled with escapes is not for
      // this way.
      if name.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
      {
        continue
      }
      if let index = keys.firstIndex(where: { $0.name == name }) {
        // Another order: what is known stays as it is.
        if index < place { return }
        place = index + 1
      } else if keys.count < Self.keyLimit {
        keys.insert(Key(name: name, columns: columnsByName[name] ?? []), at: place)
        place += 1
      }
    }
  }

  /// Where reading stopped.
  struct Progress {
    /// Behind the last record, as an index into the window.
    var position: Int
    /// How many records were read.
    var count = 0
    /// The comma before the last record.
    var lastComma: Int
  }

  /// What does not change from record to record.
  struct Frame {
    let bytes: [UInt8]
    /// Where the window's bytes may no longer be looked at.
    let limit: Int
    /// The offset in the file of the first byte.
    let base: Int
    /// Whether records are parted by line breaks, and not by commas.
    let hasLines: Bool
    /// What stands before a record's index in its pointer.
    let pointerPrefix: String
    /// The index of the last record that was read, and how many there were before.
    let index: Int
    let number: Int
    let nullTexts: NullTexts
    /// A record that ends at or behind this index is the last of its batch.
    let batchEnd: Int
    /// The most bytes of a record.
    let recordBytes: Int
  }

  /// Reads records as long as they are plain.
  ///
  /// - Parameters:
  ///   - frame: the window.
  ///   - start: behind the last record.
  ///   - batch: grows by the records.
  /// - Returns: where reading stopped; nothing behind it was touched.
  func read(_ frame: Frame, from start: Int, into batch: inout RecordBatch) -> Progress {
    var progress = Progress(position: start, lastComma: start)
    guard !keys.isEmpty else { return progress }
    frame.bytes.withUnsafeBufferPointer { buffer in
      guard let bytes = buffer.baseAddress else { return }
      while progress.position < frame.batchEnd {
        guard
          let record = separator(bytes, frame, from: progress.position),
          let end = plainRecord(bytes, frame, from: record.start, into: &batch)
        else { return }
        progress.count += 1
        progress.position = end
        progress.lastComma = record.comma
        let index = frame.index + progress.count
        batch.places.append(
          RecordPlace(
            number: frame.number + progress.count, line: 0,
            offset: UInt64(frame.base + record.start), path: "\(frame.pointerPrefix)\(index)"))
      }
    }
    return progress
  }

  // The brace that opens the next record.
  private func separator(
    _ bytes: UnsafePointer<UInt8>, _ frame: Frame, from start: Int
  ) -> (start: Int, comma: Int)? {
    var at = start
    var comma = frame.hasLines ? start : -1
    var hasBreak = false
    while at < frame.limit {
      switch bytes[at] {
      case 0x20, 0x09, 0x0D: break
      case 0x0A:
        // An empty line is left to the walker.
        if frame.hasLines, hasBreak { return nil }
        hasBreak = true
      case UInt8(ascii: ",") where !frame.hasLines && comma < 0: comma = at
      case UInt8(ascii: "{"):
        return comma >= 0 && (!frame.hasLines || hasBreak) ? (at, comma) : nil
      default: return nil
      }
      at &+= 1
    }
    return nil
  }

  // The index behind the record; nil if it is not plain, and then the batch is as it was.
  private func plainRecord(
    _ bytes: UnsafePointer<UInt8>, _ frame: Frame, from start: Int, into batch: inout RecordBatch
  ) -> Int? {
    let (cells, text) = (batch.cells.count, batch.bytes.count)
    batch.cells.append(contentsOf: repeatElement(Cell(), count: columnCount))
    if let end = members(bytes, frame, from: start, cells: cells, text: text, &batch),
      end - start <= frame.recordBytes
    {
      return end
    }
    batch.cells.removeLast(batch.cells.count - cells)
    batch.bytes.removeLast(batch.bytes.count - text)
    return nil
  }

  // Values are ranges of the record, which is copied whole, or lie behind it if they had escapes.
  private func members(
    _ bytes: UnsafePointer<UInt8>, _ frame: Frame, from start: Int, cells: Int, text: Int,
    _ batch: inout RecordBatch
  ) -> Int? {
    let limit = frame.limit
    var at = skip(bytes, start + 1, limit)
    var next = 0
    // Cells with escapes: their columns, and the ranges of what stands between their quotes.
    var escaped: [(key: Int, range: Range<Int>)] = []
    while true {
      guard at < limit, bytes[at] == UInt8(ascii: "\""), let key = find(bytes, at + 1, limit, &next)
      else { return nil }
      at = skip(bytes, at + 2 + keys[key].name.count, limit)
      guard at < limit, bytes[at] == UInt8(ascii: ":") else { return nil }
      at = skip(bytes, at + 1, limit)
      guard at < limit else { return nil }
      var cell = Cell(start: text + at - start, place: at - start, state: .value)
      let valueStart = at
      switch bytes[at] {
      case UInt8(ascii: "\""):
        guard let end = string(bytes, at + 1, limit) else { return nil }
        cell.start += 1
        cell.length = UInt32(truncatingIfNeeded: end.index - at - 1)
        if end.isEscaped { escaped.append((key, (at + 1)..<end.index)) }
        at = end.index + 1
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard let end = number(bytes, at, limit) else { return nil }
        cell.kind = .number
        cell.length = UInt32(truncatingIfNeeded: end - at)
        at = end
      case UInt8(ascii: "t"):
        guard word(bytes, at, limit, 0x6575_7274) else { return nil }
        cell.kind = .boolean
        cell.length = 4
        at += 4
      case UInt8(ascii: "n"):
        guard word(bytes, at, limit, 0x6C6C_756E) else { return nil }
        cell = Cell(place: at - start, state: .null)
        at += 4
      case UInt8(ascii: "f"):
        guard at + 5 <= limit, word(bytes, at + 1, limit, 0x6573_6C61) else { return nil }
        cell.kind = .boolean
        cell.length = 5
        at += 5
      default: return nil
      }
      if !keys[key].columns.isEmpty {
        let from = valueStart + (cell.kind == .text ? 1 : 0)
        if case .value = cell.state,
          frame.nullTexts.contains(frame.bytes, from..<from + Int(cell.length))
        {
          cell.state = .null
        }
        for column in keys[key].columns { batch.cells[cells + Int(column)] = cell }
      }
      at = skip(bytes, at, limit)
      guard at < limit else { return nil }
      if bytes[at] == UInt8(ascii: "}") { break }
      guard bytes[at] == UInt8(ascii: ",") else { return nil }
      at = skip(bytes, at + 1, limit)
    }
    batch.bytes.append(contentsOf: frame.bytes[start...at])
    for (key, range) in escaped where !keys[key].columns.isEmpty {
      guard unescape(range, frame, keys[key].columns, cells, &batch) else { return nil }
    }
    return at + 1
  }

  private func unescape(
    _ range: Range<Int>, _ frame: Frame, _ columns: [Int32], _ cells: Int,
    _ batch: inout RecordBatch
  ) -> Bool {
    let from = batch.bytes.count
    JSONText.append(frame.bytes, range, isEscaped: true, to: &batch.bytes)
    for column in columns {
      batch.cells[cells + Int(column)].start = UInt32(from)
      batch.cells[cells + Int(column)].length = UInt32(batch.bytes.count - from)
      let isNull = frame.nullTexts.contains(batch.bytes, from..<batch.bytes.count)
      batch.cells[cells + Int(column)].state = isNull ? .null : .value
    }
    return true
  }

  // MARK: Tokens

  @inline(__always)
  private func skip(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit,
      bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09
    {
      at &+= 1
    }
    return at
  }

  // The known key at hand, at or behind `next`: so no key of a record comes twice.
  @inline(__always)
  private func find(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int, _ next: inout Int
  ) -> Int? {
    keys.withUnsafeBufferPointer { keys in
      var index = next
      while index < keys.count {
        let count = keys[index].name.count
        if start &+ count < limit, bytes[start &+ count] == UInt8(ascii: "\""),
          keys[index].name.withUnsafeBufferPointer({ name in
            Self.equal(bytes + start, name.baseAddress, count)
          })
        {
          next = index &+ 1
          return index
        }
        index &+= 1
      }
      return nil
    }
  }

  @inline(__always)
  private static func equal(
    _ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>?, _ count: Int
  ) -> Bool {
    guard let other else { return count == 0 }
    if count >= 8 {
      var at = 0
      while at &+ 8 <= count {
        if byte_scan_load64(one + at) != byte_scan_load64(other + at) { return false }
        at &+= 8
      }
      return byte_scan_load64(one + (count &- 8)) == byte_scan_load64(other + (count &- 8))
    }
    var at = 0
    while at < count, one[at] == other[at] { at &+= 1 }
    return at == count
  }

  // The closing quote; nil for control codes and escapes that are not of the plainest.
  @inline(__always)
  private func string(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int
  ) -> (index: Int, isEscaped: Bool)? {
    var at = start
    var isEscaped = false
    while true {
      while at &+ 16 <= limit {
        let mask = byte_scan_mask_escape(bytes + at)
        if mask != 0 {
          at &+= mask.trailingZeroBitCount
          break
        }
        at &+= 16
      }
      guard at < limit else { return nil }
      switch bytes[at] {
      case UInt8(ascii: "\""): return (at, isEscaped)
      case UInt8(ascii: "\\"):
        guard at &+ 1 < limit else { return nil }
        switch bytes[at &+ 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
          UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
          isEscaped = true
          at &+= 2
        default: return nil
        }
      case 0..<0x20: return nil
      default: at &+= 1
      }
    }
  }

  @inline(__always)
  private func number(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    func isDigit(_ at: Int) -> Bool { at < limit && bytes[at] &- 0x30 < 10 }
    var at = start
    if bytes[at] == UInt8(ascii: "-") { at &+= 1 }
    let first = at
    while isDigit(at) { at &+= 1 }
    guard at > first, bytes[first] != 0x30 || at == first &+ 1 else { return nil }
    if at < limit, bytes[at] == UInt8(ascii: ".") {
      at &+= 1
      guard isDigit(at) else { return nil }
      while isDigit(at) { at &+= 1 }
    }
    if at < limit, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at &+= 1
      if at < limit, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at &+= 1 }
      guard isDigit(at) else { return nil }
      while isDigit(at) { at &+= 1 }
    }
    return at < limit ? at : nil
  }

  @inline(__always)
  private func word(
    _ bytes: UnsafePointer<UInt8>, _ at: Int, _ limit: Int, _ letters: UInt32
  ) -> Bool {
    at &+ 4 <= limit && UInt32(littleEndian: byte_scan_load32(bytes + at)) == letters
  }
}
