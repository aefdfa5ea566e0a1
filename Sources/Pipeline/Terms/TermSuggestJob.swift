// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import RDFIO
package import Terminology

/// Proposes concepts for values that a term mapping has not: what `fairway terms suggest` does.
package struct TermSuggestJob: Sendable {
  /// A value with what is proposed for it.
  package struct Proposal: Sendable {
    /// The local list.
    package let list: String
    /// The value as the provider writes it.
    package let value: String
    /// How often it occurs; 0 where nobody counted.
    package let count: Int
    /// The class that the concept must be of, if there is one.
    package let root: String?
    /// The concepts, the likeliest first; empty if nothing comes near.
    package let suggestions: [TermSuggestion]
  }

  /// The term mapping that has what is known already; it need not exist.
  package var terms: URL
  /// A mapping to run over its sources, for the values that data have.
  package var mapping: URL?
  /// A file of values, one in each line, behind the list and a tab if they are of a list.
  package var values: URL?
  /// Vocabularies by file; those imported when empty.
  package var vocabularies: [URL] = []
  /// Where imported vocabularies stand.
  package var shelf = VocabularyShelf()
  /// The class of each list.
  package var roots: [String: String] = [:]
  /// How many concepts are proposed for a value at most.
  package var limit = 5
  /// Whether the likeliest concepts go into the term mapping as proposals.
  package var writesProposals = false
  /// Who runs the program, for the rows written; empty for nobody.
  package var author = ""
  /// The date for the rows written, YYYY-MM-DD.
  package var date = ""
  /// Folders outside of the project that may be read.
  package var allowedPaths: [URL] = []
  /// Values for `$(_name)` in the mapping.
  package var externals: [String: String] = [:]

  /// Describes a job.
  ///
  /// - Parameter terms: an SSSOM file.
  package init(_ terms: URL) { self.terms = terms }

  /// Proposes.
  ///
  /// Values that a row translates, that are known to have no concept, or that have an open proposal are
  /// left out; a concept that was rejected for a value is not proposed for it again.
  /// - Returns: a proposal for each value, the most frequent first.
  /// - Throws: an unreadable file, or an output that cannot be written.
  package func run() throws(DiagnosedError) -> [Proposal] {
    let isThere = FileManager.default.fileExists(atPath: terms.path)
    var notes: [Finding] = []
    let set =
      isThere ? try TermCheckJob.read(terms, &notes) : SSSOMMappingSet(file: terms.relativePath)
    let suggesters = try shelf.suggesters(over: vocabularies)
    let asked = try asked(isThere ? [terms] : [])
    let history = ReviewHistory(set)
    let model = try ModelProperties()
    let proposals = asked.values.filter { !history.isSettled($0.value, $0.list) }.map { value in
      let name = asked.properties[value.list] ?? value.list
      let context = SuggestionContext(
        name, root: roots[value.list] ?? model.valueClass(of: name))
      let found = suggesters.flatMap { $0.suggest(value.value, context, limit: limit * 2) }
        .filter { !history.isRejected(value.value, value.list, $0.iri) }
        .sorted { ($1.score, $0.iri) < ($0.score, $1.iri) }
      return Proposal(
        list: value.list, value: value.value, count: value.count, root: context.root,
        suggestions: Self.distinct(found, limit))
    }
    if writesProposals { try write(proposals, isThere) }
    return proposals
  }

  // Two vocabularies may know one concept.
  private static func distinct(_ found: [TermSuggestion], _ limit: Int) -> [TermSuggestion] {
    var seen: Set<String> = []
    return Array(found.filter { seen.insert($0.iri).inserted }.prefix(limit))
  }

  private func asked(
    _ terms: [URL]
  ) throws(DiagnosedError) -> (values: [UnmappedTerm], properties: [String: String]) {
    var values: [UnmappedTerm] = []
    var properties: [String: String] = [:]
    if let mapping {
      let use = try TermUse(
        mapping, terms: terms, allowedPaths: allowedPaths, externals: externals)
      values = use.unmapped
      properties = use.properties
    }
    if let file = self.values {
      let bytes = try RDFReader.contents(of: file.path, displayName: file.relativePath)
      values += Self.listed(bytes)
    }
    return (values, properties)
  }

  private static func listed(_ bytes: [UInt8]) -> [UnmappedTerm] {
    var counts: [[String]: Int] = [:]
    var order: [[String]] = []
    // Values are taken as they stand: quotes mean nothing here.
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    for line in lines {
      let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let value = cells.last.map(String.init) ?? ""
      if value.allSatisfy(\.isWhitespace) { continue }
      let key = [cells.count > 1 ? String(cells[0]) : "", value]
      if counts[key] == nil { order.append(key) }
      counts[key, default: 0] += 1
    }
    return order.map {
      UnmappedTerm(list: $0[0], value: $0[1], count: counts[$0] ?? 0, firstPlace: nil)
    }
  }

  private func write(_ proposals: [Proposal], _ isThere: Bool) throws(DiagnosedError) {
    var document =
      isThere
      ? try SSSOMDocument(
        bytes: try RDFReader.contents(of: terms.path, displayName: terms.relativePath),
        file: terms.relativePath)
      : SSSOMDocument(
        id: "https://w3id.org/sssom/mapping-sets/\(terms.lastPathComponent)",
        prefixes: SSSOMDocument.usualPrefixes)
    for proposal in proposals {
      guard let first = proposal.suggestions.first else { continue }
      document.append(
        value: proposal.value, list: proposal.list, first, author: author, date: date)
    }
    try document.checkReadable(terms)
    try AtomicFile.write(document.bytes, to: terms)
  }
}

/// What was decided about values before.
private struct ReviewHistory {
  private var settled: Set<[String]> = []
  private var rejected: Set<[String]> = []

  init(_ set: SSSOMMappingSet) {
    for row in set.rows {
      if row.review == .rejected || row.isDenial {
        rejected.insert([row.list, row.value, row.objectID])
      } else {
        settled.insert([row.list, row.value])
      }
    }
  }

  func isSettled(_ value: String, _ list: String) -> Bool {
    settled.contains([list, value]) || settled.contains(["", value])
  }

  func isRejected(_ value: String, _ list: String, _ iri: String) -> Bool {
    rejected.contains([list, value, iri]) || rejected.contains(["", value, iri])
  }
}
