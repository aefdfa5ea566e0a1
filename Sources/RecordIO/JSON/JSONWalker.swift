// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Walks a JSON file token by token and stops after every record.
///
/// A push-down automaton with an explicit stack. It can be resumed between tokens, so only the token
/// at hand and structures that a reference asks for are kept in memory.
///
/// - Source: RFC 8259. Deviation: a key given twice in an object is a finding, nesting is limited.
/// - Conformance: `JSONTestSuiteTests`.
struct JSONWalker {
  /// What may come next.
  enum Expectation {
    case value
    case elementOrClose
    case elementAfterComma
    case keyOrClose
    case keyAfterComma
    case colon
    case commaOrClose
    case documentEnd
    case documentOnLine
    case lineEnd
  }

  /// What a level of nesting is.
  enum Container {
    case object
    case array
    /// The file itself, where every line is a document.
    case lines
  }

  /// A level of nesting.
  struct Frame {
    var container: Container
    /// Outside records: whether the iterator leads through this container.
    var isMatched: Bool
    /// Inside records: the nodes of the trie that this container is, a range of `active`.
    var active: Range<Int>
    var keys: JSONKeyStack.Mark
    /// The offset of the bracket.
    var start: Int
    /// The element at hand.
    var index = 0
    /// Whether the pointer goes on through the member or element at hand.
    var isInMember = false
  }

  let file: String
  let iterator: [JSONStep]
  let nullTexts: NullTexts
  var window: JSONWindow
  var keys = JSONKeyStack()
  var trie: JSONReferenceTrie
  var assembly: RecordAssembly
  var expectation: Expectation
  var frames: [Frame] = []
  var active: [Int32] = []
  /// The largest record, in bytes.
  var recordLimit = TreeLimits.recordBytes
  /// The number of frames around the record at hand, `nil` outside records.
  var recordDepth: Int?
  /// The offset at which the record at hand begins.
  var recordStart = 0
  /// The record that ended with the last token.
  var finished: RecordPlace?
  /// The offset of the outermost open structure that a reference asks for.
  var captureStart: Int?
  var recordCount = 0
  /// How many of them were read the short way.
  private(set) var plainCount = 0
  var lastComma = 0
  /// The offset at or behind which a batch ends with its record.
  var batchEnd = 0
  /// What was found in records that are read all the same.
  var findings: [Finding] = []
  /// The short way for flat records.
  private var plain: JSONPlainRecords
  /// The keys of the record at hand, to learn their order; `nil` if they are not wanted.
  private var seenKeys: [[UInt8]]?
  /// The records that were walked since one was read the short way.
  private var walkedCount = 0
  // After as many walked records what was learned no longer fits: the order of the keys has changed.
  private static let learningSpan = 64

  /// Prepares to walk.
  ///
  /// - Parameters:
  ///   - window: at the first byte of the document.
  ///   - file: the name that findings show.
  ///   - iterator: where the records are.
  ///   - references: one for each column.
  ///   - nullTexts: the texts that mean null.
  init(
    _ window: JSONWindow, file: String, iterator: JSONPath, references: [JSONPath],
    nullTexts: NullTexts
  ) {
    self.file = file
    self.window = window
    self.iterator = iterator.steps
    self.nullTexts = nullTexts
    trie = JSONReferenceTrie(references, keys: keys)
    plain = JSONPlainRecords(references)
    assembly = RecordAssembly(columnCount: references.count)
    expectation = .value
  }

  /// Takes every line of the file as a document, as if they were elements of one array.
  mutating func expectDocumentsOnLines() {
    frames.append(
      Frame(container: .lines, isMatched: true, active: 0..<0, keys: keys.mark(), start: 0))
    expectation = .documentOnLine
  }

  /// Walks to the end of the next record and appends it to a batch.
  ///
  /// - Returns: the offset after the record, `nil` when the file is read to its end.
  mutating func readRecord(into batch: inout RecordBatch) throws(DiagnosedError) -> Int? {
    if readPlainRecords(into: &batch) { return window.offset }
    // Nested records never become plain; of those, one in many is looked at.
    let isAtSpan = walkedCount % Self.learningSpan == Self.learningSpan - 1
    seenKeys = plain.isPossible && (walkedCount < Self.learningSpan || isAtSpan) ? [] : nil
    while try step() {
      if let place = finished {
        finished = nil
        assembly.finish(at: place, into: &batch)
        if isAtSpan { plain.forget() }
        if let seenKeys { plain.learn(seenKeys) }
        walkedCount += 1
        return window.offset
      }
    }
    return nil
  }

