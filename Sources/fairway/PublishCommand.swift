// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Pipeline

/// `fairway publish`.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Put what a run accepted into a catalogue.")

  @Argument(help: ArgumentHelp("The folder that fairway run wrote.", valueName: "run-dir"))
  var folder: String

  @Option(help: "The catalogue, an SQLite file; made if it is not there.") var catalogue: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Terminal.perform(common) { terminal, settings in
      let outcome = try PublishJob(
        run: URL(filePath: folder), catalogue: URL(filePath: catalogue)
      ).publish()
      var findings = FindingCollector()
      findings.add(outcome.findings)
      var summary = CommandSummary()
      summary.published = outcome.published
      summary.add(findings.sortedGroups, showsValues: settings.showsValues)
      terminal.show(findings)
      terminal.conclude(
        outcome.published.map { "published: \($0)" }.joined(separator: "\n"), summary)
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

  @Option(
    name: .customLong("flavour"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Flavours to write as well, each into a folder of its name.", valueName: "name"))
  var flavours: [String] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Terminal.perform(common) { terminal, settings in
      var job = ExportJob(catalogue: URL(filePath: catalogue), output: URL(filePath: output))
      job.flavours = flavours
      let (files, found) = try job.run()
      var findings = FindingCollector()
      findings.add(found)
      var summary = CommandSummary()
      summary.add(findings.sortedGroups, showsValues: settings.showsValues)
      terminal.show(findings)
      summary.files = files.map(\.relativePath)
      terminal.conclude(
        files.map { "wrote \($0.relativePath)" }.joined(separator: "\n"), summary)
      return 0
    }
  }
}
