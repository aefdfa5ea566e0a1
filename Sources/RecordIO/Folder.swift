// SPDX-License-Identifier: Apache-2.0

@preconcurrency import Glibc

/// The names in a folder.
enum Folder {
  /// The names in the folder at `path` without `.` and `..`, sorted by their bytes.
  ///
  /// A name that is not UTF-8 comes with U+FFFD in place of its bad bytes.
  ///
  /// - Parameter path: the folder; empty for the current one.
  /// - Returns: `nil`, with `errno`, if it cannot be listed.
  static func names(in path: String) -> [String]? {
    guard let handle = opendir(path.isEmpty ? "." : path) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = entry.pointer(to: \.d_name).map { String(cString: UnsafeRawPointer($0).cString) }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names that are not hidden.
  static func visible(_ names: [String]) -> [String] { names.filter { $0.utf8.first != 0x2E } }

  /// The folder and the last name of a path; the folder is empty when the path is one name.
  static func split(_ path: String) -> (folder: String, name: String) {
    let bytes = path.utf8
    guard let slash = bytes.lastIndex(of: 0x2F) else { return ("", path) }
    let name = String(path[bytes.index(after: slash)...])
    let folder = slash == bytes.startIndex ? "/" : String(path[..<slash])
    return (folder, name)
  }

  /// The path of `name` in `folder`.
  static func path(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.utf8.last == 0x2F ? folder + name : folder + "/" + name
  }
}

extension UnsafeRawPointer {
  // The system ends names with a zero byte; the tuple that Swift shows has a fixed size.
  fileprivate var cString: UnsafePointer<CChar> { assumingMemoryBound(to: CChar.self) }
}
