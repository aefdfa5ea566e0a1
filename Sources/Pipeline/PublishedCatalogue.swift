// SPDX-License-Identifier: Apache-2.0

package import Catalogue
package import Diagnostics
package import Foundation
package import RDFIO
package import RDFModel
internal import Store

/// The whole catalogue, put together again from what its file holds.
package struct PublishedCatalogue: Sendable {
  /// A dataset of the catalogue.
  package struct Dataset: Sendable, Hashable {
    /// The id that its pipeline gave it; datasets of several pipelines can share one.
    package let id: String
    /// The title for people.
    package let title: String
    /// The description.
    package let description: DatasetDescription
  }

  /// What the catalogue says of itself; `nil` before that was put into the file.
  package let own: DatasetDescription?
  /// The datasets, ordered by IRI.
  package let datasets: [Dataset]
  /// Everything in one graph, as the run that published it wrote it.
  package let quads: [Quad]
  /// What the descriptions say differently about one node.
  package let findings: [Finding]

  /// Reads a catalogue file in one transaction, without making or changing anything.
  ///
  /// - Parameter file: what `fairway run` or `fairway publish` wrote.
  /// - Throws: a file that is missing or no catalogue, or an error in its statements.
  package init(_ file: URL) throws(DiagnosedError) {
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw DiagnosedError(
        PipelineRules.missingFile, at: nil,
        [.plain("path", file.relativePath), .plain("hint", "A run or publish makes it.")])
    }
    let stored = try StoredCatalogue(readingFrom: file.path)
    var datasets: [Dataset] = []
    for dataset in stored.datasets {
      datasets.append(
        Dataset(id: dataset.id, title: dataset.title, description: try dataset.read()))
    }
    self.datasets = datasets
    own = try Self.own(stored.ownDescription, file: file.relativePath)
    let descriptions = datasets.map(\.description)
    var findings: [Finding] = []
    quads =
      if let own {
        try CatalogueFeed.join(own, datasets: descriptions, findings: &findings)
      } else {
        Set(descriptions.flatMap(\.quads)).sorted()
      }
    self.findings = findings
  }

  /// Writes statements of the catalogue as its feed does, with the same prefixes.
  ///
  /// - Throws: what the format cannot write.
  package static func write(_ quads: [Quad], as format: RDFFormat) throws(DiagnosedError)
    -> [UInt8]
  {
    try RDFWriter.write(quads, format: format, prefixes: prefixes)
  }

  /// The prefixes of the feed, by name.
  package static var prefixes: [(prefix: String, namespace: String)] {
    CataloguePrefixes.forWriting
  }

  // The catalogue is the one that no other contains.
  private static func own(_ statements: [UInt8], file: String) throws(DiagnosedError)
    -> DatasetDescription?
  {
    var quads: [Quad] = []
    try RDFReader.read(bytes: statements, format: .nTriples, base: nil, file: file) {
      quads.append($0)
    }
    let contained = Set(
      quads.filter { $0.predicate == .iri(Namespace.dcat.catalog) }.map(\.object))
    let catalogues = Graph(quads).instances(of: .iri(Namespace.dcat.Catalog))
    return catalogues.filter { !contained.contains($0) }.min().map {
      DatasetDescription(iri: $0.value, quads: quads)
    }
  }
}
