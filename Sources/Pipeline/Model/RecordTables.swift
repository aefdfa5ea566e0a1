// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// Harmonised records as rows of the tables of the common data model.
///
/// A record is a row of the table of its class and, where the class is a part of another one, of that
/// class's table with the same key. Keys that are numbers are those of the records if each record of
/// the table has one of its own; otherwise rows are numbered in the order in which records came.
package struct RecordTables: Sendable {
  /// What the tables say about the dataset as a whole.
  package struct Dataset: Sendable {
    /// The dataset's name in the tables.
    package var id: String
    /// The title.
    package var title: String
    /// What it holds.
    package var summary: String

    /// Names a dataset.
    package init(id: String, title: String, summary: String) {
      self.id = id
      self.title = title
      self.summary = summary
    }
  }

  /// What separates several values of one cell.
  package static let separator = " | "
  /// What is put behind a column's name for the column with the values as the provider wrote them.
  package static let originalSuffix = "_original"

  private let model: RecordModel
  private let graph: Graph
  private let coded: CodedValues
  private let dataset: Dataset
  private let keys: RecordKeys

  /// Prepares the tables.
  package init(model: RecordModel, graph: Graph, coded: CodedValues, dataset: Dataset) {
    self.model = model
    self.graph = graph
    self.coded = coded
    self.dataset = dataset
    keys = RecordKeys(model: model, graph: graph)
  }

  /// The tables that have rows, in the order of the model.
  package var tables: [RecordTable] {
    model.tables.filter { $0.name == "dataset" || !keys.records(of: $0).isEmpty }
  }

  /// The header of a table: its columns, each coded one followed by the one with the original values.
  package static func header(_ table: RecordTable) -> [String] {
    table.columns.flatMap { $0.isCoded ? [$0.name, $0.name + originalSuffix] : [$0.name] }
  }

  /// Calls `body` with the cells of every row, in the order of ``header(_:)``.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - body: takes a row; what it throws ends the rows.
  /// - Throws: what `body` throws.
  package func forEachRow<Failure: Error>(
    of table: RecordTable, _ body: ([String]) throws(Failure) -> Void
  ) throws(Failure) {
    let records = keys.records(of: table)
    if table.name == "dataset", records.isEmpty {
      try body([dataset.id, dataset.title, dataset.summary])
    }
    let properties = table.columns.map { graph.id(.iri($0.property)) }
    for record in records {
      var cells: [String] = []
      for (column, property) in zip(table.columns, properties) {
        cells += self.cells(of: record, column, property, in: table)
      }
      try body(cells)
    }
  }

  private func cells(
    of record: TermID, _ column: RecordColumn, _ property: TermID, in table: RecordTable
  ) -> [String] {
    if column.name == table.primaryKey { return [key(of: record, column, property)] }
    // Most columns of the model are used by no record at all.
    let statements =
      property == .none ? 0..<0 : graph.statements(subject: record, predicate: property)
    let values = statements.map { graph.triples[$0].object }
    switch column.content {
    case .link(let type):
      return [joined(values.map { link($0, type) }, column)]
    case .concept:
      let texts =
        statements.compactMap { coded.original(of: graph.origin(of: $0)) }
        + coded.unmapped(record, column.property)
      return [
        joined(values.map { Self.code(graph.terms.text($0)) }, column), joined(texts, column),
      ]
    case .literal, .date:
      if values.isEmpty, column.property == RecordModel.namespace + "eventTableName" {
        return [eventTable(of: record)]
      }
      return [joined(values.map { graph.terms.text($0) }, column)]
    }
  }

  // A row that is identified by a link has the key of the record it belongs to.
  private func key(of record: TermID, _ column: RecordColumn, _ property: TermID) -> String {
    if case .link(let type) = column.content {
      return joined(graph.objects(record, property).map { link($0, type) }, column)
    }
    return keys.key(of: record)
  }

  // Patients belong to the dataset of the run unless they say otherwise.
  private func joined(_ values: [String], _ column: RecordColumn) -> String {
    if values.isEmpty, column.property == RecordModel.namespace + "dataset" { return dataset.id }
    if values.count < 2 { return values.first ?? "" }
    // Several concepts out of one cell have one original.
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }.joined(separator: Self.separator)
  }

  // A record that is not there, and a dataset, are named by their IRIs.
  private func link(_ record: TermID, _ type: String?) -> String {
    keys.isKnown(record) ? keys.key(of: record) : graph.terms.text(record)
  }

  private func eventTable(of record: TermID) -> String {
    let event = graph.object(record, graph.id(.iri(RecordModel.namespace + "event")))
    return event.flatMap { keys.table(of: $0) } ?? ""
  }

  /// A concept as tables have it: the code alone for concepts of the hyper-ontology, the IRI for others.
  package static func code(_ iri: String) -> String {
    iri.hasPrefix(hyperOntology) ? String(iri.dropFirst(hyperOntology.count)) : iri
  }

  private static let hyperOntology = "https://cancerimage.eu/ontology/EUCAIM#"
}
