// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RDFModel
import TemporaryFiles

/// Records in a temporary file: those that cannot be decided yet, or that wait for the rest of their
/// statements.
///
/// ```
/// record     line count, subject, then for each statement its line, predicate and object
/// term       kind, then the bytes of its text; literals have their datatype or language before it
/// bytes      their number, then themselves; numbers take 4 bytes
/// ```
struct SpilledRecords {
  private static let writeSize = 1 << 16
  private var file: TemporaryFile?
  private var buffer: [UInt8] = []

  /// Whether nothing was put away.
  var isEmpty: Bool { file == nil && buffer.isEmpty }

  /// Puts a record away.
  ///
  /// - Parameters:
  ///   - range: statements about one subject.
  ///   - data: the block's statements.
  ///   - origins: where they come from.
  ///   - terms: the block's terms.
  /// - Throws: ``TemporaryFileRules/failed``.
  mutating func add(
    _ range: Range<Int>, of data: [Triple], origins: [UInt32], in terms: TermTable
  ) throws(DiagnosedError) {
    append(UInt32(range.count))
    append(data[range.lowerBound].subject, terms)
    for index in range {
      append(origins[index])
      append(data[index].predicate, terms)
      append(data[index].object, terms)
    }
    if buffer.count >= Self.writeSize { try flush() }
  }

  private mutating func append(_ number: UInt32) {
    withUnsafeBytes(of: number) { buffer.append(contentsOf: $0) }
  }

  private mutating func append(_ id: TermID, _ terms: TermTable) {
    let language = terms.language(id)
    buffer.append(language == nil ? terms.kind(id).rawValue : 0xFF)
    if let language {
      append(Array(language.utf8)[...])
    } else if let datatype = terms.datatype(id) {
      append(terms.textBytes(datatype))
    }
    append(terms.textBytes(id))
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    append(UInt32(bytes.count))
    buffer.append(contentsOf: bytes)
  }

  private mutating func flush() throws(DiagnosedError) {
    if file == nil { file = try TemporaryFile() }
    guard let file else { return }
    try buffer.withUnsafeBufferPointer { (bytes) throws(DiagnosedError) in
      try file.append(UnsafeRawBufferPointer(bytes))
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Brings the records back, in blocks of whole records, in the order in which they were put away.
  ///
  /// - Parameters:
  ///   - size: the statements that fill a block.
  ///   - block: is filled, one time after the other.
  ///   - body: looks at it.
  /// - Throws: ``TemporaryFileRules/failed``, or what `body` throws.
  mutating func forEachBlock(
    of size: Int, _ block: inout StatementBlock,
    _ body: (inout StatementBlock) throws(DiagnosedError) -> Void
  ) throws(DiagnosedError) {
    if isEmpty { return }
    try flush()
    guard let file else { return }
    var reader = SpilledBytes(file)
    block.removeAll()
    while !reader.isAtEnd {
      try Self.read(&reader, into: &block)
      if block.triples.count >= size {
        try body(&block)
        block.removeAll()
      }
    }
    if !block.triples.isEmpty { try body(&block) }
  }

  private static func read(
    _ reader: inout SpilledBytes, into block: inout StatementBlock
  ) throws(DiagnosedError) {
    let count = try reader.number()
    let subject = try term(&reader, &block.terms)
    for _ in 0..<count {
      let line = try reader.number()
      let predicate = try term(&reader, &block.terms)
      let object = try term(&reader, &block.terms)
      block.add(Triple(subject: subject, predicate: predicate, object: object), line: line)
    }
  }

  private static func term(
    _ reader: inout SpilledBytes, _ terms: inout TermTable
  ) throws(DiagnosedError) -> TermID {
    let kind = try reader.byte()
    if kind == 0xFF {
      let tag = try reader.text()
      let text = try reader.text()
      let language = terms.internLanguage(String(decoding: tag, as: UTF8.self))
      return terms.internLiteral(text.span, language: language)
    }
    switch TermKind(rawValue: kind) {
    case .literal:
      let iri = try reader.text()
      let text = try reader.text()
      return terms.internLiteral(text.span, datatype: terms.internIRI(iri.span))
    case .blankNode:
      let label = try reader.text()
      return terms.internBlankNode(label.span)
    default:
      let iri = try reader.text()
      return terms.internIRI(iri.span)
    }
  }
}

/// Reads a temporary file from its beginning.
private struct SpilledBytes {
  private let file: TemporaryFile
  private var buffer: [UInt8] = []
  private var next = 0
  private var position = 0

  init(_ file: TemporaryFile) { self.file = file }

  var isAtEnd: Bool { next == buffer.count && position == file.count }

  mutating func number() throws(DiagnosedError) -> UInt32 {
    try need(4)
    defer { next += 4 }
    return buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: next, as: UInt32.self) }
  }

  mutating func byte() throws(DiagnosedError) -> UInt8 {
    try need(1)
    defer { next += 1 }
    return buffer[next]
  }

  mutating func text() throws(DiagnosedError) -> ArraySlice<UInt8> {
    let count = Int(try number())
    try need(count)
    defer { next += count }
    return buffer[next..<next + count]
  }

  private mutating func need(_ count: Int) throws(DiagnosedError) {
    if buffer.count - next >= count { return }
    let rest = buffer[next...]
    let size = min(max(count, 1 << 16), file.count - position + rest.count)
    var larger = [UInt8](repeating: 0, count: size)
    larger.replaceSubrange(0..<rest.count, with: rest)
    try larger.withUnsafeMutableBufferPointer { (bytes) throws(DiagnosedError) in
      let free = UnsafeMutableBufferPointer(rebasing: bytes[rest.count...])
      try file.read(into: UnsafeMutableRawBufferPointer(free), at: position)
    }
    position += size - rest.count
    buffer = larger
    next = 0
  }
}
