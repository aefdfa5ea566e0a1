// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Mapping
internal import RecordIO
internal import Shapes

/// The shapes that the output of a mapping is held against while it is made.
///
/// Most mappings are run once. If the statements about some subjects turn out not to stand together,
/// or the data state subclasses, the mapping is run a second time, without writing.
final class MapCheck {
  private let prepared: PreparedMapping
  private let base: String?
  private let threads: Int
  private let hasGraphs: Bool
  private let targets: [Bool]
  private let shapes: ShapesGraph
  private let shapeFindings: [Finding]
  private let blockSize: Int
  private var origins: OriginTable
  private var validation: MappedValidation

  /// Reads shapes and starts before the first statement.
  ///
  /// - Parameters:
  ///   - files: the shapes.
  ///   - prepared: the mapping.
  ///   - base: what relative IRIs are appended to.
  ///   - threads: how many batches are mapped at the same time.
  ///   - hasGraphs: whether the usual output names graphs.
  ///   - targets: for each target whether it has graph names.
  ///   - blockSize: about how many bytes of lines are looked at together.
  /// - Throws: a file of shapes that cannot be read.
  init(
    _ files: [URL], of prepared: PreparedMapping, base: String?, threads: Int, hasGraphs: Bool,
    targets: [Bool], blockSize: Int
  ) throws(DiagnosedError) {
    self.blockSize = blockSize
    self.prepared = prepared
    self.base = base
    self.threads = threads
    self.hasGraphs = hasGraphs
    self.targets = targets
    let (shapes, findings) = try ValidateJob.shapes(files)
    self.shapes = shapes
    shapeFindings = findings
    origins = OriginTable(plan: prepared.plan)
    // Records that come only once must be in memory when it turns out how they have to be looked at.
    let isReadAgain = prepared.inputs.allSatisfy { input in
      input.files.allSatisfy { FileExtent(path: $0.path).canBeReadTwice }
    }
    validation = try MappedValidation(
      shapes, isReadAgain ? .streaming : .gathered(byteCount: nil),
      hasGraphs: hasGraphs, blockSize: blockSize)
  }

  /// Takes what the usual output gets of a batch.
  ///
  /// - Throws: `temporary-file.failed`.
  func take(_ bytes: UnsafeRawBufferPointer) throws(DiagnosedError) {
    try validation.take(bytes)
  }

  /// Takes where the lines of a batch come from.
  ///
  /// - Throws: `temporary-file.failed`.
  func take(
    _ outcome: BatchOutcome, _ lines: [StatementOrigin]
  ) throws(DiagnosedError) {
    _ = try origins.add(outcome, lines)
  }

  /// Ends the statements.
  ///
  /// - Throws: `temporary-file.failed`, or what a second run of the mapping meets.
  func finish() throws(DiagnosedError) -> ValidationOutcome {
    var conclusion = try validation.finish()
    while true {
      switch conclusion {
      case .results(let report, let count):
        return ValidationOutcome(
          report: report, shapeFindings: shapeFindings, places: .cells(origins),
          statementCount: count)
      case .again(let way):
        conclusion = try lookAgain(way)
      }
    }
  }

  // The lines are the same, and so are their numbers.
  private func lookAgain(
    _ way: MappedValidation.Way
  ) throws(DiagnosedError) -> MappedValidation.Conclusion {
    var executor = MappingExecutor(
      plan: prepared.plan, inputs: prepared.inputs, base: base, threads: threads)
    var sink = RoutingSink(writesGraphs: hasGraphs, targets: targets)
    var validation = try MappedValidation(
      shapes, way, hasGraphs: hasGraphs, blockSize: blockSize)
    try executor.run(into: &sink) { sink, _ throws(DiagnosedError) in
      try sink.usual.drain { (bytes) throws(DiagnosedError) in try validation.take(bytes) }
      for index in sink.targets.indices { sink.targets[index].drain { _ in } }
    }
    return try validation.finish()
  }
}
