// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Pipeline
internal import RDFIO

/// `fairway map`.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Map records to RDF, without description and catalogue.",
    discussion: """
      Paths of sources are relative to the mapping's folder. With --shapes the statements are checked \
      while they are made, and results are shown at the cells that they come from.
      """)

  @Argument(help: "The mapping: YARRRML (.yml, .yaml), or RML in Turtle (.ttl).") var mapping:
    String

  @Option(parsing: .singleValue, help: "A term mapping, SSSOM (.sssom.tsv).")
  var terms: [String] = []

  @Option(help: "What relative IRIs are appended to.") var base: String?

  @Option(name: .customLong("null"), parsing: .singleValue, help: "A text that means “no value”.")
  var nullValues: [String] = []

  @Option(help: "nquads, ntriples, turtle, trig, jsonld or rdfxml.")
  var format = RDFFormat.nQuads

  @Option(name: .shortAndLong, help: "The file to write; standard output by default.")
  var output: String?

  @OptionGroup var checking: MapCheckOptions

  @Option(help: "The severity that makes the command end with exit code 1.")
  var failOn = FailOn.violation

  @OptionGroup var externals: ExternalOptions

  @Flag(help: "End at the first violation, and write nothing then.") var strict = false

  @OptionGroup var threading: ThreadOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Terminal.perform(common) { terminal, settings in
      var job = MapJob(mapping: URL(filePath: mapping), format: format)
      job.terms = terms.map { URL(filePath: $0) }
      job.base = base
      job.nullValues = nullValues
      job.isStrict = strict
      job.externals = externals.values
      job.shapes = checking.shapes.map { URL(filePath: $0) }
      job.threads = threading.threads ?? settings.threads
      job.output = output.map { URL(filePath: $0) }
      job.allowedPaths = settings.allowedFolders
      let outcome = try job.run(
        progress: { records, findings in terminal.progress(records: records, findings: findings) },
        report: { _ in })
      terminal.endProgress()
      terminal.show(outcome.findings)
      try checking.write(outcome.validation, settings, dataAreOnOutput: output == nil)
      var summary = CommandSummary()
      summary.records = outcome.recordCount
      summary.statements = outcome.statementCount
      summary.results = outcome.validation?.resultCount
      summary.add(outcome.findings.sortedGroups, showsValues: settings.showsValues)
      terminal.conclude(
        "\(outcome.recordCount) records, \(outcome.statementCount) statements", summary,
        outputIsTaken: output == nil)
      return failOn.isReached(by: outcome.gravest) ? 1 : 0
    }
  }
}
