// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Foundation
internal import RDFIO
internal import RDFModel
internal import Shapes

/// Checks RDF files against shapes: what `fairway validate` does.
package struct ValidateJob: Sendable {
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
  /// read again and gathered by subject in temporary files first.
  /// - Returns: the results with their places.
  /// - Throws: a file that cannot be read, with line and column.
  package func run() throws(DiagnosedError) -> ValidationOutcome {
    let (shapes, findings) = try Self.shapes(shapes)
    var data = DataFiles(data)
    let streamed = try stream(&data, against: shapes)
    let outcome: (report: ValidationReport, count: Int)
    if let streamed { outcome = streamed } else { outcome = try gathered(&data, against: shapes) }
    return ValidationOutcome(
      report: outcome.report, shapeFindings: findings,
      staleCodes: try StaleCodeScan.findings(self.data),
      places: .lines(data), statementCount: outcome.count)
  }

  /// Reads shapes as one graph, with what they import of those that ship with the product.
  ///
  /// - Parameter files: any syntax the product reads.
  /// - Returns: the shapes and their defects, at lines of their files.
  /// - Throws: a file that cannot be read, with line and column.
  static func shapes(
    _ files: [URL]
  ) throws(DiagnosedError) -> (shapes: ShapesGraph, findings: [Finding]) {
    var findings: [Finding] = []
    var graphs: [(graph: Graph, file: String)] = []
    for file in files {
      let name = file.relativePath
      graphs.append((try RDFReader.readGraph(path: file.path, displayName: name), name))
    }
    if let first = files.first {
      graphs += try ShippedImports.graphs(for: graphs, project: ProjectFolder(of: first))
    }
    return (ShapesGraph(graphs, findings: &findings), findings)
  }

  private func stream(
    _ data: inout DataFiles, against shapes: ShapesGraph
  ) throws(DiagnosedError) -> (ValidationReport, Int)? {
    // What can be read only once is not worth the attempt.
    guard data.byteCount != nil else { return nil }
    let validator = StreamingValidator(shapes: shapes)
    var block = validator.emptyBlock
    var hasObstacle = false
    try data.forEachBlock(&block) { block throws(DiagnosedError) in
      hasObstacle = try validator.validate(&block) != nil
      return !hasObstacle
    }
    return hasObstacle ? nil : (try validator.finish(), validator.statementCount)
  }

  private func gathered(
    _ data: inout DataFiles, against shapes: ShapesGraph
  ) throws(DiagnosedError) -> (ValidationReport, Int) {
    var records = GatheredRecords(byteCount: data.byteCount)
    var block = StatementBlock()
    try data.forEachBlock(&block) { block throws(DiagnosedError) in
      try records.add(block)
      return true
    }
    return try records.validate(against: shapes)
  }
}

/// Several files as one document: the lines of a later file follow those of the file before.
struct DataFiles: Sendable {
  private let files: [URL]
  private var firstLines: [UInt32] = []
  /// How large the files are, `nil` if one of them is gone when it has been read.
  let byteCount: Int?

  init(_ files: [URL]) {
    self.files = files
    var count = 0
    for file in files {
      let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
      guard values?.isRegularFile == true, let size = values?.fileSize else {
        byteCount = nil
        return
      }
      count += size
    }
    byteCount = count
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
