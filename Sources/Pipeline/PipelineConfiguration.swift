// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
package import Diagnostics
package import Foundation
internal import LocatedYAML
internal import RDFModel
package import RecordIO

/// What a pipeline file says: the datasets to harmonise, and where their parts lie.
///
/// - Source: Documentation/schemas/pipeline.schema.json, which editors read.
package struct PipelineConfiguration: Sendable {
  /// What a pipeline says about one source of a mapping.
  package struct Source: Sendable {
    /// The source's name in the mapping; empty for what holds for all sources of a dataset.
    package var name: String
    /// Files to read instead of those that the mapping names.
    package var access: String?
    /// Texts that mean null.
    package var nullValues: [String]?
    /// Whether rows with more or fewer cells than the header are mapped.
    package var mapsRaggedRows: Bool?
    /// The encoding, if it is not to be detected.
    package var encoding: TextEncoding?
    /// The delimiter, if it is not to be sniffed.
    package var delimiter: String?
    /// Rows before the header.
    package var rowsBeforeHeader: Int?
    /// Rows between the header and the first record.
    package var rowsAfterHeader: Int?
    /// Where the source stands in the pipeline file.
    package var place: SourcePlace
  }

  /// One dataset.
  package struct Dataset: Sendable {
    /// The id, which names files.
    package var id: String
    /// The mapping, YARRRML.
    package var mapping: URL
    /// The term mappings, SSSOM.
    package var terms: [URL]
    /// Record shapes; those of the common data model if the pipeline names none.
    package var shapes: [URL]
    /// The human half of the description.
    package var description: URL
    /// What holds for all sources.
    package var defaults: Source
    /// What holds for single sources.
    package var sources: [Source]
    /// Where the dataset stands in the pipeline file.
    package var place: SourcePlace
  }

  /// The pipeline's name, which names the output folder.
  package var name: String
  /// The pipeline file.
  package var file: URL
  /// The folder that the pipeline may read from.
  package var project: ProjectFolder
  /// The catalogue's own description.
  package var catalogue: URL
  /// The datasets, in the order written.
  package var datasets: [Dataset]
  /// The lightest severity that keeps a dataset out of the catalogue; `nil` for never.
  package var failOn: Severity?
  /// The ontologies, profiles and vocabularies in use.
  package var ontologies: OntologyFolder
  /// The flavours that the catalogue is also written in.
  package var flavours: [String]
}

extension PipelineConfiguration {
  /// Reads a pipeline file.
  ///
  /// - Parameters:
  ///   - file: the pipeline.
  ///   - allowed: folders outside of the project that may be read.
  /// - Returns: the configuration, with every path resolved.
  /// - Throws: every fault of the file, each at its line.
  package static func load(_ file: URL, allowed: [URL]) throws(DiagnosedError) -> Self {
    let project = ProjectFolder(of: file, allowed: allowed)
    let root = try LocatedYAML.parseFile(file.path, as: project.name(of: file))
    var loader = PipelineLoader(
      file: file, project: project, ontologies: try OntologyFolder.find(for: project))
    return try loader.load(root)
  }
}

/// Reads the nodes of a pipeline file, collecting all faults.
private struct PipelineLoader {
  let file: URL
  let project: ProjectFolder
  let ontologies: OntologyFolder
  let reader = YAMLReader()
  var faults: [Finding] = []

  static let sourceKeys = PipelineKeys.keys(PipelineKeys.source)
  static let datasetKeys = PipelineKeys.keys(PipelineKeys.dataset)

  init(file: URL, project: ProjectFolder, ontologies: OntologyFolder) {
    self.file = file
    self.project = project
    self.ontologies = ontologies
  }

  mutating func load(_ root: YAMLNode) throws(DiagnosedError) -> PipelineConfiguration {
    let top = reader.mapping(
      root, as: "the pipeline", keys: PipelineKeys.keys(PipelineKeys.pipeline))
    let name = top?.required("name", as: .located)
    if let name { checkName(name.text, at: name.node.place) }
    let catalogue = top?.required("catalogue", as: .located).map { existing($0) }
    let failOn = top?.optional("failOn", as: .oneOf(PipelineKeys.failOn))
    let datasets = (top?.named("datasets") ?? []).compactMap { dataset($0.name, $0.value) }
    if let top, top.value("datasets") == nil {
      _ = top.required("datasets", as: .node)
    }
    let flavours = try top.map { top throws(DiagnosedError) in try self.flavours(top) } ?? []
    if !faults.isEmpty { for fault in faults { reader.report(fault) } }
    try reader.finish()
    return PipelineConfiguration(
      name: name?.text ?? "", file: file, project: project, catalogue: catalogue ?? file,
      datasets: datasets,
      failOn: failOn.flatMap(Self.severity) ?? (failOn == nil ? .violation : nil),
      ontologies: ontologies, flavours: flavours)
  }

