// SPDX-License-Identifier: Apache-2.0

package import RDFModel

/// What a description depends on besides the records and the human half.
package struct DescriptionContext: Sendable {
  /// The date that a changed description gets: `xsd:date`, `xsd:dateTime` or a part of a date.
  package var date: String
  /// The statements of the description made before, empty for a first one.
  package var previous: [Quad]
  /// Known concepts, classes and properties with `skos:prefLabel`, `rdfs:label`, `rdfs:comment`.
  package var concepts: Graph

  /// Collects a context.
  ///
  /// - Parameters:
  ///   - date: the date that a changed description gets, of a form that ``TextForm/date`` knows.
  ///   - previous: the description made before.
  ///   - concepts: where labels are taken from.
  package init(date: String, previous: [Quad] = [], concepts: Graph = Graph()) {
    self.date = date
    self.previous = previous
    self.concepts = concepts
  }
}

/// A data set's description by EUCAIM DCAT-AP 2.0: statements in the default graph, without blank
/// nodes, in order.
package struct DatasetDescription: Sendable, Hashable {
  /// The data set's IRI.
  package let iri: String
  /// The statements, sorted, each once.
  package let quads: [Quad]

  /// Takes statements that were made before.
  package init(iri: String, quads: some Sequence<Quad>) {
    self.iri = iri
    self.quads = Set(quads).sorted()
  }

  /// Joins what the records say with what people wrote.
  ///
  /// `dct:modified` moves only when another statement does: a description that says what the
  /// previous one said keeps its date.
  ///
  /// - Parameters:
  ///   - summary: what the records say.
  ///   - human: what people wrote.
  ///   - context: date, previous description, labels.
  /// - Returns: the description; two calls with equal arguments give equal ones.
  package static func make(
    summary: DatasetSummary, human: DatasetDocument, context: DescriptionContext
  ) -> DatasetDescription {
    var writer = DescriptionWriter(document: human.iri, concepts: context.concepts)
    // Records are asked before people, but for the list of variables: what it says of files that no
    // mapping reads cannot be computed.
    let written = human.writtenVariables
    let measured = Set(summary.properties.filter { $0.value != .none }.map(\.property))
    writer.write(human.node, as: human.iri, without: measured.subtracting(written))
    writer.write(summary, without: written)
    if !written.isEmpty {
      writer.state(
        human.iri, Namespace.healthdcatap.hasStructuredData,
        .literal("true", datatype: XSD.boolean))
    }
    writer.state(human.iri, Namespace.dct.identifier, .literal(human.iri))
    if let health = CodeList.dataTheme.iri("HEAL") {
      writer.state(human.iri, Namespace.dcat.theme, .iri(health))
      writer.describe(health, in: .dataTheme)
    }
    var quads = writer.quads
    let modified = modifiedDate(of: quads, human.iri, context)
    quads.insert(Quad(.iri(human.iri), .iri(Namespace.dct.modified), modified))
    return DatasetDescription(iri: human.iri, quads: quads)
  }

  private static func modifiedDate(
    of quads: Set<Quad>, _ iri: String, _ context: DescriptionContext
  ) -> Term {
    let isDate = { (quad: Quad) in
      quad.subject == .iri(iri) && quad.predicate == .iri(Namespace.dct.modified)
    }
    let content = context.previous.lazy.filter { !isDate($0) }
      .map { Quad($0.subject, $0.predicate, $0.object) }
    if Set(content) == quads, let date = context.previous.first(where: isDate) {
      return date.object
    }
    return TextForm.date.literal(context.date) ?? .literal(context.date)
  }

  /// The statements as a graph.
  package var graph: Graph { Graph(quads) }

  /// When the description last changed, `nil` if it does not say.
  package var modified: Term? { objects(Namespace.dct.modified).first }

  /// The titles, one for each language.
  package var titles: [Term] { objects(Namespace.dct.title) }

  private func objects(_ property: String) -> [Term] {
    quads.filter { $0.subject == .iri(iri) && $0.predicate == .iri(property) }.map(\.object)
  }
}
