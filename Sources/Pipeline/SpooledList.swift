// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Synchronization
internal import TemporaryFiles

/// A list of plain values that grows at its end: the last ones in memory, the others in a temporary
/// file.
///
/// All who hold it share one list. Reading in order costs little, reading anywhere a call of the system
/// for each value.
final class SpooledList<Element: BitwiseCopyable & Sendable>: Sendable {
  private struct State {
    var waiting: [Element] = []
    var file: TemporaryFile?
    var spooledCount = 0
    // Values that were brought back last, and the index of the first of them.
    var page: [Element] = []
    var pageStart = 0
  }

  /// How many values are brought back at once.
  private static var pageSize: Int { 32 }
  private let memoryLimit: Int
  private let state = Mutex(State())

  /// Makes an empty list.
  ///
  /// - Parameter memoryLimit: how many values wait in memory.
  init(memoryLimit: Int = 1 << 15) { self.memoryLimit = memoryLimit }

  /// The number of values.
  var count: Int { state.withLock { $0.spooledCount + $0.waiting.count } }

  /// Appends values.
  ///
  /// - Throws: ``TemporaryFileRules/failed``.
  func append(_ values: some Sequence<Element>) throws(DiagnosedError) {
    try state.withLock { (state) throws(DiagnosedError) in
      for value in values { state.waiting.append(value) }
      guard state.waiting.count >= memoryLimit else { return }
      if state.file == nil { state.file = try TemporaryFile() }
      try state.waiting.withUnsafeBufferPointer { (values) throws(DiagnosedError) in
        try state.file?.append(UnsafeRawBufferPointer(values))
      }
      state.spooledCount += state.waiting.count
      state.waiting.removeAll(keepingCapacity: true)
    }
  }

  /// The value at an index.
  ///
  /// - Parameter index: `0..<count`.
  /// - Returns: the value as it was appended.
  /// - Throws: ``TemporaryFileRules/failed``.
  func value(at index: Int) throws(DiagnosedError) -> Element {
    try state.withLock { (state) throws(DiagnosedError) in
      if index >= state.spooledCount { return state.waiting[index - state.spooledCount] }
      if !(state.pageStart..<state.pageStart + state.page.count).contains(index) {
        let start = index / Self.pageSize * Self.pageSize
        state.page = try Self.read(
          start..<min(start + Self.pageSize, state.spooledCount), from: state.file)
        state.pageStart = start
      }
      return state.page[index - state.pageStart]
    }
  }

  /// Values that follow each other.
  ///
  /// - Parameter range: in `0..<count`.
  /// - Returns: the values in order.
  /// - Throws: ``TemporaryFileRules/failed``.
  func values(in range: Range<Int>) throws(DiagnosedError) -> [Element] {
    try state.withLock { (state) throws(DiagnosedError) in
      let inFile = range.clamped(to: 0..<state.spooledCount)
      var values = inFile.isEmpty ? [] : try Self.read(inFile, from: state.file)
      let start = max(range.lowerBound, state.spooledCount)
      if start < range.upperBound {
        values +=
          state.waiting[
            (start - state.spooledCount)..<(range.upperBound - state.spooledCount)]
      }
      return values
    }
  }

  private static func read(
    _ range: Range<Int>, from file: TemporaryFile?
  ) throws(DiagnosedError) -> [Element] {
    let stride = MemoryLayout<Element>.stride
    var bytes = [UInt8](repeating: 0, count: range.count * stride)
    try bytes.withUnsafeMutableBufferPointer { (bytes) throws(DiagnosedError) in
      try file?.read(into: UnsafeMutableRawBufferPointer(bytes), at: range.lowerBound * stride)
    }
    return bytes.withUnsafeBytes { bytes in
      (0..<range.count).map { bytes.loadUnaligned(fromByteOffset: $0 * stride, as: Element.self) }
    }
  }
}