  // Whether records were read the short way: elements of one array, or documents on lines.
  private mutating func readPlainRecords(into batch: inout RecordBatch) -> Bool {
    guard plain.isPossible, recordDepth == nil, iterator.count == frames.count,
      let frame = frames.last, frame.isMatched, case .wildcard? = iterator.last,
      frame.container == .lines ? expectation == .lineEnd : expectation == .commaOrClose,
      frame.container != .object
    else { return false }
    let around = pointer(levels: frames.count - 1)
    let progress = plain.read(
      JSONPlainRecords.Frame(
        bytes: window.bytes, limit: window.limit, base: window.base,
        hasLines: frame.container == .lines, pointerPrefix: around + "/", index: frame.index,
        number: recordCount, nullTexts: nullTexts, batchEnd: batchEnd - window.base,
        recordBytes: min(recordLimit, TreeLimits.recordValueBytes)),
      from: window.cursor, into: &batch)
    if progress.count == 0 { return false }
    recordCount += progress.count
    plainCount += progress.count
    walkedCount = 0
    frames[frames.count - 1].index += progress.count
    lastComma = window.base + progress.lastComma
    window.cursor = progress.position
    return true
  }

  /// The number of containers around the token at hand; the lines of a file are none.
  var depth: Int { frames.first?.container == .lines ? frames.count - 1 : frames.count }

  // MARK: Tokens

  /// Takes one token.
  ///
  /// - Returns: `false` at the end of the file.
  private mutating func step() throws(DiagnosedError) -> Bool {
    guard let byte = try nextByte() else {
      try checkComplete()
      return false
    }
    switch expectation {
    case .value, .documentOnLine: try takeValue(byte)
    case .elementOrClose:
      if byte == UInt8(ascii: "]") { try close() } else { try takeValue(byte) }
    case .elementAfterComma:
      if byte == UInt8(ascii: "]") { throw trailingComma("list") }
      try takeValue(byte)
    case .keyOrClose:
      if byte == UInt8(ascii: "}") { try close() } else { try takeKey(byte) }
    case .keyAfterComma:
      if byte == UInt8(ascii: "}") { throw trailingComma("object") }
      try takeKey(byte)
    case .colon:
      guard byte == UInt8(ascii: ":") else { throw unexpected(byte) }
      window.cursor += 1
      expectation = .value
    case .commaOrClose: try takeCommaOrClose(byte)
    case .documentEnd: throw textAfterDocument(byte, JSONRules.textAfterDocument)
    case .lineEnd: throw textAfterDocument(byte, JSONRules.twoOnOneLine)
    }
    return true
  }

