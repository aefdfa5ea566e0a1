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
    /// Block by block; statements about some subjects are gathered until all are there.
    case streaming(gathering: FingerprintSet)
    /// As one graph.
    case whole
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
  private var lines: StatementLines
  private var block: StatementBlock
  private var builder = GraphBuilder()

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
    case .streaming(let scattered):
      let background = BackgroundValidation(
        StreamingValidator(shapes: shapes, gathering: scattered))
      self.background = background
      block = background.nextBlock()
    case .whole:
      background = nil
      block = StatementBlock()
    }
  }

  /// Takes the statements of a batch.
  ///
  /// - Parameter bytes: whole lines.
  /// - Throws: `temporary-file.failed`.
  mutating func take(_ bytes: UnsafeRawBufferPointer) throws(DiagnosedError) {
    if bytes.isEmpty { return }
    if try lines.read(Array(bytes), into: &block) { try handOn() }
  }

  private mutating func handOn() throws(DiagnosedError) {
    if let background {
      try background.add(&block)
    } else {
      var copier = TermCopier()
      for (triple, line) in zip(block.triples, block.lines) {
        builder.add(copier.copy(triple, of: block.terms, to: &builder.terms), origin: line)
      }
    }
    lines.begin(&block)
  }

  /// Ends the statements.
  ///
  /// - Throws: `temporary-file.failed`.
  mutating func finish() throws(DiagnosedError) -> Conclusion {
    // The last subject's statements.
    try handOn()
    guard let background else {
      let graph = builder.build()
      return .results(Validator(shapes: shapes).validate(graph), graph.count)
    }
    let (validator, obstacle) = try background.finish()
    switch obstacle {
    case nil: return .results(try validator.finish(), validator.statementCount)
    case .repeatedSubject: return .again(.streaming(gathering: validator.repeatedSubjects))
    case .subclasses: return .again(.whole)
    }
  }
}
