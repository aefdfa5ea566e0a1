// SPDX-License-Identifier: Apache-2.0

import ByteScanning
import TestSupport
import Testing

/// What vector scanning must agree with, byte by byte.
private enum SlowTwin {
  static func firstIndex(_ bytes: [UInt8], _ range: Range<Int>, _ isWanted: (UInt8) -> Bool) -> Int
  {
    for index in range where isWanted(bytes[index]) { return index }
    return range.upperBound
  }

  static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }
}

@Suite struct ByteScanningTests {
  @Test func `text is told from what is none as the standard library tells it`() {
    var generator = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] = [
      [0x61], [0x7F], [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xE0, 0x9F, 0x80],
      [0xED, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80],
      [0x80], [0xFF], [0xE2, 0x82], [0xF5, 0x80, 0x80, 0x80],
    ]
    for _ in 0..<4000 {
      var bytes = [UInt8](repeating: 0x62, count: Int.random(in: 0...40, using: &generator))
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
      }
      let isText = ByteScanning.isText(bytes, from: 0, to: bytes.count)
      #expect(isText == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
    #expect(!ByteScanning.isText([0x61, 0, 0x61], from: 0, to: 3))
    #expect(!ByteScanning.isText([UInt8](repeating: 0x61, count: 20) + [0], from: 0, to: 21))
    #expect(ByteScanning.isText([0, 0x61, 0xFF], from: 1, to: 2))
    #expect(ByteScanning.isText([], from: 0, to: 0))
  }

  private static let wanted: (UInt8, UInt8, UInt8, UInt8) = (0x2C, 0x0A, 0x0D, 0x22)

  private static func isWanted(_ byte: UInt8) -> Bool { [0x2C, 0x0A, 0x0D, 0x22].contains(byte) }

  @Test(arguments: 0...70)
  func `one byte is found at every place of every alignment`(length: Int) {
    for start in 0...17 {
      var bytes = [UInt8](repeating: 0x61, count: start + length + 3)
      // Bytes outside the range must not be found.
      bytes[start + length] = 0x2C
      if start > 0 { bytes[start - 1] = 0x2C }
      let end = start + length
      #expect(ByteScanning.firstIndex(in: bytes, from: start, to: end, of: Self.wanted) == end)
      for place in start..<end {
        bytes[place] = 0x22
        #expect(ByteScanning.firstIndex(in: bytes, from: start, to: end, of: Self.wanted) == place)
        #expect(ByteScanning.firstEscape(in: bytes, from: start, to: end) == place)
        bytes[place] = 0x61
      }
    }
  }

  @Test(arguments: 0...70)
  func `random bytes are scanned as the slow twin scans them`(length: Int) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [0x2C, 0x0A, 0x0D, 0x22, 0x5C, 0x1F, 0x20, 0x61, 0x80, 0xAC, 0xFF, 0]
    for _ in 0..<40 {
      let sparse = Bool.random(using: &random)
      let bytes = (0..<length).map { _ -> UInt8 in
        if sparse, UInt8.random(in: 0...9, using: &random) > 0 { return 0x61 }
        return alphabet.randomElement(using: &random) ?? 0
      }
      for start in 0...min(length, 17) {
        for end in stride(from: length, through: start, by: -7) {
          let range = start..<end
          #expect(
            ByteScanning.firstIndex(in: bytes, from: start, to: end, of: Self.wanted)
              == SlowTwin.firstIndex(bytes, range, Self.isWanted), "seed \(seed)")
          #expect(
            ByteScanning.firstEscape(in: bytes, from: start, to: end)
              == SlowTwin.firstIndex(bytes, range, SlowTwin.isEscaped), "seed \(seed)")
        }
        var indexes: [UInt32] = [7]
        ByteScanning.appendIndexes(of: Self.wanted, in: bytes, from: start, to: &indexes)
        let expected = (start..<length).filter { Self.isWanted(bytes[$0]) }.map { UInt32($0) }
        #expect(indexes == [7] + expected, "seed \(seed)")
      }
    }
  }

  @Test func `every value of a byte is told apart`() {
    for value in UInt8.min...UInt8.max {
      let bytes = [UInt8](repeating: value, count: 33)
      let found = ByteScanning.firstIndex(in: bytes, from: 0, to: 33, of: Self.wanted)
      #expect(found == (Self.isWanted(value) ? 0 : 33))
      let escape = ByteScanning.firstEscape(in: bytes, from: 0, to: 33)
      #expect(escape == (SlowTwin.isEscaped(value) ? 0 : 33))
      var indexes: [UInt32] = []
      ByteScanning.appendIndexes(of: (value, value, value, value), in: bytes, from: 0, to: &indexes)
      #expect(indexes == Array(0..<33))
    }
  }

  @Test(arguments: [4095, 4096, 4097, 12_288, 12_301])
  func `indexes go on across blocks`(length: Int) {
    let bytes = (0..<length).map { UInt8($0 % 3 == 0 ? 0x0A : 0x61) }
    for start in [0, 1, 15, 4095] where start <= length {
      var indexes: [UInt32] = []
      ByteScanning.appendIndexes(of: Self.wanted, in: bytes, from: start, to: &indexes)
      let expected: [UInt32] = (start..<length).filter { $0 % 3 == 0 }.map { UInt32($0) }
      #expect(indexes == expected)
    }
  }

  @Test func `ranges outside the bytes are a mistake of the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = ByteScanning.firstEscape(in: [1, 2, 3], from: 0, to: 4)
    }
    await #expect(processExitsWith: .failure) {
      _ = ByteScanning.firstIndex(in: [1, 2, 3], from: 2, to: 1, of: (0, 0, 0, 0))
    }
    await #expect(processExitsWith: .failure) {
      var indexes: [UInt32] = []
      ByteScanning.appendIndexes(of: (0, 0, 0, 0), in: [1, 2, 3], from: 4, to: &indexes)
    }
  }
}
