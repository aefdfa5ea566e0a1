// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `fairway report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Show the report of a run again.",
    discussion: "Source values are hidden unless the run itself was given --show-values.")

  @Argument(help: ArgumentHelp("The folder that fairway run wrote.", valueName: "run-dir"))
  var folder: String

  @Option(help: "text, html, json, turtle, csv or sarif.") var format: ReportJob.Form?

  @Option(name: .shortAndLong, help: "The file to write; standard output by default.")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Terminal.perform(common) { terminal, settings in
      try ReportJob(
        run: URL(filePath: folder), form: format ?? (settings.printsJSON ? .json : .text),
        output: output.map { URL(filePath: $0) }
      ).run()
      return 0
    }
  }
}

extension ReportJob.Form: ExpressibleByArgument {}
