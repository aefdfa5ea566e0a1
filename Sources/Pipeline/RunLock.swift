// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation

/// Holds an output folder for one run at a time.
///
/// The kernel drops the lock with the process, so a killed run leaves none behind.
struct RunLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock of a folder, making the folder if need be.
  ///
  /// - Throws: ``PipelineRules/locked`` with the process that holds it.
  init(_ folder: URL) throws(DiagnosedError) {
    let file = folder.appending(path: ".lock")
    try AtomicFile.makeFolder(folder)
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Self.failure(
        PipelineRules.cannotWrite, folder, ("reason", String(cString: strerror(errno))))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      let holder = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      throw Self.failure(
        PipelineRules.locked, folder, ("holder", holder.isEmpty ? "an unknown process" : holder))
    }
    self.descriptor = descriptor
    let holder = Array("process \(getpid())".utf8)
    _ = ftruncate(descriptor, 0)
    _ = holder.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit { close(descriptor) }

  private static func failure(
    _ rule: FindingRule, _ folder: URL, _ argument: (String, String)
  ) -> DiagnosedError {
    DiagnosedError(
      rule, at: SourcePlace(file: folder.path),
      [.plain("path", folder.path), .plain(argument.0, argument.1)])
  }
}
