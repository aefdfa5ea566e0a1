// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import LocatedYAML

/// What a file given with `--config` says in place of options that a command line leaves out.
package struct CommandDefaults: Sendable, Hashable {
  /// Whether only errors are printed.
  package var quiet: Bool?
  /// Whether source values are shown.
  package var showValues: Bool?
  /// Folders outside of the project that may be read, relative to the file.
  package var allowedPaths: [URL] = []
  /// How many batches are mapped at the same time.
  package var threads: Int?

  /// Says nothing.
  package init() {}

  /// Reads a file.
  ///
  /// - Parameter file: YAML with the keys `quiet`, `showValues`, `allowPath` and `threads`.
  /// - Throws: every fault of the file, each at its line.
  package init(_ file: URL) throws(DiagnosedError) {
    let root = try LocatedYAML.parseFile(file.path, as: file.relativePath)
    let reader = YAMLReader()
    let keys: [YAMLKey] = ["quiet", "showValues", "allowPath", "threads"]
    let top = reader.mapping(root, as: "the configuration", keys: keys)
    quiet = top?.optional("quiet", as: .boolean)
    showValues = top?.optional("showValues", as: .boolean)
    threads = top?.optional("threads", as: .integer(in: 1...64))
    let folder = file.deletingLastPathComponent()
    allowedPaths = (top?.list("allowPath", as: .string) ?? []).map {
      $0.hasPrefix("/") ? URL(filePath: $0) : folder.appending(path: $0)
    }
    try reader.finish()
  }
}
