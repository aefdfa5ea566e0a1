// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// The keys that records have in the tables of the model.
struct RecordKeys: Sendable {
  private let graph: Graph
  private var records: [String: [TermID]] = [:]
  private var keys: [TermID: String] = [:]
  private var tables: [TermID: String] = [:]

  init(model: RecordModel, graph: Graph) {
    self.graph = graph
    let type = graph.id(.iri(RDF.type))
    for table in model.tables {
      // Of its own class, and of the classes that are a part of it.
      let classes =
        [table.classIRI] + model.tables.filter { $0.superclass == table.classIRI }.map(\.classIRI)
      let subjects = Set(classes.flatMap { graph.subjects(type, graph.id(.iri($0))) })
      records[table.name] = subjects.sorted()
      // The narrowest table names a record.
      for subject in graph.subjects(type, graph.id(.iri(table.classIRI))) {
        if tables[subject] == nil || table.superclass != nil { tables[subject] = table.name }
      }
    }
    for table in model.tables where table.superclass == nil { number(table) }
  }

  private mutating func number(_ table: RecordTable) {
    guard let column = table.columns.first(where: { $0.name == table.primaryKey }) else { return }
    let own = records[table.name] ?? []
    let property = graph.id(.iri(column.property))
    let given = own.map { graph.object($0, property).map { graph.terms.text($0) } }
    if case .text = column.type {
      // A record without a name of its own is still told from the others.
      for (record, key) in zip(own, given) { keys[record] = key ?? graph.terms.text(record) }
      return
    }
    let isGiven = !given.contains(nil) && Set(given).count == own.count
    for (index, record) in own.enumerated() {
      keys[record] = isGiven ? given[index] : String(index + 1)
    }
  }

  /// The records of a table, in the order in which they came.
  func records(of table: RecordTable) -> [TermID] { records[table.name] ?? [] }

  /// Whether a node is a record of any table.
  func isKnown(_ record: TermID) -> Bool { keys[record] != nil }

  /// The key of a record, empty for what is none.
  func key(of record: TermID) -> String { keys[record] ?? "" }

  /// The table of a record.
  func table(of record: TermID) -> String? { tables[record] }
}
