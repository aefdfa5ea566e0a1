// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation

/// What a command line says about a run besides its pipeline file.
package struct RunOptions: Sendable {
  /// The folder to write to.
  package var output: URL
  /// The lightest severity that keeps a dataset out, instead of the pipeline's; `.some(nil)` for never.
  package var failOn: Severity??
  /// Whether reports show source values.
  package var showsValues = false
  /// Whether everything is done but nothing written.
  package var isDryRun = false
  /// Whether the report for the terminal has colours; the files never have.
  package var usesColour = false
  /// How many batches are mapped at the same time; the result is the same for any number.
  package var threads = 1
  /// The date that changed descriptions get, `YYYY-MM-DD`.
  package var date: String

  /// Chooses a folder and the default for everything else.
  ///
  /// - Parameters:
  ///   - output: the folder to write to.
  ///   - date: the date that changed descriptions get; today, or that of `SOURCE_DATE_EPOCH`.
  package init(output: URL, date: String = Self.today) {
    self.output = output
    self.date = date
  }

  /// The date of `SOURCE_DATE_EPOCH` if it is set, otherwise today, in UTC.
  ///
  /// - Source: reproducible-builds.org, SOURCE_DATE_EPOCH.
  package static var today: String {
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
    let date = epoch.map { Date(timeIntervalSince1970: $0) } ?? Date()
    return date.formatted(.iso8601.year().month().day())
  }
}

/// What a run came to.
package struct RunOutcome: Sendable {
  /// 0, 1, 3 or 4, as the command line returns it.
  package let exitCode: Int32
  /// The report for the terminal.
  package let text: String
  /// The report as JSON.
  package let json: [UInt8]
  /// The files written, or for a dry run those that would have been.
  package let files: [URL]
}
