// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import RDFModel
internal import Reports
internal import Shapes

/// A field of the common data model, as the record shapes declare it.
struct RecordField: Sendable, Hashable {
  let targetClass: String
  let classLabel: String
  let property: String
  let label: String
  var isMandatory: Bool
  /// Whether the shapes miss it where it is absent, however much that weighs.
  var isWanted = false
  /// The lowest interoperability tier that asks for the field, if one does.
  var tier: Int?

  /// The fields that shapes declare, in the order of their files.
  ///
  /// Which class has which field, and whether it is mandatory, is said in the shapes and nowhere else.
  /// Several shapes may speak of one field; it is mandatory if one of them makes it so.
  static func list(_ graphs: [Graph], labels: ShapeLabels) -> [RecordField] {
    var fields: [RecordField] = []
    var numbers: [[String]: Int] = [:]
    for graph in graphs {
      for statement in graph.statements(predicate: graph.id(.iri(SHACL.iri("targetClass")))) {
        let triple = graph.triples[statement]
        for field in self.fields(of: triple.subject, class: triple.object, graph, labels) {
          if let number = numbers[[field.targetClass, field.property]] {
            if field.isMandatory { fields[number].isMandatory = true }
            if field.isWanted { fields[number].isWanted = true }
            fields[number].tier = fields[number].tier ?? field.tier
          } else {
            numbers[[field.targetClass, field.property]] = fields.count
            fields.append(field)
          }
        }
      }
    }
    return fields
  }

  private static func fields(
    of shape: TermID, class type: TermID, _ graph: Graph, _ labels: ShapeLabels
  ) -> [RecordField] {
    let target = graph.terms.text(type)
    // Origins are lines, so sorting by them gives the order of the file.
    return graph.statements(subject: shape, predicate: graph.id(.iri(SHACL.iri("property"))))
      .sorted { graph.origin(of: $0) < graph.origin(of: $1) }
      .compactMap { statement in
        let property = graph.triples[statement].object
        guard let path = graph.object(property, graph.id(.iri(SHACL.iri("path")))),
          graph.terms.kind(path) == .iri
        else { return nil }
        return RecordField(
          targetClass: target, classLabel: labels.nameOrEnd(target),
          property: graph.terms.text(path),
          label: labels.name(graph.terms.term(property))
            ?? labels.nameOrEnd(graph.terms.text(path)),
          isMandatory: isMandatory(property, graph),
          isWanted: isWanted(property, graph), tier: tier(property, graph))
      }
  }

  // What is missing without being a violation is wanted, not mandatory.
  private static func isMandatory(_ shape: TermID, _ graph: Graph) -> Bool {
    let severity = graph.object(shape, graph.id(.iri(SHACL.iri("severity"))))
    return isWanted(shape, graph)
      && (severity.map { graph.terms.text($0) == SHACL.iri("Violation") } ?? true)
  }

  private static func isWanted(_ shape: TermID, _ graph: Graph) -> Bool {
    let least = graph.object(shape, graph.id(.iri(SHACL.iri("minCount"))))
    return least.map { graph.terms.text($0) != "0" } ?? false
  }

  private static func tier(_ shape: TermID, _ graph: Graph) -> Int? {
    let needed = graph.object(shape, graph.id(.iri(RecordModel.namespace + "neededFor")))
    return needed.flatMap { CodeList.tier.label(graph.terms.text($0)) }
      .flatMap { TierCheck.number(of: $0) }
  }

  /// How far a field is filled; `nil` when the graph has no record of its class.
  func coverage(in graph: Graph) -> FieldCoverage? {
    let records = graph.subjects(graph.id(.iri(RDF.type)), graph.id(.iri(targetClass)))
    guard !records.isEmpty else { return nil }
    let property = graph.id(.iri(property))
    let filled = records.count { !graph.statements(subject: $0, predicate: property).isEmpty }
    return FieldCoverage(
      label, iri: self.property, classLabel: classLabel, records: Share(filled, of: records.count),
      isMandatory: isMandatory)
  }
}
