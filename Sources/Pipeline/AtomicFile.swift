// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation

/// Writes files so that a reader sees the old content or the new, never a part of it.
///
/// The content goes to a hidden file in the same folder, is synced, and renamed over the target; then
/// the folder is synced. What a killed run leaves behind is a hidden file that the next run removes.
/// A device or a pipe has no content to keep: it is written to as it is, and never replaced.
package struct AtomicFile: ~Copyable {
  private let target: URL
  /// The hidden file, `nil` for a device or a pipe.
  private let temporary: URL?
  /// The hidden file, open for writing.
  let descriptor: Int32
  private var isFinished = false

  /// Opens a hidden file beside `target`, making the folders on the way.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``.
  package init(_ target: URL) throws(DiagnosedError) {
    let temporary = Self.isStream(target) ? nil : try Self.hiddenFile(beside: target)
    let flags = temporary == nil ? 0 : O_CREAT | O_TRUNC
    let descriptor = open((temporary ?? target).path, O_WRONLY | O_CLOEXEC | flags, 0o644)
    if descriptor < 0 { throw Self.failure(target.path, Self.reason(errno)) }
    self.target = target
    self.temporary = temporary
    self.descriptor = descriptor
  }

  private static func hiddenFile(beside target: URL) throws(DiagnosedError) -> URL {
    let folder = target.deletingLastPathComponent()
    try makeFolder(folder)
    sweep(folder, target.lastPathComponent)
    return folder.appending(path: ".\(target.lastPathComponent).\(getpid()).tmp")
  }

  /// Appends bytes.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``, for instance when the disk is full.
  package func write(_ bytes: [UInt8]) throws(DiagnosedError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(DiagnosedError) in
      try write(UnsafeRawBufferPointer(bytes))
    }
  }

  /// Appends bytes.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``, for instance when the disk is full.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(DiagnosedError) {
    var start = 0
    while start < bytes.count {
      // `write` may take less than it is given.
      let written = Foundation.write(
        descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      if written < 0 {
        if errno == EINTR { continue }
        throw Self.failure(target.path, Self.reason(errno))
      }
      start += written
    }
  }

  /// Puts the new content in the target's place.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``; the target is then what it was.
  package consuming func commit() throws(DiagnosedError) {
    isFinished = true
    guard let temporary else {
      guard close(descriptor) == 0 else { throw Self.failure(target.path, Self.reason(errno)) }
      return
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0,
      rename(temporary.path, target.path) == 0
    else {
      let reason = Self.reason(errno)
      unlink(temporary.path)
      throw Self.failure(target.path, reason)
    }
    Self.syncFolder(target.deletingLastPathComponent())
  }

  deinit {
    if !isFinished {
      close(descriptor)
      if let temporary { unlink(temporary.path) }
    }
  }

  // Whether a path leads to a device, a pipe or a socket.
  private static func isStream(_ target: URL) -> Bool {
    var status = stat()
    guard stat(target.path, &status) == 0 else { return false }
    return [S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// Writes a whole file.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``; the target is then what it was.
  package static func write(_ bytes: [UInt8], to target: URL) throws(DiagnosedError) {
    let file = try AtomicFile(target)
    try file.write(bytes)
    try file.commit()
  }

  /// Makes a folder and those on the way to it, unless they are there.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``.
  static func makeFolder(_ folder: URL) throws(DiagnosedError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      // The system's own words; those of Foundation speak of its domains and keys.
      let cause = (error as? CocoaError)?.underlying as? POSIXError
      throw failure(folder.path, reason(cause?.code.rawValue ?? EIO))
    }
  }

  /// Puts a hidden file that is whole and synced in its target's place.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``; the target is then what it was.
  static func put(_ hidden: URL, inPlaceOf target: URL) throws(DiagnosedError) {
    guard rename(hidden.path, target.path) == 0 else {
      throw failure(target.path, reason(errno))
    }
    syncFolder(target.deletingLastPathComponent())
  }

  // Hidden files of processes that are gone; those of a living one are its work in hand.
  private static func sweep(_ folder: URL, _ name: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let prefix = ".\(name)."
    for leftover in names where leftover.hasPrefix(prefix) && leftover.hasSuffix(".tmp") {
      let process = leftover.dropFirst(prefix.count).dropLast(".tmp".count)
      let isAlive = Int32(process).map { kill($0, 0) == 0 || errno == EPERM } ?? false
      if !isAlive { unlink(folder.appending(path: leftover).path) }
    }
  }

  private static func syncFolder(_ folder: URL) {
    let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  private static func failure(_ path: String, _ reason: String) -> DiagnosedError {
    DiagnosedError(
      PipelineRules.cannotWrite, at: SourcePlace(file: path),
      [.plain("path", path), .plain("reason", reason)])
  }
}
