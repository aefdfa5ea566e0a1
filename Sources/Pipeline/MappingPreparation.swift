// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import LocatedYAML
package import Mapping
internal import RecordIO
internal import Terminology

/// A mapping with everything it needs to run: the plan and the files of each source.
package struct PreparedMapping: Sendable {
  /// The compiled mapping.
  package let plan: MappingPlan
  /// The files of each source of the plan.
  package let inputs: [SourceInput]
  /// Every file that the run reads, as it was before.
  package let records: [InputRecord]
  /// What was noted about mapping and terms.
  package let notes: [Finding]
  /// The term mappings, which count what was looked up.
  let terms: TermLists
}

/// Reads a mapping and finds its sources.
package struct MappingPreparation: Sendable {
  /// The project, which says what may be read.
  package var project: ProjectFolder
  /// The base for relative IRIs, if one is given.
  package var base: String?
  /// What holds for all sources.
  package var defaults: PipelineConfiguration.Source
  /// What holds for single sources, by their names in the mapping.
  package var overrides: [PipelineConfiguration.Source]
  /// What a mapping's “current working directory” is.
  package var workingFolder = URL(filePath: FileManager.default.currentDirectoryPath)
  /// Values for `$(_name)` in the mapping.
  package var externals: [String: String] = [:]
  /// Whether the files are hashed, which a manifest needs and costs a tenth of a quick mapping.
  package var hashesFiles = true

  /// Whether a list that no term mapping has is empty rather than a fault.
  package var takesEveryList = false

  /// Says what is read where.
  ///
  /// - Parameters:
  ///   - project: the project, which says what may be read.
  ///   - base: the base for relative IRIs.
  ///   - defaults: what holds for all sources.
  ///   - overrides: what holds for single sources.
  package init(
    project: ProjectFolder, base: String? = nil, defaults: PipelineConfiguration.Source,
    overrides: [PipelineConfiguration.Source] = []
  ) {
    self.project = project
    self.base = base
    self.defaults = defaults
    self.overrides = overrides
  }

  /// Reads mapping and terms, compiles them, and lists every file.
  ///
  /// - Parameters:
  ///   - mapping: a YARRRML file, or RML in Turtle.
  ///   - terms: SSSOM files.
  /// - Returns: what an executor needs.
  /// - Throws: every fault of the mapping or the terms, or a file that is missing.
  package func prepare(_ mapping: URL, terms: [URL]) throws(DiagnosedError) -> PreparedMapping {
    var notes: [Finding] = []
    var records: [InputRecord] = []
    records.append(try record(mapping, .mapping))
    let document = try document(mapping, &notes)
    for file in terms { records.append(try record(file, .terms)) }
    let resolver = try TermLists(
      terms.map { ($0, project.name(of: $0)) }, takesEveryList: takesEveryList, findings: &notes)
    let tables = ProjectTables(project, mapping: mapping)
    let plan = try PlanCompiler.compile(
      document, base: base,
      services: FunctionServices(
        terms: terms.isEmpty && !takesEveryList ? nil : resolver, tables: CodeTables(tables)))
    for file in tables.files { records.append(try record(file, .terms)) }
    try checkOverrides(document)
    var inputs: [SourceInput] = []
    for source in plan.sources {
      // A view has the files of what it is made of.
      var logical = source.logical
      while let view = logical.view { logical = document.sources[view.source] }
      inputs.append(try input(logical, prefixes: document.prefixes, mapping: mapping))
    }
    var seen: Set<String> = []
    for file in inputs.flatMap(\.files) where file.path != "-" && seen.insert(file.path).inserted {
      records.append(
        try InputRecord(
          URL(filePath: file.path), name: file.name, role: .data, isHashed: hashesFiles))
    }
    return PreparedMapping(
      plan: plan, inputs: inputs, records: records, notes: notes, terms: resolver)
  }

  private func document(
    _ mapping: URL, _ notes: inout [Finding]
  ) throws(DiagnosedError) -> MappingDocument {
    let name = project.name(of: mapping)
    switch mapping.pathExtension.lowercased() {
    case "yml", "yaml":
      let root = try LocatedYAML.parseFile(mapping.path, as: name)
      return try YARRRMLCompiler.compile(root, externals: externals, notes: &notes)
    case "ttl":
      return try RMLReader.readFile(path: mapping.path, name: name)
    default:
      throw DiagnosedError(
        PipelineRules.mappingLanguage, at: SourcePlace(file: name), [.plain("path", name)])
    }
  }

  private func record(_ url: URL, _ role: InputRecord.Role) throws(DiagnosedError) -> InputRecord {
    try InputRecord(url, name: project.name(of: url), role: role, isHashed: hashesFiles)
  }

  private func checkOverrides(_ document: MappingDocument) throws(DiagnosedError) {
    let names = document.sources.map(\.name)
    let unknown = overrides.filter { !names.contains($0.name) }.map { override in
      Finding(
        PipelineRules.unknownSource, at: override.place,
        [
          .plain("source", override.name),
          .plain("hint", NearestName.hint(override.name, in: names)),
        ])
    }
    if !unknown.isEmpty { throw DiagnosedError(unknown) }
  }

  private func input(
    _ source: LogicalSource, prefixes: [String: String], mapping: URL
  ) throws(DiagnosedError) -> SourceInput {
    let override = overrides.first { $0.name == source.name }
    let folder = mapping.deletingLastPathComponent()
    let files = try files(source, override, folder)
    let format: RecordFormat
    switch source.formulation {
    case .csv: format = .csv(try dialect(source, override))
    case .jsonpath: format = .json(iterator: source.iterator ?? "$")
    case .xpath:
      format = .xml(
        iterator: source.iterator ?? "/*",
        namespaces: prefixes.merging(source.namespaces) { _, own in own })
    }
    return SourceInput(
      files: files, format: format,
      nullValues: override?.nullValues ?? source.nullValues ?? defaults.nullValues ?? [])
  }

  // A path in the pipeline is relative to the pipeline, a path in the mapping to the mapping.
  private func files(
    _ source: LogicalSource, _ override: PipelineConfiguration.Source?, _ folder: URL
  ) throws(DiagnosedError) -> [InputFile] {
    let access = override?.access ?? source.access
    if access == "-" { return [InputFile(path: "-", name: "standard input")] }
    let place = override?.access == nil ? source.place : override?.place
    let base =
      override?.access == nil
      ? start(of: source, folder)
      : project.root.appending(path: override?.place.file ?? "").deletingLastPathComponent()
    let url = try project.resolve(access, in: base, at: place)
    let endings: [String] =
      switch source.formulation {
      case .csv: ["csv", "tsv", "txt"]
      case .jsonpath: ["json", "jsonl", "ndjson"]
      case .xpath: ["xml"]
      }
    do throws(DiagnosedError) {
      return try SourceFiles.expand(url.path, extensions: endings).map {
        InputFile(path: $0, name: project.name(of: URL(filePath: $0)))
      }
    } catch {
      // What is wrong is the path, so the place to look at is where the path is written.
      throw DiagnosedError(
        error.findings.map { finding in
          var located = finding
          located.place = place
          return located
        })
    }
  }

  private func start(of source: LogicalSource, _ mapping: URL) -> URL {
    switch source.root {
    case .mappingFolder: mapping
    case .workingFolder: workingFolder
    case .folder(let path): URL(filePath: path, relativeTo: mapping)
    }
  }

  private func dialect(
    _ source: LogicalSource, _ override: PipelineConfiguration.Source?
  ) throws(DiagnosedError) -> CSVDialect {
    var dialect = CSVDialect()
    if let delimiter = override?.delimiter ?? source.delimiter {
      dialect.delimiter = try byte(delimiter, of: "delimiter", source)
    }
    if let encoding = override?.encoding {
      dialect.encoding = encoding
    } else if let name = source.encoding {
      guard let encoding = TextEncoding.allCases.first(where: { $0.matches(name) }) else {
        let allowed = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        throw invalid(name, of: "encoding", allowed: allowed, source)
      }
      dialect.encoding = encoding
    }
    if let quote = source.table.quote {
      dialect.quote = try byte(quote, of: "quote", source)
    }
    if let prefix = source.table.commentPrefix {
      dialect.comment = try byte(prefix, of: "comment prefix", source)
    }
    if source.table.hasHeader == false || !source.table.columnNames.isEmpty {
      dialect.columnNames = source.table.hasHeader == true ? nil : source.table.columnNames
    }
    dialect.trims = source.table.trims ?? false
    dialect.rowsBeforeHeader = override?.rowsBeforeHeader ?? source.table.rowsBeforeHeader ?? 0
    dialect.rowsAfterHeader = override?.rowsAfterHeader ?? 0
    dialect.mapsRaggedRows = override?.mapsRaggedRows ?? defaults.mapsRaggedRows ?? false
    return dialect
  }

  private func byte(
    _ text: String, of key: String, _ source: LogicalSource
  ) throws(DiagnosedError) -> UInt8 {
    let bytes = Array((text == "\\t" ? "\t" : text).utf8)
    guard bytes.count == 1 else {
      throw invalid(text, of: key, allowed: "one character of ASCII", source)
    }
    return bytes[0]
  }

  private func invalid(
    _ value: String, of key: String, allowed: String, _ source: LogicalSource
  ) -> DiagnosedError {
    DiagnosedError(
      PipelineRules.invalidSetting, at: source.place,
      [.plain("value", value), .plain("key", key), .plain("allowed", allowed)])
  }
}

extension TextEncoding {
  /// Whether `name` is one of the names that the encoding goes by.
  fileprivate func matches(_ name: String) -> Bool {
    let folded = name.lowercased().filter { $0.isLetter || $0.isNumber }
    let names: [String] =
      switch self {
      case .utf8: ["utf8"]
      case .utf16LittleEndian: ["utf16le", "utf16"]
      case .utf16BigEndian: ["utf16be"]
      case .windows1252: ["windows1252", "cp1252"]
      case .latin1: ["iso88591", "latin1"]
      }
    return names.contains(folded)
  }
}
