// SPDX-License-Identifier: Apache-2.0

internal import Dispatch

/// Turns elements into others on all processors, in order.
enum ConcurrentMap {
  /// The elements that one task takes; many, so that handing out costs nothing beside the work.
  static let stride = 128

  /// Maps a slice of an array.
  ///
  /// - Parameters:
  ///   - elements: the elements.
  ///   - stride: how many of them one task takes.
  ///   - transform: called for each, on any thread, in no particular order.
  /// - Returns: the results in the order of the elements.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: ArraySlice<Element>, stride: Int = Self.stride,
    _ transform: @Sendable (Int, Element) -> Result
  ) -> [Result] {
    let tasks = (elements.count + stride - 1) / stride
    if tasks < 2 { return elements.indices.map { transform($0, elements[$0]) } }
    return [Result](unsafeUninitializedCapacity: elements.count) { buffer, count in
      // Each task initialises places of its own, and all are done when the call returns.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: tasks) { task in
        for offset in task * stride..<min((task + 1) * stride, elements.count) {
          let index = elements.startIndex + offset
          places.initializeElement(at: offset, to: transform(index, elements[index]))
        }
      }
      count = elements.count
    }
  }
}
