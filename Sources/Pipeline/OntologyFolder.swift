// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation

/// The ontologies, profiles and vocabularies that ship with the product.
package struct OntologyFolder: Sendable {
  /// The folder `Ontologies`.
  package let root: URL

  /// Finds the folder: in the project, in `FAIRWAY_HOME`, or beside or above the program.
  ///
  /// - Parameter project: the project at hand.
  /// - Returns: the folder.
  /// - Throws: ``PipelineRules/noOntologies``.
  package static func find(for project: ProjectFolder) throws(DiagnosedError) -> OntologyFolder {
    var candidates = [project.root]
    if let home = ProcessInfo.processInfo.environment["FAIRWAY_HOME"] {
      candidates.append(URL(filePath: home))
    }
    var folder = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
    if let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      folder = URL(filePath: program)
    }
    while folder.path != "/" && !folder.path.isEmpty {
      folder.deleteLastPathComponent()
      candidates.append(folder)
      candidates.append(folder.appending(path: "share/fairway"))
    }
    for candidate in candidates {
      let root = candidate.appending(path: "Ontologies")
      if FileManager.default.fileExists(atPath: root.appending(path: "model").path) {
        return OntologyFolder(root: root)
      }
    }
    throw DiagnosedError(PipelineRules.noOntologies, at: nil)
  }

  /// The record shapes of the common data model, field by field and between fields.
  package var recordShapes: [URL] {
    [root.appending(path: "model/shapes.ttl"), root.appending(path: "model/rules.ttl")]
  }

  /// The classes and properties of the common data model, without its record shapes.
  package var model: [URL] {
    turtleFiles("model").filter { file in
      !recordShapes.contains { $0.lastPathComponent == file.lastPathComponent }
    }
  }

  /// The vocabularies, with the classes that concepts belong to.
  package var vocabularies: [URL] { turtleFiles("vocabularies") }

  /// The shapes of the profile that descriptions are checked against.
  package var profile: URL { root.appending(path: "profiles/eucaim-dcat-ap-2.0.ttl") }

  /// What the description computes from the records.
  package var measures: URL { root.appending(path: "profiles/eucaim-measures.ttl") }

  /// The Turtle files of a folder, by name.
  func turtleFiles(_ name: String) -> [URL] {
    let folder = root.appending(path: name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".ttl") }.sorted().map { folder.appending(path: $0) }
  }
}
