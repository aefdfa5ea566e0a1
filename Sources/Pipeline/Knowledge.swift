// SPDX-License-Identifier: Apache-2.0

package import Catalogue
package import Diagnostics
internal import Foundation
package import RDFModel
internal import RDFIO
package import Shapes

/// The ontologies, shapes and measures that a run works with, read once.
package struct Knowledge: Sendable {
  /// Classes, properties and vocabularies: labels, class hierarchy, concepts.
  package let concepts: Graph
  /// The common data model as tables.
  package let model: RecordModel
  /// The shapes of the catalogue's profile.
  package let profile: ShapesGraph
  /// What descriptions compute from records.
  package let measures: MeasureSet
  /// The forms of descriptions that readers take, and stale codes.
  package let flavours: FlavourLibrary
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
    var inputs: [InputRecord] = []
    for file in folder.model + folder.vocabularies {
      inputs.append(try InputRecord(file, name: project.name(of: file), role: .vocabulary))
      try RDFReader.readFile(
        path: file.path, displayName: project.name(of: file), labelPrefix: "k", into: &builder)
    }
    concepts = builder.build()
    model = RecordModel(concepts)
    let profile = try ShapesFiles([folder.profile], project: project, role: .profile)
    let name = project.name(of: folder.measures)
    measures = try MeasureSet(
      graph: try RDFReader.readGraph(path: folder.measures.path, displayName: name), file: name)
    self.profile = profile.shapes
    flavours = try FlavourLibrary(folder, project: project, labels: concepts)
    inputs += flavours.inputs
    inputs += profile.inputs + [try InputRecord(folder.measures, name: name, role: .profile)]
    self.inputs = inputs
    findings = profile.findings
  }
}
