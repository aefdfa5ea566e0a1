// SPDX-License-Identifier: Apache-2.0

internal import RDFModel

/// Interns terms into a block and collects its statements.
struct BlockSink: TakebackSink {
  static var countsLines: Bool { true }
  /// What is being filled.
  var block = StatementBlock()
  /// What is added to the number of a line.
  let lineOffset: UInt32
  // Every block keeps it, under the same number.
  private let string: TermID

  /// Starts with an empty block.
  init(lineOffset: UInt32) {
    self.lineOffset = lineOffset
    string = block.terms.intern(.iri(XSD.string))
  }

  /// Fills another block from now on.
  mutating func exchange(_ other: inout StatementBlock) { swap(&block, &other) }

  var statementCount: Int { block.triples.count }

  mutating func takeBack(to count: Int) { block.removeStatements(after: count) }

  mutating func iri(_ value: Span<UInt8>) -> TermID { block.terms.internIRI(value) }

  mutating func blankNode(_ label: Span<UInt8>) -> TermID { block.terms.internBlankNode(label) }

  mutating func literal(_ value: Span<UInt8>, datatype: TermID?) -> TermID {
    block.terms.internLiteral(value, datatype: datatype ?? string)
  }

  mutating func literal(_ value: Span<UInt8>, language: Span<UInt8>) -> TermID {
    let tag = language.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    return block.terms.internLiteral(value, language: block.terms.internLanguage(tag))
  }

  mutating func add(
    _ terms: (subject: TermID, predicate: TermID, object: TermID), graph: TermID?, line: Int
  ) {
    block.add(
      Triple(subject: terms.subject, predicate: terms.predicate, object: terms.object),
      line: lineOffset + UInt32(clamping: line))
  }
}
