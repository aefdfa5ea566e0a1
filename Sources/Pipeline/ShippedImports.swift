// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import RDFIO
internal import RDFModel

/// Documents that shapes import and that ship with the product.
///
/// Nothing else is read for an import, and nothing is fetched.
enum ShippedImports {
  private static let namespace = "https://w3id.org/fairway/"

  /// The documents that files import, and those import in turn.
  ///
  /// - Parameters:
  ///   - files: shapes with their files' names.
  ///   - project: whose `Ontologies` come first.
  /// - Returns: the documents that are not among the files.
  /// - Throws: a shipped file that cannot be read.
  static func graphs(
    for files: [(graph: Graph, file: String)], project: ProjectFolder
  ) throws(DiagnosedError) -> [(graph: Graph, file: String)] {
    var known = Set(files.flatMap { ontologies($0.graph) })
    var open = files.flatMap { imports($0.graph) }
    var found: [(graph: Graph, file: String)] = []
    while let document = open.popLast() {
      guard known.insert(document).inserted, let file = file(of: document, project)
      else { continue }
      let graph = try RDFReader.readGraph(path: file.path)
      found.append((graph, file.path))
      open += imports(graph)
    }
    return found
  }

  private static func imports(_ graph: Graph) -> [String] {
    graph.statements(predicate: graph.id(.iri(OWL.imports)))
      .map { graph.quad($0).object.value }
      .filter { $0.hasPrefix(namespace) }
  }

  private static func ontologies(_ graph: Graph) -> [String] {
    graph.instances(of: .iri(OWL.Ontology)).map(\.value)
  }

  // An installation without the folder has none of them; the import is a finding then.
  private static func file(of document: String, _ project: ProjectFolder) -> URL? {
    guard let folder = try? OntologyFolder.find(for: project) else { return nil }
    switch document.dropFirst(namespace.count) {
    case "model": return folder.root.appending(path: "model/classes.ttl")
    case "model/shapes": return folder.recordShapes.first
    case "model/rules": return folder.recordShapes.last
    case "profile/eucaim-dcat-ap-2.0": return folder.profile
    case "profile/healthdcat-ap", "profile/dcat-ap-3":
      let name = document.dropFirst(namespace.count + "profile/".count)
      return folder.root.appending(path: "profiles/\(name).ttl")
    default: return nil
    }
  }
}
