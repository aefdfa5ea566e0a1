// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The files that a source names: one file, a pattern, or a folder.
package enum SourceFiles {
  /// How many files one source may have.
  package static let limit = 100_000

  /// Lists the files, sorted by the bytes of their paths.
  ///
  /// A name that exists is that file, even with pattern characters in it. In a pattern `*`, `?` and
  /// `[a-z]` stand within one name, and `**` as a whole name stands for any number of nested
  /// folders; hidden names fit only a pattern that begins with their dot, and `**` does not follow
  /// symbolic links. A folder stands for the visible files directly in it that have one of
  /// `extensions`, with or without `.gz`, in upper or lower case.
  ///
  /// - Parameters:
  ///   - path: a path, a pattern, a folder, or `-` for standard input.
  ///   - extensions: without dots, as `csv` and `tsv`; for folders only.
  ///   - limit: how many files, or folders on the way, there may be.
  /// - Returns: at least one path; a pattern may match what is not a regular file, which opening
  ///   then refuses.
  /// - Throws: ``InputRules/notFound`` or ``InputRules/nothingFound`` with the nearest name,
  ///   ``InputRules/tooManyFiles``, ``InputRules/noPermission``.
  package static func expand(
    _ path: String, extensions: [String], limit: Int = SourceFiles.limit
  ) throws(DiagnosedError) -> [String] {
    if path == "-" { return [path] }
    if let state = FileState(path: path) {
      return state.isFolder ? try files(in: path, extensions, limit) : [path]
    }
    if !GlobPattern.isPattern(path) { throw MissingPath.error(path: path, displayName: path) }
    return try matches(of: path, limit)
  }

  private static func files(
    in folder: String, _ extensions: [String], _ limit: Int
  ) throws(DiagnosedError) -> [String] {
    let names = try names(in: folder)
    let endings = extensions.flatMap { [".\($0)", ".\($0).gz"] }.map { $0.lowercased() }
    let found = names.filter { name in
      let lower = name.lowercased()
      return name.utf8.first != 0x2E && endings.contains { lower.hasSuffix($0) }
    }
    .map { Folder.path(folder, $0) }
    .filter { FileState(path: $0)?.isFolder != true }
    if found.isEmpty {
      let wanted = extensions.map { "*.\($0)" }.joined(separator: ", ")
      throw nothing(folder, wanted: wanted, names: names)
    }
    return try limited(found, folder, limit)
  }

  // One part of the path after the other turns the folders found so far into what they hold.
  private static func matches(of path: String, _ limit: Int) throws(DiagnosedError) -> [String] {
    let parts = path.split(separator: "/").map(String.init)
    var found = [path.utf8.first == 0x2F ? "/" : ""]
    for (index, part) in parts.enumerated() {
      let before = found
      let isLast = index == parts.count - 1
      if part == "**" {
        found = try nested(before, path, limit)
        // At the end it means every file below.
        if isLast { found = try children(of: found, GlobPattern("*"), folders: false) }
      } else if GlobPattern.isPattern(part) {
        found = try children(of: before, GlobPattern(part), folders: !isLast)
      } else {
        found = before.map { Folder.path($0, part) }
          .filter { FileState(path: $0).map { isLast ? !$0.isFolder : $0.isFolder } ?? false }
      }
      if found.isEmpty {
        let names = before.first.flatMap { Folder.names(in: $0) } ?? []
        throw nothing(path, wanted: part, names: names)
      }
      found = try limited(found, path, limit)
    }
    return Set(found).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func children(
    of folders: [String], _ pattern: GlobPattern, folders wantsFolders: Bool
  ) throws(DiagnosedError) -> [String] {
    var found: [String] = []
    for folder in folders {
      for name in try names(in: folder) where pattern.matches(name) {
        let path = Folder.path(folder, name)
        // A dangling link is kept as a file, so that opening it says what is wrong.
        if (FileState(path: path)?.isFolder ?? false) == wantsFolders { found.append(path) }
      }
    }
    return found
  }

  private static func nested(
    _ folders: [String], _ path: String, _ limit: Int
  ) throws(DiagnosedError) -> [String] {
    var found = folders
    var next = 0
    while next < found.count {
      let folder = found[next]
      next += 1
      for name in try names(in: folder) where name.utf8.first != 0x2E {
        let child = Folder.path(folder, name)
        if FileState(linkAt: child)?.isFolder == true { found.append(child) }
      }
      found = try limited(found, path, limit)
    }
    return found
  }

  private static func names(in folder: String) throws(DiagnosedError) -> [String] {
    if let names = Folder.names(in: folder) { return names }
    throw DiagnosedError(
      InputRules.noPermission, at: SourcePlace(file: folder), [.plain("file", folder)])
  }

  private static func limited(
    _ found: [String], _ path: String, _ limit: Int
  ) throws(DiagnosedError) -> [String] {
    if found.count <= limit { return found }
    throw DiagnosedError(
      InputRules.tooManyFiles, at: SourcePlace(file: path),
      [.plain("path", path), .plain("limit", limit)])
  }

  private static func nothing(
    _ path: String, wanted: String, names: [String]
  ) -> DiagnosedError {
    DiagnosedError(
      InputRules.nothingFound, at: SourcePlace(file: path),
      [
        .plain("path", path), .plain("wanted", wanted),
        .plain("hint", NearestName.hint(wanted, in: Folder.visible(names))),
      ])
  }
}
