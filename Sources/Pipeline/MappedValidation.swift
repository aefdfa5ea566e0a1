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
  // Lines that are not read yet: values that come again within a block are looked at once.
  private var waiting: [UInt8] = []
  private let blockSize: Int

  /// Starts before the first statement.
  ///
  /// - Parameters:
  ///   - shapes: the shapes.
  ///   - way: how statements are looked at.
  ///   - hasGraphs: whether lines name graphs.
  ///   - blockSize: about how many bytes of lines are looked at together.
  /// - Throws: nothing; an empty document is fine.
  init(
    _ shapes: ShapesGraph, _ way: Way, hasGraphs: Bool, blockSize: Int
  ) throws(DiagnosedError) {
    self.shapes = shapes
    self.blockSize = blockSize
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
    byteCount += bytes.count
    waiting.append(contentsOf: bytes)
    if waiting.count >= blockSize { try readWaiting() }
  }

  private mutating func readWaiting() throws(DiagnosedError) {
    if waiting.isEmpty { return }
    if try lines.read(waiting, into: &block) { try handOn() }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func handOn() throws(DiagnosedError) {
    if let background { try background.add(&block) } else { try records.add(block) }
    lines.begin(&block)
  }

  /// Ends the statements.
  ///
  /// - Throws: `temporary-file.failed`.
  mutating func finish() throws(DiagnosedError) -> Conclusion {
    try readWaiting()
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
