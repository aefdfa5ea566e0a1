// SPDX-License-Identifier: Apache-2.0

internal import Crypto
package import Diagnostics
package import Foundation

/// A file that a run read, by its content.
package struct InputRecord: Sendable, Hashable {
  /// What a run reads a file for.
  package enum Role: String, Sendable, CaseIterable {
    case data
    case mapping
    case terms
    case shapes
    case profile
    case vocabulary
    case description
    case pipeline
  }

  /// The file's name in reports.
  package let name: String
  /// Where it lies.
  package let url: URL
  /// What it was read for.
  package let role: Role
  /// Its length in bytes.
  package let byteCount: Int
  /// The SHA-256 of its bytes, 64 hexadecimal digits; empty if it was not asked for.
  package let sha256: String
  private let stamp: Stamp

  // What tells that a file was written to, without reading it again.
  private struct Stamp: Sendable, Hashable {
    let device: UInt64
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = UInt64(status.st_dev)
      inode = UInt64(status.st_ino)
      size = Int64(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// Reads a file once and takes down what it holds.
  ///
  /// - Parameters:
  ///   - url: where it lies.
  ///   - name: its name in reports.
  ///   - role: what it is read for.
  ///   - isHashed: whether its content is told; without it, the file is not read.
  /// - Throws: ``PipelineRules/notReadable``.
  package init(
    _ url: URL, name: String, role: Role, isHashed: Bool = true
  ) throws(DiagnosedError) {
    // Opening a pipe waits for its writer, and a device may never end, so neither is opened.
    var status = stat()
    if stat(url.path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw DiagnosedError(
        PipelineRules.notReadable, at: SourcePlace(file: name),
        [.plain("path", name), .plain("reason", "it is no regular file")])
    }
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, let stamp = Stamp(url.path) else {
      let reason = String(cString: strerror(errno))
      throw DiagnosedError(
        PipelineRules.notReadable, at: SourcePlace(file: name),
        [.plain("path", name), .plain("reason", reason)])
    }
    defer { close(descriptor) }
    self.name = name
    self.url = url
    self.role = role
    self.stamp = stamp
    guard isHashed else {
      byteCount = Int(stamp.size)
      sha256 = ""
      return
    }
    var hash = SHA256()
    var count = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 17)
    while true {
      let length = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if length < 0 {
        throw DiagnosedError(
          PipelineRules.notReadable, at: SourcePlace(file: name),
          [.plain("path", name), .plain("reason", String(cString: strerror(errno)))])
      }
      if length == 0 { break }
      hash.update(data: buffer[..<length])
      count += length
    }
    byteCount = count
    sha256 = Self.hexadecimal(hash.finalize())
  }

  /// Checks that the file is what it was.
  ///
  /// - Throws: ``PipelineRules/sourceChanged``.
  package func checkUnchanged() throws(DiagnosedError) {
    guard Stamp(url.path) == stamp else {
      throw DiagnosedError(
        PipelineRules.sourceChanged, at: SourcePlace(file: name), [.plain("path", name)])
    }
  }

  /// The SHA-256 of bytes, 64 hexadecimal digits.
  package static func sha256(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

  private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
