// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Mapping
internal import RDFIO
internal import RDFModel

/// One target of a mapping on its way into its file.
///
/// Lines without compression, or with gzip, are written as they come; everything else is kept in a
/// hidden file, without a name, until the end.
final class TargetFile {
  private let target: LogicalTarget
  private let syntax: TargetSyntax
  private let url: URL
  private var file: AtomicFile?
  private var gzip: GzipEncoder?
  private var utf16: UTF16Encoder?
  // What cannot be written as it comes.
  private var spool: FileHandle?
  private var spooled = 0

  /// Opens the target's file.
  ///
  /// - Parameters:
  ///   - target: the target.
  ///   - syntax: its syntax.
  ///   - url: where it goes.
  /// - Throws: ``PipelineRules/cannotWrite``, ``PipelineRules/invalidSetting``.
  init(_ target: LogicalTarget, _ syntax: TargetSyntax, at url: URL) throws(DiagnosedError) {
    self.target = target
    self.syntax = syntax
    self.url = url
    switch target.encoding?.uppercased() {
    case nil, "UTF-8", "UTF8": utf16 = nil
    case "UTF-16", "UTF16": utf16 = UTF16Encoder()
    case .some(let other):
      throw DiagnosedError(
        PipelineRules.invalidSetting, at: target.place,
        [
          .plain("value", other), .plain("key", "encoding"),
          .plain("allowed", "UTF-8, UTF-16"),
        ])
    }
    file = try AtomicFile(url)
    if target.compression == .gzip { gzip = GzipEncoder() }
    if !streams { spool = try Self.hiddenFile(url) }
  }

  private var streams: Bool {
    guard case .lines = syntax else { return false }
    return target.compression == nil || target.compression == .gzip
  }

  /// Takes lines of N-Quads or N-Triples.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``.
  func take(_ lines: UnsafeRawBufferPointer) throws(DiagnosedError) {
    if lines.isEmpty { return }
    if streams { return try put(lines) }
    try keep(lines)
  }

  /// Writes what was kept, so that nothing but the renaming is left.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``.
  func finish(prefixes: [(prefix: String, namespace: String)]) throws(DiagnosedError) {
    if !streams {
      switch syntax {
      case .lines: break
      case .document, .rdfJSON: try serialise(prefixes)
      }
      if let compression = target.compression, compression != .gzip {
        return try pack(compression)
      }
      try forEachKept { (bytes) throws(DiagnosedError) in try put(bytes) }
    }
    if let last = gzip?.finish() { try file?.write(last) }
  }

  /// Gives the file its name.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``.
  func commit() throws(DiagnosedError) {
    if let file = file.take() { try file.commit() }
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(DiagnosedError) {
    var bytes = Array(bytes)
    if utf16 != nil { bytes = utf16?.encode(bytes) ?? [] }
    if let gzip { bytes = gzip.encode(bytes) }
    try file?.write(bytes)
  }

  // The syntax is written over the lines that it is made of.
  private func serialise(
    _ prefixes: [(prefix: String, namespace: String)]
  ) throws(DiagnosedError) {
    var lines: [UInt8] = []
    try forEachKept { (bytes) throws(DiagnosedError) in lines += bytes }
    let quads = try RDFReader.readAll(bytes: lines, format: .nQuads, file: url.lastPathComponent)
    let text: [UInt8]
    switch syntax {
    case .document(let format):
      text = try RDFWriter.write(quads.sorted(), format: format, prefixes: prefixes)
    case .rdfJSON: text = RDFJSONWriter.write(quads)
    case .lines: text = lines
    }
    spool = try Self.hiddenFile(url)
    spooled = 0
    try text.withUnsafeBufferPointer { (bytes) throws(DiagnosedError) in
      try keep(UnsafeRawBufferPointer(bytes))
    }
  }

  private func pack(_ compression: LogicalTarget.Compression) throws(DiagnosedError) {
    guard let descriptor = file?.descriptor else { return }
    var name = url.lastPathComponent
    for ending in [".zip", ".tar.gz", ".tgz", ".tar.xz", ".txz"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    var content: [UInt8]?
    if utf16 != nil {
      var bytes: [UInt8] = []
      try forEachKept { (part) throws(DiagnosedError) in
        bytes += utf16?.encode(Array(part)) ?? []
      }
      content = bytes
    }
    let archive = try ArchiveFile(
      compression, to: descriptor, path: url.path,
      entry: (name, content?.count ?? spooled))
    if let content {
      try content.withUnsafeBufferPointer { (bytes) throws(DiagnosedError) in
        try archive.write(UnsafeRawBufferPointer(bytes))
      }
    } else {
      try forEachKept { (bytes) throws(DiagnosedError) in try archive.write(bytes) }
    }
    try archive.finish()
  }

  // MARK: Keeping

  private static func hiddenFile(_ url: URL) throws(DiagnosedError) -> FileHandle {
    let path = url.deletingLastPathComponent()
      .appending(path: ".\(url.lastPathComponent).\(getpid()).spool").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw failure(url, String(cString: strerror(errno))) }
    unlink(path)
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  private func keep(_ bytes: UnsafeRawBufferPointer) throws(DiagnosedError) {
    do {
      try spool?.write(contentsOf: Data(bytes))
    } catch {
      throw Self.failure(url, "the disk may be full")
    }
    spooled += bytes.count
  }

  private func forEachKept(
    _ body: (UnsafeRawBufferPointer) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    guard let spool else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 17)
    var offset = 0
    while offset < spooled {
      let start = offset
      let descriptor = spool.fileDescriptor
      let count = buffer.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(start))
      }
      if count <= 0 { throw Self.failure(url, "what was kept cannot be read again") }
      try buffer.withUnsafeBufferPointer { (bytes) throws(DiagnosedError) in
        try body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<count]))
      }
      offset += count
    }
  }

  private static func failure(_ url: URL, _ reason: String) -> DiagnosedError {
    DiagnosedError(
      PipelineRules.cannotWrite, at: SourcePlace(file: url.path),
      [.plain("path", url.path), .plain("reason", reason)])
  }
}

/// Makes UTF-16 of UTF-8, with a byte order mark at the beginning.
///
/// - Source: Unicode 16 §3.10; RFC 2781 §3.2 for the mark.
struct UTF16Encoder {
  private var hasBegun = false
  // The beginning of a character whose end comes with the next bytes.
  private var rest: [UInt8] = []

  /// Encodes bytes that may end inside a character.
  mutating func encode(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = hasBegun ? [] : [0xFF, 0xFE]
    hasBegun = true
    let all = rest + bytes
    var end = all.count
    while end > 0, end > all.count - 4, all[end - 1] & 0xC0 == 0x80 { end -= 1 }
    if end > 0, all[end - 1] >= 0xC0 {
      let lead = all[end - 1]
      let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      end = all.count - (end - 1) >= length ? all.count : end - 1
    } else {
      end = all.count
    }
    rest = Array(all[end...])
    for unit in String(decoding: all[..<end], as: UTF8.self).utf16 {
      output.append(UInt8(truncatingIfNeeded: unit))
      output.append(UInt8(truncatingIfNeeded: unit >> 8))
    }
    return output
  }
}
