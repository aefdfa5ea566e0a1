// SPDX-License-Identifier: Apache-2.0

@preconcurrency import Glibc

/// What a file is, and what changes when somebody writes to it.
struct FileState: Equatable {
  private let mode: mode_t
  private let device: dev_t
  private let node: ino_t
  private let size: off_t
  private let seconds: Int
  private let nanoseconds: Int

  /// Asks for the file at `path`, behind symbolic links; `nil`, with `errno`, if there is none.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Asks for what stands at `path` itself, be it a symbolic link.
  init?(linkAt path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Asks for an open file.
  init?(descriptor: CInt) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    mode = status.st_mode
    device = status.st_dev
    node = status.st_ino
    size = status.st_size
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  /// Whether it is a file of bytes.
  var isRegular: Bool { mode & S_IFMT == S_IFREG }

  /// How many bytes it has.
  var byteCount: UInt64 { UInt64(max(0, size)) }

  /// Whether it is a folder.
  var isFolder: Bool { mode & S_IFMT == S_IFDIR }

  /// What it is, with an article.
  var kindInWords: String {
    switch mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a named pipe"
    case S_IFCHR, S_IFBLK: "a device"
    case S_IFSOCK: "a socket"
    case S_IFREG: "a file"
    default: "of an unknown kind"
    }
  }
}
