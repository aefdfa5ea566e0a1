// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Reads records of a JSON file by queries that do not stream.
///
/// The plain steps at the beginning of the iterator stream; each value that they lead to is kept in
/// memory, up to ``TreeLimits/recordBytes``, and the rest of the iterator and every reference are
/// evaluated on it. Values carry their own pointers and offsets.
///
/// Where every line is a document, the iterator goes over the list of the lines, and only one line
/// is kept: ``JSONLineQuery`` refuses what depends on several.
/// - Source: RFC 9535.
final class JSONQueryReader: RecordReader {
  let columns: BatchColumns
  private let inner: JSONReader
  private let iterator: JSONQuery
  private let references: [JSONQuery]
  // Whether the iterator chooses among lines, each of which is evaluated as a list of one.
  private let choosesLines: Bool
  private let nulls: NullTexts
  private var batch: RecordBatch
  private var recordCount = 0
  private let widestPath: String

  /// The most values that are kept in memory.
  var valueLimit = TreeLimits.jsonTreeValues
  /// The bytes read at once; the records do not depend on it.
  var chunkSize: Int {
    get { inner.chunkSize }
    set { inner.chunkSize = newValue }
  }
  /// The largest value that is kept, in bytes.
  var recordLimit: Int {
    get { inner.recordLimit }
    set { inner.recordLimit = newValue }
  }

  var facts: SourceFacts { inner.facts }

  /// Opens an input.
  ///
  /// - Parameters:
  ///   - input: the document, at its beginning.
  ///   - iterator: where the records are.
  ///   - references: one for each column, relative to the record.
  ///   - nullValues: the texts that mean null.
  ///   - hasLines: whether every line is a document.
  /// - Throws: ``JSONRules/pathMalformed``, ``JSONRules/pathUnsupported`` for an iterator that cannot
  ///   be put to one line alone, or what the file throws.
  init(
    _ input: ByteInput, iterator: String, references: [String], nullValues: [String],
    hasLines: Bool
  ) throws(DiagnosedError) {
    let query = try JSONQuery(iterator)
    var queries: [JSONQuery] = []
    for reference in references { try queries.append(Self.query(of: reference)) }
    let split = query.split
    self.iterator = split.rest
    choosesLines = hasLines && split.plain.isEmpty && split.rest.choosesAmongElements
    if hasLines { try JSONLineQuery.check(query) }
    self.references = queries
    // Of a plain iterator, it is a reference that asks for the tree.
    let asking = zip(references, queries).first { $0.1.split.plain.count < $0.1.segments.count }
    widestPath = split.rest.segments.isEmpty ? asking?.0 ?? iterator : iterator
    inner = try JSONReader(
      input, iterator: Self.spelling(split.plain), references: ["$"], nullValues: [],
      hasLines: hasLines)
    nulls = NullTexts(nullValues)
    batch = RecordBatch(columns: inner.columns)
    columns = BatchColumns(form: .pointers, names: references)
  }

  // A reference may leave out `$`, or begin with `@`.
  private static func query(of reference: String) throws(DiagnosedError) -> JSONQuery {
    if reference.hasPrefix("$") { return try JSONQuery(reference) }
    if let plain = try? JSONPath(reference: reference) {
      return try JSONQuery(spelling(plain.steps))
    }
    let rest = reference.hasPrefix("@") ? reference.dropFirst() : Substring(reference)
    let needsDot = !rest.hasPrefix(".") && !rest.hasPrefix("[")
    return try JSONQuery(
      "$" + (needsDot && !rest.isEmpty ? "." : "") + rest, written: reference)
  }

  private static func spelling(_ steps: [JSONStep]) -> String {
    "$"
      + steps.map { step in
        switch step {
        case .wildcard: return "[*]"
        case .index(let index): return "[\(index)]"
        case .name(let name):
          let text = String(decoding: name, as: UTF8.self)
          let escaped = text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
          return "['\(escaped)']"
        }
      }.joined()
  }

  func read(
    into result: inout RecordBatch, findings: inout [Finding]
  ) throws(DiagnosedError) -> Bool {
    result.removeAll()
    result.file = facts.file
    while result.recordCount == 0 {
      guard try inner.read(into: &batch, findings: &findings) else { return false }
      for record in 0..<batch.recordCount { try add(record, to: &result) }
    }
    return true
  }

