// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Diagnostics
internal import Foundation
internal import RDFIO
internal import RDFModel
internal import Reports
internal import Shapes
internal import Store
internal import Synchronization

/// The output folder of a run: what lies where, each file written whole or not at all.
final class RunOutputs: Sendable {
  private let options: RunOptions
  private let written = Mutex<[URL]>([])

  init(_ options: RunOptions) { self.options = options }

  /// The files written so far, in order.
  var files: [URL] { written.withLock { $0 } }

  /// The address of a file of the run.
  func url(_ path: String) -> URL { options.output.appending(path: path) }

  private func write(_ bytes: [UInt8], to path: String) throws(DiagnosedError) {
    written.withLock { $0.append(url(path)) }
    if !options.isDryRun { try AtomicFile.write(bytes, to: url(path)) }
  }

  /// The descriptions that the last run into the folder published.
  func previousDescriptions() throws(DiagnosedError) -> [DatasetDescription] {
    let file = url("catalogue.sqlite")
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    var descriptions: [DatasetDescription] = []
    for dataset in try StoredCatalogue(readingFrom: file.path).datasets {
      descriptions.append(try dataset.read())
    }
    return descriptions
  }

  /// Writes records and description of a dataset.
  func write(_ result: DatasetRun.Result, of id: String) throws(DiagnosedError) {
    if let records = result.records {
      try writePieces(to: "records/\(id).nt.gz") { (write) throws(DiagnosedError) in
        try Self.compress(records, write)
      }
    }
    if let tables = result.tables {
      for name in tables.names { try write(tables, name, to: "cdm/\(id)/\(name)") }
    }
    if let description = result.description {
      let bytes = try RDFWriter.write(
        description.quads, format: .turtle, prefixes: CataloguePrefixes.forWriting)
      try write(bytes, to: "descriptions/\(id).ttl")
    }
  }

  private func write(_ tables: TableOutputs, _ name: String, to path: String)
    throws(DiagnosedError)
  {
    try writePieces(to: path) { (write) throws(DiagnosedError) in
      try tables.write(name, write)
    }
  }

  // Piece by piece, so that a large file is never in memory as a whole.
  private func writePieces(
    to path: String,
    _ body: (([UInt8]) throws(DiagnosedError) -> Void) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    written.withLock { $0.append(url(path)) }
    guard !options.isDryRun else { return }
    let file = try AtomicFile(url(path))
    var pending: [UInt8] = []
    try body { (bytes) throws(DiagnosedError) in
      pending += bytes
      if pending.count < 1 << 16 { return }
      try file.write(pending)
      pending.removeAll(keepingCapacity: true)
    }
    try file.write(pending)
    try file.commit()
  }

  // Statement by statement.
  private static func compress(
    _ graph: Graph, _ write: ([UInt8]) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    let encoder = GzipEncoder()
    var lines: [UInt8] = []
    for index in 0..<graph.count {
      NTriplesSyntax.appendQuad(graph.quad(index), to: &lines)
      if lines.count > 1 << 16 {
        try write(encoder.encode(lines))
        lines.removeAll(keepingCapacity: true)
      }
    }
    try write(encoder.encode(lines))
    try write(encoder.finish())
  }

  /// Writes the store and the feed, in its own form and in flavours.
  func write(_ publication: Publication, _ flavours: FlavourFeed) throws(DiagnosedError) {
    for file in try Publication.feed(publication.quads) {
      try write(file.bytes, to: "catalogue/\(file.name)")
    }
    for file in flavours.files { try write(file.bytes, to: "catalogue/\(file.path)") }
    // A new database under a hidden name, renamed when it is whole: same datasets, same bytes.
    let target = url("catalogue.sqlite")
    written.withLock { $0.append(target) }
    guard !options.isDryRun else { return }
    let hidden = url(".catalogue.sqlite.new")
    // A killed run may have left a journal, which must not be played back into the new database.
    for name in [hidden.path, hidden.path + "-journal"] { unlink(name) }
    let store = try CatalogueStore(path: hidden.path)
    try store.put(publication.datasets, catalogue: publication.catalogue)
    try store.close()
    try AtomicFile.put(hidden, inPlaceOf: target)
  }

  /// Writes the reports.
  func write(_ report: RunReport, validations: [StagedValidation]) throws(DiagnosedError) {
    let shows = options.showsValues
    try write(HTMLReport.render(report, showValues: shows), to: "report.html")
    try write(JSONReport.render(report, showValues: shows), to: "report.json")
    try write(SARIFReport.render(report, showValues: shows), to: "findings.sarif")
    // The stored text names no folder, so that it is the same wherever the run was written to.
    try write(Array(text(report, folder: "this folder", usesColour: false).utf8), to: "report.txt")
    try writePieces(to: "report.ttl") { (write) throws(DiagnosedError) in
      try SHACLReport.write(validations, showsValues: shows, to: write)
    }
  }

  /// Removes records and descriptions of an earlier run that this one did not write, such as those of
  /// a dataset that was taken out of the pipeline or could not be read this time.
  ///
  /// What stands in the folder afterwards is this run's, and nobody takes old records for new ones.
  func removeStale() throws(DiagnosedError) {
    guard !options.isDryRun else { return }
    let own = Set(files.map(\.path))
    let kinds = [
      ("records", ".nt.gz"), ("descriptions", ".ttl"), ("cdm", ".csv"), ("catalogue", ".ttl"),
      ("catalogue", ".jsonld"), ("catalogue", ".rdf"), ("catalogue", ".nt"),
      ("catalogue", "flavours.md"), ("catalogue", "flavours.json"),
    ]
    for (folder, ending) in kinds {
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: url(folder).path)) ?? []
      for name in names where name.hasSuffix(ending) {
        let file = url("\(folder)/\(name)")
        guard !own.contains(file.path) else { continue }
        guard unlink(file.path) == 0 else {
          throw DiagnosedError(
            PipelineRules.cannotWrite, at: nil,
            [.plain("path", file.path), .plain("reason", String(cString: strerror(errno)))])
        }
      }
    }
    try removeEmptyFolders("cdm")
    try removeEmptyFolders("catalogue")
  }

  // A dataset that is gone leaves no folder behind; one that is not empty stays.
  private func removeEmptyFolders(_ folder: String) throws(DiagnosedError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url(folder).path)) ?? []
    for name in names {
      rmdir(url("\(folder)/\(name)/datasets").path)
      rmdir(url("\(folder)/\(name)").path)
    }
  }

  /// Writes the manifest, last of all.
  func write(_ manifest: RunManifest) throws(DiagnosedError) {
    try write(manifest.bytes, to: "run.json")
  }

  /// The report for a terminal.
  ///
  /// - Parameters:
  ///   - report: what to show.
  ///   - folder: what the output folder is called; its own path when `nil`.
  ///   - usesColour: whether verdicts and severities are coloured.
  /// - Returns: lines.
  func text(_ report: RunReport, folder: String? = nil, usesColour: Bool) -> String {
    TextReport.render(
      report, folder: folder ?? options.output.relativePath,
      style: TextReport.Style(isColoured: usesColour, showsValues: options.showsValues))
  }
}

extension StoredDataset {
  /// The description as statements.
  func read() throws(DiagnosedError) -> DatasetDescription {
    var quads: [Quad] = []
    try RDFReader.read(
      bytes: description, format: .nTriples, base: nil, file: "the catalogue's \(id)"
    ) { quads.append($0) }
    return DatasetDescription(iri: iri, quads: quads)
  }
}
