// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder of its own for a test, gone when the test is.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    let name = "fairway-pipeline-\(UUID().uuidString)"
    let folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    url = folder.resolvingSymlinksInPath()
  }

  deinit { remove() }

  func remove() { try? FileManager.default.removeItem(at: url) }
}

/// The files below a folder by their paths, hidden ones included.
func contents(of folder: URL) throws -> [String: [UInt8]] {
  var found: [String: [UInt8]] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
    let file = folder.appending(path: path)
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
    if !isFolder.boolValue { found[path] = Array(try Data(contentsOf: file)) }
  }
  return found
}

/// The text of a file.
func text(_ file: URL) throws -> String {
  String(decoding: try Data(contentsOf: file), as: UTF8.self)
}
