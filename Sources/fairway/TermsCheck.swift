// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Pipeline

/// `fairway terms check`.
struct TermsCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check term mappings: targets in use, of the right class, and what data have.",
    discussion: """
      With --mapping, the mapping is run over its sources without writing anything: values without a row \
      are listed by how often they come, and rows that no value needs are noted.
      """)

  @Argument(help: "The term mappings, SSSOM (.sssom.tsv).") var terms: [String]

  @Option(help: "A mapping that uses them, YARRRML or RML.") var mapping: String?

  @Flag(help: "Put codes in the place of stale ones, in the files themselves, and list them.")
  var repair = false

  @OptionGroup var roots: RootOptions

  @OptionGroup var vocabulary: VocabularyOptions

  @OptionGroup var externals: ExternalOptions

  @Option(help: "The severity that makes the command end with exit code 1.")
  var failOn = FailOn.violation

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Terminal.perform(common) { terminal, settings in
      var job = TermCheckJob(terms.map { URL(filePath: $0) })
      job.mapping = mapping.map { URL(filePath: $0) }
      job.vocabularies = vocabulary.urls
      job.shelf = vocabulary.shelf
      job.roots = roots.values
      job.externals = externals.values
      job.allowedPaths = settings.allowedFolders
      if repair {
        for change in try TermRepairJob(job.terms).run() {
          terminal.say("\(change.place): \(change.old) → \(change.new)")
        }
      }
      let outcome = try job.run()
      var findings = FindingCollector()
      findings.add(outcome.findings)
      var summary = CommandSummary()
      summary.rows = outcome.rowCount
      summary.unmapped = outcome.unmapped.map {
        CommandSummary.Unmapped($0, showsValues: settings.showsValues)
      }
      summary.add(findings.sortedGroups, showsValues: settings.showsValues)
      terminal.show(findings)
      if !settings.printsJSON && !settings.isQuiet {
        terminal.printResult(Array(outcome.table(showsValues: settings.showsValues).utf8))
      }
      terminal.conclude(
        "\(outcome.rowCount) rows, \(outcome.findings.count) findings, "
          + "\(outcome.unmapped.count) values without a row", summary)
      return failOn.isReached(by: findings.heaviest) ? 1 : 0
    }
  }
}
