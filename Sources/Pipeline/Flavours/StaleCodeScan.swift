// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Diagnostics
internal import Foundation
internal import RDFIO
internal import RDFModel

/// Looks for stale codes in files that hold descriptions of datasets.
///
/// Records are no descriptions: files that do not begin with words of DCAT are passed over. Those beyond
/// ``largest`` bytes get a note instead.
enum StaleCodeScan {
  /// How large a file may be to be looked through: some thousand descriptions.
  static let largest = 16 << 20

  /// A finding at its line for each statement with a stale code.
  ///
  /// - Throws: a file that cannot be read, or flavours that cannot.
  static func findings(_ files: [URL]) throws(DiagnosedError) -> [Finding] {
    var findings: [Finding] = []
    var libraries: [URL: FlavourLibrary] = [:]
    for file in files {
      let name = file.relativePath
      switch speech(of: file) {
      case .other: continue
      case .tooLarge:
        findings.append(
          Finding(
            FlavourRules.staleCodesNotChecked, at: SourcePlace(file: name),
            [.plain("limit", largest >> 20)]))
        continue
      case .dcat: break
      }
      let graph = try RDFReader.readGraph(path: file.path, displayName: name)
      let classes = [DCAT.Dataset, DCAT.Catalog, DCAT.Distribution]
      guard classes.contains(where: { !graph.instances(of: .iri($0)).isEmpty }) else { continue }
      let library = try library(for: file, &libraries)
      guard library.namesStaleCodes(graph) else { continue }
      var lines: [Key: Int] = [:]
      for index in 0..<graph.count {
        let quad = graph.quad(index)
        let key = Key(predicate: quad.predicate, object: quad.object)
        lines[key] = min(lines[key] ?? .max, Int(graph.origin(of: index)))
      }
      // Nodes without a name get one before they are looked at, so a subject finds no line.
      findings += try library.staleCodes(in: graph.quads) { quad in
        let line = lines[Key(predicate: quad.predicate, object: quad.object)] ?? 0
        return SourcePlace(file: name, line > 0 ? .text(line: line, column: 1) : .file)
      }
    }
    return findings
  }

  // The flavours of a project are read once, however many files it has.
  private static func library(
    for file: URL, _ known: inout [URL: FlavourLibrary]
  ) throws(DiagnosedError) -> FlavourLibrary {
    let project = ProjectFolder(of: file)
    let folder = try OntologyFolder.find(for: project)
    if let library = known[folder.root] { return library }
    let library = try FlavourLibrary(folder, project: project, labels: Graph())
    known[folder.root] = library
    return library
  }

  private struct Key: Hashable {
    let predicate: Term
    let object: Term
  }

  /// What a file speaks of.
  private enum Speech {
    case dcat, tooLarge, other
  }

  // The first 64 KiB tell: prefixes stand there, and so does the first node of a description.
  private static func speech(of file: URL) -> Speech {
    let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
    guard values?.isRegularFile == true, let size = values?.fileSize,
      let handle = try? FileHandle(forReadingFrom: file),
      let head = try? handle.read(upToCount: 1 << 16),
      head.range(of: Data(DCAT.namespace.utf8)) != nil
    else { return .other }
    return size > largest ? .tooLarge : .dcat
  }
}
