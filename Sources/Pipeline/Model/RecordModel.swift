// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// The common data model as tables with columns, read from its classes and properties.
///
/// - Source: `Ontologies/model`; table and column names are those of the model's SQL schema.
package struct RecordModel: Sendable {
  /// The tables, in the order of the file that describes the classes.
  package let tables: [RecordTable]
  /// The properties whose values are concepts.
  package let conceptProperties: Set<String>
  private let numbers: [String: Int]

  /// Reads the model.
  ///
  /// - Parameter graph: classes and properties, with lines as origins.
  package init(_ graph: Graph) {
    let names = ModelNames(graph)
    tables = graph.statements(predicate: names.table)
      .filter { !graph.objects(graph.triples[$0].subject, names.columns).isEmpty }
      .sorted { graph.origin(of: $0) < graph.origin(of: $1) }
      .map { RecordTable(graph.triples[$0].subject, names) }
    numbers = Dictionary(
      tables.enumerated().map { ($1.classIRI, $0) }, uniquingKeysWith: { first, _ in first })
    conceptProperties = Set(
      tables.flatMap(\.columns).filter(\.isCoded).map(\.property))
  }

  /// Whether records of a class have a property, by their own table or that of a superclass.
  package func has(_ property: String, classIRI: String) -> Bool {
    guard let table = table(of: classIRI) else { return false }
    return table.columns.contains { $0.property == property }
      || table.superclass.map { has(property, classIRI: $0) } ?? false
  }

  /// The namespace of classes and properties.
  package static let namespace = "https://w3id.org/fairway/model#"

  /// The table of a class, if the class has one.
  package func table(of classIRI: String) -> RecordTable? { numbers[classIRI].map { tables[$0] } }
}

/// A table of the model and the class whose records are its rows.
package struct RecordTable: Sendable {
  /// The name.
  package let name: String
  /// The class.
  package let classIRI: String
  /// What people call a row.
  package let label: String
  /// The class of which this one is a part, if that has a table as well: a row of each is one record.
  package let superclass: String?
  /// The column that identifies a row.
  package let primaryKey: String
  /// The columns, in the order of the table.
  package let columns: [RecordColumn]

  fileprivate init(_ type: TermID, _ names: ModelNames) {
    let graph = names.graph
    name = names.text(type, names.table)
    classIRI = graph.terms.text(type)
    label = names.text(type, names.label)
    primaryKey = names.text(type, names.primaryKey)
    superclass = graph.objects(type, names.subClassOf)
      .first { !graph.objects($0, names.columns).isEmpty }.map { graph.terms.text($0) }
    columns = names.list(type, names.columns).map { RecordColumn($0, names) }
  }
}

/// A column of the model and the property that fills it.
package struct RecordColumn: Sendable, Hashable {
  /// What a column holds.
  package enum Content: Sendable, Hashable {
    /// The key of a record of a class; `nil` for a record of any class.
    case link(String?)
    /// A concept, of the class if one is known.
    case concept(String?)
    /// A day, a month or a year.
    case date
    /// A literal of a datatype.
    case literal(String)
  }

  /// The name.
  package let name: String
  /// The property.
  package let property: String
  /// What people call it.
  package let label: String
  /// The column's SQL type.
  package let type: ColumnType
  /// What it holds.
  package let content: Content
  /// The property that holds the unit of the number, if there is one.
  package let unit: String?

  /// Whether it holds a concept.
  package var isCoded: Bool {
    if case .concept = content { return true }
    return false
  }

  fileprivate init(_ property: TermID, _ names: ModelNames) {
    self.property = names.graph.terms.text(property)
    name = names.text(property, names.column)
    label = names.text(property, names.label)
    type = ColumnType(names.text(property, names.columnType))
    unit = names.value(property, names.unitIn)
    let valueClass = names.value(property, names.valueClass)
    switch names.value(property, names.range) {
    case SKOS.Concept?: content = .concept(valueClass)
    case (RDFS.namespace + "Resource")?: content = .link(nil)
    case (RDFS.namespace + "Literal")?: content = .date
    case let range?:
      content = range.hasPrefix(XSD.namespace) ? .literal(range) : .link(range)
    case nil: content = .literal(XSD.string)
    }
  }
}

/// The names of the model's vocabulary as numbers of a graph, looked up once.
private struct ModelNames {
  let graph: Graph
  let table, column, columnType, columns, primaryKey, valueClass, unitIn: TermID
  let label, range, subClassOf: TermID

  init(_ graph: Graph) {
    self.graph = graph
    func own(_ name: String) -> TermID { graph.id(.iri(RecordModel.namespace + name)) }
    table = own("table")
    column = own("column")
    columnType = own("columnType")
    columns = own("columns")
    primaryKey = own("primaryKey")
    valueClass = own("valueClass")
    unitIn = own("unitIn")
    label = graph.id(.iri(RDFS.label))
    range = graph.id(.iri(RDFS.range))
    subClassOf = graph.id(.iri(RDFS.subClassOf))
  }

  func value(_ subject: TermID, _ predicate: TermID) -> String? {
    graph.object(subject, predicate).map { graph.terms.text($0) }
  }

  func text(_ subject: TermID, _ predicate: TermID) -> String { value(subject, predicate) ?? "" }

  func list(_ subject: TermID, _ predicate: TermID) -> [TermID] {
    let (first, rest) = (graph.id(.iri(RDF.first)), graph.id(.iri(RDF.rest)))
    var cells = graph.object(subject, predicate)
    var members: [TermID] = []
    // A list of the model has as many cells as its table columns; a ring would have no end.
    while let cell = cells, let member = graph.object(cell, first), members.count < 1000 {
      members.append(member)
      cells = graph.object(cell, rest)
    }
    return members
  }
}
