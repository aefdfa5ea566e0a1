// SPDX-License-Identifier: Apache-2.0

internal import RDFIO
internal import RecordIO

/// What a ``RecordKernel`` works on: a batch, a program, and what has been written.
struct KernelState: ~Copyable {
  /// What was written.
  var output = OutputBuffer()
  /// What the ledger has to look at, in order.
  var runs: [StatementRun] = []
  /// The hash of each line of the runs whose subjects may come again with other values.
  var lineHashes: [UInt64] = []
  /// Statements written.
  var statementCount = 0
  /// Where each line comes from, if that is wanted.
  var origins = LineOrigins()
  /// The program's maps, `nil` between batches.
  var maps: UnsafePointer<KernelMap>?

  private let hash: ByteHash
  // The subject at hand, rendered.
  private var subject = OutputBuffer(capacity: 1 << 12)
  private var statements: UnsafePointer<KernelStatement>
  private var operations: UnsafePointer<KernelOperation>
  private var pool: UnsafePointer<UInt8>
  private var bytes: UnsafePointer<UInt8>
  // The last place that 16 bytes may be read from.
  private var safe: UnsafePointer<UInt8>
  private var cells: UnsafePointer<Cell>
  private var row: UnsafePointer<Cell>
  private var record: UInt32 = 0
  private var columnCount = 0
  // Columns of the selected record by what they hold.
  private var valued: UInt64 = 0
  private var filled: UInt64 = 0
  private var repeated: UInt64 = 0
  private var recent = RecentRuns()

  init(hash: ByteHash) {
    self.hash = hash
    // Never read before a batch is there.
    bytes = Self.nowhere()
    safe = bytes
    pool = bytes
    cells = Self.nowhere()
    row = cells
    statements = Self.nowhere()
    operations = Self.nowhere()
  }

  private static func nowhere<Element>() -> UnsafePointer<Element> {
    UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
  }

  /// Takes up a batch; the pointers hold until the next one.
  mutating func begin(
    _ program: KernelProgram, _ bytes: UnsafeBufferPointer<UInt8>,
    _ cells: UnsafeBufferPointer<Cell>, columnCount: Int
  ) {
    if let base = bytes.baseAddress {
      self.bytes = base
      // Before the beginning if there are fewer than 16 bytes: then nothing is read in blocks.
      safe = UnsafePointer(bitPattern: UInt(bitPattern: base + bytes.count) - 16) ?? base
    }
    self.cells = cells.baseAddress ?? Self.nowhere()
    self.columnCount = columnCount
    maps = UnsafePointer(program.maps.baseAddress)
    statements = UnsafePointer(program.statements.baseAddress) ?? Self.nowhere()
    operations = UnsafePointer(program.operations.baseAddress) ?? Self.nowhere()
    pool = UnsafePointer(program.pool.baseAddress) ?? Self.nowhere()
    recent.removeAll()
  }

  /// Goes to a record of the batch.
  mutating func select(_ record: Int) {
    row = cells + record &* columnCount
    self.record = UInt32(truncatingIfNeeded: record)
    var (valued, filled, repeated): (UInt64, UInt64, UInt64) = (0, 0, 0)
    var bit: UInt64 = 1
    for column in 0..<columnCount {
      // A pattern, since `==` on an enumeration of another module is a call.
      switch row[column].state {
      case .value:
        valued |= bit
        if row[column].length > 0 { filled |= bit }
      case .values: repeated |= bit
      case .absent, .null: break
      }
      bit = bit &<< 1
    }
    (self.valued, self.filled, self.repeated) = (valued, filled, repeated)
  }

