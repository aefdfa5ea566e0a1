// SPDX-License-Identifier: Apache-2.0

internal import ByteScanning
internal import Diagnostics

/// The bytes of a document with a position in them: white space, places and failures.
///
/// Columns count bytes from 1. A line ends with LF, CR LF or CR.
struct DocumentScanner {
  let bytes: [UInt8]
  let file: String
  /// The first byte after a byte order mark.
  let start: Int
  var position: Int
  /// What the last IRI or name scan has decoded, if it had to.
  var name: [UInt8] = []
  /// What the last string scan has decoded, if it had to.
  var string: [UInt8] = []
  private let firstLine: Int
  private let firstColumn: Int
  private var countedTo: Int
  private var lineCounted: Int

  /// Takes a document, or whole lines of one, whose bytes are checked to be UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: the document or the lines.
  ///   - file: the name for errors.
  ///   - firstLine: the number of the first line.
  ///   - firstColumn: the column of the first byte in it.
  /// - Throws: `rdf.not-utf8` where the first bad byte stands.
  init(
    _ bytes: [UInt8], file: String, firstLine: Int = 1, firstColumn: Int = 1
  ) throws(DiagnosedError) {
    self.bytes = bytes
    self.file = file
    self.firstLine = firstLine
    self.firstColumn = firstColumn
    lineCounted = firstLine
    start = firstLine == 1 && firstColumn == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    position = start
    countedTo = start
    if let bad = Self.firstBadByte(bytes) { throw DiagnosedError(RDFRules.notUTF8, at: place(bad)) }
  }

  private static func firstBadByte(_ bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { position >= bytes.count }

  /// The byte here, 0 at the end.
  var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// The byte some way ahead, 0 beyond the end.
  func byte(ahead offset: Int) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  /// Skips white space, line breaks and comments.
  mutating func skipBlank() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "#"): skipComment()
      default: return
      }
    }
  }

  /// Skips a comment up to its line break.
  mutating func skipComment() {
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
  }

  /// Passes `byte`.
  ///
  /// - Throws: `rdf.syntax` if another byte stands here.
  mutating func pass(_ byte: UInt8, _ expected: @autoclosure () -> String) throws(DiagnosedError) {
    guard !isAtEnd, bytes[position] == byte else { throw syntaxError(expected: expected()) }
    position += 1
  }

  /// The line of an offset that is not before the last one asked for.
  ///
  /// - Complexity: O(bytes since the last call).
  mutating func line(at offset: Int) -> Int {
    while countedTo < offset {
      if endsLine(countedTo) { lineCounted += 1 }
      countedTo += 1
    }
    return lineCounted
  }

  /// Passes a line that is known to end with a line feed and to begin where lines were counted to.
  mutating func passLine(to next: Int) {
    position = next
    countedTo = next
    lineCounted += 1
  }

  private func endsLine(_ offset: Int) -> Bool {
    bytes[offset] == 0x0A
      || bytes[offset] == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
  }

  /// The line and column of an offset.
  ///
  /// - Complexity: O(offset); for errors.
  func place(_ offset: Int) -> SourcePlace {
    var line = firstLine
    var lineStart = start
    let end = max(start, min(offset, bytes.count))
    var index = start
    while true {
      index = ByteScanning.firstIndex(
        in: bytes, from: index, to: end, of: (0x0A, 0x0D, 0x0A, 0x0D))
      if index == end { break }
      if endsLine(index) {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    let isFirst = line == firstLine
    let column = max(0, offset - lineStart) + (isFirst ? firstColumn : 1)
    return SourcePlace(file: file, .text(line: line, column: column))
  }

  /// An error at an offset, here unless another is given.
  func failure(
    _ rule: FindingRule, at offset: Int? = nil, _ arguments: [FindingArgument] = []
  ) -> DiagnosedError {
    DiagnosedError(rule, at: place(offset ?? position), arguments)
  }

  /// The error that something else is expected at an offset, here unless another is given.
  func syntaxError(expected: String, at offset: Int? = nil) -> DiagnosedError {
    let offset = offset ?? position
    return failure(
      RDFRules.syntax, at: offset,
      [.plain("found", found(at: offset)), .plain("expected", expected)])
  }

  /// What stands at an offset, in words; one character at most, so that no value shows.
  private func found(at offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the document" }
    let (scalar, _) = ScalarBytes.decode(bytes, at: offset)
    switch scalar {
    case 0x0A, 0x0D: return "a line break"
    case 0x20, 0x09: return "a blank"
    case 0x21...0x7E: return "“\(Character(UnicodeScalar(UInt8(scalar))))”"
    default: return "the character \(Self.codePoint(scalar))"
    }
  }

  /// A code point as people write it: `U+00E9`.
  static func codePoint(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Text of a token: in the document as it is, or decoded in a buffer of the scanner.
struct Lexeme {
  /// Where the text stands in the document, without its delimiters.
  let range: Range<Int>
  /// Whether the scanner's buffer holds it instead, since it had escapes.
  let isDecoded: Bool
}
