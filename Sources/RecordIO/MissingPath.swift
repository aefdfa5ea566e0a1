// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Says where a path that leads nowhere went wrong, and what was probably meant.
enum MissingPath {
  /// The error for a `path` that does not exist: its first missing part and the nearest name.
  static func error(path: String, displayName: String) -> DiagnosedError {
    var (folder, name) = Folder.split(path)
    var what = "file"
    while !folder.isEmpty, folder != "/", FileState(path: folder) == nil {
      (folder, name) = Folder.split(folder)
      what = "folder"
    }
    let names = Folder.visible(Folder.names(in: folder) ?? [])
    return DiagnosedError(
      InputRules.notFound, at: SourcePlace(file: displayName),
      [
        .plain("what", what), .plain("name", name),
        .plain("folder", folder.isEmpty ? "this folder" : "“\(folder)”"),
        .plain("hint", NearestName.hint(name, in: names)),
      ])
  }
}
