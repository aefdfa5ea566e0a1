// SPDX-License-Identifier: Apache-2.0

import ByteScanning
import Diagnostics

extension JSONWalker {
  /// A string just scanned.
  struct ScannedString {
    /// What stands between the quotes, as indexes into the window.
    var range: Range<Int>
    /// Whether it has escapes.
    var isEscaped: Bool
  }

  // MARK: Strings

  /// Scans the string that begins at the cursor and leaves the cursor after it.
  ///
  /// - Returns: valid until the window is refilled.
  mutating func scanString() throws(DiagnosedError) -> ScannedString {
    let start = window.offset
    var isEscaped = false
    // An offset, since refilling moves the bytes.
    var at = start + 1
    while true {
      let index = ByteScanning.firstEscape(
        in: window.bytes, from: at - window.base, to: window.limit)
      at = window.base + index
      if index == window.limit {
        if try !refill(keepingFrom: start) { throw endedInString(start) }
        continue
      }
      switch window.bytes[index] {
      case UInt8(ascii: "\""):
        window.cursor = index + 1
        try checkSize(upTo: at, token: start)
        return ScannedString(range: (start - window.base + 1)..<index, isEscaped: isEscaped)
      case UInt8(ascii: "\\"):
        isEscaped = true
        at += try escapeLength(at: at, stringStart: start)
      case let control: throw controlCharacter(control, at: at)
      }
    }
  }

  // Zero when the escape has to be looked at again with more bytes.
  private mutating func escapeLength(
    at offset: Int, stringStart: Int
  ) throws(DiagnosedError) -> Int {
    switch JSONText.escape(in: window.bytes, at: offset - window.base, limit: window.limit) {
    case .complete(let length): return length
    case .incomplete:
      if try !refill(keepingFrom: stringStart) { throw endedInString(stringStart) }
      return 0
    case .unknown: throw badEscape(JSONRules.badEscape, at: offset)
    case .loneSurrogate: throw badEscape(JSONRules.loneSurrogate, at: offset)
    }
  }

  /// Takes a string as a value.
  mutating func takeString(activeFrom first: Int) throws(DiagnosedError) {
    let start = window.offset
    let string = try scanString()
    guard hasColumns(first..<active.count) else { return }
    let from = assembly.bytes.count
    JSONText.append(
      window.bytes, string.range, isEscaped: string.isEscaped, to: &assembly.bytes)
    try add(from..<assembly.bytes.count, at: start, .text, first..<active.count)
  }

  // MARK: Numbers and words

  /// Takes a number as a value, in its own spelling.
  mutating func takeNumber(activeFrom first: Int) throws(DiagnosedError) {
    let start = window.offset
    var number = JSONNumber()
    var at = start
    scanning: while true {
      while at < window.limitOffset {
        switch number.take(window.bytes[at - window.base]) {
        case .goOn: at += 1
        case .end: break scanning
        case .fault: throw malformedNumber(number.fault, at: at)
        }
      }
      if try refill(keepingFrom: start) { continue }
      if !number.isComplete { throw endedEarly("a digit") }
      break
    }
    window.cursor = at - window.base
    try checkSize(upTo: at, token: start)
    try addSpelled(start..<at, .number, first)
  }

  /// Takes a word as a value.
  mutating func takeWord(
    _ word: StaticString, _ kind: ValueKind, activeFrom first: Int
  ) throws(DiagnosedError) {
    let start = window.offset
    try scanWord(word)
    try addSpelled(start..<window.offset, kind, first)
  }

  /// Takes `null` as a value.
  mutating func takeNull(activeFrom first: Int) throws(DiagnosedError) {
    let start = window.offset
    try scanWord("null")
    for index in first..<active.count {
      addNull(Cell(place: start - recordStart), active[index])
    }
  }

  private mutating func scanWord(_ word: StaticString) throws(DiagnosedError) {
    let start = window.offset
    while window.limitOffset - start < word.utf8CodeUnitCount {
      let isSoFar = matches(word, window.limitOffset - start)
      if !isSoFar { throw unknownWord(at: start) }
      if try !refill(keepingFrom: start) { throw endedEarly("the rest of “\(word)”") }
    }
    if !matches(word, word.utf8CodeUnitCount) { throw unknownWord(at: start) }
    window.cursor += word.utf8CodeUnitCount
  }

  private func matches(_ word: StaticString, _ count: Int) -> Bool {
    word.withUTF8Buffer { letters in
      window.bytes[window.cursor..<(window.cursor + count)].elementsEqual(letters.prefix(count))
    }
  }

  private mutating func addSpelled(
    _ offsets: Range<Int>, _ kind: ValueKind, _ first: Int
  ) throws(DiagnosedError) {
    guard hasColumns(first..<active.count) else { return }
    let from = assembly.bytes.count
    assembly.bytes.append(
      contentsOf: window.bytes[
        (offsets.lowerBound - window.base)..<(offsets.upperBound - window.base)])
    try add(from..<assembly.bytes.count, at: offsets.lowerBound, kind, first..<active.count)
  }

  // MARK: Cells

  /// Adds an object or array that has just been closed, as spelled.
  mutating func addStructure(_ frame: Frame) throws(DiagnosedError) {
    let from = assembly.bytes.count
    assembly.bytes.append(
      contentsOf: window.bytes[(frame.start - window.base)..<window.cursor])
    try add(from..<assembly.bytes.count, at: frame.start, .structure, frame.active)
  }

  private mutating func add(
    _ text: Range<Int>, at offset: Int, _ kind: ValueKind, _ nodes: Range<Int>
  ) throws(DiagnosedError) {
    if assembly.bytes.count > TreeLimits.recordValueBytes { throw valuesTooLarge() }
    let cell = Cell(
      start: text.lowerBound, length: text.count, place: offset - recordStart, state: .value,
      kind: kind)
    let isNull = kind != .structure && nullTexts.contains(assembly.bytes, text)
    for index in nodes {
      if isNull { addNull(cell, active[index]) } else { addValue(cell, active[index]) }
    }
  }

  private mutating func addValue(_ cell: Cell, _ node: Int32) {
    let columns = trie.columns(of: node)
    if columns.isEmpty { return }
    var cell = cell
    if trie.followsWildcard(node) { cell.path = UInt32(assembly.addPath(pointer)) }
    for column in columns { assembly.add(cell, to: column) }
  }

  private mutating func addNull(_ cell: Cell, _ node: Int32) {
    let columns = trie.columns(of: node)
    if columns.isEmpty { return }
    var cell = cell
    if trie.followsWildcard(node) { cell.path = UInt32(assembly.addPath(pointer)) }
    for column in columns { assembly.addNull(cell, to: column) }
  }
}
