// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Pipeline

/// Lists that are in a file for the most part.
struct SpooledListTests {
  private struct Value: BitwiseCopyable, Equatable {
    let number: Int
    let letter: UInt8
  }

  @Test(arguments: [1, 7, 100, 1 << 20])
  func `what is in the file comes back as it was`(limit: Int) throws {
    let list = SpooledList<Value>(memoryLimit: limit)
    var expected: [Value] = []
    for size in [0, 1, 40, 3, 500, 2] {
      let more = (0..<size).map {
        Value(number: expected.count + $0, letter: UInt8(truncatingIfNeeded: $0 &* 7))
      }
      try list.append(more)
      expected += more
    }
    #expect(list.count == expected.count)
    // Backwards and in strides, so that neighbours are asked for and others.
    for index in expected.indices.reversed() + Array(stride(from: 0, to: expected.count, by: 61)) {
      #expect(try list.value(at: index) == expected[index])
    }
    for range in [0..<0, 0..<1, 30..<90, 500..<546, 0..<546] {
      #expect(try list.values(in: range) == Array(expected[range]))
    }
  }
}
