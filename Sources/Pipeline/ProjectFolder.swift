// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation

/// The folder that a pipeline or mapping may read from.
///
/// The project is the nearest folder above the file that holds `Ontologies`, `Pipelines`,
/// `fairway.yaml` or `.git`; without any, the file's own folder. Other folders are allowed by name only.
package struct ProjectFolder: Sendable {
  /// The project's folder.
  package let root: URL
  /// Other folders that may be read.
  package let allowed: [URL]

  /// Finds the project of a file.
  ///
  /// - Parameters:
  ///   - file: a pipeline or mapping.
  ///   - allowed: what `--allow-path` named.
  package init(of file: URL, allowed: [URL] = []) {
    self.allowed = allowed.map { $0.resolvingSymlinksInPath() }
    let own = file.resolvingSymlinksInPath().deletingLastPathComponent()
    var folder = own
    let marks = ["Ontologies", "Pipelines", "fairway.yaml", ".git"]
    while folder.path != "/" {
      let isProject = marks.contains {
        FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
      }
      if isProject {
        root = folder
        return
      }
      folder.deleteLastPathComponent()
    }
    root = own
  }

  /// A path of a file that people wrote, resolved against that file's folder.
  ///
  /// - Parameters:
  ///   - path: relative to `folder`, or absolute.
  ///   - folder: where the file that names the path lies.
  ///   - place: where the path stands, for findings.
  /// - Returns: the file's address, with `..` resolved; it need not exist.
  /// - Throws: ``PipelineRules/outsideProject``.
  package func resolve(_ path: String, in folder: URL, at place: SourcePlace?)
    throws(DiagnosedError) -> URL
  {
    let url =
      path.hasPrefix("/")
      ? URL(filePath: path).standardizedFileURL
      : folder.appending(path: path).standardizedFileURL
    // The path itself may be a glob, so links are resolved in what exists of it.
    var existing = url
    while existing.path != "/", !FileManager.default.fileExists(atPath: existing.path) {
      existing.deleteLastPathComponent()
    }
    let real = existing.resolvingSymlinksInPath()
    guard ([root.resolvingSymlinksInPath()] + allowed).contains(where: { Self.contains($0, real) })
    else {
      throw DiagnosedError(
        PipelineRules.outsideProject, at: place,
        [.plain("path", path), .plain("project", root.path)])
    }
    return url
  }

  /// The name that findings and reports call a file by: relative to the project where it lies inside.
  package func name(of url: URL) -> String {
    let path = url.standardizedFileURL.path
    for base in [root] + allowed {
      let prefix = base.path.hasSuffix("/") ? base.path : base.path + "/"
      if path.hasPrefix(prefix) { return String(path.dropFirst(prefix.count)) }
    }
    return path
  }

  private static func contains(_ folder: URL, _ file: URL) -> Bool {
    let folder = folder.path
    let file = file.path
    return file == folder || file.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}
