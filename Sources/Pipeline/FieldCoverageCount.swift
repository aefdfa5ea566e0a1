// SPDX-License-Identifier: Apache-2.0

internal import RDFModel
internal import Reports
internal import Shapes

/// Counts how far the fields of the model are filled.
///
/// The fields are the property shapes of the record shapes: which class has which field, and whether it
/// is mandatory, is said there and nowhere else.
struct FieldCoverageCount {
  private let shapes: ShapesGraph

  init(shapes: ShapesGraph) { self.shapes = shapes }

  /// The fields of all classes that have records, in the order of the shapes.
  func count(in graph: Graph) -> [FieldCoverage] {
    shapes.fields.compactMap { field in
      let instances = graph.subjects(graph.id(.iri(RDF.type)), graph.id(.iri(field.targetClass)))
      guard !instances.isEmpty else { return nil }
      let property = graph.id(.iri(field.property))
      let filled = instances.count { !graph.statements(subject: $0, predicate: property).isEmpty }
      return FieldCoverage(
        field.label, iri: field.property, classLabel: field.classLabel,
        records: Share(filled, of: instances.count), isMandatory: field.isMandatory)
    }
  }
}
