// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Mapping
internal import Synchronization

/// Finds the code tables that a mapping names: relative to the mapping, inside of the project.
final class ProjectTables: CodeTableLocator {
  private let project: ProjectFolder
  private let folder: URL
  private let found = Mutex<[URL]>([])

  /// - Parameters:
  ///   - project: the project, which says what may be read.
  ///   - mapping: the mapping, beside which its tables lie.
  init(_ project: ProjectFolder, mapping: URL) {
    self.project = project
    folder = mapping.deletingLastPathComponent()
  }

  /// The tables that were asked for, in that order.
  var files: [URL] { found.withLock { $0 } }

  func locate(_ path: String) throws(DiagnosedError) -> (path: String, name: String) {
    let url = try project.resolve(path, in: folder, at: nil)
    found.withLock { files in
      if !files.contains(url) { files.append(url) }
    }
    return (url.path, project.name(of: url))
  }
}
