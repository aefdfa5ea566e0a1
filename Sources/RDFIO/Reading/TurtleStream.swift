// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Reads Turtle and TriG in the memory of a piece of the file, or of its longest statement.
///
/// A statement that comes to the end of what is there is read once more when there is more: whether a
/// token is complete shows only behind it.
final class TurtleStream<Sink: TakebackSink> {
  /// How far behind a token the grammar looks, and then some.
  private static var lookahead: Int { 64 }
  private let pieces: FilePieces
  private let file: String
  private let pieceSize: Int
  private var size: Int
  // The first bytes of a character that breaks off.
  private var heldBack: [UInt8] = []
  /// The parser; its scanner holds the piece at hand.
  var parser: TurtleParser<Sink>

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - file: the name for errors.
  ///   - isTriG: whether graph blocks are allowed.
  ///   - base: what relative IRIs are resolved against until the document says otherwise.
  ///   - labelPrefix: what is put before every blank node label.
  ///   - pieceSize: the bytes that are read at a time.
  ///   - sink: takes the statements.
  /// - Throws: `rdf.unreadable`.
  init(
    path: String, file: String, isTriG: Bool, base: BaseIRI? = nil, labelPrefix: [UInt8],
    pieceSize: Int = 1 << 19, sink: Sink
  ) throws(DiagnosedError) {
    self.file = file
    self.pieceSize = pieceSize
    size = pieceSize
    pieces = try FilePieces(path: path, file: file)
    parser = TurtleParser(
      try DocumentScanner([], file: file), isTriG: isTriG, base: base, labelPrefix: labelPrefix,
      isInPieces: true, sink: sink)
  }

  /// Reads the next directive, statement or graph name.
  ///
  /// - Returns: whether there was one.
  /// - Throws: the document's first error.
  func next() throws(DiagnosedError) -> Bool {
    while true {
      let mark = parser.mark
      let count = parser.sink.statementCount
      var failure: DiagnosedError?
      var isFound = false
      do throws(DiagnosedError) { isFound = try parser.parseNext() } catch { failure = error }
      let isNearEnd = parser.scanner.position + Self.lookahead > parser.scanner.bytes.count
      if isNearEnd, !pieces.isOver {
        parser.return(to: mark)
        parser.sink.takeBack(to: count)
        try load()
        continue
      }
      if let failure { throw failure }
      return isFound
    }
  }

  /// The line of the place where the parser is.
  var line: Int { parser.scanner.line(at: parser.scanner.position) }

  // What is not read yet, and more behind it.
  private func load() throws(DiagnosedError) {
    let scanner = parser.scanner
    let start = scanner.position
    // A statement that filled the whole piece will need more than the next one.
    size = start == 0 && !scanner.bytes.isEmpty ? size * 2 : pieceSize
    var bytes = Array(scanner.bytes[start...]) + heldBack
    guard bytes.count <= RDFLimits.documentBytes else {
      throw scanner.failure(
        RDFRules.tooLong, [.plain("what", "A statement"), .plain("limit", RDFLimits.documentBytes)])
    }
    try pieces.append(size, to: &bytes)
    heldBack = []
    if !pieces.isOver {
      heldBack = Array(bytes.suffix(Self.brokenOff(bytes)))
      bytes.removeLast(heldBack.count)
    }
    guard case .text(let line, let column) = scanner.place(start).locator else { return }
    parser.scanner = try DocumentScanner(
      bytes, file: file, firstLine: line, firstColumn: column)
  }

  /// How many bytes at the end begin a character of UTF-8 that does not end there.
  private static func brokenOff(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? back : 0
    }
    return 0
  }
}

/// A sink that can give back the statements of a statement that broke off.
protocol TakebackSink: StatementSink {
  /// How many statements were taken.
  var statementCount: Int { get }

  /// Forgets those after the first `count`.
  mutating func takeBack(to count: Int)
}
