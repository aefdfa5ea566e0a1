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
  /// Whether blank nodes get their canonical names.
  package var isCanonical = false
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
  /// - Returns: the number of different statements, and if they are canonical the hash of their
  ///   content.
  /// - Throws: a syntax error with line and column, what the other syntax cannot say, or
  ///   `rdf.too-alike`.
  package func run() throws(DiagnosedError) -> (count: Int, contentHash: String?) {
    let read = try RDFReader.readFile(
      path: input.path, displayName: input.relativePath, format: from, base: base)
    let canonical = isCanonical ? try canonical(read) : nil
    let quads = canonical?.quads ?? Set(read).sorted()
    let bytes = try RDFWriter.write(
      quads, format: to,
      prefixes: WellKnownPrefixes.all.map { (prefix: $0.prefix, namespace: $0.namespace) })
    var target = try JobOutput(output)
    try target.write(bytes)
    try target.commit()
    return (quads.count, canonical?.contentHash)
  }

  private func canonical(_ quads: [Quad]) throws(DiagnosedError) -> CanonicalDataset {
    do throws(DiagnosedError) {
      return try CanonicalDataset(quads)
    } catch {
      throw DiagnosedError(
        error.findings.map { finding in
          var finding = finding
          finding.place = finding.place ?? SourcePlace(file: input.relativePath)
          return finding
        })
    }
  }
}
