// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Pipeline

/// `fairway validate`.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check RDF files against SHACL shapes.",
    discussion: "Exit code 0: conforms; 1: results at or above --fail-on; 3: unreadable.")

  @Argument(help: "The data.") var data: [String]

  @Option(parsing: .upToNextOption, help: "The shapes.") var shapes: [String]

  @Option(help: "text, turtle (a SHACL validation report) or json.") var format:
    ValidationRendering.Form?

  @Option(name: .shortAndLong, help: "The file to write; standard output by default.")
  var output: String?

  @Option(help: "The severity that makes the command end with exit code 1.")
  var failOn = FailOn.violation

  @Option(
    help: "How many results of one shape and component the text shows; all by default.")
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Write the data with stale codes put right to a file; what was changed is listed.",
      valueName: "file"))
  var repair: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let limit, limit < 1 {
      throw ValidationError("--limit takes a whole number from 1 up.")
    }
    if repair != nil, data.count != 1 {
      throw ValidationError("--repair takes one file of data.")
    }
  }

  func run() throws {
    try Terminal.perform(common) { terminal, settings in
      let outcome = try ValidateJob(
        data: data.map { URL(filePath: $0) }, shapes: shapes.map { URL(filePath: $0) }
      ).run()
      let rendering = ValidationRendering(
        outcome, showsValues: settings.showsValues, limit: limit)
      let form = format ?? (settings.printsJSON ? .json : .text)
      try rendering.write(form, to: output.map { URL(filePath: $0) })
      if let repair {
        var job = FlavourJob(URL(filePath: data[0]), to: FlavourJob.repair)
        job.output = URL(filePath: repair)
        terminal.say(try job.run().text + "wrote \(repair)")
      }
      return failOn.isReached(by: outcome.gravest) ? 1 : 0
    }
  }
}

extension ValidationRendering.Form: ExpressibleByArgument {}
