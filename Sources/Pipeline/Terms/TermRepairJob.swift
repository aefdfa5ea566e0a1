// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import RDFIO
internal import RDFModel
internal import Terminology

/// Puts codes in the place of stale ones in term mappings: what `fairway terms check --repair` does.
package struct TermRepairJob: Sendable {
  /// A target that was changed.
  package struct Change: Sendable, Hashable {
    /// The file and row.
    package let place: SourcePlace
    /// The target as it was.
    package let old: String
    /// The target as it is.
    package let new: String
  }

  /// The term mappings, SSSOM.
  package var terms: [URL]

  /// Describes a job.
  package init(_ terms: [URL]) { self.terms = terms }

  /// Repairs the files in place; a file with nothing stale is not touched.
  ///
  /// - Returns: what was changed, in the order of the rows.
  /// - Throws: an unreadable file, or one that cannot be written.
  package func run() throws(DiagnosedError) -> [Change] {
    guard let first = terms.first else { return [] }
    let library = try FlavourLibrary(for: first, labels: Graph())
    let check = TermMappingCheck([], dead: DeadTarget.all(library.set))
    var changes: [Change] = []
    for file in terms { changes += try repair(file, check) }
    return changes
  }

  private func repair(
    _ file: URL, _ check: TermMappingCheck
  ) throws(DiagnosedError) -> [Change] {
    var notes: [Finding] = []
    let set = try TermCheckJob.read(file, &notes)
    var document = try SSSOMDocument(
      bytes: try RDFReader.contents(of: file.path, displayName: file.relativePath),
      file: file.relativePath)
    var changes: [Change] = []
    for row in set.rows {
      guard let new = check.replacement(row), let index = document.index(of: row) else { continue }
      document.set("object_id", document.short(new), row: index)
      // The label was that of the stale code.
      if !row.objectLabel.isEmpty { document.set("object_label", "", row: index) }
      changes.append(Change(place: row.place, old: row.objectID, new: new))
    }
    guard !changes.isEmpty else { return [] }
    try document.checkReadable(file)
    try AtomicFile.write(document.bytes, to: file)
    return changes
  }
}
