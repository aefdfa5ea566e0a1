// SPDX-License-Identifier: Apache-2.0

import Diagnostics
@preconcurrency import Glibc

/// A regular file, or standard input, open for reading; closed when it goes out of use.
///
/// - Source: POSIX.1-2017 `open`, `read`, `fstat`.
struct OpenFile: ~Copyable {
  /// The name that findings show.
  let displayName: String
  private let descriptor: CInt
  private let state: FileState?

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: a path, or `-` for standard input.
  ///   - displayName: the name that findings show.
  /// - Throws: ``InputRules/notFound``, ``InputRules/notAFile``, ``InputRules/noPermission`` or
  ///   ``InputRules/readFailed``.
  init(path: String, displayName: String) throws(DiagnosedError) {
    self.displayName = displayName
    if path == "-" {
      descriptor = 0
      state = nil
    } else {
      (descriptor, state) = try Self.open(path, displayName)
    }
  }

  deinit { if descriptor != 0 { close(descriptor) } }

  // Opening a FIFO would wait for a writer and opening a device can do things, so the kind is asked
  // before; asked again afterwards it cannot have been exchanged in between.
  private static func open(
    _ path: String, _ name: String
  ) throws(DiagnosedError) -> (CInt, FileState) {
    guard let before = FileState(path: path) else { throw failure(errno, path, name) }
    if !before.isRegular { throw refusal(before, name) }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    if descriptor < 0 { throw failure(errno, path, name) }
    guard let state = FileState(descriptor: descriptor), state.isRegular else {
      close(descriptor)
      throw refusal(before, name)
    }
    return (descriptor, state)
  }

  /// Reads into `buffer`.
  ///
  /// - Parameters:
  ///   - buffer: where the bytes go.
  ///   - offset: how many bytes were read before, for the error.
  /// - Returns: the bytes read, 0 at the end only.
  /// - Throws: ``InputRules/readFailed``; at the end ``InputRules/changed``.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64
  ) throws(DiagnosedError) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count > 0 { return count }
      if count == 0 {
        if buffer.count > 0 { try checkUnchanged() }
        return 0
      }
      let code = errno
      if code == EINTR { continue }
      throw DiagnosedError(
        InputRules.readFailed, at: SourcePlace(file: displayName, .offset(offset)),
        [.plain("file", displayName), .plain("byte", offset), .plain("reason", reason(code))])
    }
  }

  private func checkUnchanged() throws(DiagnosedError) {
    guard let state, let now = FileState(descriptor: descriptor), now != state else { return }
    throw DiagnosedError(
      InputRules.changed, at: SourcePlace(file: displayName), [.plain("file", displayName)])
  }

  private static func refusal(_ state: FileState, _ name: String) -> DiagnosedError {
    DiagnosedError(
      InputRules.notAFile, at: SourcePlace(file: name),
      [.plain("file", name), .plain("kind", state.kindInWords)])
  }

  private static func failure(_ code: CInt, _ path: String, _ name: String) -> DiagnosedError {
    switch code {
    case ENOENT, ENOTDIR: MissingPath.error(path: path, displayName: name)
    case EACCES, EPERM:
      DiagnosedError(
        InputRules.noPermission, at: SourcePlace(file: name), [.plain("file", name)])
    default:
      DiagnosedError(
        InputRules.readFailed, at: SourcePlace(file: name),
        [.plain("file", name), .plain("byte", 0), .plain("reason", reason(code))])
    }
  }
}

/// What the operating system says about a failed call.
private func reason(_ code: CInt) -> String { String(cString: strerror(code)) }
