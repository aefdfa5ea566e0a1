// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `fairway terms suggest`.
struct TermsSuggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Propose concepts for values that a term mapping does not have.",
    discussion: """
      Works offline, on what is imported. Each proposal has its reason: exact, synonym, code, DICOM \
      keyword, acronym, words or spelling. With --write, the first proposal of each value goes into the \
      term mapping, where it waits for fairway terms accept or reject; what was decided is not asked \
      again. Values are shown only with --show-values.
      """)

  @Argument(help: "The term mapping, SSSOM (.sssom.tsv); with --write it need not exist yet.")
  var terms: String

  @Option(help: "A mapping that uses it, YARRRML or RML; its values are looked at.")
  var mapping: String?

  @Option(help: "A file of values, one in each line, behind LIST and a tab if they are of a list.")
  var values: String?

  @Option(help: "How many concepts to propose for a value.") var limit = 5

  @Flag(help: "Write the first proposal of each value into the term mapping.") var write = false

  @OptionGroup var roots: RootOptions

  @OptionGroup var author: AuthorOptions

  @OptionGroup var vocabulary: VocabularyOptions

  @OptionGroup var externals: ExternalOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if mapping == nil && values == nil {
      throw ValidationError("suggest needs --mapping or --values to know the values.")
    }
    if !(1...50).contains(limit) { throw ValidationError("--limit takes a number from 1 to 50.") }
  }

  func run() throws {
    try Terminal.perform(common) { terminal, settings in
      var job = TermSuggestJob(URL(filePath: terms))
      job.mapping = mapping.map { URL(filePath: $0) }
      job.values = values.map { URL(filePath: $0) }
      job.vocabularies = vocabulary.urls
      job.shelf = vocabulary.shelf
      job.roots = roots.values
      job.limit = limit
      job.writesProposals = write
      job.author = author.author ?? ""
      job.date = author.day
      job.externals = externals.values
      job.allowedPaths = settings.allowedFolders
      let proposals = try job.run()
      if settings.printsJSON {
        var summary = CommandSummary()
        summary.proposals = proposals.map {
          CommandSummary.Proposed($0, showsValues: settings.showsValues)
        }
        terminal.conclude("", summary)
      } else if !settings.isQuiet {
        let text = proposals.map { $0.text(showsValues: settings.showsValues) }.joined()
        terminal.printResult(Array(text.utf8))
      }
      let found = proposals.filter { !$0.suggestions.isEmpty }.count
      if !settings.printsJSON {
        terminal.say("\(proposals.count) values, \(found) with a proposal")
      }
      return 0
    }
  }
}
