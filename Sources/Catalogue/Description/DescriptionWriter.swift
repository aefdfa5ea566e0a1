// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// Turns what people wrote and what was measured into statements, without blank nodes.
///
/// Nested nodes are named after the node they belong to: `…#publisher`, `…#publisher-contact`,
/// `…#contact-1`, `…#distribution-images`.
struct DescriptionWriter {
  private(set) var quads: Set<Quad> = []
  let document: String
  /// Known concepts, properties and classes with their labels.
  let concepts: Graph

  init(document: String, concepts: Graph) {
    self.document = document
    self.concepts = concepts
  }

  /// The IRI of a node that belongs to `parent`.
  static func child(of parent: String, _ name: String) -> String {
    parent + (parent.contains("#") ? "-" : "#") + name
  }

  mutating func state(_ subject: String, _ property: String, _ object: Term) {
    quads.insert(Quad(.iri(subject), .iri(property), object))
  }

  mutating func state(_ subject: String, types: [String]) {
    for type in types { state(subject, RDF.type, .iri(type)) }
  }

  /// States a node and everything below it.
  ///
  /// - Parameters:
  ///   - node: what people wrote.
  ///   - iri: the node's IRI.
  ///   - others: properties that have a value already and can have one only.
  mutating func write(_ node: DescribedNode, as iri: String, without others: Set<String> = []) {
    state(iri, types: node.kind.types)
    if let name = node.name, let property = node.kind.nameProperty {
      state(iri, property, .literal(node.literals("name").first?.value ?? name))
    }
    for field in node.kind.fields where field.isStated {
      if others.contains(field.property), !field.occurrence.isRepeatable { continue }
      for (index, value) in (node.values[field.key] ?? []).enumerated() {
        write(value, of: field, number: index + 1, subject: iri)
      }
    }
  }

  private mutating func write(
    _ value: DescribedValue, of field: ProfileField, number: Int, subject: String
  ) {
    let name = field.occurrence.isRepeatable ? "\(field.fragment)-\(number)" : field.fragment
    switch value {
    case .literal(let term): state(subject, field.property, term)
    case .resource(let iri, let types):
      state(subject, field.property, .iri(iri))
      state(iri, types: types)
    case .concept(let iri, let list):
      state(subject, field.property, .iri(iri))
      describe(iri, in: list)
    case .statement(let texts, let type, let property):
      let iri = Self.child(of: subject, name)
      state(subject, field.property, .iri(iri))
      state(iri, types: [type])
      for text in texts { state(iri, property, text) }
    case .node(let node):
      let iri = self.iri(of: node, in: field, unnamed: name, subject: subject)
      state(subject, field.property, .iri(iri))
      write(node, as: iri)
    }
  }

  private func iri(
    of node: DescribedNode, in field: ProfileField, unnamed: String, subject: String
  ) -> String {
    if let iri = node.iri { return iri }
    if let agent = node.agent { return Self.child(of: document, "agent-\(agent)") }
    return Self.child(of: subject, node.name.map { "\(field.fragment)-\($0)" } ?? unnamed)
  }
}

extension DescriptionWriter {
  /// States the classes, label and scheme of a concept, so that a description stands for itself:
  /// range checks find the class, and people find a name.
  mutating func describe(_ iri: String, in list: CodeList) {
    // Datatypes are known to everybody.
    guard !iri.hasPrefix(XSD.namespace) else { return }
    state(iri, types: list.types)
    if let scheme = list.scheme(iri) { state(iri, Namespace.skos.inScheme, .iri(scheme)) }
    let isConcept = list.types.contains(Namespace.skos.Concept)
    var labels = knownLabels(iri)
    if labels.isEmpty, let label = list.label(iri) { labels = [.literal(label, language: "en")] }
    // A concept must have a label; that of one nobody knows is its own name.
    if labels.isEmpty, isConcept { labels = [.literal(IRIForm.localName(iri))] }
    for property in labelProperties(list.types) {
      for label in labels { state(iri, property, label) }
    }
  }

  private func labelProperties(_ types: [String]) -> [String] {
    if types.contains(Namespace.skos.ConceptScheme) { return [Namespace.dct.title] }
    if types.contains(Namespace.dct.RightsStatement) {
      return [Namespace.skos.prefLabel, Namespace.rdfs.label]
    }
    return types.contains(Namespace.skos.Concept)
      ? [Namespace.skos.prefLabel] : [Namespace.rdfs.label]
  }

  /// States a concept that was found in records: its label, if it is known.
  mutating func describeMeasured(_ iri: String) {
    let labels = knownLabels(iri)
    guard !labels.isEmpty else { return }
    state(iri, types: [Namespace.skos.Concept])
    for label in labels { state(iri, Namespace.skos.prefLabel, label) }
  }

  /// The labels that the known concepts, properties and classes have.
  func knownLabels(_ iri: String) -> [Term] {
    let preferred = concepts.objects(of: .iri(iri), .iri(Namespace.skos.prefLabel))
    return preferred.isEmpty
      ? concepts.objects(of: .iri(iri), .iri(Namespace.rdfs.label)) : preferred
  }
}
