// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation

/// Gives the report of a run in one of its forms: what `fairway report` does.
package struct ReportJob: Sendable {
  /// The forms that a run leaves.
  package enum Form: String, Sendable, CaseIterable {
    case text
    case html
    case json
    case turtle
    case csv
    case sarif

    /// The file of the form in the run's folder.
    package var file: String {
      switch self {
      case .text: "report.txt"
      case .html: "report.html"
      case .json: "report.json"
      case .turtle: "report.ttl"
      case .csv: "findings.csv"
      case .sarif: "findings.sarif"
      }
    }
  }

  private let folder: URL
  private let form: Form
  private let output: URL?

  /// Describes a job.
  ///
  /// - Parameters:
  ///   - run: the folder that a run wrote.
  ///   - form: the form wanted.
  ///   - output: the file to write; standard output when `nil`.
  package init(run: URL, form: Form, output: URL?) {
    folder = run
    self.form = form
    self.output = output
  }

  /// Copies the report out.
  ///
  /// - Throws: a folder that holds no run, or an output that cannot be written.
  package func run() throws(DiagnosedError) {
    guard let data = try? Data(contentsOf: folder.appending(path: form.file)) else {
      throw DiagnosedError(
        PipelineRules.notARun, at: SourcePlace(file: folder.relativePath),
        [.plain("path", folder.relativePath), .plain("missing", form.file)])
    }
    var target = try JobOutput(output)
    try target.write(Array(data))
    try target.commit()
  }
}
