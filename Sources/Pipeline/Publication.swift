// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Diagnostics
internal import RDFIO
internal import RDFModel
internal import Shapes
internal import Store

/// A dataset that was accepted.
struct PublishedDataset: Sendable {
  let id: String
  let description: DatasetDescription

  /// The dataset as the catalogue keeps it.
  var stored: StoredDataset {
    let entry = CatalogueEntry(description)
    return StoredDataset(
      iri: entry.iri, id: id, title: entry.title,
      contentHash: InputRecord.sha256(entry.nTriples), description: entry.nTriples)
  }
}

/// A catalogue with its accepted datasets, ready to be written in every form.
struct Publication: Sendable {
  /// The datasets for the store.
  let datasets: [StoredDataset]
  /// The catalogue's own statements as sorted N-Triples.
  let catalogue: [UInt8]
  /// The whole catalogue.
  let quads: [Quad]

  /// Joins catalogue and datasets and checks the catalogue against the profile.
  ///
  /// - Parameters:
  ///   - datasets: what was accepted.
  ///   - catalogue: what people wrote about the catalogue.
  ///   - knowledge: profile and vocabularies.
  ///   - check: validates against the profile.
  ///   - findings: receives what is wrong with the catalogue itself.
  /// - Returns: the publication.
  /// - Throws: two datasets of one identifier.
  static func make(
    _ datasets: [PublishedDataset], catalogue: CatalogueDocument, knowledge: Knowledge,
    check: DescriptionStage, findings: inout FindingJournal
  ) throws(DiagnosedError) -> Publication {
    var found: [Finding] = []
    let own = CatalogueFeed.own(catalogue, concepts: knowledge.concepts)
    let quads = try CatalogueFeed.join(
      own, datasets: datasets.map(\.description), findings: &found)
    // The datasets' own results are in their reports already.
    let described = Set(datasets.flatMap { $0.description.quads.map(\.subject) })
    let results = check.check(quads).results.filter { !described.contains($0.focusNode) }
    findings.add(found + DescriptionFindings(about: catalogue.node).findings(of: results))
    return Publication(
      datasets: datasets.map(\.stored), catalogue: CanonicalNTriples.bytes(of: own.quads),
      quads: quads)
  }

  /// The syntaxes of the feed.
  static let formats: [RDFFormat] = [.turtle, .jsonLD, .rdfXML, .nTriples]

  /// The catalogue in the four forms of the feed, by file name.
  ///
  /// - Throws: a predicate that RDF/XML cannot write.
  static func feed(_ quads: [Quad]) throws(DiagnosedError) -> [(name: String, bytes: [UInt8])] {
    let prefixes = CataloguePrefixes.forWriting
    var files: [(name: String, bytes: [UInt8])] = []
    for format in formats {
      files.append(
        (
          "catalog.\(format.fileExtension)",
          try RDFWriter.write(quads, format: format, prefixes: prefixes)
        ))
    }
    return files
  }
}

extension CataloguePrefixes {
  /// The prefixes as writers take them, by name.
  static var forWriting: [(prefix: String, namespace: String)] {
    all.sorted { $0.key < $1.key }.map { (prefix: $0.key, namespace: $0.value) }
  }
}