  // Which flavours there are is read from their files only if one is asked for.
  private mutating func flavours(_ top: YAMLMapping) throws(DiagnosedError) -> [String] {
    guard let node = top.value("publish"),
      let publish = reader.mapping(
        node, as: "publish", keys: PipelineKeys.keys(PipelineKeys.publish))
    else { return [] }
    let wanted = publish.list("flavours", as: .located)
    guard !wanted.isEmpty else { return [] }
    let set = try FlavourLibrary(ontologies, project: project, labels: Graph()).set
    let known = set.published.map(\.name)
    var names: [String] = []
    for name in wanted {
      if !known.contains(name.text) {
        faults.append(
          Finding(
            FlavourRules.unknown, at: name.node.place,
            [.plain("name", name.text), .plain("hint", NearestName.hint(name.text, in: known))]))
      } else if !names.contains(name.text) {
        names.append(name.text)
      }
    }
    return names
  }

  private static func severity(_ word: String) -> Severity? {
    Severity.allCases.first { $0.word == word }
  }

  private mutating func dataset(_ id: LocatedText, _ node: YAMLNode)
    -> PipelineConfiguration.Dataset?
  {
    checkName(id.text, at: id.node.place)
    guard let mapping = reader.mapping(node, as: "the dataset “\(id.text)”", keys: Self.datasetKeys)
    else { return nil }
    let path = mapping.required("mapping", as: .located).map { existing($0) }
    let description = mapping.required("description", as: .located).map { existing($0) }
    let terms = mapping.list("terms", as: .located).map { existing($0) }
    let shapes = mapping.list("shapes", as: .located).map { existing($0) }
    let sources = mapping.named("sources").compactMap { source($0.name, $0.value) }
    var defaults = PipelineConfiguration.Source(name: "", place: mapping.place)
    defaults.nullValues =
      mapping.value("nullValues") == nil ? nil : mapping.list("nullValues", as: .string)
    defaults.mapsRaggedRows = raggedRows(mapping)
    guard let path, let description else { return nil }
    return PipelineConfiguration.Dataset(
      id: id.text, mapping: path, terms: terms,
      shapes: shapes.isEmpty ? ontologies.recordShapes : shapes, description: description,
      defaults: defaults, sources: sources, place: id.node.place)
  }

  private func source(_ name: LocatedText, _ node: YAMLNode) -> PipelineConfiguration.Source? {
    guard
      let mapping = reader.mapping(node, as: "the source “\(name.text)”", keys: Self.sourceKeys)
    else { return nil }
    var source = PipelineConfiguration.Source(name: name.text, place: name.node.place)
    source.access = mapping.optional("access", as: .string)
    source.nullValues =
      mapping.value("nullValues") == nil ? nil : mapping.list("nullValues", as: .string)
    source.mapsRaggedRows = raggedRows(mapping)
    source.encoding = mapping.optional("encoding", as: .oneOf(TextEncoding.self))
    source.delimiter = mapping.optional("delimiter", as: .string)
    source.rowsBeforeHeader = mapping.optional(
      "rowsBeforeHeader", as: .integer(in: PipelineKeys.skippedRows))
    source.rowsAfterHeader = mapping.optional(
      "rowsAfterHeader", as: .integer(in: PipelineKeys.skippedRows))
    return source
  }

  private func raggedRows(_ mapping: YAMLMapping) -> Bool? {
    mapping.optional("raggedRows", as: .oneOf(PipelineKeys.raggedRows)).map { $0 == "map" }
  }

  private mutating func existing(_ path: LocatedText) -> URL {
    let folder = file.deletingLastPathComponent()
    do throws(DiagnosedError) {
      let url = try project.resolve(path.text, in: folder, at: path.node.place)
      if !FileManager.default.fileExists(atPath: url.path) {
        let siblings =
          (try? FileManager.default.contentsOfDirectory(
            atPath: url.deletingLastPathComponent().path)) ?? []
        faults.append(
          Finding(
            PipelineRules.missingFile, at: path.node.place,
            [
              .plain("path", path.text),
              .plain("hint", NearestName.hint(url.lastPathComponent, in: siblings.sorted())),
            ]))
      }
      return url
    } catch {
      faults += error.findings
      return file
    }
  }

  private mutating func checkName(_ name: String, at place: SourcePlace) {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte)
        || [0x2D, 0x2E, 0x5F].contains(byte)
    }
    if !isPlain || name.isEmpty || name.hasPrefix(".") {
      faults.append(Finding(PipelineRules.invalidName, at: place, [.plain("name", name)]))
    }
  }
}

extension PipelineConfiguration.Source {
  /// Says nothing about a source yet.
  init(name: String, place: SourcePlace) {
    self.init(
      name: name, access: nil, nullValues: nil, mapsRaggedRows: nil, encoding: nil, delimiter: nil,
      rowsBeforeHeader: nil, rowsAfterHeader: nil, place: place)
  }
}
