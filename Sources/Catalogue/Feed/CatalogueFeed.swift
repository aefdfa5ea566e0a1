// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// The whole catalogue as one graph, for harvesters that read one document.
package enum CatalogueFeed {
  /// Joins a catalogue with its data sets.
  ///
  /// The catalogue's `dct:modified` is the latest of its own and those of the data sets, so that it
  /// moves when something in it does.
  ///
  /// - Parameters:
  ///   - catalogue: what people wrote about the catalogue.
  ///   - datasets: the descriptions, in any order.
  ///   - concepts: where labels are taken from.
  ///   - findings: receives what the descriptions say differently about one node.
  /// - Returns: statements in the default graph, sorted, each once, without blank nodes.
  /// - Throws: ``SummaryRules/datasetTwice`` when two descriptions have one identifier.
  package static func make(
    catalogue: CatalogueDocument, datasets: [DatasetDescription], concepts: Graph = Graph(),
    findings: inout [Finding]
  ) throws(DiagnosedError) -> [Quad] {
    try join(own(catalogue, concepts: concepts), datasets: datasets, findings: &findings)
  }

  /// What people wrote about a catalogue, as statements without its data sets.
  package static func own(
    _ catalogue: CatalogueDocument, concepts: Graph = Graph()
  ) -> DatasetDescription {
    var writer = DescriptionWriter(document: catalogue.iri, concepts: concepts)
    writer.write(catalogue.node, as: catalogue.iri)
    return DatasetDescription(iri: catalogue.iri, quads: writer.quads)
  }

  /// Joins a catalogue's own statements with its data sets.
  ///
  /// - Parameters:
  ///   - own: what ``own(_:concepts:)`` made, now or before.
  ///   - datasets: the descriptions, in any order.
  ///   - findings: receives what the descriptions say differently about one node.
  /// - Returns: statements in the default graph, sorted, each once, without blank nodes.
  /// - Throws: ``SummaryRules/datasetTwice`` when two descriptions have one identifier.
  package static func join(
    _ own: DatasetDescription, datasets: [DatasetDescription], findings: inout [Finding]
  ) throws(DiagnosedError) -> [Quad] {
    let datasets = datasets.sorted { $0.iri.utf8.lexicographicallyPrecedes($1.iri.utf8) }
    for (one, other) in zip(datasets, datasets.dropFirst()) where one.iri == other.iri {
      throw DiagnosedError(SummaryRules.datasetTwice, at: nil, [.plain("dataset", one.iri)])
    }
    let catalogue = Term.iri(own.iri)
    let modified = Term.iri(Namespace.dct.modified)
    var quads = Set(own.quads.filter { $0.subject != catalogue || $0.predicate != modified })
    for dataset in datasets {
      quads.insert(Quad(catalogue, .iri(Namespace.dcat.dataset), .iri(dataset.iri)))
    }
    if let date = latest((datasets + [own]).compactMap(\.modified)) {
      quads.insert(Quad(catalogue, modified, date))
    }
    compareSharedNodes(datasets + [own], &findings)
    return datasets.reduce(into: quads) { $0.formUnion($1.quads) }.sorted()
  }

  // Dates compare by their text: all forms begin with year, month and day.
  private static func latest(_ dates: [Term]) -> Term? {
    dates.max { left, right in
      left.value.utf8.lexicographicallyPrecedes(right.value.utf8)
    }
  }

  // Only nodes that should say the same wherever they stand are compared: those of organisations.
  private static func compareSharedNodes(
    _ descriptions: [DatasetDescription], _ findings: inout [Finding]
  ) {
    var seen: [Term: (statements: Set<Quad>, source: String)] = [:]
    for description in descriptions {
      let agents = description.quads.filter {
        $0.predicate == .iri(RDF.type) && $0.object == .iri(Namespace.foaf.Agent)
      }
      for agent in agents.map(\.subject) {
        let statements = Set(
          description.quads.filter {
            $0.subject == agent || $0.subject.value.hasPrefix(agent.value + "#")
          })
        guard let known = seen[agent] else {
          seen[agent] = (statements, description.iri)
          continue
        }
        guard known.statements != statements else { continue }
        findings.append(
          Finding(
            SummaryRules.sharedNodeDiffers, at: nil,
            [
              .plain("node", agent.value), .plain("one", known.source),
              .plain("other", description.iri),
            ]))
      }
    }
  }
}

/// What a catalogue's store keeps of a data set.
package struct CatalogueEntry: Sendable, Hashable {
  /// The data set's IRI.
  package let iri: String
  /// The title that lists show: English if there is one.
  package let title: String
  /// When the description last changed, as written; `nil` if it does not say.
  package let modified: String?
  /// The description in canonical N-Triples, sorted: equal content gives equal bytes.
  package let nTriples: [UInt8]

  /// Prepares a description for the store.
  package init(_ description: DatasetDescription) {
    iri = description.iri
    let titles = description.titles
    title =
      (titles.first { $0.language == "en" } ?? titles.first { $0.language.hasPrefix("en") }
      ?? titles.first)?.value ?? description.iri
    modified = description.modified?.value
    nTriples = CanonicalNTriples.bytes(of: description.quads)
  }
}
