// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Mapping
internal import Terminology

/// The term mappings of a run, as the mapping engine looks terms up.
struct TermLists: TermResolver {
  private let index: TermIndex
  private let takesEveryList: Bool

  /// Reads term mappings.
  ///
  /// - Parameters:
  ///   - files: SSSOM files and their names for findings.
  ///   - takesEveryList: whether a list that no file has is empty rather than a fault.
  ///   - findings: receives what is wrong with single rows.
  /// - Throws: what makes a file unreadable.
  init(
    _ files: [(url: URL, name: String)], takesEveryList: Bool = false, findings: inout [Finding]
  ) throws(DiagnosedError) {
    var sets: [SSSOMMappingSet] = []
    for file in files {
      guard let data = try? Data(contentsOf: file.url) else {
        throw DiagnosedError(
          PipelineRules.notReadable, at: SourcePlace(file: file.name),
          [.plain("path", file.name), .plain("reason", "it is missing or may not be read")])
      }
      sets.append(try SSSOM.parse(bytes: Array(data), file: file.name, notes: &findings))
    }
    index = TermIndex(sets, findings: &findings)
    self.takesEveryList = takesEveryList
  }

  var lists: [String] { takesEveryList ? [""] + index.lists : index.lists }

  func resolve(_ value: [UInt8], list: String) -> TermResolution {
    switch index.lookup(value, list: list) {
    case .concept(let iri): .concept(iri)
    case .noTerm: .noTerm
    case .ambiguous(let candidates): .ambiguous(candidates)
    case .unmapped: .unmapped
    }
  }

  /// What the rows say about a value that was looked up, and where they stand.
  func known(_ value: String, list: String) -> (result: TermLookup, places: [SourcePlace]) {
    index.known(Array(value.utf8), list: list)
  }

  /// Notes on rows that no value of the run needed.
  var unusedRows: [Finding] { index.unusedRows }
}
