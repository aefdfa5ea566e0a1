// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFIO
internal import RDFModel
internal import Shapes

/// Validates the statements of a mapping while they are made, from the lines that are written.
///
/// The number of a line is the origin of its statement.
struct MappedValidation {
  /// How statements are looked at.
  enum Way {
    /// Block by block.
    case streaming
    /// When all are there, those about each subject brought together; their bytes if they are known.
    case gathered(byteCount: Int?)
  }

  /// What came of it.
  enum Conclusion {
    /// The results, and the number of different statements.
    case results(ValidationReport, Int)
    /// The statements have to be made once more and looked at in another way.
    case again(Way)
  }

  private let shapes: ShapesGraph
  private let background: BackgroundValidation?
  private var records: GatheredRecords
  private var lines: StatementLines
  private var block: StatementBlock
  private var byteCount = 0

  /// Starts before the first statement.
  ///
  /// - Parameters:
  ///   - shapes: the shapes.
  ///   - way: how statements are looked at.
  ///   - hasGraphs: whether lines name graphs.
  /// - Throws: nothing; an empty document is fine.
  init(_ shapes: ShapesGraph, _ way: Way, hasGraphs: Bool) throws(DiagnosedError) {
    self.shapes = shapes
    lines = try StatementLines(displayName: "output", allowsGraphs: hasGraphs)
    switch way {
    case .streaming:
      let background = BackgroundValidation(StreamingValidator(shapes: shapes))
      self.background = background
      block = background.nextBlock()
      records = GatheredRecords(byteCount: 0)
    case .gathered(let byteCount):
      background = nil
      block = StatementBlock()
      records = GatheredRecords(byteCount: byteCount)
    }
  }

  /// Takes the statements of a batch.
  ///
  /// - Parameter bytes: whole lines.
  /// - Throws: `temporary-file.failed`.
  mutating func take(_ bytes: UnsafeRawBufferPointer) throws(DiagnosedError) {
    if bytes.isEmpty { return }
    byteCount += bytes.count
    if try lines.read(Array(bytes), into: &block) { try handOn() }
  }

  private mutating func handOn() throws(DiagnosedError) {
    if let background { try background.add(&block) } else { try records.add(block) }
    lines.begin(&block)
  }

  /// Ends the statements.
  ///
  /// - Throws: `temporary-file.failed`.
  mutating func finish() throws(DiagnosedError) -> Conclusion {
    // The last subject's statements.
    try handOn()
    guard let background else { return try validateGathered() }
    let (validator, obstacle) = try background.finish()
    if obstacle != nil { return .again(.gathered(byteCount: byteCount)) }
    return .results(try validator.finish(), validator.statementCount)
  }

  private mutating func validateGathered() throws(DiagnosedError) -> Conclusion {
    let (report, count) = try records.validate(against: shapes)
    return .results(report, count)
  }
}
