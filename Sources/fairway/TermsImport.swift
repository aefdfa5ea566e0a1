// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `fairway terms import`.
struct TermsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take a vocabulary into the user's index: the hyper-ontology, or any other.",
    discussion: """
      Reads OWL and SKOS in any RDF syntax, OBO, and tables of concepts (CSV). Several files are taken \
      as one vocabulary. The index stands in FAIRWAY_TERMS, or in the user's data folder.
      """)

  @Argument(help: "The files of the vocabulary.") var files: [String]

  @Option(help: "Its name; that of the first file by default.") var name: String?

  @Option(help: ArgumentHelp("The folder of imported vocabularies.", valueName: "folder"))
  var index: String?

  @Flag(help: "The files state the whole hierarchy, so what is not below a class is outside of it.")
  var complete = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Terminal.perform(common) { terminal, _ in
      let urls = files.map { URL(filePath: $0) }
      let name = name ?? urls[0].deletingPathExtension().lastPathComponent
      let shelf = VocabularyShelf(index.map { URL(filePath: $0) })
      let count = try shelf.take(urls, as: name, isComplete: complete ? true : nil)
      var summary = CommandSummary()
      summary.concepts = count
      terminal.conclude("\(name): \(count) concepts in \(shelf.folder.path)", summary)
      return 0
    }
  }
}

/// `fairway terms member`.
struct TermsMember: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member",
    abstract: "Say whether a concept stands below a class: yes, no or not known.",
    discussion: "Exit code 0: yes; 1: no, or not known.")

  @Argument(help: "The concept, in any spelling.") var concept: String

  @Argument(help: "The class, in any spelling.") var root: String

  @OptionGroup var vocabulary: VocabularyOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Terminal.perform(common) { terminal, settings in
      let answer = try TermMemberJob(concept, in: root, vocabulary.urls, vocabulary.shelf).run()
      var summary = CommandSummary()
      summary.membership = answer.word
      if settings.printsJSON {
        terminal.conclude("", summary)
      } else {
        terminal.printResult(Array((answer.word + "\n").utf8))
        terminal.say(answer.reason)
      }
      return answer.isYes ? 0 : 1
    }
  }
}
