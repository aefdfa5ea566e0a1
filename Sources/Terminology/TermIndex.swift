// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import Synchronization

/// What a look-up gives for a local value.
package enum TermLookup: Sendable, Hashable {
  /// One concept, by its IRI.
  case concept(String)
  /// Known to have no concept.
  case noTerm
  /// Several concepts, in the order of the rows.
  case ambiguous([String])
  /// No row has the value.
  case unmapped
}

/// Finds the concept for a local value, and counts which rows were of use.
///
/// A value is compared as written without blanks at its ends; if no row has it, without regard to
/// case, composition of letters and length of inner blanks. Rows of the list go before rows that
/// belong to every list. May be used from several threads at once.
package final class TermIndex: Sendable {
  /// The names of the lists, sorted; empty text for rows of every list.
  package let lists: [String]
  /// All rows, file by file; those that look-ups cannot meet included.
  package let rows: [SSSOMRow]

  private let numbers: [String: Int]
  private let exact: TermHashTable
  private let folded: [FoldedKey: Int]
  private let entries: [TermIndexBuilder.Entry]
  private let foldedEntries: [TermIndexBuilder.Entry]
  private let counts: Mutex<[Int]>

  struct FoldedKey: Hashable, Sendable {
    var list: Int
    var text: String
  }

  /// Builds an index.
  ///
  /// - Parameters:
  ///   - sets: the files, in any order.
  ///   - findings: receives rows that contradict or repeat each other.
  package init(_ sets: [SSSOMMappingSet], findings: inout [Finding]) {
    var builder = TermIndexBuilder(rows: sets.flatMap(\.rows))
    builder.build()
    findings += builder.findings
    rows = builder.rows
    numbers = builder.numbers
    lists = builder.numbers.keys.sorted()
    exact = builder.exact
    folded = builder.folded
    entries = builder.entries
    foldedEntries = builder.foldedEntries
    counts = Mutex(Array(repeating: 0, count: builder.rows.count))
  }

  /// Looks a value up.
  ///
  /// - Parameters:
  ///   - value: UTF-8, as the provider wrote it.
  ///   - list: the local code list that it belongs to.
  /// - Returns: what the rows say.
  /// - Complexity: O(`value.count`); a value that is written as in its row allocates nothing.
  package func lookup(_ value: [UInt8], list: String) -> TermLookup {
    lookup(value[...], list: list)
  }

  /// Looks a value up that is a part of a larger text.
  ///
  /// - Parameters:
  ///   - value: UTF-8, as the provider wrote it.
  ///   - list: the local code list that it belongs to.
  /// - Returns: what the rows say.
  package func lookup(_ value: ArraySlice<UInt8>, list: String) -> TermLookup {
    guard let entry = entry(TermText.trimmed(value), list: numbers[list]) else { return .unmapped }
    counts.withLock { counts in for row in entry.rows { counts[row] += 1 } }
    return entry.result
  }

  /// What the rows say about a value, and where they stand; does not count as a look-up.
  ///
  /// - Parameters:
  ///   - value: UTF-8, as it was looked up.
  ///   - list: the local code list.
  /// - Returns: the result of the look-up, and one place for each row, in the order of the rows.
  package func known(_ value: [UInt8], list: String) -> (result: TermLookup, places: [SourcePlace])
  {
    guard let entry = entry(TermText.trimmed(value[...]), list: numbers[list]) else {
      return (.unmapped, [])
    }
    return (entry.result, entry.rows.map { rows[$0].place })
  }

  /// How often look-ups met each row of ``rows``.
  package var useCounts: [Int] { counts.withLock { $0 } }

  /// A note for each row that no look-up met, in the order of the rows.
  package var unusedRows: [Finding] {
    zip(rows, useCounts).compactMap { row, count in
      guard count == 0, TermIndexBuilder.isTranslation(row) else { return nil }
      return Finding(TerminologyRules.rowNotUsed, at: row.place, [.plain("list", row.listInWords)])
    }
  }

  private func entry(_ value: ArraySlice<UInt8>, list: Int?) -> TermIndexBuilder.Entry? {
    let everywhere = numbers[""]
    for list in [list, everywhere] {
      if let list, let number = exact.find(value, list: list) { return entries[number] }
    }
    let text = TermText.folded(value)
    for list in [list, everywhere] {
      if let list, let number = folded[FoldedKey(list: list, text: text)] {
        return foldedEntries[number]
      }
    }
    return nil
  }
}
