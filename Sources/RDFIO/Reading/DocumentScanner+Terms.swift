// SPDX-License-Identifier: Apache-2.0

internal import ByteScanning
internal import Diagnostics

extension DocumentScanner {
  /// Passes an IRI reference in angle brackets; decoded text is left in `name`.
  ///
  /// - Throws: `rdf.bad-iri`, `rdf.bad-escape`, `rdf.too-long`, `rdf.syntax` if it never ends.
  mutating func scanIRIReference() throws(DiagnosedError) -> Lexeme {
    let open = position
    var copiedTo: Int?
    position += 1
    while position < bytes.count {
      position = bytes.withUnsafeBufferPointer { ByteScanning.endOfIRI(in: $0, from: position) }
      if position == bytes.count { break }
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        let range = open + 1..<position
        try checkLength(range, RDFLimits.iriBytes, "An IRI")
        if let copiedTo { name.append(contentsOf: bytes[copiedTo..<position]) }
        position += 1
        return Lexeme(range: range, isDecoded: copiedTo != nil)
      }
      if byte == UInt8(ascii: "\\") {
        if copiedTo == nil { name.removeAll(keepingCapacity: true) }
        name.append(contentsOf: bytes[(copiedTo ?? open + 1)..<position])
        try decodeEscapeInIRI()
        copiedTo = position
      } else {
        throw badCharacterInIRI(UInt32(byte), at: position)
      }
    }
    throw syntaxError(expected: "“>” at the end of the IRI")
  }

  private mutating func decodeEscapeInIRI() throws(DiagnosedError) {
    let open = position
    let kind = byte(ahead: 1)
    guard kind == UInt8(ascii: "u") || kind == UInt8(ascii: "U") else {
      throw failure(RDFRules.badEscape, [.plain("problem", "an IRI has \\u and \\U escapes only")])
    }
    let scalar = try scanUnicodeEscape()
    if scalar < 0x80, !IRISyntax.allows(UInt8(scalar)) {
      throw badCharacterInIRI(scalar, at: open)
    }
    ScalarBytes.append(scalar, to: &name)
  }

  private func badCharacterInIRI(_ scalar: UInt32, at offset: Int) -> DiagnosedError {
    let problem = "it holds the character \(Self.codePoint(scalar))"
    return failure(RDFRules.badIRI, at: offset, [.plain("problem", problem)])
  }

  /// Passes a string in quotation marks; decoded text is left in `string`.
  ///
  /// - Parameter allowsLong: whether three quotation marks open a string with line breaks.
  /// - Returns: the text without its quotation marks.
  /// - Throws: `rdf.bad-escape`, `rdf.too-long`, `rdf.syntax` where a string breaks off.
  mutating func scanString(allowsLong: Bool) throws(DiagnosedError) -> Lexeme {
    let quote = current
    let isLong = allowsLong && byte(ahead: 1) == quote && byte(ahead: 2) == quote
    let open = position
    position += isLong ? 3 : 1
    let textStart = position
    var copiedTo: Int?
    while true {
      position = nextInString(quote)
      guard position < bytes.count else {
        throw syntaxError(
          expected: "the end of the string that opens at line \(line(of: open))")
      }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\") {
        if copiedTo == nil { string.removeAll(keepingCapacity: true) }
        string.append(contentsOf: bytes[(copiedTo ?? textStart)..<position])
        try decodeEscapeInString()
        copiedTo = position
      } else if byte == quote, !isLong || isClosing(quote) {
        let range = textStart..<position
        try checkLength(range, RDFLimits.literalBytes, "A literal")
        if let copiedTo { string.append(contentsOf: bytes[copiedTo..<position]) }
        position += isLong ? 3 : 1
        return Lexeme(range: range, isDecoded: copiedTo != nil)
      } else if !isLong, byte == 0x0A || byte == 0x0D {
        throw syntaxError(expected: "the end of the string before the line ends")
      } else {
        position += 1
      }
    }
  }

  /// The text of the string last scanned.
  func text(of lexeme: Lexeme) -> ArraySlice<UInt8> {
    lexeme.isDecoded ? string[...] : bytes[lexeme.range]
  }

  private func line(of offset: Int) -> Int {
    guard case .text(let line, _) = place(offset).locator else { return 1 }
    return line
  }

  private func isClosing(_ quote: UInt8) -> Bool {
    byte(ahead: 1) == quote && byte(ahead: 2) == quote
  }

  private func nextInString(_ quote: UInt8) -> Int {
    ByteScanning.firstIndex(
      in: bytes, from: position, to: bytes.count, of: (quote, UInt8(ascii: "\\"), 0x0A, 0x0D))
  }

  private mutating func decodeEscapeInString() throws(DiagnosedError) {
    let decoded: UInt8
    switch byte(ahead: 1) {
    case UInt8(ascii: "t"): decoded = 0x09
    case UInt8(ascii: "b"): decoded = 0x08
    case UInt8(ascii: "n"): decoded = 0x0A
    case UInt8(ascii: "r"): decoded = 0x0D
    case UInt8(ascii: "f"): decoded = 0x0C
    case UInt8(ascii: "\""): decoded = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): decoded = UInt8(ascii: "'")
    case UInt8(ascii: "\\"): decoded = UInt8(ascii: "\\")
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      ScalarBytes.append(try scanUnicodeEscape(), to: &string)
      return
    default:
      let problem = "a string has \\t \\b \\n \\r \\f \\\" \\' \\\\ \\u \\U only"
      throw failure(RDFRules.badEscape, [.plain("problem", problem)])
    }
    string.append(decoded)
    position += 2
  }

  /// Passes `\uXXXX` or `\UXXXXXXXX`.
  ///
  /// - Throws: `rdf.bad-escape` for missing digits, surrogates and what lies beyond U+10FFFF.
  mutating func scanUnicodeEscape() throws(DiagnosedError) -> UInt32 {
    let digits = byte(ahead: 1) == UInt8(ascii: "u") ? 4 : 8
    var value: UInt32 = 0
    for offset in 2..<2 + digits {
      guard let digit = NameCharacter.hexValue(byte(ahead: offset)) else {
        let problem = "\(digits) hexadecimal digits have to follow"
        throw failure(RDFRules.badEscape, [.plain("problem", problem)])
      }
      // Eight digits fill 32 bits exactly.
      value = value << 4 | digit
    }
    if value > 0x10FFFF || (0xD800...0xDFFF).contains(value) {
      let problem = "\(Self.codePoint(value)) is not a character"
      throw failure(RDFRules.badEscape, [.plain("problem", problem)])
    }
    position += 2 + digits
    return value
  }

  /// Passes `@` and a language tag.
  mutating func scanLanguageTag() throws(DiagnosedError) -> Range<Int> {
    position += 1
    let open = position
    while NameCharacter.isLetter(current) { position += 1 }
    guard position > open else { throw syntaxError(expected: "a language tag") }
    while current == UInt8(ascii: "-") {
      position += 1
      let subtag = position
      while NameCharacter.isLetter(current) || NameCharacter.isDigit(current) { position += 1 }
      guard position > subtag else { throw syntaxError(expected: "a letter or digit of the tag") }
    }
    try checkLength(open..<position, RDFLimits.languageBytes, "A language tag")
    return open..<position
  }

  /// Passes `_:` and a blank node label.
  mutating func scanBlankNodeLabel() throws(DiagnosedError) -> Range<Int> {
    guard byte(ahead: 1) == UInt8(ascii: ":") else {
      position += 1
      throw syntaxError(expected: "“:” of a blank node")
    }
    position += 2
    let open = position
    guard let first = scalarHere, NameCharacter.isStart(first) || (0x30...0x39).contains(first)
    else { throw syntaxError(expected: "a blank node label") }
    scanNameParts()
    try checkLength(open..<position, RDFLimits.iriBytes, "A blank node label")
    return open..<position
  }

  /// Passes `PN_CHARS` and dots, without dots at the end.
  mutating func scanNameParts() {
    var end = position
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: ".") {
        position += 1
        continue
      }
      let (scalar, length) = ScalarBytes.decode(bytes, at: position)
      guard NameCharacter.isPart(scalar) else { break }
      position += length
      end = position
    }
    position = end
  }

  /// The scalar here, `nil` at the end.
  var scalarHere: UInt32? {
    position < bytes.count ? ScalarBytes.decode(bytes, at: position).scalar : nil
  }

  /// - Throws: `rdf.too-long` at the start of the token.
  func checkLength(_ range: Range<Int>, _ limit: Int, _ what: String) throws(DiagnosedError) {
    guard range.count > limit else { return }
    throw failure(
      RDFRules.tooLong, at: range.lowerBound, [.plain("what", what), .plain("limit", limit)])
  }
}
