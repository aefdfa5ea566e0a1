// SPDX-License-Identifier: Apache-2.0

package import Catalogue
package import Diagnostics
package import Foundation
internal import RDFIO
package import RDFModel

/// The flavours that ship with the product, or those of a project, with the labels that they need.
package struct FlavourLibrary: Sendable {
  /// The flavours.
  package let set: FlavourSet
  /// Known concepts with their labels.
  package let labels: Graph
  /// The files read, as they were.
  package let inputs: [InputRecord]

  /// Reads `Ontologies/flavours`.
  ///
  /// - Parameters:
  ///   - folder: the ontologies.
  ///   - project: names files.
  ///   - labels: known concepts; those of the vocabularies when `nil`.
  /// - Throws: a file that cannot be read, or a rewrite that makes no sense, at its line.
  package init(
    _ folder: OntologyFolder, project: ProjectFolder, labels: Graph? = nil
  ) throws(DiagnosedError) {
    var files: [(graph: Graph, file: String)] = []
    var inputs: [InputRecord] = []
    for file in folder.flavours {
      let name = project.name(of: file)
      inputs.append(try InputRecord(file, name: name, role: .vocabulary))
      files.append((try RDFReader.readGraph(path: file.path, displayName: name), name))
    }
    set = try FlavourSet(files)
    self.inputs = inputs
    self.labels = if let labels { labels } else { try Self.labels(folder) }
  }

  /// Reads the flavours for a file that is to be rewritten.
  ///
  /// - Parameters:
  ///   - file: the description.
  ///   - labels: known concepts; those of the vocabularies when `nil`.
  /// - Throws: as ``init(_:project:labels:)``.
  package init(for file: URL, labels: Graph? = nil) throws(DiagnosedError) {
    let project = ProjectFolder(of: file)
    try self.init(try OntologyFolder.find(for: project), project: project, labels: labels)
  }

  private static func labels(_ folder: OntologyFolder) throws(DiagnosedError) -> Graph {
    var builder = GraphBuilder()
    for file in folder.vocabularies {
      try RDFReader.readFile(path: file.path, labelPrefix: "k", into: &builder)
    }
    return builder.build()
  }

  /// Rewrites statements to the flavour of a name.
  package func apply(_ name: String, to quads: [Quad]) throws(DiagnosedError) -> FlavourOutcome {
    try set.flavour(name).apply(to: quads, labels: labels)
  }

  /// The name of the flavour that puts stale codes right.
  package static let repair = "stale-codes"

  /// Whether a graph names any code that is stale somewhere; without one, nothing has to be rewritten.
  ///
  /// - Complexity: O(terms × stale bases).
  func namesStaleCodes(_ graph: Graph) -> Bool {
    let codes = set.staleCodes
    if codes.contains(where: { !$0.isBase && graph.id(.iri($0.code)) != .none }) { return true }
    let bases = codes.filter(\.isBase).map { Array($0.code.utf8) }
    return (0..<graph.terms.count).contains { index in
      let id = TermID(rawValue: UInt32(index + 1))
      guard graph.terms.kind(id) == .iri else { return false }
      let text = graph.terms.textBytes(id)
      return bases.contains { text.starts(with: $0) }
    }
  }

  /// Stale codes in a description, each with what takes its place.
  ///
  /// - Parameters:
  ///   - quads: the description.
  ///   - place: where it stands.
  /// - Returns: a finding for each statement with a stale code.
  /// - Throws: blank nodes that cannot be told apart.
  package func staleCodes(
    in quads: [Quad], at place: (Quad) -> SourcePlace?
  ) throws(DiagnosedError) -> [Finding] {
    StaleCodeFindings(try apply(Self.repair, to: quads)).findings(at: place)
  }
}

extension OntologyFolder {
  /// The flavours, their conflicts and the words they are written in.
  package var flavours: [URL] { turtleFiles("flavours") }

  /// The shapes that the output for the EUCAIM harvester is held against.
  package var harvesterShapes: URL {
    root.appending(path: "profiles/harvester-2026-08.ttl")
  }
}
