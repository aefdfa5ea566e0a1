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
    /// The defects of the shapes, at lines of their files.
    package let shapeFindings: [Finding]
    /// Stale codes in data that describe datasets.
    package let staleCodes: [Finding]
    fileprivate let files: DataFiles
    /// The number of statements checked.
    package let statementCount: Int
    /// Whether the data streamed by in blocks; otherwise they were in memory as a whole.
    package let isStreamed: Bool

    /// A result as a finding at its line.
    package func finding(_ result: ValidationResult) -> Finding {
      result.finding(at: files.place(result.origin))
    }

    /// How much the gravest finding weighs, `nil` if there is none.
    package var gravest: Severity? {
      let results = report.results.lazy.map(\.severity).max()
      return [shapeFindings.map(\.severity).max(), staleCodes.map(\.severity).max(), results]
        .compactMap(\.self).max()
    }
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
  /// Data stream by in blocks as long as each subject's statements stand together; otherwise they are
  /// read again and validated as a whole.
  /// - Returns: the results with their places.
  /// - Throws: a file that cannot be read, with line and column.
  package func run() throws(DiagnosedError) -> Outcome {
    var findings: [Finding] = []
    var shapeGraphs: [(graph: Graph, file: String)] = []
    for file in shapes {
      let name = file.relativePath
      shapeGraphs.append((try RDFReader.readGraph(path: file.path, displayName: name), name))
    }
    if let first = self.shapes.first {
      shapeGraphs += try ShippedImports.graphs(
        for: shapeGraphs, project: ProjectFolder(of: first))
    }
    let shapes = ShapesGraph(shapeGraphs, findings: &findings)
    var data = DataFiles(data)
    let streamed = try stream(&data, against: shapes)
    let outcome: (report: ValidationReport, count: Int)
    if let streamed { outcome = streamed } else { outcome = try whole(&data, against: shapes) }
    return Outcome(
      report: outcome.report, shapeFindings: findings,
      staleCodes: try StaleCodeScan.findings(self.data), files: data, statementCount: outcome.count,
      isStreamed: streamed != nil
    )
  }

  private func stream(
    _ data: inout DataFiles, against shapes: ShapesGraph
  ) throws(DiagnosedError) -> (ValidationReport, Int)? {
    // What can be read only once is not worth the attempt.
    guard data.canBeReadAgain else { return nil }
    let validator = StreamingValidator(shapes: shapes)
    var block = validator.emptyBlock
    var hasObstacle = false
    try data.forEachBlock(&block) { block throws(DiagnosedError) in
      hasObstacle = try validator.validate(&block) != nil
      return !hasObstacle
    }
    return hasObstacle ? nil : (try validator.finish(), validator.statementCount)
  }

  private func whole(
    _ data: inout DataFiles, against shapes: ShapesGraph
  ) throws(DiagnosedError) -> (ValidationReport, Int) {
    var builder = GraphBuilder()
    var block = StatementBlock()
    try data.forEachBlock(&block) { block in
      var copier = TermCopier()
      for (triple, line) in zip(block.triples, block.lines) {
        builder.add(copier.copy(triple, of: block.terms, to: &builder.terms), origin: line)
      }
      return true
    }
    let graph = builder.build()
    return (Validator(shapes: shapes).validate(graph), graph.count)
  }
}

/// Several files as one document: the lines of a later file follow those of the file before.
fileprivate struct DataFiles: Sendable {
  private let files: [URL]
  private var firstLines: [UInt32] = []

  init(_ files: [URL]) { self.files = files }

  /// Whether every file is one that stays as it is when it has been read.
  var canBeReadAgain: Bool {
    files.allSatisfy { file in
      (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false
    }
  }

  /// Reads all files from the beginning.
  ///
  /// - Parameters:
  ///   - block: is filled, one time after the other.
  ///   - body: looks at it, and says whether to go on.
  /// - Throws: a file that cannot be read, or what `body` throws.
  mutating func forEachBlock(
    _ block: inout StatementBlock,
    _ body: (inout StatementBlock) throws(DiagnosedError) -> Bool
  ) throws(DiagnosedError) {
    firstLines = []
    var next: UInt32 = 0
    for (number, file) in files.enumerated() {
      firstLines.append(next)
      let reader = try StatementBlockReader(
        path: file.path, displayName: file.relativePath,
        labelPrefix: files.count == 1 ? "" : "d\(number + 1)-", lineOffset: next)
      let blocks = BlockPrefetch(reader, like: block)
      while try blocks.next(&block) {
        if try !body(&block) { return }
      }
      next += UInt32(clamping: blocks.line)
    }
  }

  /// The line that an origin stands for, `nil` for 0.
  func place(_ origin: UInt32) -> SourcePlace? {
    guard let index = firstLines.lastIndex(where: { $0 < origin }) else { return nil }
    return SourcePlace(
      file: files[index].relativePath,
      .text(line: Int(origin - firstLines[index]), column: 1))
  }
}
