// SPDX-License-Identifier: Apache-2.0

package import Mapping
package import RDFModel
internal import RecordIO

/// What became of the values that a mapping codes: the text behind each concept, and each different
/// look-up once.
package struct CodedValues: Sendable {
  /// A different look-up.
  package struct Entry: Sendable, Hashable {
    /// The number of the look-up in the plan.
    package let call: Int
    /// The text of the cell.
    package let original: String
    /// The text that was looked up.
    package let parsed: String
  }

  /// More different look-ups than this are not taken down.
  package static let entryLimit = 100_000

  /// The look-ups, in the order met.
  package private(set) var entries: [Entry] = []
  /// Whether there were more than ``entryLimit``.
  package private(set) var isCut = false
  private let model: RecordModel
  private let lookups: [Int: PlannedLookup]
  private var seen: Set<Entry> = []
  private var texts: [String] = []
  private var textNumbers: [String: UInt32] = [:]
  // By the origin of the statement that has the concept.
  private var originals: [UInt32: UInt32] = [:]
  // Of values without a concept, by the record's subject and the property.
  private var unmapped: [Key: [UInt32]] = [:]
  private var isConcept: [TermID: Bool] = [:]

  private struct Key: Hashable {
    let subject: TermID
    let property: String
  }

  /// Starts without values.
  package init(_ model: RecordModel, plan: MappingPlan) {
    self.model = model
    lookups = Dictionary(
      plan.lookups.map { ($0.call, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes a batch down.
  ///
  /// - Parameters:
  ///   - outcome: what the executor delivered.
  ///   - statements: the batch's statements.
  ///   - first: the origin of the first of them.
  ///   - terms: the terms of the statements.
  package mutating func add(
    _ outcome: BatchOutcome, _ statements: [MappedStatement], first: UInt32, terms: TermTable
  ) {
    guard let batch = outcome.batch else { return }
    for (index, statement) in statements.enumerated()
    where statement.origin.column >= 0 && isConcept(statement.triple.predicate, terms) {
      let origin = statement.origin
      guard
        let text = batch.text(
          record: origin.record, column: Int(origin.column), place: origin.place,
          path: origin.path)
      else { continue }
      originals[first + UInt32(index)] = number(of: text)
    }
    for note in outcome.lookups {
      let entry = Entry(call: note.call, original: note.original, parsed: note.parsed)
      if entries.count >= Self.entryLimit {
        isCut = isCut || !seen.contains(entry)
      } else if seen.insert(entry).inserted {
        entries.append(entry)
      }
    }
    addUnmapped(outcome.lookups.filter { !$0.isFound }, statements, terms)
  }

  private mutating func number(of text: String) -> UInt32 {
    if let known = textNumbers[text] { return known }
    texts.append(text)
    textNumbers[text] = UInt32(texts.count - 1)
    return UInt32(texts.count - 1)
  }

  private mutating func isConcept(_ property: TermID, _ terms: TermTable) -> Bool {
    if let known = isConcept[property] { return known }
    let isOne = model.conceptProperties.contains(terms.text(property))
    isConcept[property] = isOne
    return isOne
  }

  // No statement tells which record the value belongs to: it is the one of the same source record that
  // has a class with the property.
  private mutating func addUnmapped(
    _ notes: [TermLookupNote], _ statements: [MappedStatement], _ terms: TermTable
  ) {
    guard !notes.isEmpty, let type = terms.id(of: .iri(RDF.type)) else { return }
    var subjects: [Int: [(subject: TermID, type: String)]] = [:]
    for statement in statements where statement.triple.predicate == type {
      subjects[statement.origin.record, default: []].append(
        (statement.triple.subject, terms.text(statement.triple.object)))
    }
    for note in notes {
      for property in lookups[note.call]?.properties ?? [] {
        for record in subjects[note.record] ?? []
        where model.has(property, classIRI: record.type) {
          let key = Key(subject: record.subject, property: property)
          let text = number(of: note.original)
          if unmapped[key]?.contains(text) != true { unmapped[key, default: []].append(text) }
        }
      }
    }
  }

  /// The text that a statement's concept stands for, if it was read from a cell.
  package func original(of origin: UInt32) -> String? { originals[origin].map { texts[Int($0)] } }

  /// The texts of a record that have no concept.
  package func unmapped(_ subject: TermID, _ property: String) -> [String] {
    unmapped[Key(subject: subject, property: property)]?.map { texts[Int($0)] } ?? []
  }

  /// The look-up that an entry belongs to.
  package func lookup(_ entry: Entry) -> PlannedLookup? { lookups[entry.call] }
}
