// SPDX-License-Identifier: Apache-2.0

/// Where the lines of a document begin.
struct LineTable {
  private let starts: [Int32]

  /// Lines end with LF, CR LF or CR.
  init(_ bytes: [UInt8]) {
    var starts: [Int32] = [0]
    for index in bytes.indices {
      let isReturn = bytes[index] == 0x0D
      let isFirstOfTwo = isReturn && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if bytes[index] == 0x0A || isReturn && !isFirstOfTwo { starts.append(Int32(index + 1)) }
    }
    self.starts = starts
  }

  /// The line of an offset, from 1.
  ///
  /// - Complexity: O(log lines).
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
