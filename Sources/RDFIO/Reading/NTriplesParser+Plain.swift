// SPDX-License-Identifier: Apache-2.0

internal import ByteScanning

/// The fast path of N-Triples and N-Quads.
///
/// ```
/// <iri> <iri> <iri> .⏎
/// _:b0 <iri> "text without escapes"^^<iri> .⏎
/// <iri> <iri> "text"@en <iri> .⏎
/// ```
/// Lines of exactly this shape, which is how programs write them, are read by vectors; whatever is
/// different in any way is left to the careful reader, which takes all of the grammar and reports
/// what is wrong. `MutationTests` holds the two against each other.
extension NTriplesParser {
  /// How many statements are read before they are handed on.
  private static var runLength: Int { 1024 }

  /// Reads statements from here on for as long as their lines are plain.
  ///
  /// - Returns: the number of statements.
  mutating func parsePlainLines() -> Int {
    if isCareful { return 0 }
    if Sink.countsLines { _ = scanner.line(at: scanner.position) }
    let bytes = scanner.bytes
    return bytes.withUnsafeBufferPointer { document in
      let text = PlainText(document)
      var count = 0
      while count < Self.runLength, parsePlainLine(text) { count += 1 }
      return count
    }
  }

  private mutating func parsePlainLine(_ text: PlainText) -> Bool {
    var position = scanner.position
    guard let subject = subject(text, &position), text.passes(" <", &position),
      let predicate = knownIRI(text, &position), text.passes(" ", &position),
      let object = object(text, &position), text.passes(" ", &position)
    else { return false }
    var graph: Sink.Reference?
    if allowsGraphs, text[position] == UInt8(ascii: "<") {
      position += 1
      graph = knownIRI(text, &position)
      guard graph != nil, text.passes(" ", &position) else { return false }
    }
    guard text.passes(".\n", &position) else { return false }
    let line = Sink.countsLines ? scanner.line(at: scanner.position) : 0
    sink.add((subject, predicate, object), graph: graph, line: line)
    scanner.passLine(to: position)
    return true
  }

  // The subject of the line before more often than not.
  private mutating func subject(_ text: PlainText, _ position: inout Int) -> Sink.Reference? {
    if let last = recent.subject, text.repeats(recent.subjectRange, at: position) {
      position += recent.subjectRange.count
      return last
    }
    let start = position
    let isLabel = text[position] == UInt8(ascii: "_")
    guard let found = isLabel ? label(text, &position) : openIRI(text, &position) else {
      return nil
    }
    recent.subject = found
    recent.subjectRange = start..<position
    return found
  }

  private mutating func object(_ text: PlainText, _ position: inout Int) -> Sink.Reference? {
    switch text[position] {
    case UInt8(ascii: "<"): openIRI(text, &position)
    case UInt8(ascii: "\""): literal(text, &position)
    case UInt8(ascii: "_"): label(text, &position)
    default: nil
    }
  }

  private mutating func openIRI(_ text: PlainText, _ position: inout Int) -> Sink.Reference? {
    guard text[position] == UInt8(ascii: "<"),
      let range = text.iri(from: position + 1), IRISyntax.schemeLength(text.part(range).span) != nil
    else { return nil }
    position = range.upperBound + 1
    return sink.iri(text.part(range).span)
  }

  // Predicates, datatypes and graphs are few. Begins behind “<”.
  private mutating func knownIRI(_ text: PlainText, _ position: inout Int) -> Sink.Reference? {
    guard let range = text.iri(from: position), !range.isEmpty else { return nil }
    let slot = text.slot(range)
    if let known = recent.iris[slot], text.areEqual(known.range, range) {
      position = range.upperBound + 1
      return known.reference
    }
    guard IRISyntax.schemeLength(text.part(range).span) != nil else { return nil }
    position = range.upperBound + 1
    let reference = sink.iri(text.part(range).span)
    recent.iris[slot] = (range, reference)
    return reference
  }

