// SPDX-License-Identifier: Apache-2.0

package import Catalogue
package import Diagnostics
package import Foundation
package import RDFModel
internal import RDFIO
package import Shapes

/// The ontologies, shapes and measures that a run works with, read once.
package struct Knowledge: Sendable {
  /// Classes, properties and vocabularies: labels, class hierarchy, concepts.
  package let concepts: Graph
  /// The shapes of the catalogue's profile.
  package let profile: ShapesGraph
  /// What descriptions compute from records.
  package let measures: MeasureSet
  /// The files read, as they were.
  package let inputs: [InputRecord]
  /// What is wrong with the profile's shapes.
  package let findings: [Finding]

  /// Reads the ontologies.
  ///
  /// - Parameters:
  ///   - folder: the ontologies.
  ///   - project: names files.
  /// - Throws: what makes a file unreadable.
  package init(_ folder: OntologyFolder, project: ProjectFolder) throws(DiagnosedError) {
    var builder = GraphBuilder()
    for file in folder.model + folder.vocabularies {
      try RDFReader.readFile(
        path: file.path, displayName: project.name(of: file), labelPrefix: "k", into: &builder)
    }
    concepts = builder.build()
    var inputs: [InputRecord] = []
    var findings: [Finding] = []
    profile = try ShapesGraph.read([folder.profile], project, &inputs, role: .profile, &findings)
    let name = project.name(of: folder.measures)
    inputs.append(try InputRecord(folder.measures, name: name, role: .profile))
    measures = try MeasureSet(
      graph: try RDFReader.readGraph(path: folder.measures.path, displayName: name), file: name)
    self.inputs = inputs
    self.findings = findings
  }
}

extension ShapesGraph {
  /// Reads the shapes of files.
  ///
  /// - Parameters:
  ///   - files: Turtle or any syntax the product reads.
  ///   - project: names files.
  ///   - inputs: receives the files as they were.
  ///   - role: what the files are read for.
  ///   - findings: receives what is wrong with the shapes.
  /// - Returns: the shapes of all files together.
  /// - Throws: what makes a file unreadable.
  package static func read(
    _ files: [URL], _ project: ProjectFolder, _ inputs: inout [InputRecord],
    role: InputRecord.Role, _ findings: inout [Finding]
  ) throws(DiagnosedError) -> ShapesGraph {
    var graphs: [(graph: Graph, file: String)] = []
    for file in files {
      let name = project.name(of: file)
      inputs.append(try InputRecord(file, name: name, role: role))
      graphs.append((try RDFReader.readGraph(path: file.path, displayName: name), name))
    }
    return ShapesGraph(graphs, findings: &findings)
  }
}
