// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import TestSupport
import Testing

/// Archives with one file are read; all others are refused, whoever made them.
struct ArchiveTests {
  static let table = Array("id,name\n1,Zoë\n".utf8)

  // MARK: Archives by hand

  private static func entry(_ name: String, _ content: [UInt8], kind: Character = "0") -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at start: Int) {
      header.replaceSubrange(start..<(start + text.utf8.count), with: text.utf8)
    }
    put(name, at: 0)
    put("0000644", at: 100)
    let size = String(content.count, radix: 8)
    put(String(repeating: "0", count: 11 - size.count) + size, at: 124)
    put(String(kind), at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put("        ", at: 148)
    let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
    put(String(repeating: "0", count: 6 - sum.count) + sum + "\0 ", at: 148)
    let padding = [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    return header + content + padding
  }

  private static func tar(_ entries: [UInt8]...) -> [UInt8] {
    entries.flatMap { $0 } + [UInt8](repeating: 0, count: 1024)
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
  }

  // One stored member; bit 0 of the flags says that it has a password.
  private static func zip(_ name: String, _ content: [UInt8], flags: UInt16 = 0) -> [UInt8] {
    func little(_ value: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    let size = UInt32(content.count)
    let facts =
      little(UInt16(20)) + little(flags) + little(UInt16(0)) + little(UInt32(0))
      + little(checksum(content)) + little(size) + little(size) + little(UInt16(name.utf8.count))
      + little(UInt16(0))
    let local = little(UInt32(0x0403_4B50)) + facts + Array(name.utf8) + content
    let central =
      little(UInt32(0x0201_4B50)) + little(UInt16(20)) + facts
      + [UInt8](repeating: 0, count: 14) + Array(name.utf8)
    return local + central + little(UInt32(0x0605_4B50)) + little(UInt32(0)) + little(UInt16(1))
      + little(UInt16(1)) + little(UInt32(central.count)) + little(UInt32(local.count))
      + little(UInt16(0))
  }

  // MARK: Reading

  private static func read(_ bytes: [UInt8]) throws -> [UInt8] {
    try TreeFixture.withFile(bytes, suffix: ".bin") { path in
      let input = try ByteInput(path: path, displayName: "a.bin")
      var content: [UInt8] = []
      while try input.read(into: &content, upTo: 1 << 16) > 0 {}
      return content
    }
  }

  @Test(arguments: ["table.csv", "folder/table.csv", "../../etc/table.csv", "/etc/table.csv"])
  func `the only file is read, and its name plays no part`(name: String) throws {
    #expect(try Self.read(Self.tar(Self.entry(name, Self.table))) == Self.table)
    #expect(try Self.read(Self.zip(name, Self.table)) == Self.table)
    let beside = Self.tar(Self.entry("folder/", [], kind: "5"), Self.entry(name, Self.table))
    #expect(try Self.read(beside) == Self.table)
  }

  static let refused: [(String, [UInt8], String)] = [
    (
      "two files", tar(entry("a.csv", table), entry("b.csv", table)), "input.archive-members"
    ),
    ("no file", tar(entry("folder/", [], kind: "5")), "input.archive-empty"),
    ("a link", tar(entry("a.csv", [], kind: "2")), "input.archive-empty"),
    (
      "cut off", Array(tar(entry("a.csv", table + table)).prefix(520)), "input.archive-damaged"
    ),
    ("a password", zip("a.csv", table, flags: 1), "input.archive-damaged"),
    (
      "another content", Array(zip("a.csv", table).map { $0 == UInt8(ascii: "1") ? 0x32 : $0 }),
      "input.archive-damaged"
    ),
    ("cut off in a zip", Array(zip("a.csv", table).prefix(40)), "input.archive-damaged"),
  ]

  @Test(arguments: refused)
  func `an archive that is not one whole file is refused`(
    what: String, bytes: [UInt8], rule: String
  ) {
    let error = #expect(throws: DiagnosedError.self, "\(what)") { _ = try Self.read(bytes) }
    #expect(error?.findings.first?.rule.id == rule, "\(what)")
    #expect(error?.findings.first?.place?.file == "a.bin", "\(what)")
  }

  @Test func `an archive that expands without end is refused`() {
    let bomb = gzipped(Self.tar(Self.entry("a.csv", [UInt8](repeating: 0x61, count: 80 << 20))))
    let error = #expect(throws: DiagnosedError.self) {
      try TreeFixture.withFile(bomb, suffix: ".tar.gz") { path in
        let input = try ByteInput(path: path, displayName: "a.tar.gz")
        var content: [UInt8] = []
        while try input.read(into: &content, upTo: 1 << 16) > 0 {
          content.removeAll(keepingCapacity: true)
        }
      }
    }
    #expect(error?.findings.first?.rule.id == "input.expansion-limit")
  }
}
