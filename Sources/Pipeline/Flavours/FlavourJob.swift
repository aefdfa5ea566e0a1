// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
package import Diagnostics
package import Foundation
package import RDFIO
internal import RDFModel

/// Writes a description in a flavour: what `fairway flavour` and `fairway migrate` do.
package struct FlavourJob: Sendable {
  /// What came of a job.
  package struct Outcome: Sendable {
    /// What the reader of the flavour still asks for, and stale codes that were left.
    package let findings: [Finding]
    /// The changes, for people.
    package let text: String
    /// The same for programs.
    package let summary: FlavourSummary
  }

  /// The description, any syntax the product reads.
  package var input: URL
  /// The name of the flavour.
  package var flavour: String
  /// Its syntax; by the file's extension when `nil`.
  package var from: RDFFormat?
  /// The syntax to write; by the output's extension when `nil`, Turtle without one.
  package var format: RDFFormat?
  /// What relative IRIs are resolved against.
  package var base: String?
  /// Whether stale codes are put right first.
  package var repairs = false
  /// The file to write; standard output when `nil`.
  package var output: URL?

  /// Describes a job.
  ///
  /// - Parameters:
  ///   - input: the description.
  ///   - flavour: the name of the flavour.
  package init(_ input: URL, to flavour: String) {
    self.input = input
    self.flavour = flavour
  }

  /// The flavour that puts stale codes right and changes nothing else.
  package static let repair = FlavourLibrary.repair

  /// Migrations by the name of what they lead to.
  package static let migrations = ["spec-2.0": "migration-1.0"]

  /// A job that brings a description of an older version up.
  ///
  /// - Throws: ``FlavourRules/unknown`` if no migration leads there.
  package static func migration(
    _ input: URL, to target: String
  ) throws(DiagnosedError) -> FlavourJob {
    guard let name = migrations[target] else {
      throw DiagnosedError(
        FlavourRules.unknown, at: nil,
        [
          .plain("name", target),
          .plain("hint", NearestName.hint(target, in: migrations.keys.sorted())),
        ])
    }
    return FlavourJob(input, to: name)
  }

  /// Rewrites and writes.
  ///
  /// - Returns: what was changed, and what is asked for.
  /// - Throws: a file that cannot be read, an unknown flavour, or what the syntax cannot write.
  package func run() throws(DiagnosedError) -> Outcome {
    let name = input.relativePath
    var quads = try RDFReader.readFile(
      path: input.path, displayName: name, format: from, base: base)
    let library = try FlavourLibrary(for: input)
    let target = try library.set.flavour(flavour)
    var outcomes: [FlavourOutcome] = []
    var stale: [Finding] = []
    if repairs {
      let repaired = try library.apply(FlavourLibrary.repair, to: quads)
      quads = repaired.quads
      outcomes.append(repaired)
    } else if !target.isMigration {
      stale = try library.staleCodes(in: quads) { _ in SourcePlace(file: name) }
    }
    let outcome = try target.apply(to: quads, labels: library.labels)
    outcomes.append(outcome)
    try write(outcome)
    return Outcome(
      findings: stale
        + outcome.findings.map { finding in
          var finding = finding
          finding.place = SourcePlace(file: name)
          return finding
        }, text: outcomes.map { FlavourText.render($0) }.joined(separator: "\n"),
      summary: FlavourSummary(outcome, repaired: repairs ? outcomes.first : nil))
  }

  private func write(_ outcome: FlavourOutcome) throws(DiagnosedError) {
    let named = output.flatMap { RDFFormat(path: $0.path) }
    let bytes = try RDFWriter.write(
      outcome.quads, format: format ?? named ?? .turtle, prefixes: outcome.flavour.allPrefixes)
    var target = try JobOutput(output)
    try target.write(bytes)
    try target.commit()
  }
}
