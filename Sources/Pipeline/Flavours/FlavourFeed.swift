// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Diagnostics
internal import RDFIO
internal import RDFModel

/// The catalogue and its datasets in the flavours that a pipeline or an export asks for.
struct FlavourFeed: Sendable {
  /// A file below the folder of the feed.
  struct File: Sendable {
    let path: String
    let bytes: [UInt8]
  }

  /// The files, flavour by flavour, and the report over all of them.
  let files: [File]
  /// What readers ask for; a warning at most, since other readers take the description.
  let findings: [Finding]

  static let none = FlavourFeed(files: [], findings: [])

  private init(files: [File], findings: [Finding]) {
    self.files = files
    self.findings = findings
  }

  /// Writes the whole catalogue and each dataset in flavours.
  ///
  /// - Parameters:
  ///   - quads: the whole catalogue.
  ///   - datasets: its datasets by id.
  ///   - names: the flavours.
  ///   - library: where they are declared.
  /// - Throws: an unknown flavour, or a predicate that RDF/XML cannot write.
  init(
    _ quads: [Quad], datasets: [(id: String, description: DatasetDescription)], names: [String],
    library: FlavourLibrary
  ) throws(DiagnosedError) {
    if names.isEmpty {
      self = .none
      return
    }
    let report = try FlavourReport(
      quads, name: "The catalogue", flavours: names, library: library)
    var files: [File] = []
    var findings: [Finding] = []
    for (name, outcome) in zip(names, report.outcomes) {
      findings += outcome.findings
      for format in Publication.formats {
        files.append(
          File(
            path: "\(name)/catalog.\(format.fileExtension)",
            bytes: try Self.write(outcome, as: format)))
      }
      for (file, dataset) in zip(Self.fileNames(datasets.map(\.id)), datasets) {
        let own = try library.apply(name, to: dataset.description.quads)
        files.append(
          File(path: "\(name)/datasets/\(file).ttl", bytes: try Self.write(own, as: .turtle)))
      }
    }
    let comparison = FlavourReportRendering(report)
    files.append(File(path: "flavours.md", bytes: comparison.render(.markdown)))
    files.append(File(path: "flavours.json", bytes: comparison.render(.json)))
    self.files = files
    self.findings = findings.map { finding in
      var finding = finding
      finding.severity = min(finding.severity, .warning)
      return finding
    }
  }

  // Datasets of several pipelines can share an id; the second one is `ID-2`.
  static func fileNames(_ ids: [String]) -> [String] {
    var taken: Set<String> = []
    return ids.map { id in
      var name = id
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(id)-\(number)"
        number += 1
      }
      return name
    }
  }

  private static func write(
    _ outcome: FlavourOutcome, as format: RDFFormat
  ) throws(DiagnosedError) -> [UInt8] {
    try RDFWriter.write(outcome.quads, format: format, prefixes: outcome.flavour.allPrefixes)
  }
}
