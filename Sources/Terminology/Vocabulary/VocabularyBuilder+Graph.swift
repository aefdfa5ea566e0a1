// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// The properties by which RDF vocabularies speak of concepts.
///
/// - Source: SKOS Reference §4 to §8; OWL 2 Mapping to RDF Graphs §3; RDF Schema 1.1 §3; OBO Format 1.4
///   §5 (annotation properties in OWL).
private enum ConceptTerms {
  static let skos = "http://www.w3.org/2004/02/skos/core#"
  static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  static let owl = "http://www.w3.org/2002/07/owl#"
  static let obo = "http://www.geneontology.org/formats/oboInOwl#"
  static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
  static let first = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first"
  static let rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"

  static let classes = [skos + "Concept", owl + "Class", rdfs + "Class"]
  static let preferred = [skos + "prefLabel", rdfs + "label"]
  static let alternative = [
    skos + "altLabel", skos + "hiddenLabel", obo + "hasExactSynonym", obo + "hasRelatedSynonym",
    "http://purl.obolibrary.org/obo/IAO_0000118",
  ]
  static let codes = [skos + "notation", obo + "id", obo + "hasDbXref", obo + "hasAlternativeId"]
  static let exactMatch = skos + "exactMatch"
  static let parents = [skos + "broader", rdfs + "subClassOf"]
  static let replacements = [
    "http://purl.org/dc/terms/isReplacedBy", "http://purl.obolibrary.org/obo/IAO_0100001",
  ]
}

extension VocabularyBuilder {
  /// Adds the concepts of a graph: SKOS concepts, and classes of OWL and RDF Schema.
  ///
  /// Superclasses that stand in an equivalence or in an intersection count as superclasses; blank nodes
  /// that restrict a class are no concepts. An OWL class without a named superclass is a top one.
  /// - Parameter graph: one or more files.
  package mutating func add(_ graph: Graph) {
    var found: Set<Term> = []
    for name in ConceptTerms.classes {
      for concept in graph.instances(of: .iri(name)) where concept.kind == .iri {
        found.insert(concept)
        declare(concept.value)
        if name.hasPrefix(ConceptTerms.owl) { addClassAxioms(concept, graph) }
      }
    }
    for concept in found { addDescription(concept, graph) }
  }

  private mutating func addDescription(_ concept: Term, _ graph: Graph) {
    let iri = concept.value
    for (properties, kind) in [
      (ConceptTerms.preferred, Vocabulary.LabelKind.preferred),
      (ConceptTerms.alternative, .alternative), (ConceptTerms.codes, .code),
    ] {
      for property in properties {
        for label in graph.objects(of: concept, .iri(property)) where label.kind == .literal {
          addLabel(label.value, kind, to: iri)
        }
      }
    }
    for match in graph.objects(of: concept, .iri(ConceptTerms.exactMatch)) {
      if let code = Self.code(match.value) { addLabel(code, .code, to: iri) }
    }
    for property in ConceptTerms.parents {
      for parent in graph.objects(of: concept, .iri(property)) {
        addSuperclass(parent, to: iri, graph, depth: 0)
      }
    }
    for child in graph.objects(of: concept, .iri(ConceptTerms.skos + "narrower"))
    where child.kind == .iri { addParent(iri, to: child.value) }
    if !graph.objects(of: concept, .iri(ConceptTerms.skos + "topConceptOf")).isEmpty {
      markTop(iri)
    }
    addDeprecation(concept, graph)
  }

  /// The code that an IRI of SNOMED CT or of an OBO ontology stands for, with its vocabulary.
  private static func code(_ iri: String) -> String? {
    for prefix in ["http://snomed.info/id/", "http://snomed.info/sct/"] where iri.hasPrefix(prefix)
    {
      return "SNOMEDCT:" + iri.dropFirst(prefix.count)
    }
    let obo = "http://purl.obolibrary.org/obo/"
    guard iri.hasPrefix(obo), let line = iri.lastIndex(of: "_") else { return nil }
    return iri[..<line].dropFirst(obo.count) + ":" + iri[iri.index(after: line)...]
  }

  private mutating func addClassAxioms(_ concept: Term, _ graph: Graph) {
    let equivalents = graph.objects(of: concept, .iri(ConceptTerms.owl + "equivalentClass"))
    for equivalent in equivalents {
      addSuperclass(equivalent, to: concept.value, graph, depth: 0)
      if equivalent.kind == .iri { addParent(concept.value, to: equivalent.value) }
    }
  }

  // owl:Thing says nothing. The depth bounds lists that lead back to themselves.
  private mutating func addSuperclass(
    _ parent: Term, to iri: String, _ graph: Graph, depth: Int
  ) {
    if parent.kind == .iri {
      if parent.value != ConceptTerms.owl + "Thing", parent.value != iri {
        addParent(parent.value, to: iri)
      }
      return
    }
    guard parent.kind == .blankNode, depth < 64 else { return }
    for list in graph.objects(of: parent, .iri(ConceptTerms.owl + "intersectionOf"))
      + graph.objects(of: parent, .iri(ConceptTerms.rest))
    {
      for member in graph.objects(of: list, .iri(ConceptTerms.first)) {
        addSuperclass(member, to: iri, graph, depth: depth + 1)
      }
      // The end of a list is no class.
      if list.kind == .blankNode { addSuperclass(list, to: iri, graph, depth: depth + 1) }
    }
  }

  private mutating func addDeprecation(_ concept: Term, _ graph: Graph) {
    let replacements = ConceptTerms.replacements.flatMap {
      graph.objects(of: concept, .iri($0))
    }
    let flags = graph.objects(of: concept, .iri(ConceptTerms.owl + "deprecated"))
    let isFlagged = flags.contains { $0.value == "true" || $0.value == "1" }
    if isFlagged || !replacements.isEmpty {
      deprecate(concept.value, replacement: replacements.first?.value)
    }
  }
}
