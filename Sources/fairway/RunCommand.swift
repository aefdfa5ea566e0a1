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

  @Option(help: "The lightest severity that keeps a dataset out.")
  var failOn: FailOn?

  @Flag(help: "Do everything but write; list the files that would be written.")
  var dryRun = false

  @OptionGroup var threading: ThreadOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Terminal.perform(common) { terminal, settings in
      let configuration = try PipelineConfiguration.load(
        URL(filePath: pipeline), allowed: settings.allowedFolders)
      let folder = output ?? "out/\(configuration.name)"
      var options = RunOptions(output: URL(filePath: folder))
      if let failOn { options.failOn = .some(failOn.severity) }
      options.showsValues = settings.showsValues
      options.isDryRun = dryRun
      options.usesColour = terminal.usesColour(on: STDOUT_FILENO)
      options.threads = threading.threads ?? settings.threads
      let outcome = try PipelineRun(configuration, options: options).run { records, findings in
        terminal.progress(records: records, findings: findings)
      }
      terminal.endProgress()
      if settings.printsJSON {
        terminal.printResult(outcome.json)
      } else if !settings.isQuiet {
        terminal.printResult(Array(outcome.text.utf8))
      }
      if dryRun { for file in outcome.files { terminal.say("would write \(file.relativePath)") } }
      return outcome.exitCode
    }
  }
}
