// SPDX-License-Identifier: Apache-2.0

/// Simple Knowledge Organization System.
package enum SKOS {
  /// The namespace.
  package static let namespace = "http://www.w3.org/2004/02/skos/core#"
  /// `skos:Concept`.
  package static let Concept = namespace + "Concept"
  /// `skos:ConceptScheme`.
  package static let ConceptScheme = namespace + "ConceptScheme"
  /// `skos:Collection`.
  package static let Collection = namespace + "Collection"
  /// `skos:OrderedCollection`.
  package static let OrderedCollection = namespace + "OrderedCollection"
  /// `skos:inScheme`.
  package static let inScheme = namespace + "inScheme"
  /// `skos:topConceptOf`.
  package static let topConceptOf = namespace + "topConceptOf"
  /// `skos:hasTopConcept`.
  package static let hasTopConcept = namespace + "hasTopConcept"
  /// `skos:member`.
  package static let member = namespace + "member"
  /// `skos:memberList`.
  package static let memberList = namespace + "memberList"
  /// `skos:prefLabel`.
  package static let prefLabel = namespace + "prefLabel"
  /// `skos:altLabel`.
  package static let altLabel = namespace + "altLabel"
  /// `skos:hiddenLabel`.
  package static let hiddenLabel = namespace + "hiddenLabel"
  /// `skos:notation`.
  package static let notation = namespace + "notation"
  /// `skos:definition`.
  package static let definition = namespace + "definition"
  /// `skos:note`.
  package static let note = namespace + "note"
  /// `skos:scopeNote`.
  package static let scopeNote = namespace + "scopeNote"
  /// `skos:example`.
  package static let example = namespace + "example"
  /// `skos:changeNote`.
  package static let changeNote = namespace + "changeNote"
  /// `skos:editorialNote`.
  package static let editorialNote = namespace + "editorialNote"
  /// `skos:historyNote`.
  package static let historyNote = namespace + "historyNote"
  /// `skos:semanticRelation`.
  package static let semanticRelation = namespace + "semanticRelation"
  /// `skos:broader`.
  package static let broader = namespace + "broader"
  /// `skos:narrower`.
  package static let narrower = namespace + "narrower"
  /// `skos:related`.
  package static let related = namespace + "related"
  /// `skos:broaderTransitive`.
  package static let broaderTransitive = namespace + "broaderTransitive"
  /// `skos:narrowerTransitive`.
  package static let narrowerTransitive = namespace + "narrowerTransitive"
  /// `skos:mappingRelation`.
  package static let mappingRelation = namespace + "mappingRelation"
  /// `skos:exactMatch`.
  package static let exactMatch = namespace + "exactMatch"
  /// `skos:closeMatch`.
  package static let closeMatch = namespace + "closeMatch"
  /// `skos:broadMatch`.
  package static let broadMatch = namespace + "broadMatch"
  /// `skos:narrowMatch`.
  package static let narrowMatch = namespace + "narrowMatch"
  /// `skos:relatedMatch`.
  package static let relatedMatch = namespace + "relatedMatch"
}
