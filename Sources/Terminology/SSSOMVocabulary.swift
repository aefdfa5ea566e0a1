// SPDX-License-Identifier: Apache-2.0

/// Names that SSSOM and its companion vocabularies define.
///
/// - Source: SSSOM 1.1 schema, slots of mapping and mapping set; SEMAPV 1.0.
enum SSSOMVocabulary {
  /// Prefixes that need no declaration.
  static let prefixes: [String: String] = [
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": semapv,
    "skos": skos,
    "sssom": "https://w3id.org/sssom/",
    "EUCAIM": ConceptSpelling.namespace,
  ]

  static let skos = "http://www.w3.org/2004/02/skos/core#"
  static let semapv = "https://w3id.org/semapv/vocab/"

  /// Predicates by which a value may be translated.
  static let translations: Set<String> = [
    skos + "exactMatch", skos + "closeMatch", skos + "broadMatch", skos + "narrowMatch",
    "http://www.w3.org/2002/07/owl#equivalentClass", "http://www.w3.org/2002/07/owl#sameAs",
    "http://www.w3.org/2000/01/rdf-schema#subClassOf",
  ]

  /// Predicates as people write them, for hints.
  static let translationNames = [
    "skos:exactMatch", "skos:closeMatch", "skos:broadMatch", "skos:narrowMatch",
    "owl:equivalentClass", "owl:sameAs", "rdfs:subClassOf",
  ]

  /// Justifications, without their namespace.
  static let justifications = [
    "BackgroundKnowledgeBasedMatching", "CompositeMatching", "InstanceBasedMatching",
    "LexicalMatching", "LexicalSimilarityThresholdMatching", "LogicalReasoning",
    "ManualMappingCuration", "MappingChaining", "MappingInversion", "MappingReview",
    "SemanticSimilarityThresholdMatching", "StructuralMatching", "UnspecifiedMatching",
  ]

  /// Slots of a mapping: the columns that a table may have.
  static let columns = [
    "author_id", "author_label", "cardinality_scope", "comment", "confidence", "creator_id",
    "creator_label", "curation_rule", "curation_rule_text", "issue_tracker_item", "license",
    "mapping_cardinality", "mapping_date", "mapping_justification", "mapping_provider",
    "mapping_source", "mapping_tool", "mapping_tool_id", "mapping_tool_version", "match_string",
    "object_category", "object_id", "object_label", "object_match_field", "object_preprocessing",
    "object_source", "object_source_version", "object_type", "other", "predicate_id",
    "predicate_label", "predicate_modifier", "predicate_type", "publication_date", "record_id",
    "review_date", "reviewer_agreement", "reviewer_confidence", "reviewer_id", "reviewer_label",
    "see_also", "semantic_similarity_measure", "semantic_similarity_score", "similarity_measure",
    "similarity_score", "subject_category", "subject_id", "subject_label", "subject_match_field",
    "subject_preprocessing", "subject_source", "subject_source_version", "subject_type",
  ]

  /// Slots of a mapping set: the metadata that a file may have.
  static let metadata = [
    "cardinality_scope", "comment", "creator_id", "creator_label", "curation_rule",
    "curation_rule_text", "curie_map", "extension_definitions", "issue_tracker", "license",
    "mapping_date", "mapping_provider", "mapping_set_confidence", "mapping_set_description",
    "mapping_set_id", "mapping_set_source", "mapping_set_title", "mapping_set_version",
    "mapping_tool", "mapping_tool_id", "mapping_tool_version", "object_match_field",
    "object_preprocessing", "object_source", "object_source_version", "object_type", "other",
    "predicate_type", "publication_date", "review_date", "see_also", "similarity_measure",
    "sssom_version", "subject_match_field", "subject_preprocessing", "subject_source",
    "subject_source_version", "subject_type",
  ]
}
