// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import RDFIO
internal import RDFModel
internal import Terminology

/// Holds term mappings against vocabularies and data: what `fairway terms check` does.
package struct TermCheckJob: Sendable {
  /// What came of a job.
  package struct Outcome: Sendable {
    /// Everything that was found, in the order of the rows.
    package var findings: [Finding]
    /// The values without a row, the most frequent first; empty without a mapping.
    package var unmapped: [UnmappedTerm]
    /// How many rows the term mappings have.
    package let rowCount: Int

    /// The values without a row, one in each line: how often, list, value.
    ///
    /// - Parameter showsValues: whether the values may be shown.
    /// - Returns: the lines, separated by tabs.
    package func table(showsValues: Bool) -> String {
      unmapped.map { value in
        let shown = showsValues ? TermSuggestJob.visible(value.value) : "‹hidden›"
        return "\(value.count)\t\(TermSuggestJob.visible(value.list))\t\(shown)\n"
      }.joined()
    }
  }

  /// The term mappings, SSSOM.
  package var terms: [URL]
  /// A mapping to run over its sources, for what data have and what they do not need.
  package var mapping: URL?
  /// Vocabularies by file; those imported when empty.
  package var vocabularies: [URL] = []
  /// Where imported vocabularies stand.
  package var shelf = VocabularyShelf()
  /// The class of each list.
  package var roots: [String: String] = [:]
  /// Folders outside of the project that may be read.
  package var allowedPaths: [URL] = []
  /// Values for `$(_name)` in the mapping.
  package var externals: [String: String] = [:]

  /// Describes a job.
  ///
  /// - Parameter terms: SSSOM files.
  package init(_ terms: [URL]) { self.terms = terms }

  /// Checks.
  ///
  /// - Returns: the findings, all of files that could be read.
  /// - Throws: an unreadable or invalid file.
  package func run() throws(DiagnosedError) -> Outcome {
    var findings: [Finding] = []
    var sets: [SSSOMMappingSet] = []
    for file in terms { sets.append(try Self.read(file, &findings)) }
    let opened =
      try shelf.vocabularies(or: vocabularies) + ShippedVocabularies().codeLists()
    let use = try mapping.map { mapping throws(DiagnosedError) in
      try TermUse(mapping, terms: terms, allowedPaths: allowedPaths, externals: externals)
    }
    // The mapping's own notes repeat what reading the files said.
    if use == nil { _ = TermIndex(sets, findings: &findings) }
    let check = TermMappingCheck(opened, roots: try roots(use), dead: try deadTargets())
    for set in sets { findings += check.findings(set) }
    findings += (use?.notes ?? []).filter { !findings.contains($0) }
    findings += (use?.unmapped ?? []).map { value in
      Finding(
        VocabularyRules.unmapped, at: value.firstPlace,
        [
          .sensitive("value", value.value), .plain("list", value.list),
          .plain("count", value.count),
        ])
    }
    findings += use?.unusedRows ?? []
    return Outcome(
      findings: findings, unmapped: use?.unmapped ?? [],
      rowCount: sets.reduce(0) { $0 + $1.rows.count })
  }

  private func deadTargets() throws(DiagnosedError) -> [DeadTarget] {
    guard let first = terms.first else { return [] }
    return DeadTarget.all(try FlavourLibrary(for: first, labels: Graph()).set)
  }

  // What is given goes before what the property in the mapping allows.
  private func roots(_ use: TermUse?) throws(DiagnosedError) -> [String: String] {
    guard let use, !use.properties.isEmpty else { return roots }
    let model = try ModelProperties()
    return use.properties.compactMapValues(model.valueClass).merging(roots) { _, given in given }
  }

  /// Reads a term mapping.
  static func read(
    _ file: URL, _ findings: inout [Finding]
  ) throws(DiagnosedError) -> SSSOMMappingSet {
    let name = ProjectFolder(of: file, allowed: []).name(of: file)
    let bytes = try RDFReader.contents(of: file.path, displayName: name)
    return try SSSOM.parse(bytes: bytes, file: name, notes: &findings)
  }
}
