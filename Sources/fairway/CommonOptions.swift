// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Pipeline

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
  @Flag(help: "Print the result as JSON.") var json = false

  @Flag(name: .shortAndLong, help: "Print errors only.") var quiet = false

  @Flag(help: "Show source values in messages and reports; they are hidden by default.")
  var showValues = false

  @Option(
    help: ArgumentHelp(
      "A YAML file with quiet, showValues, allowPath and threads, for what is not given here.",
      valueName: "file"))
  var config: String?

  @Option(
    name: .customLong("allow-path"), parsing: .singleValue,
    help: ArgumentHelp("A folder outside of the project that may be read.", valueName: "folder"))
  var allowedPaths: [String] = []

  @Option(
    name: .customLong("allow-host"), parsing: .singleValue,
    help: ArgumentHelp(
      "A host that may be contacted; no command of this version contacts any.", valueName: "host"))
  var allowedHosts: [String] = []
}

/// What the common options and the file of `--config` come to together.
struct CommonSettings {
  let printsJSON: Bool
  let isQuiet: Bool
  let showsValues: Bool
  let allowedFolders: [URL]
  let threads: Int

  /// Joins options and defaults; the command line goes first.
  init(_ options: CommonOptions, _ defaults: CommandDefaults) {
    printsJSON = options.json
    isQuiet = options.quiet || defaults.quiet ?? false
    showsValues = options.showValues || defaults.showValues ?? false
    allowedFolders = options.allowedPaths.map { URL(filePath: $0) } + defaults.allowedPaths
    threads = defaults.threads ?? 1
  }
}
