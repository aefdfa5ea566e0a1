// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Pipeline

/// `fairway terms from-template`.
struct TermsFromTemplate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "from-template",
    abstract: "Make a first mapping and term mapping of a provider's template.",
    discussion: """
      The template has a column for each variable: line 1 the variable, 2 the entity, 3 the data \
      element, 4 the standard, 5 an example, and from line 6 on what values mean, as “M = Male”. \
      Concepts found are proposals; fairway terms accept makes them count.
      """)

  @Argument(help: "The template, CSV.") var template: String

  @Option(name: .shortAndLong, help: "The folder to write to.") var output: String

  @Option(
    help: "The data that the mapping reads, relative to the folder; NAME.data.csv by default.")
  var data: String?

  @Option(help: "What the subjects' IRIs begin with.") var base: String?

  @OptionGroup var author: AuthorOptions

  @OptionGroup var vocabulary: VocabularyOptions

  @Option(help: "The severity that makes the command end with exit code 1.")
  var failOn = FailOn.violation

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Terminal.perform(common) { terminal, settings in
      var job = TemplateJob(URL(filePath: template), output: URL(filePath: output))
      if let data { job.data = data }
      if let base { job.base = base }
      job.vocabularies = vocabulary.urls
      job.shelf = vocabulary.shelf
      job.author = author.author ?? ""
      job.date = author.day
      let outcome = try job.run()
      var findings = FindingCollector()
      findings.add(outcome.findings)
      var summary = CommandSummary()
      summary.files = outcome.files.map(\.relativePath)
      summary.add(findings.sortedGroups, showsValues: settings.showsValues)
      terminal.show(findings)
      terminal.conclude(
        "\(outcome.variables.mapped) of \(outcome.variables.all) variables mapped; "
          + "\(outcome.values.certain) of \(outcome.values.all) values certain\n"
          + outcome.files.map { "wrote \($0.relativePath)" }.joined(separator: "\n"), summary)
      return failOn.isReached(by: findings.heaviest) ? 1 : 0
    }
  }
}
