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

  /// The namespace of the model.
  static let namespace = "https://w3id.org/fairway/model#"

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
    let graph = builder.build()
    all = Self.properties(graph)
    classes = Self.classes(graph)
  }

  /// The class that the values of a property must be of.
  func valueClass(of property: String) -> String? {
    all.first { $0.iri == property }?.valueClass
  }

  private static func properties(_ graph: Graph) -> [Property] {
    let type = Term.iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#Property")
    return graph.instances(of: type).compactMap { property in
      guard let column = graph.objects(of: property, .iri(namespace + "column")).first else {
        return nil
      }
      let range = graph.objects(of: property, .iri(rdfs + "range")).first?.value
      return Property(
        iri: property.value,
        tables: graph.objects(of: property, .iri(namespace + "table")).map(\.value).sorted(),
        column: column.value,
        valueClass: graph.objects(of: property, .iri(namespace + "valueClass")).first?.value,
        isCoded: range?.hasSuffix("#Concept") ?? false,
        datatype: range.flatMap { $0.contains("XMLSchema#") ? $0 : nil })
    }.sorted { $0.iri < $1.iri }
  }

  private static func classes(_ graph: Graph) -> [String: String] {
    var classes: [String: String] = [:]
    for name in graph.instances(of: .iri(rdfs + "Class")) {
      for table in graph.objects(of: name, .iri(namespace + "table")) {
        classes[table.value] = name.value
      }
    }
    return classes
  }

  private static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
}
