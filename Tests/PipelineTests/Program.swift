// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// The built program, for what only a process of its own can show.
struct Program {
  let process = Process()
  private let output: URL

  /// The program beside the test bundle, if it is built.
  static let url: URL? = {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    var candidates: [URL] = []
    while folder.path != "/" {
      candidates.append(folder.appending(path: "fairway"))
      folder.deleteLastPathComponent()
    }
    candidates.append(SharedFolder.packageRoot.appending(path: ".build/debug/fairway"))
    return candidates.first {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0.path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }()

  /// Starts the program; `nil` with one plain line if it is not built.
  init?(_ arguments: [String], in folder: URL) throws {
    guard let url = Self.url else {
      print("skipped: the program fairway is not built")
      return nil
    }
    output = folder.appending(path: ".printed-\(UUID().uuidString)")
    try Data().write(to: output)
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SOURCE_DATE_EPOCH": "1772323200"]) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    try process.run()
  }

  /// What was printed on standard output and standard error.
  func finish() throws -> String {
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: output) }
    return try text(output)
  }

  /// Ends the program as a power cut would.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: output)
  }
}
