// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
  @Flag(help: "Print the result as JSON.") var json = false

  @Flag(name: .shortAndLong, help: "Print errors only.") var quiet = false

  @Flag(help: "Show source values in messages and reports; they are hidden by default.")
  var showValues = false

  @Option(
    name: .customLong("allow-path"), parsing: .singleValue,
    help: ArgumentHelp("A folder outside of the project that may be read.", valueName: "folder"))
  var allowedPaths: [String] = []

  @Option(
    name: .customLong("allow-host"), parsing: .singleValue,
    help: ArgumentHelp(
      "A host that may be contacted; no command of this version contacts any.", valueName: "host"))
  var allowedHosts: [String] = []

  /// The folders of `--allow-path`.
  var allowedFolders: [URL] { allowedPaths.map { URL(filePath: $0) } }
}
