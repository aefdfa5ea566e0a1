// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import RDFModel

/// Looks at the shapes together, once each has been read.
enum ShapesCheck {
  /// The shapes that can come back to themselves through the shapes they use.
  ///
  /// Peels off shapes that use nothing any more, then shapes that nothing uses any more; what stays
  /// lies on a circle or between two.
  /// - Complexity: O(uses).
  static func recursiveShapes(_ shapes: [Shape]) -> [Int] {
    let uses = shapes.map { shape in
      Array(Set(shape.constraints.flatMap(\.usedShapes).map(\.index)))
    }
    var usedBy: [[Int]] = Array(repeating: [], count: shapes.count)
    for (index, used) in uses.enumerated() {
      for other in used { usedBy[other].append(index) }
    }
    var stays = Array(repeating: true, count: shapes.count)
    peel(&stays, uses, usedBy)
    peel(&stays, usedBy, uses)
    return stays.indices.filter { stays[$0] }
  }

  private static func peel(_ stays: inout [Bool], _ uses: [[Int]], _ usedBy: [[Int]]) {
    var degree = stays.indices.map { index in uses[index].count { stays[$0] } }
    var free = stays.indices.filter { stays[$0] && degree[$0] == 0 }
    while let index = free.popLast() {
      stays[index] = false
      for user in usedBy[index] where stays[user] {
        degree[user] -= 1
        if degree[user] == 0 { free.append(user) }
      }
    }
  }

  /// Property shapes of one shape that say word for word the same.
  static func repeatedProperties(_ source: ShapesSource, _ numbers: ShapeNumbers) -> [Finding] {
    let graph = source.graph
    let property = graph.id(.iri(SHACL.iri("property")))
    var findings: [Finding] = []
    for node in numbers.nodes {
      var seen: [[Triple]: TermID] = [:]
      for statement in graph.statements(subject: node, predicate: property) {
        let shape = graph.triples[statement].object
        var description = graph.triples[graph.statements(subject: shape)].map { triple in
          Triple(subject: .none, predicate: triple.predicate, object: triple.object)
        }
        if description.isEmpty { continue }
        description.sort { ($0.predicate, $0.object) < ($1.predicate, $1.object) }
        if let first = seen[description] {
          findings.append(
            Finding(
              ShapesRules.constraintRepeated, at: source.place(node: shape),
              [.plain("shape", source.name(of: node))],
              related: source.place(node: first).map { [RelatedPlace("first stated", $0)] } ?? []))
        } else {
          seen[description] = shape
        }
      }
    }
    return findings
  }

  /// Imports of documents that are not among the files.
  ///
  /// A file stands for a document when it declares its IRI as an ontology or a version of one, or when
  /// its name is the last part of the IRI. Nothing is fetched.
  static func missingImports(_ source: ShapesSource, files: [String]) -> [Finding] {
    let graph = source.graph
    let type = graph.id(.iri(RDF.type))
    var given = Set(graph.subjects(type, graph.id(.iri(OWL.Ontology))))
    for statement in graph.statements(predicate: graph.id(.iri(OWL.versionIRI))) {
      given.insert(graph.triples[statement].object)
    }
    let names = Set(files.compactMap { $0.split(separator: "/").last })
    let imports = graph.statements(predicate: graph.id(.iri(OWL.imports)))
    // In the order of the files.
    return imports.sorted { graph.origin(of: $0) < graph.origin(of: $1) }.compactMap { statement in
      let document = graph.triples[statement].object
      let name = graph.terms.text(document).split(separator: "/").last
      if given.contains(document) || name.map(names.contains) == true { return nil }
      return Finding(
        ShapesRules.importMissing, at: source.place(statement: statement),
        [.plain("document", ShapeLabels.text(graph.terms.term(document)))])
    }
  }
}

extension NotEvaluated {
  /// Whether the part is well formed and merely not supported; faults have findings of their own.
  var isUnsupported: Bool {
    !part.hasPrefix("sh:") || SHACL.notEvaluatedNames.contains(String(part.dropFirst(3)))
  }

  /// The part as a finding.
  package var finding: Finding {
    Finding(
      ShapesRules.notEvaluated, at: place,
      [
        .plain("shape", shapeName), .plain("part", part), .plain("reason", reason),
      ])
  }
}
