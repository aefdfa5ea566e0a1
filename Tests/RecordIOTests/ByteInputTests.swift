// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Glibc
import RecordIO
import Testing

struct ByteInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func readAll(_ path: String, upTo count: Int = 1000) throws(DiagnosedError) -> [UInt8] {
    let input = try ByteInput(path: path, displayName: "shown")
    var bytes: [UInt8] = []
    while try input.read(into: &bytes, upTo: count) > 0 {}
    #expect(input.offset == UInt64(bytes.count))
    return bytes
  }

  private func failure(of path: String) -> DiagnosedError? {
    do throws(DiagnosedError) {
      _ = try readAll(path)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64, 100_000])
  func `a file gives the same bytes in portions of any size`(size: Int) throws {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    #expect(try readAll(folder.write("plain", bytes), upTo: size) == bytes)
    let packed = gzipped(bytes)
    #expect(try readAll(folder.write("packed", packed), upTo: size) == bytes)
    #expect(try readAll(folder.write("twice", packed + packed), upTo: size) == bytes + bytes)
  }

  @Test(arguments: [1, 3, 7, 100])
  func `bytes in memory are given in portions of any size`(size: Int) throws {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let input = ByteInput(memory: bytes, displayName: "m")
    var read: [UInt8] = []
    while try input.read(into: &read, upTo: size) > 0 {}
    #expect(read == bytes)
    #expect(input.offset == 1000)
    #expect(try input.read(into: &read, upTo: size) == 0)
  }

  @Test func `reading appends and never gives more than asked`() throws {
    let input = try ByteInput(path: folder.write("f", "abcdef"), displayName: "f")
    var bytes: [UInt8] = [0x2D]
    #expect(try input.read(into: &bytes, upTo: 1) == 1)
    #expect(bytes == Array("-a".utf8))
    #expect(try input.read(into: &bytes, upTo: 3) <= 3)
    #expect(!input.isCompressed)
  }

  @Test func `a file without bytes, with one, and with the first gzip byte alone is plain`() throws
  {
    #expect(try readAll(folder.write("none", [])) == [])
    #expect(try readAll(folder.write("one", [0x41])) == [0x41])
    #expect(try readAll(folder.write("half", [0x1F])) == [0x1F])
  }

  @Test func `zero bytes after the last gzip member are padding`() throws {
    let path = try folder.write("f", gzipped([1, 2, 3]) + [0, 0, 0])
    #expect(try readAll(path) == [1, 2, 3])
  }

  @Test(arguments: [5, 12, 20])
  func `gzip data cut short are reported with the byte at which they end`(count: Int) throws {
    let packed = gzipped(Array("some text that is long enough".utf8))
    let error = try #require(failure(of: folder.write("f", Array(packed[..<count]))))
    #expect(error.inShort == ["input.gzip-truncated shown at byte \(count)"])
    #expect(
      error.findings[0].message()
        == "The gzip data end at byte \(count), before their own end mark.")
  }

  @Test func `a damaged check sum is reported`() throws {
    var packed = gzipped(Array("some text".utf8))
    packed[packed.count - 8] ^= 0xFF
    let error = try #require(failure(of: folder.write("f", packed)))
    #expect(error.findings[0].rule == InputRules.gzipDamaged)
    #expect(error.findings[0].message().contains("incorrect data check"))
  }

  @Test func `what follows gzip data and is not gzip is reported where it begins`() throws {
    let packed = gzipped([1, 2, 3])
    let error = try #require(failure(of: folder.write("f", packed + [0x41])))
    #expect(error.inShort == ["input.gzip-trailing-data shown at byte \(packed.count)"])
  }

  @Test func `a bomb is refused once it passes 64 MiB and 200 to 1`() throws {
    let packed = gzipped([UInt8](repeating: 0x20, count: 70 << 20))
    let path = try folder.write("bomb.gz", packed)
    let input = try ByteInput(path: path, displayName: "bomb.gz")
    let error = #expect(throws: DiagnosedError.self) {
      var bytes: [UInt8] = []
      while try input.read(into: &bytes, upTo: 1 << 20) > 0 { bytes.removeAll() }
    }
    #expect(error?.findings[0].rule == InputRules.expansion)
    #expect(input.offset <= 65 << 20)
  }

  @Test func `a missing file is reported with the nearest name in its folder`() throws {
    try folder.write("clinical.csv", "a")
    try folder.write("imaging.csv", "a")
    let error = try #require(failure(of: folder.path + "/clinica.csv"))
    #expect(error.inShort == ["input.not-found shown"])
    #expect(
      error.findings[0].message()
        == "There is no file “clinica.csv” in “\(folder.path)”.")
    #expect(error.findings[0].remedy().hasPrefix("Did you mean “clinical.csv”?"))
  }

  @Test func `a missing folder is reported as such`() throws {
    try folder.write("data/clinical.csv", "a")
    let error = try #require(failure(of: folder.path + "/dta/deep/clinical.csv"))
    #expect(error.findings[0].message() == "There is no folder “dta” in “\(folder.path)”.")
    #expect(error.findings[0].remedy().hasPrefix("Did you mean “data”?"))
  }

  @Test func `folders, named pipes and devices are refused without being opened`() throws {
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    for (path, kind) in [
      (folder.path, "a folder"), (pipe, "a named pipe"), ("/dev/zero", "a device"),
    ] {
      let error = try #require(failure(of: path))
      #expect(
        error.findings[0].message()
          == "shown is \(kind); only regular files are read as a source.")
    }
  }

  @Test func `a file that grows while it is read is reported`() throws {
    let path = try folder.write("f", "first")
    let input = try ByteInput(path: path, displayName: "f")
    var bytes: [UInt8] = []
    _ = try input.read(into: &bytes, upTo: 3)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data([0x41]))
    try handle.close()
    let error = #expect(throws: DiagnosedError.self) {
      while try input.read(into: &bytes, upTo: 100) > 0 {}
    }
    #expect(error?.inShort == ["input.changed-while-read f"])
  }

  @Test func `standard input is read to its end`() throws {
    var ends: [CInt] = [0, 0]
    #expect(pipe(&ends) == 0)
    let own = dup(0)
    dup2(ends[0], 0)
    defer {
      dup2(own, 0)
      for descriptor in [own, ends[0]] { close(descriptor) }
    }
    let bytes = gzipped(Array("a,b\n1,2\n".utf8))
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    #expect(try readAll("-") == Array("a,b\n1,2\n".utf8))
  }

  @Test func `a failure of the system while reading is an environment error`() throws {
    // A regular file by its kind, whose first page cannot be read.
    let error = try #require(failure(of: "/proc/self/mem"))
    #expect(error.inShort == ["input.read-failed shown at byte 0"])
    #expect(error.findings[0].rule.category == .environment)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func `a file without permission is an environment error`() throws {
    let path = try folder.write("f", "a")
    chmod(path, 0)
    let error = try #require(failure(of: path))
    #expect(error.findings[0].rule == InputRules.noPermission)
    #expect(error.findings[0].rule.category == .environment)
  }
}