  /// Makes the statements of one map for the selected record.
  mutating func make(
    _ number: Int, _ repetition: MapRepetition, _ joins: [JoinIndex]
  ) -> RecordKernel.Outcome {
    guard let map = maps.map({ $0 + number }), map.pointee.isPlain,
      map.pointee.columns & repeated == 0, map.pointee.subjectColumns & ~filled == 0
    else { return .general }
    subject.count = 0
    let view = view
    for index in map.pointee.subject { Self.render(operations[index], view, into: &subject) }
    guard repetition.isChecked else { return write(map, keepsHashes: false, joins) }
    let key = repetition.key(hash.hash(subject.base, subject.count))
    let content = content(map.pointee.columns, seed: repetition.map)
    // The same record has come by in this batch: whatever it makes is there.
    if recent.contains(key, content) { return .made(1) }
    let (start, before, firstHash) = (output.count, statementCount, lineHashes.count)
    let firstLine = origins.count
    let outcome = write(map, keepsHashes: repetition.mayDiffer, joins)
    if case .made(let count) = outcome, count > 0 {
      recent.insert(key, content)
      runs.append(
        StatementRun(
          start: start, end: output.count, lines: statementCount - before, firstLine: firstLine,
          firstHash: firstHash, key: key, content: content, repetition: repetition))
    }
    return outcome
  }

  // Equal for equal values of columns.
  private func content(_ wanted: UInt64, seed: UInt64) -> UInt64 {
    var content = seed
    var columns = wanted
    while columns != 0 {
      let cell = row + columns.trailingZeroBitCount
      columns &= columns &- 1
      var text: UInt64 = 0x9E37_79B9
      if case .value = cell.pointee.state {
        text = hash.hash(bytes + Int(cell.pointee.start), Int(cell.pointee.length))
        // A number and a text of the same spelling are two values.
        if isTyped(cell) { text = ~text }
      }
      content = ByteHash.mix(content ^ 0x9FB2_1C65_1E98_DF25, text ^ content)
    }
    return content
  }

  // Static, since a method would hold all of `self` while it changes one of its buffers.
  @inline(__always)
  private static func render(
    _ operation: KernelOperation, _ view: View, into buffer: inout OutputBuffer
  ) {
    if case .constant = operation.kind {
      let count = Int(operation.constant.count)
      buffer.reserve(count)
      buffer.advance(to: copyBlocks(buffer.end, view.pool + Int(operation.constant.start), count))
      return
    }
    let cell = view.row + Int(operation.column)
    let (text, count) = (view.bytes + Int(cell.pointee.start), Int(cell.pointee.length))
    if case .literal = operation.kind {
      buffer.reserve(6 &* count)
      buffer.advance(to: copyLiteral(buffer.end, text, count, safe: view.safe))
    } else {
      buffer.reserve(3 &* count)
      buffer.advance(to: copyEncoded(buffer.end, text, count, safe: view.safe))
    }
  }

  private struct View {
    let row: UnsafePointer<Cell>
    let bytes: UnsafePointer<UInt8>
    let safe: UnsafePointer<UInt8>
    let pool: UnsafePointer<UInt8>
  }

  private var view: View {
    @inline(__always) get { View(row: row, bytes: bytes, safe: safe, pool: pool) }
  }

  // MARK: Statements

  private mutating func write(
    _ map: UnsafePointer<KernelMap>, keepsHashes: Bool, _ joins: [JoinIndex]
  ) -> RecordKernel.Outcome {
    let (start, before, hashes) = (output.count, statementCount, lineHashes.count)
    let lines = origins.count
    for index in map.pointee.statements {
      let statement = statements + index
      if statement.pointee.needed & ~valued | statement.pointee.filled & ~filled != 0 { continue }
      let line = output.count
      guard write(statement, joins) else {
        output.count = start
        statementCount = before
        lineHashes.removeLast(lineHashes.count - hashes)
        origins.removeLines(after: lines)
        return .general
      }
      if output.count == line { continue }
      if keepsHashes { lineHashes.append(hash.hash(output.base + line, output.count &- line)) }
      if origins.areNoted {
        let origin = origin(of: statement)
        origins.add(origin)
      }
    }
    return .made(statementCount - before)
  }

  private func origin(of statement: UnsafePointer<KernelStatement>) -> StatementOrigin {
    let column = statement.pointee.originColumn
    let cell = column >= 0 ? row[Int(column)] : Cell()
    return StatementOrigin(
      record: record, objectMap: statement.pointee.objectMap, column: column, place: cell.place,
      path: cell.path)
  }

