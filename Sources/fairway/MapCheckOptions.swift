// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// What `fairway map` checks, and where it says so.
struct MapCheckOptions: ParsableArguments {
  @Option(parsing: .upToNextOption, help: "SHACL shapes that the statements are held against.")
  var shapes: [String] = []

  @Option(help: "The file for the results; standard output if --output names a file for the data.")
  var report: String?

  @Option(help: "text, turtle (a SHACL validation report) or json.") var reportFormat:
    ValidationRendering.Form?

  @Option(help: "How many results of one shape and component the text shows; all by default.")
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 {
      throw ValidationError("--limit takes a whole number from 1 up.")
    }
    if shapes.isEmpty, report != nil || reportFormat != nil || limit != nil {
      throw ValidationError("--report, --report-format and --limit go with --shapes.")
    }
  }

  /// Writes the results, if anything was checked.
  ///
  /// - Parameters:
  ///   - outcome: what was found.
  ///   - settings: whether values are shown, and what else is printed.
  ///   - dataAreOnOutput: whether standard output holds the data; then results go to standard error
  ///     unless they have a file of their own.
  /// - Throws: an output that cannot be written.
  func write(
    _ outcome: ValidationOutcome?, _ settings: CommonSettings, dataAreOnOutput: Bool
  ) throws {
    guard let outcome else { return }
    let rendering = ValidationRendering(
      outcome, showsValues: settings.showsValues, limit: limit)
    if let report {
      try rendering.write(reportFormat ?? .text, to: URL(filePath: report))
    } else if reportFormat != nil || !(settings.printsJSON || dataAreOnOutput && settings.isQuiet) {
      try rendering.write(reportFormat ?? .text, to: nil, usesStandardError: dataAreOnOutput)
    }
  }
}
