// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import RDFIO
internal import Terminology

/// Accepts or rejects proposals in a term mapping: what `fairway terms accept` and `reject` do.
package struct TermReviewJob: Sendable {
  /// The term mapping.
  package var terms: URL
  /// What becomes of the rows.
  private let state: SSSOMReview
  /// The value of the rows; any when `nil`.
  package var value: String?
  /// The local list of the rows; any when `nil`.
  package var list: String?
  /// The target of the rows, in any spelling; any when `nil`.
  package var target: String?
  /// The least confidence of the rows; any when `nil`.
  package var confidence: Double?
  /// A target to put in the place of the one proposed.
  package var replacement: String?
  /// Who decides.
  package var reviewer = ""
  /// The day, YYYY-MM-DD.
  package var date = ""

  /// Describes a job.
  ///
  /// - Parameters:
  ///   - terms: an SSSOM file.
  ///   - accepts: whether the rows are accepted, or rejected.
  package init(_ terms: URL, accepts: Bool) {
    self.terms = terms
    state = accepts ? .accepted : .rejected
  }

  /// Reviews every open proposal that fits; a row named by value and target may also be reviewed anew.
  ///
  /// - Returns: how many rows were changed.
  /// - Throws: an unreadable file, `terms.no-such-row`, or a file that cannot be written.
  package func run() throws(DiagnosedError) -> Int {
    var notes: [Finding] = []
    let set = try TermCheckJob.read(terms, &notes)
    var document = try SSSOMDocument(
      bytes: try RDFReader.contents(of: terms.path, displayName: terms.relativePath),
      file: terms.relativePath)
    let rows = set.rows.filter(fits).compactMap { document.index(of: $0) }
    guard !rows.isEmpty else {
      throw DiagnosedError(
        VocabularyRules.noSuchRow, at: SourcePlace(file: set.file), [.plain("what", what)])
    }
    for row in rows {
      if let replacement {
        document.set("object_id", replacement, row: row)
        document.set("object_label", "", row: row)
        document.set("mapping_justification", "semapv:ManualMappingCuration", row: row)
      }
      document.review(row: row, state, reviewer: reviewer, date: date)
    }
    try document.checkReadable(terms)
    try AtomicFile.write(document.bytes, to: terms)
    return rows.count
  }

  private func fits(_ row: SSSOMRow) -> Bool {
    let isNamed = value != nil && target != nil && row.review != nil
    return (row.review == .proposed || isNamed)
      && (value == nil || row.value == value) && (list == nil || row.list == list)
      && (target.map { ConceptSpelling.canonical($0) == row.objectID } ?? true)
      && (confidence.map { (row.confidence ?? 0) >= $0 } ?? true)
  }

  // The value itself is not repeated: it may come out of a provider's data.
  private var what: String {
    let parts = [
      value == nil ? nil : "the value given", list.map { "list \($0)" },
      target.map { "target \($0)" }, confidence.map { "confidence from \($0)" },
    ]
    let named = parts.compactMap { $0 }
    return named.isEmpty ? "no row is open" : named.joined(separator: ", ")
  }
}

extension SSSOMDocument {
  /// Throws what a reader would, before a file is replaced by one that cannot be read.
  func checkReadable(_ file: URL) throws(DiagnosedError) {
    var notes: [Finding] = []
    _ = try SSSOM.parse(bytes: bytes, file: file.relativePath, notes: &notes)
  }
}