  private func add(_ record: Int, to result: inout RecordBatch) throws(DiagnosedError) {
    let cell = batch.cell(record, 0)
    let place = batch.places[record]
    guard let tree = JSONTree(text(of: cell, in: batch), valueLimit: valueLimit) else { return }
    if tree.isTooLarge { throw tooManyValues(at: place) }
    let kept = Kept(tree: tree, top: choosesLines ? tree.nodes[tree.root].children[0] : tree.root)
    var evaluation = JSONQueryEvaluation(tree)
    let roots = try select(iterator, from: tree.root, &evaluation, at: place)
    for root in roots {
      recordCount += 1
      let record = RecordPlace(
        number: recordCount, line: place.line, offset: place.offset + kept.offset(of: root),
        path: place.path + kept.pointer(to: root))
      result.places.append(record)
      for reference in references {
        let nodes = try select(reference, from: root, &evaluation, at: record)
        append(nodes, of: kept, root: root, path: place.path, to: &result)
      }
    }
  }

  // A query that fails fails at the record.
  private func select(
    _ query: JSONQuery, from node: Int, _ evaluation: inout JSONQueryEvaluation,
    at place: RecordPlace
  ) throws(DiagnosedError) -> [Int] {
    do throws(DiagnosedError) {
      return try evaluation.select(query, from: node)
    } catch {
      throw error.placed(at: locate(place))
    }
  }

  private func tooManyValues(at place: RecordPlace) -> DiagnosedError {
    DiagnosedError(
      JSONRules.tooManyValues, at: locate(place),
      [
        .plain("path", widestPath), .plain("offset", place.offset), .plain("limit", valueLimit),
      ])
  }

  private func locate(_ place: RecordPlace) -> SourcePlace {
    SourcePlace(file: facts.file, .pointer(place.path, offset: place.offset))
  }

  /// A value in memory, which stands in a list of its own if it is a line to choose.
  private struct Kept {
    let tree: JSONTree
    /// The value itself.
    let top: Int

    /// The bytes from the beginning of the value to one inside of it.
    func offset(of node: Int) -> UInt64 {
      UInt64(tree.nodes[node].range.lowerBound - tree.nodes[top].range.lowerBound)
    }

    func pointer(to node: Int) -> String { tree.pointer(to: node, from: top) }
  }

  private func text(of cell: Cell, in batch: RecordBatch) -> [UInt8] {
    let text = Self.text(of: cell, in: batch)
    return choosesLines ? [UInt8(ascii: "[")] + text + [UInt8(ascii: "]")] : text
  }

  // A record that is text is captured without its spelling.
  private static func text(of cell: Cell, in batch: RecordBatch) -> [UInt8] {
    let raw = Array(batch.bytes[Int(cell.start)..<Int(cell.start + cell.length)])
    switch (cell.state, cell.kind) {
    case (.value, .text): return quoted(raw)
    case (.value, _): return raw
    default: return Array("null".utf8)
    }
  }

  private static func quoted(_ text: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    let quote = UInt8(ascii: "\"")
    let inner = text.flatMap { byte -> [UInt8] in
      if byte < 0x20 {
        return Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
      return byte == quote || byte == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), byte] : [byte]
    }
    return [quote] + inner + [quote]
  }

  private func append(
    _ nodes: [Int], of kept: Kept, root: Int, path: String, to result: inout RecordBatch
  ) {
    var values: [Cell] = []
    var null: Cell?
    for node in nodes {
      var cell = self.cell(node, of: kept, root: root, path: path, to: &result)
      let range = Int(cell.start)..<Int(cell.start + cell.length)
      if cell.state == .null || (cell.kind != .structure && nulls.contains(result.bytes, range)) {
        cell.state = .null
        null = null ?? cell
      } else {
        values.append(cell)
      }
    }
    if values.count == 1 {
      result.cells.append(values[0])
    } else if values.isEmpty {
      result.cells.append(null ?? Cell())
    } else {
      let start = result.repeatedValues.count
      result.repeatedValues += values
      result.cells.append(Cell(start: start, length: values.count, state: .values))
    }
  }

  private func cell(
    _ node: Int, of kept: Kept, root: Int, path: String, to result: inout RecordBatch
  ) -> Cell {
    let tree = kept.tree
    result.valuePaths.append(path + kept.pointer(to: node))
    let (value, start) = (tree.nodes[node], result.bytes.count)
    var cell = Cell(
      start: start, place: value.range.lowerBound - tree.nodes[root].range.lowerBound,
      path: result.valuePaths.count, state: .value)
    switch value.kind {
    case .null: cell.state = .null
    case .string(let text): result.bytes += text
    case .boolean, .number, .array, .object:
      result.bytes += tree.text(of: node)
      switch value.kind {
      case .boolean: cell.kind = .boolean
      case .number: cell.kind = .number
      default: cell.kind = .structure
      }
    }
    cell.length = UInt32(result.bytes.count - start)
    return cell
  }
}