  private mutating func label(_ text: PlainText, _ position: inout Int) -> Sink.Reference? {
    guard labelPrefix.isEmpty, text[position + 1] == UInt8(ascii: ":") else { return nil }
    let start = position + 2
    var end = start
    while NameCharacter.isLetter(text[end]) || NameCharacter.isDigit(text[end]) { end += 1 }
    guard end > start, end - start <= RDFLimits.iriBytes, text[end] == UInt8(ascii: " ") else {
      return nil
    }
    position = end
    return sink.blankNode(text.part(start..<end).span)
  }

  private mutating func literal(_ text: PlainText, _ position: inout Int) -> Sink.Reference? {
    let start = position + 1
    let end = text.endOfString(from: start)
    guard text[end] == UInt8(ascii: "\""), end - start <= RDFLimits.iriBytes else { return nil }
    position = end + 1
    switch text[position] {
    case UInt8(ascii: " "): return sink.literal(text.part(start..<end).span, datatype: nil)
    case UInt8(ascii: "^"):
      guard text.passes("^^<", &position), let datatype = knownIRI(text, &position) else {
        return nil
      }
      return sink.literal(text.part(start..<end).span, datatype: datatype)
    case UInt8(ascii: "@"):
      let tag = position + 1
      var tagEnd = tag
      while NameCharacter.isLetter(text[tagEnd]) { tagEnd += 1 }
      guard tagEnd > tag, tagEnd - tag <= 8, text[tagEnd] == UInt8(ascii: " ") else { return nil }
      position = tagEnd
      return sink.literal(text.part(start..<end).span, language: text.part(tag..<tagEnd).span)
    default: return nil
    }
  }
}

/// Terms of a document that were read a moment ago, with where they stand.
struct RecentTerms<Reference> {
  /// The subject last read, with its brackets.
  var subject: Reference?
  /// Where it stands.
  var subjectRange = 0..<0
  /// IRIs without their brackets, by ``PlainText/slot(_:)``.
  var iris: [(range: Range<Int>, reference: Reference)?] = Array(
    repeating: nil, count: PlainText.slotCount)
}

/// A document as the fast path looks at it; a look beyond its end sees 0.
struct PlainText {
  /// A power of two.
  static let slotCount = 64
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  @inline(__always)
  subscript(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// The bytes of a range.
  @inline(__always)
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// Passes characters if they stand at a position.
  @inline(__always)
  func passes(_ expected: StaticString, _ position: inout Int) -> Bool {
    for offset in 0..<expected.utf8CodeUnitCount
    where self[position + offset] != expected.utf8Start[offset] {
      return false
    }
    position += expected.utf8CodeUnitCount
    return true
  }

  /// The IRI from a position up to “>”, `nil` if it is no IRI without escapes, or a long one.
  @inline(__always)
  func iri(from start: Int) -> Range<Int>? {
    let end = ByteScanning.endOfIRI(in: bytes, from: min(start, bytes.count))
    guard self[end] == UInt8(ascii: ">"), end - start <= RDFLimits.iriBytes else { return nil }
    return start..<end
  }

  /// Where a string ends, or the first byte that is written as an escape or not at all.
  @inline(__always)
  func endOfString(from start: Int) -> Int {
    ByteScanning.firstEscape(in: bytes, from: min(start, bytes.count))
  }

  /// Whether the bytes of a range stand at a position as well.
  @inline(__always)
  func repeats(_ range: Range<Int>, at position: Int) -> Bool {
    position + range.count <= bytes.count
      && areEqual(range, position..<position + range.count)
  }

  @inline(__always)
  func areEqual(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count
      && ByteScanning.areEqual(in: bytes, one.lowerBound, other.lowerBound, count: one.count)
  }

  /// A number for an IRI that is not empty: IRIs of one namespace differ in length or at the end.
  @inline(__always)
  func slot(_ range: Range<Int>) -> Int {
    let end = range.upperBound
    let last = Int(bytes[end - 1]) &+ Int(bytes[max(range.lowerBound, end - 4)]) &* 7
    return (range.count &* 5 &+ last) & (Self.slotCount - 1)
  }
}
