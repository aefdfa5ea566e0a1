// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import Reports
internal import Store

/// Puts what a run accepted into a catalogue: what `fairway publish` does.
package struct PublishJob: Sendable {
  /// What a publication came to.
  package struct Outcome: Sendable {
    /// The titles of the datasets published.
    package let published: [String]
    /// The datasets of the run that were not accepted.
    package let findings: [Finding]
  }

  /// The folder that a run wrote.
  package var run: URL
  /// The catalogue file, made if it is not there.
  package var catalogue: URL

  /// Describes a job.
  ///
  /// - Parameters:
  ///   - run: the folder that a run wrote.
  ///   - catalogue: the catalogue file.
  package init(run: URL, catalogue: URL) {
    self.run = run
    self.catalogue = catalogue
  }

  /// Publishes in one transaction.
  ///
  /// The catalogue's own description is that of the run.
  /// - Returns: what was published and what was left out.
  /// - Throws: a folder that holds no run, or a catalogue that cannot be written.
  package func publish() throws(DiagnosedError) -> Outcome {
    let source = run.appending(path: "catalogue.sqlite")
    guard FileManager.default.fileExists(atPath: source.path) else {
      throw DiagnosedError(
        PipelineRules.notARun, at: SourcePlace(file: run.relativePath),
        [.plain("path", run.relativePath), .plain("missing", "catalogue.sqlite")])
    }
    // Everything of the run is read before anything is published.
    let accepted = try StoredCatalogue(readingFrom: source.path)
    for dataset in accepted.datasets { _ = try dataset.read() }
    let findings = try notAccepted().map {
      Finding(
        PipelineRules.notAccepted, at: SourcePlace(file: run.relativePath),
        [.plain("dataset", $0)])
    }
    let store = try CatalogueStore(path: catalogue.path)
    try store.put(accepted.datasets, catalogue: accepted.ownDescription)
    try store.close()
    return Outcome(published: accepted.datasets.map(\.title), findings: findings)
  }

  private struct Manifest: Decodable {
    struct Dataset: Decodable {
      let id: String
      let verdict: String
    }
    let datasets: [Dataset]
  }

  private func notAccepted() throws(DiagnosedError) -> [String] {
    let file = run.appending(path: "run.json")
    guard let data = try? Data(contentsOf: file),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
    else {
      throw DiagnosedError(
        PipelineRules.notARun, at: SourcePlace(file: run.relativePath),
        [.plain("path", run.relativePath), .plain("missing", "run.json")])
    }
    return manifest.datasets.filter { $0.verdict == Verdict.notAccepted.rawValue }.map(\.id)
  }
}

/// Writes the feed of a catalogue as files: what `fairway export` does.
package struct ExportJob: Sendable {
  /// The catalogue file.
  package var catalogue: URL
  /// The folder to write to.
  package var output: URL
  /// The flavours to write as well, each into a folder of its name.
  package var flavours: [String] = []

  /// Describes a job.
  ///
  /// - Parameters:
  ///   - catalogue: the catalogue file.
  ///   - output: the folder to write to.
  package init(catalogue: URL, output: URL) {
    self.catalogue = catalogue
    self.output = output
  }

  /// Writes `catalog.ttl`, `.jsonld`, `.rdf` and `.nt`.
  ///
  /// - Returns: the files, and what readers of flavours ask for.
  /// - Throws: a file that is no catalogue, an unknown flavour, or a folder that cannot be written.
  package func run() throws(DiagnosedError) -> (files: [URL], findings: [Finding]) {
    let content = try PublishedCatalogue(catalogue)
    let feed = try flavours.isEmpty ? .none : self.feed(content)
    var files: [URL] = []
    for file in try Publication.feed(content.quads) {
      files.append(try write(file.bytes, to: file.name))
    }
    for file in feed.files { files.append(try write(file.bytes, to: file.path)) }
    return (files, feed.findings)
  }

  private func feed(_ content: PublishedCatalogue) throws(DiagnosedError) -> FlavourFeed {
    try FlavourFeed(
      content.quads, datasets: content.datasets.map { ($0.id, $0.description) },
      names: flavours, library: try FlavourLibrary(for: catalogue))
  }

  private func write(_ bytes: [UInt8], to path: String) throws(DiagnosedError) -> URL {
    let url = output.appending(path: path)
    try AtomicFile.write(bytes, to: url)
    return url
  }
}
