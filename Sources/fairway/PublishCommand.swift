// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Pipeline

/// `fairway publish`.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Put what a run accepted into a catalogue.")

  @Argument(help: ArgumentHelp("The folder that fairway run wrote.", valueName: "run-dir")) var folder: String

  @Option(help: "The catalogue, an SQLite file; made if it is not there.") var catalogue: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let terminal = Terminal(common)
    try terminal.perform {
      let outcome = try PublishJob(
        run: URL(filePath: folder), catalogue: URL(filePath: catalogue)
      ).publish()
      for title in outcome.published { terminal.say("published: \(title)") }
      for finding in outcome.findings { terminal.show(finding) }
      return outcome.findings.isEmpty ? 0 : 1
    }
  }
}

/// `fairway export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the feed of a catalogue as files.")

  @Option(help: "The catalogue, an SQLite file.") var catalogue: String

  @Option(name: .shortAndLong, help: "The folder to write to.") var output: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let terminal = Terminal(common)
    try terminal.perform {
      let files = try ExportJob(
        catalogue: URL(filePath: catalogue), output: URL(filePath: output)
      ).run()
      for file in files { terminal.say("wrote \(file.relativePath)") }
      return 0
    }
  }
}
