// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `fairway run`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a pipeline: from providers' metadata to reports and a catalogue.")

  @Argument(help: "The pipeline, YAML.") var pipeline: String

  @Option(name: .shortAndLong, help: "The folder to write to; out/NAME by default.")
  var output: String?

  @Option(help: "The lightest severity that keeps a dataset out: violation, warning or never.")
  var failOn: FailOn?

  @Flag(help: "Do everything but write; list the files that would be written.")
  var dryRun = false

  @Option(help: "How many batches are mapped at the same time; the result is the same.")
  var threads = 1

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...64).contains(threads) else {
      throw ValidationError("--threads takes a number from 1 to 64, not \(threads).")
    }
  }

  func run() throws {
    let terminal = Terminal(common)
    try terminal.perform {
      let configuration = try PipelineConfiguration.load(
        URL(filePath: pipeline), allowed: common.allowedFolders)
      let folder = output ?? "out/\(configuration.name)"
      var options = RunOptions(output: URL(filePath: folder))
      if let failOn { options.failOn = .some(failOn.severity) }
      options.showsValues = common.showValues
      options.isDryRun = dryRun
      options.threads = threads
      let outcome = try PipelineRun(configuration, options: options).run { records, findings in
        terminal.progress(records: records, findings: findings)
      }
      terminal.endProgress()
      if common.json {
        terminal.printResult(outcome.json)
      } else if !common.quiet {
        terminal.printResult(Array(outcome.text.utf8))
      }
      if dryRun { for file in outcome.files { terminal.say("would write \(file.relativePath)") } }
      return outcome.exitCode
    }
  }
}
