// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
package import RDFIO
internal import RDFModel

/// Reads RDF in one syntax and writes it in another: what `fairway convert` does.
package struct ConvertJob: Sendable {
  /// The file to read.
  package var input: URL
  /// Its syntax; by the file's extension when `nil`.
  package var from: RDFFormat?
  /// The syntax to write.
  package var to: RDFFormat
  /// What relative IRIs are resolved against.
  package var base: String?
  /// The file to write; standard output when `nil`.
  package var output: URL?

  /// Describes a job.
  ///
  /// - Parameters:
  ///   - input: the file to read.
  ///   - to: the syntax to write.
  package init(_ input: URL, to: RDFFormat) {
    self.input = input
    self.to = to
  }

  /// Converts.
  ///
  /// - Returns: the number of different statements.
  /// - Throws: a syntax error with line and column, or what the other syntax cannot say.
  package func run() throws(DiagnosedError) -> Int {
    let quads = Set(
      try RDFReader.readFile(
        path: input.path, displayName: input.relativePath, format: from, base: base))
    let bytes = try RDFWriter.write(
      quads.sorted(), format: to,
      prefixes: WellKnownPrefixes.all.map { (prefix: $0.prefix, namespace: $0.namespace) })
    var target = try JobOutput(output)
    try target.write(bytes)
    try target.commit()
    return quads.count
  }
}
