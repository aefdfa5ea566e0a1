// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Gathers rows into the entries of an index and finds rows that contradict each other.
struct TermIndexBuilder {
  /// What the rows of one value say together.
  struct Entry: Sendable {
    var result: TermLookup
    /// Indexes of rows.
    var rows: [Int]
    /// The distinct objects, in the order of the rows.
    var objects: [String]
  }

  let rows: [SSSOMRow]
  private(set) var numbers: [String: Int] = [:]
  private(set) var exact = TermHashTable()
  private(set) var folded: [TermIndex.FoldedKey: Int] = [:]
  private(set) var entries: [Entry] = []
  private(set) var foldedEntries: [Entry] = []
  private(set) var findings: [Finding] = []

  init(rows: [SSSOMRow]) { self.rows = rows }

  /// Whether a row translates its value.
  static func isTranslation(_ row: SSSOMRow) -> Bool {
    !row.isDenial && (row.review == nil || row.review == .accepted)
      && SSSOMVocabulary.translations.contains(row.predicateID)
  }

  mutating func build() {
    for (index, row) in rows.enumerated() {
      // A list whose rows are all proposals is known all the same; its values are unmapped.
      let list = numbers[row.list] ?? numbers.count
      if row.review != nil || Self.isTranslation(row) { numbers[row.list] = list }
      guard Self.isTranslation(row) else { continue }
      let value = Array(row.value.utf8)
      let number = exact.insert(TermText.trimmed(value[...]), list: list)
      if number == entries.count { entries.append(Entry(result: .unmapped, rows: [], objects: [])) }
      let isRepeated = entries[number].objects.contains(row.objectID)
      Self.add(index, row.objectID, to: &entries[number])
      if isRepeated { report(TerminologyRules.duplicateRow, row, related: entries[number]) }
      let key = TermIndex.FoldedKey(list: list, text: TermText.folded(value[...]))
      let folded = folded[key] ?? foldedEntries.count
      self.folded[key] = folded
      if folded == foldedEntries.count {
        foldedEntries.append(Entry(result: .unmapped, rows: [], objects: []))
      }
      Self.add(index, row.objectID, to: &foldedEntries[folded])
    }
    for entry in entries where entry.objects.count > 1 {
      for index in entry.rows { report(TerminologyRules.conflict, rows[index], related: entry) }
    }
  }

  private static func add(_ row: Int, _ object: String, to entry: inout Entry) {
    entry.rows.append(row)
    if !entry.objects.contains(object) { entry.objects.append(object) }
    if entry.objects.count > 1 {
      entry.result = .ambiguous(entry.objects)
    } else {
      entry.result = object == SSSOM.noTermFound ? .noTerm : .concept(object)
    }
  }

  private mutating func report(_ rule: FindingRule, _ row: SSSOMRow, related entry: Entry) {
    let others = entry.rows.map { rows[$0].place }.filter { $0 != row.place }
    findings.append(
      Finding(
        rule, at: row.place,
        [
          .sensitive("value", row.value), .plain("list", row.listInWords),
          .plain("object", row.objectID),
        ],
        related: others.map { RelatedPlace("row of the same value", $0) }))
  }
}
