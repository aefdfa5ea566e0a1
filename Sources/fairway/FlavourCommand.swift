// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Pipeline
internal import RDFIO

/// The options of commands that write a description anew.
struct RewritingOptions: ParsableArguments {
  @Argument(help: "The description, in any syntax of RDF.") var file: String

  @Option(help: "Its syntax; by the file's extension if it is left out.") var from: RDFFormat?

  @Option(help: "The syntax to write; by the output's extension, or Turtle.")
  var format: RDFFormat?

  @Option(help: "What relative IRIs are resolved against.") var base: String?

  @Option(name: .shortAndLong, help: "The file to write; standard output by default.")
  var output: String?

  @Option(help: "The severity that makes the command end with exit code 1.")
  var failOn = FailOn.violation

  @OptionGroup var common: CommonOptions

  /// Runs a job and shows what it changed.
  func run(_ job: FlavourJob, _ terminal: Terminal, _ settings: CommonSettings) throws -> Int32 {
    var job = job
    job.from = from
    job.format = format
    job.base = base
    job.output = output.map { URL(filePath: $0) }
    let outcome = try job.run()
    var findings = FindingCollector()
    findings.add(outcome.findings)
    var summary = CommandSummary()
    summary.statements = outcome.summary.statements
    summary.flavour = outcome.summary
    summary.add(findings.sortedGroups, showsValues: settings.showsValues)
    if !settings.printsJSON { terminal.say(outcome.text) }
    // What is asked for stands among the changes.
    var others = FindingCollector()
    others.add(outcome.findings.filter { $0.rule.id != "flavour.refused" })
    terminal.show(others)
    let target = output.map { "; wrote \($0)" } ?? ""
    terminal.conclude(
      "\(outcome.summary.statements) statements\(target)", summary, outputIsTaken: output == nil)
    return failOn.isReached(by: findings.heaviest) ? 1 : 0
  }
}

/// `fairway flavour`.
struct FlavourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flavour",
    abstract: "Write a description in the form that one reader takes.",
    discussion: """
      What is changed, invented or lost, and what the reader passes over or asks for, stands on standard \
      error. Exit code 1: the reader refuses the description; it is written all the same.
      """)

  @Option(help: "The flavour; Documentation/flavours.md lists them.") var to: String

  @Flag(help: "Put stale codes right first.") var repair = false

  @OptionGroup var options: RewritingOptions

  func run() throws {
    try Terminal.perform(options.common) { terminal, settings in
      var job = FlavourJob(URL(filePath: options.file), to: to)
      job.repairs = repair
      return try options.run(job, terminal, settings)
    }
  }
}

/// `fairway migrate`.
struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Bring a description of EUCAIM DCAT-AP 1.0 up to 2.0.",
    discussion: """
      Every change is listed on standard error, and what only people can supply. Exit code 1: something \
      must be supplied; the description is written all the same.
      """)

  @Option(help: "What to bring it up to.") var to = "spec-2.0"

  @OptionGroup var options: RewritingOptions

  func run() throws {
    try Terminal.perform(options.common) { terminal, settings in
      try options.run(
        try FlavourJob.migration(URL(filePath: options.file), to: to), terminal, settings)
    }
  }
}

/// `fairway flavours`.
struct FlavoursCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flavours",
    abstract: "Compare what readers make of a description: where they disagree, what each loses.",
    discussion: "Exit code 1: a reader refuses the description.")

  @Argument(help: "The description, in any syntax of RDF.") var file: String

  @Option(
    name: .customLong("in"), parsing: .upToNextOption,
    help: ArgumentHelp("The flavours to compare; all by default.", valueName: "flavour"))
  var flavours: [String] = []

  @Option(help: "The file's syntax; by its extension if it is left out.") var from: RDFFormat?

  @Option(help: "text, markdown or json.") var format: FlavourReportRendering.Form?

  @Option(name: .shortAndLong, help: "The file to write; standard output by default.")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Terminal.perform(common) { _, settings in
      var job = FlavourReportJob(URL(filePath: file))
      job.flavours = flavours
      job.from = from
      job.output = output.map { URL(filePath: $0) }
      return try job.run(format ?? (settings.printsJSON ? .json : .text)) ? 1 : 0
    }
  }
}

extension FlavourReportRendering.Form: ExpressibleByArgument {}
