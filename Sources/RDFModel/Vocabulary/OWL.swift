// SPDX-License-Identifier: Apache-2.0

/// Web Ontology Language.
package enum OWL {
  /// The namespace.
  package static let namespace = "http://www.w3.org/2002/07/owl#"
  /// `owl:Ontology`.
  package static let Ontology = namespace + "Ontology"
  /// `owl:Class`.
  package static let Class = namespace + "Class"
  /// `owl:ObjectProperty`.
  package static let ObjectProperty = namespace + "ObjectProperty"
  /// `owl:DatatypeProperty`.
  package static let DatatypeProperty = namespace + "DatatypeProperty"
  /// `owl:NamedIndividual`.
  package static let NamedIndividual = namespace + "NamedIndividual"
  /// `owl:Thing`.
  package static let Thing = namespace + "Thing"
  /// `owl:imports`.
  package static let imports = namespace + "imports"
  /// `owl:sameAs`.
  package static let sameAs = namespace + "sameAs"
  /// `owl:versionIRI`.
  package static let versionIRI = namespace + "versionIRI"
  /// `owl:versionInfo`.
  package static let versionInfo = namespace + "versionInfo"
  /// `owl:deprecated`.
  package static let deprecated = namespace + "deprecated"
  /// `owl:equivalentClass`.
  package static let equivalentClass = namespace + "equivalentClass"
  /// `owl:equivalentProperty`.
  package static let equivalentProperty = namespace + "equivalentProperty"
  /// `owl:inverseOf`.
  package static let inverseOf = namespace + "inverseOf"
}
