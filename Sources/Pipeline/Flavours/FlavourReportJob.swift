// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
package import Diagnostics
package import Foundation
package import RDFIO
internal import RDFModel

/// Compares what readers make of a description: what `fairway flavours` does.
package struct FlavourReportJob: Sendable {
  /// The description, any syntax the product reads.
  package var input: URL
  /// The names of the flavours; all that speak to a reader when empty.
  package var flavours: [String] = []
  /// The file's syntax; by its extension when `nil`.
  package var from: RDFFormat?
  /// The file to write; standard output when `nil`.
  package var output: URL?

  /// Describes a job.
  package init(_ input: URL) { self.input = input }

  /// Compares and writes.
  ///
  /// - Returns: whether a reader refuses the description.
  /// - Throws: a file that cannot be read, or an unknown flavour.
  package func run(_ form: FlavourReportRendering.Form) throws(DiagnosedError) -> Bool {
    let name = input.relativePath
    let quads = try RDFReader.readFile(path: input.path, displayName: name, format: from)
    let report = try FlavourReport(
      quads, name: name, flavours: flavours, library: try FlavourLibrary(for: input))
    var target = try JobOutput(output)
    try target.write(FlavourReportRendering(report).render(form))
    try target.commit()
    return report.outcomes.contains(where: \.isRefused)
  }
}
