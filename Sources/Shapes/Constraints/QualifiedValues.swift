// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel

/// The value nodes that conform to a qualified value shape: what both counting components share.
struct QualifiedValues: Sendable {
  let shape: ShapeID
  /// Shapes of sibling property shapes that counted values must not conform to.
  let siblings: [ShapeID]

  /// The qualified value shapes of a property shape.
  ///
  /// - Source: SHACL §4.7.3, sibling shapes.
  static func read(_ shape: inout ShapeReader) -> [QualifiedValues] {
    let graph = shape.source.graph
    let parameter = graph.id(.iri(SHACL.iri("qualifiedValueShape")))
    let isDisjoint = shape.flag("qualifiedValueShapesDisjoint")
    if shape.statements("qualifiedValueShape").isEmpty {
      let count =
        shape.statements("qualifiedMinCount").isEmpty ? "qualifiedMaxCount" : "qualifiedMinCount"
      shape.note(ShapesRules.qualifiedShapeMissing, count, shape.statements(count).first)
      shape.leaveOut(count, "the shape has no sh:qualifiedValueShape")
    }
    return shape.statements("qualifiedValueShape").compactMap { statement in
      let node = graph.triples[statement].object
      guard let qualified = shape.shape(node, "qualifiedValueShape", statement) else { return nil }
      guard isDisjoint else { return QualifiedValues(shape: qualified, siblings: []) }
      let property = graph.id(.iri(SHACL.iri("property")))
      var siblings: [TermID] = []
      for parent in graph.subjects(property, shape.node) {
        for sibling in graph.objects(parent, property) {
          siblings += graph.objects(sibling, parameter)
        }
      }
      let others = Set(siblings).subtracting([node]).sorted().compactMap { other in
        shape.shape(other, "qualifiedValueShape", statement)
      }
      return QualifiedValues(shape: qualified, siblings: others)
    }
  }

  var usedShapes: [ShapeID] { [shape] + siblings }

  func count(_ values: [TermID], _ run: ValidationRun) -> Int {
    values.count { value in
      run.conforms(value, shape) && !siblings.contains { run.conforms(value, $0) }
    }
  }

  static func rule(_ id: String, title: String, remedy: String) -> FindingRule {
    FindingRule(
      id, .violation, title: title,
      message: "{kind} has {found} of {property} that {conform} to {other}; {needed}.",
      remedy: remedy, groupedBy: ["shape", "path"])
  }

  func arguments(_ result: ResultContext, _ needed: String) -> [FindingArgument] {
    let found =
      switch result.count {
      case 0: "no values"
      case 1: "1 value"
      default: "\(result.count) values"
      }
    return [
      .plain("found", found), .plain("conform", result.count == 1 ? "conforms" : "conform"),
      .plain("other", result.name(shape)), .plain("needed", needed),
    ]
  }
}
