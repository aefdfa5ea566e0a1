// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import RDFIO
package import RDFModel
package import Shapes

/// Shapes read from files, with the files as they were.
package struct ShapesFiles: Sendable {
  /// The shapes of all files together.
  package let shapes: ShapesGraph
  /// The statements of each file, with lines as origins.
  package let graphs: [Graph]
  /// The files.
  package let inputs: [InputRecord]
  /// What is wrong with the shapes.
  package let findings: [Finding]

  /// Reads shapes.
  ///
  /// - Parameters:
  ///   - files: Turtle or any syntax the product reads.
  ///   - project: names files.
  ///   - role: what the files are read for.
  /// - Throws: what makes a file unreadable.
  package init(
    _ files: [URL], project: ProjectFolder, role: InputRecord.Role
  ) throws(DiagnosedError) {
    var graphs: [(graph: Graph, file: String)] = []
    var inputs: [InputRecord] = []
    for file in files {
      let name = project.name(of: file)
      inputs.append(try InputRecord(file, name: name, role: role))
      graphs.append((try RDFReader.readGraph(path: file.path, displayName: name), name))
    }
    var findings: [Finding] = []
    let imported = try ShippedImports.graphs(for: graphs, project: project)
    shapes = ShapesGraph(graphs + imported, findings: &findings)
    self.graphs = graphs.map(\.graph)
    self.inputs = inputs
    self.findings = findings
  }
}
