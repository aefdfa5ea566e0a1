// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension TurtleParser {
  /// Reads an IRI, a prefixed name or a labelled blank node.
  mutating func node(expected: String) throws(DiagnosedError) -> Reference {
    guard scanner.current == UInt8(ascii: "_") else { return try iri(expected: expected) }
    return try labelledNode()
  }

  private mutating func labelledNode() throws(DiagnosedError) -> Reference {
    let range = try scanner.scanBlankNodeLabel()
    let label =
      isInPieces ? GeneratedLabels.renamed(scanner.bytes[range]) : scanner.bytes[range]
    if labelPrefix.isEmpty { return sink.blankNode(label) }
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: labelPrefix)
    text.append(contentsOf: label)
    return sink.blankNode(text[...])
  }

  /// Reads an IRI or a prefixed name.
  mutating func iri(expected: String) throws(DiagnosedError) -> Reference {
    guard scanner.current == UInt8(ascii: "<") else {
      return try prefixedName(expected: expected)
    }
    let open = scanner.position
    let lexeme = try scanner.scanIRIReference()
    if !lexeme.isDecoded,
      IRISyntax.schemeLength(scanner.bytes.span.extracting(lexeme.range)) != nil
    {
      return sink.iri(scanner.bytes[lexeme.range])
    }
    try resolve(lexeme, at: open)
    return sink.iri(text[...])
  }

  /// Leaves the absolute IRI that a reference stands for in `text`.
  mutating func resolve(_ lexeme: Lexeme, at open: Int) throws(DiagnosedError) {
    let reference = lexeme.isDecoded ? scanner.name : Array(scanner.bytes[lexeme.range])
    if IRISyntax.schemeLength(reference.span) != nil {
      text = reference
      return
    }
    let head = reference.prefix { !"/?#".utf8.contains($0) }
    if head.contains(UInt8(ascii: ":")) {
      let problem = "what stands before its first colon is not a scheme"
      throw scanner.failure(RDFRules.badIRI, at: open, [.plain("problem", problem)])
    }
    guard let base else {
      let reason = "the document has no base"
      throw scanner.failure(RDFRules.relativeIRI, at: open, [.plain("reason", reason)])
    }
    base.resolve(reference, into: &text)
  }

  /// The length of the name characters here; tells `a`, `true` and `false` from prefixed names.
  var wordLength: Int {
    var ahead = scanner
    ahead.scanNameParts()
    let next = ahead.current
    let isPrefix = next == UInt8(ascii: ":")
    return isPrefix ? Int.max : ahead.position - scanner.position
  }

  private mutating func prefixedName(expected: String) throws(DiagnosedError) -> Reference {
    let open = scanner.position
    let range = try scanPrefix(expected: expected)
    guard let index = prefixes.index(of: range, in: scanner.bytes) else {
      throw unknownPrefix(range, at: open)
    }
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: prefixes.namespace(index))
    try scanLocalName()
    try scanner.checkLength(open..<scanner.position, RDFLimits.iriBytes, "A prefixed name")
    return sink.iri(text[...])
  }

  private func unknownPrefix(_ range: Range<Int>, at offset: Int) -> DiagnosedError {
    let name = String(decoding: scanner.bytes[range], as: UTF8.self)
    let near = NearestName.find(name, in: prefixes.declared)
    return scanner.failure(
      RDFRules.unknownPrefix, at: offset,
      [
        .plain("prefix", name),
        .plain("suggestion", near.map { "Did you mean \($0):? " } ?? ""),
      ])
  }

  /// Passes a prefix with its colon.
  ///
  /// - Returns: where the prefix stands, without the colon; may be empty.
  mutating func scanPrefix(expected: String) throws(DiagnosedError) -> Range<Int> {
    let open = scanner.position
    if let first = scanner.scalarHere, NameCharacter.isBase(first) { scanner.scanNameParts() }
    guard scanner.current == UInt8(ascii: ":") else {
      throw scanner.syntaxError(expected: expected, at: open)
    }
    scanner.position += 1
    return open..<scanner.position - 1
  }

  /// Passes a local name and appends it to `text` without its backslashes.
  private mutating func scanLocalName() throws(DiagnosedError) {
    var isFirst = true
    // A dot belongs to the name only if more of it follows.
    var dots = 0
    while !scanner.isAtEnd {
      let byte = scanner.current
      let open = scanner.position
      if byte == UInt8(ascii: "."), !isFirst {
        dots += 1
        scanner.position += 1
        continue
      }
      guard try passLocalCharacter(byte, isFirst: isFirst) else { break }
      for _ in 0..<dots { text.append(UInt8(ascii: ".")) }
      dots = 0
      isFirst = false
      let from = byte == UInt8(ascii: "\\") ? open + 1 : open
      text.append(contentsOf: scanner.bytes[from..<scanner.position])
    }
    scanner.position -= dots
  }

  private mutating func passLocalCharacter(
    _ byte: UInt8, isFirst: Bool
  ) throws(DiagnosedError) -> Bool {
    switch byte {
    case UInt8(ascii: ":"): scanner.position += 1
    case UInt8(ascii: "%"):
      guard NameCharacter.hexValue(scanner.byte(ahead: 1)) != nil,
        NameCharacter.hexValue(scanner.byte(ahead: 2)) != nil
      else { throw scanner.syntaxError(expected: "“%” only before two hexadecimal digits") }
      scanner.position += 3
    case UInt8(ascii: "\\"):
      guard "_~.-!$&'()*+,;=/?#@%".utf8.contains(scanner.byte(ahead: 1)) else {
        let problem = "a prefixed name has \\ before punctuation only"
        throw scanner.failure(RDFRules.badEscape, [.plain("problem", problem)])
      }
      scanner.position += 2
    default:
      let (scalar, length) = ScalarBytes.decode(scanner.bytes, at: scanner.position)
      let isAllowed =
        isFirst
        ? NameCharacter.isStart(scalar) || NameCharacter.isDigit(byte)
        : NameCharacter.isPart(scalar)
      guard isAllowed else { return false }
      scanner.position += length
    }
    return true
  }
}
