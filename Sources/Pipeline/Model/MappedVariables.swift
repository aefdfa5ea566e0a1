// SPDX-License-Identifier: Apache-2.0

package import Catalogue
package import Mapping
internal import RDFModel

/// The tables of the common data model and the columns that a mapping fills.
///
/// Read from mapping and model alone, so that the list tells nothing of single records: a column is
/// listed whether or not a record has a value in it. Names are those of the model; what a provider
/// calls its columns is not published.
package struct MappedVariables: Sendable {
  /// The tables, in the order of the model; columns in the order of the table.
  package let tables: [VariableTable]

  /// Reads a mapping.
  package init(_ plan: MappingPlan, model: RecordModel) {
    var filled: [String: Set<String>] = [:]
    for subject in plan.outline {
      for type in subject.classes {
        filled[type, default: []].formUnion(subject.properties.map(\.iri))
      }
    }
    tables = model.tables.compactMap { table in
      guard let properties = filled[table.classIRI] else { return nil }
      let columns = table.columns.filter {
        $0.name == table.primaryKey || properties.contains($0.property)
      }
      return VariableTable(
        table.name, class: table.classIRI, primaryKey: table.primaryKey,
        columns: columns.map { Self.column($0, of: table, in: columns) })
    }
  }

  private static func column(
    _ column: RecordColumn, of table: RecordTable, in columns: [RecordColumn]
  ) -> VariableColumn {
    let unit = columns.first { $0.property == column.unit }?.name
    return switch column.content {
    case .literal(let datatype):
      VariableColumn(column.name, property: column.property, datatype: datatype, unit: unit)
    case .concept(let valueClass):
      VariableColumn(
        column.name, property: column.property, datatype: XSD.string, valueClass: valueClass,
        // Without a class, the concepts can be those of any vocabulary.
        valueURL: valueClass.map { _ in "\(Namespace.eucaim.iri){\(column.name)}" })
    // Dates may be cut to the month or the year, links are keys of other tables.
    case .date, .link:
      VariableColumn(column.name, property: column.property, datatype: XSD.string)
    }
  }
}
