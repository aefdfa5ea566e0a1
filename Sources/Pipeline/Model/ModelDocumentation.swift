// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
package import RDFModel
internal import Shapes

/// Writes `Documentation/model.md`: every column of the common data model with what is asked of it.
package struct ModelDocumentation {
  private let model: RecordModel
  private let shapes: Graph
  private let labels: Graph

  /// Prepares the page.
  ///
  /// - Parameters:
  ///   - model: the tables.
  ///   - shapes: the record shapes, field by field.
  ///   - labels: names concepts, as the vocabularies do.
  package init(model: RecordModel, shapes: Graph, labels: Graph) {
    self.model = model
    self.shapes = shapes
    self.labels = labels
  }

  /// The page in Markdown.
  package func render() -> String {
    var page = """
      # The common data model

      <!-- Generated from Ontologies/model by Scripts/generate. -->

      The \(model.tables.count) tables and \(model.tables.reduce(0) { $0 + $1.columns.count }) columns \
      of the common data model of Cancer Image Europe, and the class and property that a mapping uses \
      for each. The prefix `cdm:` is `\(RecordModel.namespace)`.

      A key of another table is a link to its record. Keys that are numbers need not be mapped: rows \
      are numbered when tables are written, unless every record of a table has a number of its own. \
      A record of a class that is a part of another one is a row of both tables.

      *Obligation* says what the record shapes make of a record without a value, and the lowest \
      interoperability tier that asks for it. *Values* names the class of the hyper-ontology, or says \
      how many codes the shapes list. Rules between fields stand in \
      [rules.ttl](../Ontologies/model/rules.ttl).


      """
    for table in model.tables { append(table, to: &page) }
    return page
  }

  private func append(_ table: RecordTable, to page: inout String) {
    let above = table.superclass.map { ", a part of `\(Self.short($0))`" } ?? ""
    page += "## \(table.name)\n\n\(table.label): `\(Self.short(table.classIRI))`\(above)\n\n"
    page +=
      "| Column | Type | Property | Range | Obligation | Values |\n|---|---|---|---|---|---|\n"
    for column in table.columns {
      let constraints = constraints(on: column.property, of: table.classIRI)
      let key = column.name == table.primaryKey ? " (key)" : ""
      let cells = [
        "`\(column.name)`\(key)", column.type.sql, "`\(Self.short(column.property))`",
        range(column), obligation(constraints), values(column, constraints),
      ]
      page += "| " + cells.joined(separator: " | ") + " |\n"
    }
    page += "\n"
  }

  private func range(_ column: RecordColumn) -> String {
    switch column.content {
    case .link(let type): type.map { "`\(Self.short($0))`" } ?? "any record"
    case .concept: "concept"
    case .date: "day, month or year"
    case .literal(let datatype): "`\(Self.short(datatype))`"
    }
  }

  private func own(_ name: String) -> TermID { shapes.id(.iri(SHACL.iri(name))) }

  // The property shapes that speak of a field, in the order of the file.
  private func constraints(on property: String, of type: String) -> [TermID] {
    let path = shapes.id(.iri(property))
    return shapes.subjects(own("targetClass"), shapes.id(.iri(type)))
      .flatMap { shapes.statements(subject: $0, predicate: own("property")) }
      .sorted { shapes.origin(of: $0) < shapes.origin(of: $1) }
      .map { shapes.triples[$0].object }
      .filter { shapes.object($0, own("path")) == path }
  }

  private func obligation(_ constraints: [TermID]) -> String {
    guard let asked = constraints.first(where: { shapes.object($0, own("minCount")) != nil }) else {
      return "optional"
    }
    let severity = shapes.object(asked, own("severity")).map { shapes.terms.text($0) }
    let word = severity == SHACL.iri("Violation") ? "mandatory" : "if available"
    let needed = shapes.id(.iri(RecordModel.namespace + "neededFor"))
    let tier = shapes.object(asked, needed).flatMap { CodeList.tier.label(shapes.terms.text($0)) }
    return word + (tier.map { ", \($0)" } ?? "")
  }

  private func values(_ column: RecordColumn, _ constraints: [TermID]) -> String {
    guard case .concept(let type) = column.content else { return column.unit.map(unit) ?? "" }
    let listed = constraints.compactMap { count(of: $0) }.first
    let name = type.map { iri in
      let code = "`\(RecordTables.code(iri))`"
      let label = labels.object(
        labels.id(.iri(iri)), labels.id(.iri(SKOS.prefLabel)))
      return label.map { "\(labels.terms.text($0)) (\(code))" } ?? code
    }
    return [name, listed.map { "\($0) codes" }].compactMap(\.self).joined(separator: ", ")
  }

  private func unit(_ property: String) -> String { "unit in `\(Self.short(property))`" }

  // The codes of a list, or of the shape that a property shape points at.
  private func count(of shape: TermID) -> Int? {
    let holder = shapes.object(shape, own("node")) ?? shape
    guard var cell = shapes.object(holder, own("in")) else { return nil }
    var count = 0
    while let rest = shapes.object(cell, shapes.id(.iri(RDF.rest))) {
      count += 1
      cell = rest
    }
    return count
  }

  private static func short(_ iri: String) -> String {
    for (prefix, namespace) in [
      ("cdm:", RecordModel.namespace), ("xsd:", XSD.namespace), ("dcat:", DCAT.namespace),
    ] where iri.hasPrefix(namespace) {
      return prefix + iri.dropFirst(namespace.count)
    }
    return iri
  }
}
