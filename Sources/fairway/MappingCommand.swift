// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Pipeline

/// `fairway mapping`.
struct MappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping", abstract: "Look into a mapping.", subcommands: [Translate.self])

  /// `fairway mapping translate`.
  struct Translate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "translate",
      abstract: "Write a mapping as RML of the current vocabulary, in Turtle.",
      discussion: "Several YARRRML files are read as if they were one.")

    @Argument(help: "The mapping: YARRRML (.yml, .yaml), or RML of any vocabulary (.ttl).")
    var mappings: [String]

    @Option(name: .shortAndLong, help: "The file to write; standard output by default.")
    var output: String?

    @OptionGroup var externals: ExternalOptions

    @OptionGroup var common: CommonOptions

    func run() throws {
      try Terminal.perform(common) { terminal, settings in
        var job = TranslateJob(mappings: mappings.map { URL(filePath: $0) })
        job.externals = externals.values
        job.output = output.map { URL(filePath: $0) }
        let outcome = try job.run()
        terminal.show(outcome.findings)
        var summary = CommandSummary()
        summary.add(outcome.findings.sortedGroups, showsValues: settings.showsValues)
        terminal.conclude(
          outcome.mapCount == 1 ? "1 triples map" : "\(outcome.mapCount) triples maps", summary,
          outputIsTaken: output == nil)
        return 0
      }
    }
  }
}
