// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import RDFIO
internal import RDFModel

/// Looks for stale codes in files that hold descriptions of datasets.
///
/// Records are no descriptions: files beyond ``largest`` bytes and files that do not speak of DCAT are
/// passed over.
enum StaleCodeScan {
  /// How large a file may be to be looked through: some thousand descriptions.
  static let largest = 16 << 20

  /// A finding at its line for each statement with a stale code.
  ///
  /// - Throws: a file that cannot be read, or flavours that cannot.
  static func findings(_ files: [URL]) throws(DiagnosedError) -> [Finding] {
    var findings: [Finding] = []
    for file in files where speaksOfDCAT(file) {
      let name = file.relativePath
      let graph = try RDFReader.readGraph(path: file.path, displayName: name)
      let classes = [DCAT.Dataset, DCAT.Catalog, DCAT.Distribution]
      guard classes.contains(where: { !graph.instances(of: .iri($0)).isEmpty }) else { continue }
      var lines: [Key: Int] = [:]
      for index in 0..<graph.count {
        let quad = graph.quad(index)
        let key = Key(predicate: quad.predicate, object: quad.object)
        lines[key] = min(lines[key] ?? .max, Int(graph.origin(of: index)))
      }
      // Nodes without a name get one before they are looked at, so a subject finds no line.
      let library = try FlavourLibrary(for: file, labels: Graph())
      findings += try library.staleCodes(in: graph.quads) { quad in
        let line = lines[Key(predicate: quad.predicate, object: quad.object)] ?? 0
        return SourcePlace(file: name, line > 0 ? .text(line: line, column: 1) : .file)
      }
    }
    return findings
  }

  private struct Key: Hashable {
    let predicate: Term
    let object: Term
  }

  private static func speaksOfDCAT(_ file: URL) -> Bool {
    let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
    guard values?.isRegularFile == true, let size = values?.fileSize, size <= largest,
      let bytes = try? Data(contentsOf: file, options: .mappedIfSafe)
    else { return false }
    return bytes.range(of: Data(DCAT.namespace.utf8)) != nil
  }
}
