// SPDX-License-Identifier: Apache-2.0

/// Names of the Shapes Constraint Language vocabulary.
package enum SHACL {
  /// The namespace.
  package static let namespace = "http://www.w3.org/ns/shacl#"

  /// The IRI of a name in the namespace.
  package static func iri(_ name: String) -> String { namespace + name }

  /// The name of an IRI in the namespace, `nil` for any other.
  package static func localName(_ iri: String) -> String? {
    iri.utf8.starts(with: namespace.utf8) ? String(iri.dropFirst(namespace.count)) : nil
  }

  /// Properties of shapes that are no parameter of a constraint.
  static let descriptiveNames: Set<String> = [
    "path", "targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf", "severity",
    "message", "deactivated", "name", "description", "order", "group", "defaultValue", "declare",
    "prefixes", "shapesGraph", "suggestedShapesGraph", "shapesGraphWellFormed",
  ]

  /// Properties of shapes that need SPARQL, rules or scripts and are not evaluated here.
  static let notEvaluatedNames: Set<String> = [
    "sparql", "target", "entailment", "js", "expression", "rule", "values",
  ]
}
