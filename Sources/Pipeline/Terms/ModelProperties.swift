// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import RDFIO
internal import RDFModel

/// The properties of the common data model, as far as terms and templates need them.
struct ModelProperties {
  /// A property.
  struct Property {
    /// Its IRI.
    let iri: String
    /// The tables that have it, as `cancer_condition`.
    let tables: [String]
    /// Its column, as `cancer_condition_code`.
    let column: String
    /// The class that its values must be of, if they are concepts.
    let valueClass: String?
    /// Whether its values are concepts.
    let isCoded: Bool
    /// The IRI of its datatype, if its values are literals.
    let datatype: String?
  }

  /// Every property that fills a column, by IRI.
  let all: [Property]
  /// The class of each table, by the table's name.
  let classes: [String: String]

  /// Reads the model that ships with the product; without it, there are no properties.
  ///
  /// - Throws: a model that cannot be read.
  init() throws(DiagnosedError) {
    let project = ProjectFolder(of: URL(filePath: "terms"), allowed: [])
    guard let folder = try? OntologyFolder.find(for: project) else {
      all = []
      classes = [:]
      return
    }
    var builder = GraphBuilder()
    for file in folder.model {
      try RDFReader.readFile(
        path: file.path, displayName: project.name(of: file), labelPrefix: "m", into: &builder)
    }
    let model = RecordModel(builder.build())
    all = Self.properties(model)
    classes = Dictionary(
      model.tables.map { ($0.name, $0.classIRI) }, uniquingKeysWith: { first, _ in first })
  }

  /// The class that the values of a property must be of.
  func valueClass(of property: String) -> String? {
    all.first { $0.iri == property }?.valueClass
  }

  private static func properties(_ model: RecordModel) -> [Property] {
    var tables: [String: [String]] = [:]
    var columns: [String: RecordColumn] = [:]
    for table in model.tables {
      for column in table.columns {
        tables[column.property, default: []].append(table.name)
        columns[column.property] = column
      }
    }
    return columns.values.map { column in
      var valueClass: String?
      var datatype: String?
      switch column.content {
      case .concept(let name): valueClass = name
      case .literal(let iri): datatype = iri
      case .date, .link: break
      }
      return Property(
        iri: column.property, tables: (tables[column.property] ?? []).sorted(),
        column: column.name, valueClass: valueClass, isCoded: column.isCoded, datatype: datatype)
    }
    .sorted { $0.iri < $1.iri }
  }
}
