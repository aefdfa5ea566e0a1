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
  /// Data stream by in blocks. Those in which the statements about some subjects do not stand together
  /// are read twice; those that state subclasses are validated as a whole.
  /// - Returns: the results with their places.
  /// - Throws: a file that cannot be read, with line and column.
  package func run() throws(DiagnosedError) -> ValidationOutcome {
    let (shapes, findings) = try Self.shapes(shapes)
    var data = DataFiles(data)
    let streamed = try stream(&data, against: shapes)
    let outcome: (report: ValidationReport, count: Int)
    if let streamed { outcome = streamed } else { outcome = try whole(&data, against: shapes) }
    return ValidationOutcome(
      report: outcome.report, shapeFindings: findings, places: .lines(data),
      statementCount: outcome.count, isStreamed: streamed != nil)
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

  // Once more if the statements about some subjects do not stand together: they are gathered then.
  private func stream(
    _ data: inout DataFiles, against shapes: ShapesGraph
  ) throws(DiagnosedError) -> (ValidationReport, Int)? {
    // What can be read only once is not worth the attempt.
    guard data.canBeReadAgain else { return nil }
    var scattered = FingerprintSet()
    for _ in 0..<2 {
      let validator = StreamingValidator(shapes: shapes, gathering: scattered)
      var block = validator.emptyBlock
      var obstacle: StreamingValidator.Obstacle?
      try data.forEachBlock(&block) { block throws(DiagnosedError) in
        obstacle = try validator.validate(&block)
        if case .subclasses = obstacle { return false }
        return true
      }
      switch obstacle {
      case nil: return (try validator.finish(), validator.statementCount)
      case .subclasses: return nil
      case .repeatedSubject: scattered = validator.repeatedSubjects
      }
    }
    return nil
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
struct DataFiles: Sendable {
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
