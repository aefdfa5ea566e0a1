// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Pipeline

/// The command line: one file for each subcommand, no logic.
@main struct Fairway: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fairway",
    abstract: "Takes a provider's metadata to a FAIR entry in the catalogue of cancer images.",
    discussion: """
      Exit codes: 0 ok; 1 findings at or above --fail-on; 2 usage; 3 input unreadable, invalid or \
      changed while read; 4 environment (disk, lock, permission); 70 internal error.
      """,
    version: Product.version,
    subcommands: [RunCommand.self, MapCommand.self] + serving)
}
