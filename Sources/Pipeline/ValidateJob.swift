// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import RDFIO
internal import RDFModel
package import Shapes

/// Checks RDF files against shapes: what `fairway validate` does.
package struct ValidateJob: Sendable {
  /// What a validation found.
  package struct Outcome: Sendable {
    /// The results as SHACL states them.
    package let report: ValidationReport
    /// The results and the defects of the shapes, at lines of the files.
    package let findings: [Finding]
    /// The number of statements checked.
    package let statementCount: Int
  }

  /// The data, any syntax the product reads.
  package var data: [URL]
  /// The shapes, any syntax the product reads.
  package var shapes: [URL]

  /// Describes a job.
  ///
  /// - Parameters:
  ///   - data: at least one file.
  ///   - shapes: at least one file.
  package init(data: [URL], shapes: [URL]) {
    self.data = data
    self.shapes = shapes
  }

  /// Validates all data files as one graph against all shapes as one graph.
  ///
  /// - Returns: the results with their places.
  /// - Throws: a file that cannot be read, with line and column.
  package func run() throws(DiagnosedError) -> Outcome {
    var findings: [Finding] = []
    var shapeGraphs: [(graph: Graph, file: String)] = []
    for file in shapes {
      shapeGraphs.append(
        (
          try RDFReader.readGraph(path: file.path, displayName: file.relativePath),
          file.relativePath
        ))
    }
    let shapes = ShapesGraph(shapeGraphs, findings: &findings)
    var lines = DataLines()
    for (number, file) in data.enumerated() {
      var builder = GraphBuilder()
      try RDFReader.readFile(
        path: file.path, displayName: file.relativePath,
        labelPrefix: data.count == 1 ? "" : "d\(number + 1)-", into: &builder)
      lines.add(builder.build(), file: file.relativePath)
    }
    let graph = lines.builder.build()
    let report = Validator(shapes: shapes).validate(graph)
    findings += report.results.map { result in
      result.finding(at: result.statement.flatMap { lines.place(graph.origin(of: $0)) })
    }
    return Outcome(report: report, findings: findings, statementCount: graph.count)
  }
}

/// The statements of several files with the lines they stand on.
///
/// Origins are lines; those of a later file follow the last line of the file before.
private struct DataLines {
  var builder = GraphBuilder()
  private var files: [(name: String, firstOrigin: UInt32)] = []
  private var nextOrigin: UInt32 = 0

  mutating func add(_ graph: Graph, file: String) {
    files.append((file, nextOrigin))
    var last: UInt32 = 0
    for index in 0..<graph.count {
      let quad = graph.quad(index)
      let line = graph.origin(of: index)
      last = max(last, line)
      builder.add(quad.subject, quad.predicate, quad.object, origin: nextOrigin + line)
    }
    nextOrigin += last + 1
  }

  func place(_ origin: UInt32) -> SourcePlace? {
    guard let file = files.last(where: { $0.firstOrigin < origin }) else { return nil }
    return SourcePlace(file: file.name, .text(line: Int(origin - file.firstOrigin), column: 1))
  }
}