  // False if the value is not what the statement wants, or the way is too rare for a kernel.
  @inline(__always)
  private mutating func write(
    _ statement: UnsafePointer<KernelStatement>, _ joins: [JoinIndex]
  ) -> Bool {
    switch statement.pointee.form {
    case .constant:
      output.reserve(subject.count &+ Int(statement.pointee.before.count))
      output.advance(to: copyHead(statement))
    case .literal, .natural:
      let cell = row + Int(statement.pointee.column)
      if case .structure = cell.pointee.kind { return false }
      if case .natural = statement.pointee.form, isTyped(cell) { return false }
      let (text, count) = (bytes + Int(cell.pointee.start), Int(cell.pointee.length))
      guard statement.pointee.check.accepts(text, count) else { return false }
      reserve(statement, 6 &* count)
      copyTail(statement, copyLiteral(copyHead(statement), text, count, safe: safe))
    case .encoded:
      let cell = row + Int(statement.pointee.column)
      let (text, count) = (bytes + Int(cell.pointee.start), Int(cell.pointee.length))
      reserve(statement, 3 &* count)
      copyTail(statement, copyEncoded(copyHead(statement), text, count, safe: safe))
    case .iri:
      let cell = row + Int(statement.pointee.column)
      if case .structure = cell.pointee.kind { return false }
      let (text, count) = (bytes + Int(cell.pointee.start), Int(cell.pointee.length))
      guard IRISyntax.isAbsolute(Span(_unsafeStart: text, count: count)) else { return false }
      reserve(statement, count)
      let end = copyHead(statement)
      end.update(from: text, count: count)
      copyTail(statement, end + count)
    case .operations: return writeOperations(statement)
    case .joined: return writeJoined(statement, joins)
    }
    statementCount &+= 1
    return true
  }

  // A number or truth value brings a datatype of its own; an object or array is no value.
  @inline(__always)
  private func isTyped(_ cell: UnsafePointer<Cell>) -> Bool {
    if case .text = cell.pointee.kind { false } else { true }
  }

  @inline(__always)
  private mutating func reserve(_ statement: UnsafePointer<KernelStatement>, _ text: Int) {
    output.reserve(
      subject.count &+ Int(statement.pointee.before.count) &+ text
        &+ Int(statement.pointee.after.count))
  }

  @inline(__always)
  private func copyHead(
    _ statement: UnsafePointer<KernelStatement>
  ) -> UnsafeMutablePointer<UInt8> {
    copyBlocks(
      copyBlocks(output.end, subject.base, subject.count),
      pool + Int(statement.pointee.before.start), Int(statement.pointee.before.count))
  }

  @inline(__always)
  private mutating func copyTail(
    _ statement: UnsafePointer<KernelStatement>, _ end: UnsafeMutablePointer<UInt8>
  ) {
    output.advance(
      to: copyBlocks(
        end, pool + Int(statement.pointee.after.start), Int(statement.pointee.after.count)))
  }

  private mutating func writeOperations(_ statement: UnsafePointer<KernelStatement>) -> Bool {
    if statement.pointee.column >= 0 {
      let cell = row + Int(statement.pointee.column)
      if statement.pointee.isNatural, isTyped(cell) { return false }
      let (text, count) = (bytes + Int(cell.pointee.start), Int(cell.pointee.length))
      guard statement.pointee.check.accepts(text, count) else { return false }
    }
    output.reserve(subject.count)
    output.advance(to: copyBlocks(output.end, subject.base, subject.count))
    let view = view
    for index in statement.pointee.operations {
      Self.render(operations[index], view, into: &output)
    }
    statementCount &+= 1
    return true
  }

  // The usual join finds one subject; several come in an order that the general way knows.
  private mutating func writeJoined(
    _ statement: UnsafePointer<KernelStatement>, _ joins: [JoinIndex]
  ) -> Bool {
    let cell = row + Int(statement.pointee.column)
    guard
      let object = joins[Int(statement.pointee.join)].onlySubject(
        for: bytes + Int(cell.pointee.start), Int(cell.pointee.length))
    else { return false }
    if object.count == 0 { return true }
    reserve(statement, object.count &+ 2)
    let end = copyHead(statement)
    end[0] = UInt8(ascii: "<")
    (end + 1).update(from: object.start, count: object.count)
    end[object.count &+ 1] = UInt8(ascii: ">")
    copyTail(statement, end + object.count + 2)
    statementCount &+= 1
    return true
  }
}
