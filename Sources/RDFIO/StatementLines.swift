// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import RDFModel

/// Reads N-Triples or N-Quads that come piece by piece into blocks, whatever graph statements are in.
///
/// Statements about one subject that follow each other are in one block.
package struct StatementLines {
  private let file: String
  private let lineOffset: UInt32
  // Changed where it stands, so that its buffers have one owner.
  private var parser: NTriplesParser<BlockSink>
  private var carried: StatementBlock?
  /// The line after the last one read, from 1.
  package private(set) var line = 1

  /// Starts before the first line.
  ///
  /// - Parameters:
  ///   - displayName: the name for errors.
  ///   - allowsGraphs: whether a fourth term may stand in a line (N-Quads).
  ///   - labelPrefix: what is put before every blank node label.
  ///   - lineOffset: what is added to the numbers of lines.
  /// - Throws: nothing; an empty document is fine.
  package init(
    displayName: String, allowsGraphs: Bool, labelPrefix: String = "", lineOffset: UInt32 = 0
  ) throws(DiagnosedError) {
    file = displayName
    self.lineOffset = lineOffset
    parser = NTriplesParser(
      try DocumentScanner([], file: displayName), allowsGraphs: allowsGraphs,
      labelPrefix: Array(labelPrefix.utf8), sink: BlockSink(lineOffset: lineOffset))
  }

  /// Empties a block, and puts the statements into it that were held back.
  package mutating func begin(_ block: inout StatementBlock) {
    block.removeAll()
    if let carried { block.append(carried) }
    carried = nil
  }

  /// Adds the statements of a piece to a block, and holds those about the last subject back, since more
  /// of them may follow.
  ///
  /// - Parameters:
  ///   - bytes: whole lines.
  ///   - block: what ``begin(_:)`` has made, or the same block as before.
  /// - Returns: whether the block is to be looked at; otherwise all of it is about one subject.
  /// - Throws: the first error of the lines.
  package mutating func read(
    _ bytes: [UInt8], into block: inout StatementBlock
  ) throws(DiagnosedError) -> Bool {
    parser.scanner = try DocumentScanner(bytes, file: file, firstLine: line)
    parser.recent = RecentTerms()
    parser.sink.exchange(&block)
    while try parser.parseNext() {}
    parser.sink.exchange(&block)
    line = parser.scanner.line(at: bytes.count)
    guard let last = block.triples.last else { return false }
    var cut = block.triples.count - 1
    while cut > 0, block.triples[cut - 1].subject == last.subject { cut -= 1 }
    if cut == 0 { return false }
    carried = block.split(at: cut)
    return true
  }
}