  // The byte at the cursor after white space, or nil at the end of the file.
  private mutating func nextByte() throws(DiagnosedError) -> UInt8? {
    while true {
      while window.cursor < window.limit {
        let byte = window.bytes[window.cursor]
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
        case UInt8(ascii: "\n"): if expectation == .lineEnd { beginLine() }
        default: return byte
        }
        window.cursor += 1
      }
      if try !refill(keepingFrom: window.offset) { return nil }
    }
  }

  private mutating func beginLine() {
    expectation = .documentOnLine
    frames[frames.count - 1].index += 1
  }

  /// Reads on when the bytes in memory end inside a token.
  ///
  /// - Returns: `false` at the end of the file.
  mutating func refill(keepingFrom start: Int) throws(DiagnosedError) -> Bool {
    try checkSize(upTo: window.limitOffset, token: start)
    if try window.refill(keepingFrom: min(start, captureStart ?? start)) { return true }
    if let fault = window.faultOffset { throw badUTF8(at: fault) }
    return false
  }

  private mutating func takeCommaOrClose(_ byte: UInt8) throws(DiagnosedError) {
    let last = frames.count - 1
    let isObject = frames[last].container == .object
    switch byte {
    case UInt8(ascii: ","):
      lastComma = window.offset
      window.cursor += 1
      frames[last].index += 1
      expectation = isObject ? .keyAfterComma : .elementAfterComma
    case UInt8(ascii: "}") where isObject: try close()
    case UInt8(ascii: "]") where !isObject: try close()
    default: throw unexpected(byte)
    }
  }

  private mutating func takeKey(_ byte: UInt8) throws(DiagnosedError) {
    guard byte == UInt8(ascii: "\"") else { throw unexpected(byte) }
    let start = window.offset
    let string = try scanString()
    let last = frames.count - 1
    let refusal = keys.add(
      window.bytes, string.range, isEscaped: string.isEscaped, to: frames[last].keys)
    frames[last].isInMember = true
    switch refusal {
    case .duplicate:
      // Both members are read, and the second is reported: nothing is lost.
      findings += refusedKey(.duplicate, at: start).findings
    case .tooMany: throw refusedKey(.tooMany, at: start)
    case nil: break
    }
    if recordDepth == last { seenKeys?.append(Array(keys.last)) }
    expectation = .colon
  }

  private mutating func takeValue(_ byte: UInt8) throws(DiagnosedError) {
    if !frames.isEmpty { frames[frames.count - 1].isInMember = true }
    let first = active.count
    beginValue(at: window.offset)
    switch byte {
    case UInt8(ascii: "{"): return try open(.object, activeFrom: first)
    case UInt8(ascii: "["): return try open(.array, activeFrom: first)
    case UInt8(ascii: "\""): try takeString(activeFrom: first)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try takeNumber(activeFrom: first)
    case UInt8(ascii: "t"): try takeWord("true", .boolean, activeFrom: first)
    case UInt8(ascii: "f"): try takeWord("false", .boolean, activeFrom: first)
    case UInt8(ascii: "n"): try takeNull(activeFrom: first)
    default: throw unexpected(byte)
    }
    active.removeLast(active.count - first)
    try endValue()
  }

  // MARK: Nesting

  // Finds out whether a value is a record or, inside one, which references lead to it.
  private mutating func beginValue(at offset: Int) {
    if recordDepth == nil {
      guard frames.count == iterator.count, isOnIteratorPath else { return }
      recordDepth = frames.count
      recordStart = offset
      active.append(0)
    } else if let frame = frames.last {
      for parent in frame.active {
        if frame.container == .object {
          trie.appendChildren(of: active[parent], key: keys, to: &active)
        } else {
          trie.appendChildren(of: active[parent], index: frame.index, to: &active)
        }
      }
    }
  }

  // Whether the iterator leads to the member or element at hand.
  private var isOnIteratorPath: Bool {
    guard let frame = frames.last else { return true }
    guard frame.isMatched, frames.count <= iterator.count else { return false }
    switch iterator[frames.count - 1] {
    case .wildcard: return true
    case .name(let name): return frame.container == .object && keys.last.elementsEqual(name)
    case .index(let index): return frame.container != .object && frame.index == index
    }
  }

  private mutating func open(
    _ container: Container, activeFrom first: Int
  ) throws(DiagnosedError) {
    if depth == TreeLimits.jsonDepth { throw tooDeep() }
    let start = window.offset
    let isMatched = recordDepth == nil && isOnIteratorPath
    frames.append(
      Frame(
        container: container, isMatched: isMatched, active: first..<active.count,
        keys: keys.mark(), start: start))
    if captureStart == nil, hasColumns(first..<active.count) { captureStart = start }
    window.cursor += 1
    expectation = container == .object ? .keyOrClose : .elementOrClose
  }

  private mutating func close() throws(DiagnosedError) {
    let frame = frames.removeLast()
    window.cursor += 1
    keys.close(frame.keys)
    if captureStart != nil, hasColumns(frame.active) { try addStructure(frame) }
    if captureStart == frame.start { captureStart = nil }
    active.removeLast(active.count - frame.active.lowerBound)
    try endValue()
  }

  private mutating func endValue() throws(DiagnosedError) {
    if recordDepth == frames.count {
      try checkSize(upTo: window.offset, token: window.offset)
      recordDepth = nil
      recordCount += 1
      finished = RecordPlace(
        number: recordCount, line: 0, offset: UInt64(recordStart), path: pointer)
    }
    guard let container = frames.last?.container else { return expectation = .documentEnd }
    frames[frames.count - 1].isInMember = false
    expectation = container == .lines ? .lineEnd : .commaOrClose
  }

  /// Whether a reference ends at one of the nodes in a range of `active`.
  func hasColumns(_ range: Range<Int>) -> Bool {
    for index in range where trie.hasColumns(active[index]) { return true }
    return false
  }

  /// The pointer of the value or container at hand.
  var pointer: String { pointer(levels: frames.count) }

  /// The pointer of the value at hand on an outer level.
  ///
  /// - Parameter levels: the number of containers around the value.
  /// - Returns: empty for the whole document.
  func pointer(levels: Int) -> String {
    var pointer: [UInt8] = []
    for (level, frame) in frames.prefix(levels).enumerated() where frame.isInMember {
      if frame.container == .object {
        let next = level + 1 < frames.count ? frames[level + 1].keys : nil
        if let key = keys.lastKey(of: frame.keys, before: next) {
          JSONPointer.append(key: key, to: &pointer)
        }
      } else {
        JSONPointer.append(index: frame.index, to: &pointer)
      }
    }
    return String(decoding: pointer, as: UTF8.self)
  }
}
