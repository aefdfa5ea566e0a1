// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// Which proposals are meant.
struct ProposalOptions: ParsableArguments {
  @Argument(help: "The term mapping, SSSOM (.sssom.tsv).") var terms: String

  @Option(help: "The value, as the data have it.") var value: String?

  @Option(help: "The local list.") var list: String?

  @Option(help: "The target proposed, in any spelling.") var target: String?

  @Flag(help: "Every open proposal that fits the other options.") var all = false

  func validate() throws {
    if value == nil && !all {
      throw ValidationError("Name a proposal with --value, or mean all open ones with --all.")
    }
  }

  /// A job for these proposals.
  func job(_ accepts: Bool, _ author: AuthorOptions) throws -> TermReviewJob {
    guard let reviewer = author.author else {
      throw ValidationError("A review needs --author, such as orcid:0000-0002-1825-0097.")
    }
    var job = TermReviewJob(URL(filePath: terms), accepts: accepts)
    job.value = value
    job.list = list
    job.target = target
    job.reviewer = reviewer
    job.date = author.day
    return job
  }
}

/// `fairway terms accept`.
struct TermsAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept proposals in a term mapping; they translate from then on.")

  @OptionGroup var proposals: ProposalOptions

  @Option(help: "Accept only from this confidence on, 0 to 1.") var confidence: Double?

  @Option(help: "The concept to put in the place of the one proposed, as an IRI or EUCAIM:CODE.")
  var instead: String?

  @OptionGroup var author: AuthorOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if instead != nil && proposals.value == nil {
      throw ValidationError("--instead is for one value; name it with --value.")
    }
  }

  func run() throws {
    var job = try proposals.job(true, author)
    job.confidence = confidence
    job.replacement = instead
    try job.perform(common, saying: "accepted")
  }
}

/// `fairway terms reject`.
struct TermsReject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Reject proposals in a term mapping; they stay there and are not made again.")

  @OptionGroup var proposals: ProposalOptions

  @OptionGroup var author: AuthorOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    let job = try proposals.job(false, author)
    try job.perform(common, saying: "rejected")
  }
}

extension TermReviewJob {
  /// Runs the job and says how many rows were decided.
  fileprivate func perform(_ common: CommonOptions, saying what: String) throws {
    try Terminal.perform(common) { terminal, _ in
      var summary = CommandSummary()
      let count = try run()
      summary.rows = count
      terminal.conclude("\(count) \(what)", summary)
      return 0
    }
  }
}
