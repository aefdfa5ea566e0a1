// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `fairway terms`.
struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "Vocabularies and term mappings: import, check, suggest, review.",
    subcommands: [
      TermsImport.self, TermsCheck.self, TermsSuggest.self, TermsAccept.self, TermsReject.self,
      TermsMember.self, TermsFromTemplate.self,
    ])
}

/// Which vocabularies a command works with.
struct VocabularyOptions: ParsableArguments {
  @Option(
    name: .customLong("vocabulary"), parsing: .singleValue,
    help: ArgumentHelp(
      "A vocabulary by its file, instead of those imported: SKOS, OWL, OBO or a table.",
      valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("The folder of imported vocabularies.", valueName: "folder"))
  var index: String?

  /// The vocabularies named.
  var urls: [URL] { files.map { URL(filePath: $0) } }

  /// Where imported vocabularies stand.
  var shelf: VocabularyShelf { VocabularyShelf(index.map { URL(filePath: $0) }) }
}

/// The class that the values of lists must be of.
struct RootOptions: ParsableArguments {
  @Option(
    name: .customLong("root"), parsing: .singleValue,
    help: ArgumentHelp(
      "The class that the concepts of a list must be of, as an IRI or EUCAIM:CODE.",
      valueName: "LIST=CLASS"))
  var roots: [String] = []

  func validate() throws {
    for root in roots where !root.contains("=") || root.hasSuffix("=") {
      throw ValidationError("--root takes LIST=CLASS, not “\(root)”.")
    }
  }

  /// The classes by list.
  var values: [String: String] {
    var values: [String: String] = [:]
    for root in roots {
      let list = root.prefix { $0 != "=" }
      values[String(list)] = String(root.dropFirst(list.count + 1))
    }
    return values
  }
}

/// Who decides, and when.
struct AuthorOptions: ParsableArguments {
  @Option(help: "Who decides, as a CURIE such as orcid:0000-0002-1825-0097.") var author: String?

  @Option(help: ArgumentHelp("The day to write down; today by default.", valueName: "YYYY-MM-DD"))
  var date: String?

  /// The day.
  var day: String { date ?? RunOptions.today }
}
