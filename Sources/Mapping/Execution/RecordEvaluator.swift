// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFIO
internal import RDFModel
internal import RecordIO

/// Which buffer a value lies in.
enum ValueBuffer: UInt8, Sendable {
  case batch
  case scratch
  case remembered
  case pool
}

/// A text that an expression gave, as a range of one of the evaluator's buffers.
struct Value: Sendable {
  var start: Int32
  var count: Int32
  /// The column that the value was read from, -1 for none.
  var column: Int32
  /// What ``Cell/place`` and ``Cell/path`` say about it.
  var place: UInt32
  var path: UInt32
  var buffer: ValueBuffer
  var natural: NaturalDatatype
  /// Whether it is a JSON object or array, which no term can hold.
  var isStructure = false
}

/// A value as an RDF term.
struct TermValue: Sendable {
  var value: Value
  var kind: TermMap.Kind
  var annotation: AnnotationID
  /// The targets of its map.
  var targets = TargetSet()
  /// Whether it is an IRI with characters that IRIs cannot have.
  var isUnsafe = false
}

/// Evaluates the expressions of a plan on the records of a batch.
///
/// Values are ranges of four buffers: the batch, a scratch buffer that is emptied for each record, the
/// remembered results of functions, and the plan's constants. Nothing is allocated per record once the
/// buffers have grown to their size.
struct RecordEvaluator {
  /// More bytes than this are not made of one record's values, by templates or by calls.
  static let byteLimit = 1 << 28

  let plan: MappingPlan
  var batch: RecordBatch
  var findings: [Finding] = []
  /// Whether look-ups of terms are taken down.
  var notesLookups = false
  /// The look-ups of the batch, if they are taken down.
  var lookups: [TermLookupNote] = []
  private(set) var record = 0
  private(set) var annotations: AnnotationTable
  private var scratch: [UInt8] = []
  var memory: FunctionMemory
  private let base: [UInt8]

  /// Prepares for batches of `columns`.
  init(plan: MappingPlan, columns: BatchColumns, base: String?) {
    self.plan = plan
    batch = RecordBatch(columns: columns)
    annotations = plan.annotations
    memory = FunctionMemory()
    self.base = Array((base ?? plan.document.base ?? "").utf8)
  }

  /// Goes to a record of the batch.
  mutating func select(_ record: Int) {
    self.record = record
    scratch.removeAll(keepingCapacity: true)
    memory.trim()
  }

  /// Brings bytes from outside, such as a subject out of a join index, among the values.
  mutating func adopt(_ outside: ArraySlice<UInt8>) -> Value {
    let start = scratch.count
    scratch += outside
    return Value(
      start: Int32(start), count: Int32(scratch.count - start), column: -1, place: 0, path: 0,
      buffer: .scratch, natural: .string)
  }

  /// The bytes of a value.
  func bytes(_ value: Value) -> ArraySlice<UInt8> {
    let range = Int(value.start)..<Int(value.start + value.count)
    switch value.buffer {
    case .batch: return batch.bytes[range]
    case .scratch: return scratch[range]
    case .remembered: return memory.bytes[range]
    case .pool: return plan.pool[range]
    }
  }

  /// The terms that a term map makes of the selected record; none after a null or a finding.
  mutating func terms(_ term: PlannedTerm, into terms: inout [TermValue]) {
    if term.isRecordNode {
      terms.append(recordNode(term))
      return
    }
    let first = terms.count
    defer {
      if !term.targets.isEmpty {
        for index in first..<terms.count { terms[index].targets = term.targets }
      }
    }
    var values: [Value] = []
    evaluate(term.expression, as: term.kind == .iri ? term.form : nil, into: &values)
    for value in values {
      if value.isStructure {
        report(MappingRules.structure, value, of: term, [])
      } else {
        append(value, as: term, to: &terms)
      }
    }
  }

  private mutating func append(_ value: Value, as term: PlannedTerm, to terms: inout [TermValue]) {
    // An empty text names nothing: it is null, as it is in a template of an IRI (RML-Core).
    if term.kind != .literal, value.count == 0 { return }
    switch term.kind {
    case .blankNode:
      terms.append(TermValue(value: value, kind: .blankNode, annotation: .init(rawValue: 0)))
    case .iri:
      guard let absolute = absoluteIRI(value, of: term) else { return }
      terms.append(
        TermValue(
          value: absolute, kind: .iri, annotation: .init(rawValue: 0),
          isUnsafe: term.form.isUnsafe))
    case .literal:
      for annotation in annotations(of: term, for: value) {
        if let checked = annotations[annotation].checked,
          !XSDLexical.isValid(bytes(value).span, checked)
        {
          report(
            MappingRules.illTypedValue, value, of: term,
            [.plain("datatype", Self.short(annotations[annotation].datatype))])
        } else {
          terms.append(
            TermValue(
              value: canonical(value, as: annotation), kind: .literal, annotation: annotation))
        }
      }
    }
  }

  private mutating func absoluteIRI(_ value: Value, of term: PlannedTerm) -> Value? {
    if value.buffer == .pool || isAcceptable(bytes(value).span, term.form) { return value }
    let base = term.base.isEmpty ? base : term.base
    if !base.isEmpty {
      let start = scratch.count
      let relative = Array(bytes(value))
      scratch += base + relative
      if isAcceptable(scratch.span.extracting(start..<scratch.count), term.form) {
        var absolute = value
        absolute.start = Int32(start)
        absolute.count = Int32(scratch.count - start)
        absolute.buffer = .scratch
        return absolute
      }
    }
    report(MappingRules.invalidIRI, value, of: term, [])
    return nil
  }

  // An unsafe IRI may hold any character, which sinks then escape; it must have a scheme all the same.
  private func isAcceptable(_ iri: Span<UInt8>, _ form: TermMap.IRIForm) -> Bool {
    form.isUnsafe ? IRISyntax.schemeLength(iri) != nil : IRISyntax.isAbsolute(iri)
  }

  private mutating func annotations(of term: PlannedTerm, for value: Value) -> [AnnotationID] {
    switch term.language {
    case .constant(let id): return [id]
    case .expression(let expression):
      var tags: [Value] = []
      evaluate(expression, as: nil, into: &tags)
      return tags.compactMap { tag in
        guard LanguageTag.isWellFormed(bytes(tag)) else {
          report(MappingRules.invalidLanguageValue, tag, of: term, [])
          return nil
        }
        return annotations.language(String(decoding: bytes(tag), as: UTF8.self))
      }
    case .none: break
    }
    switch term.datatype {
    case .natural: return [AnnotationTable.natural(value.natural)]
    case .constant(let id): return [id]
    case .expression(let expression):
      var iris: [Value] = []
      evaluate(expression, as: .iri, into: &iris)
      return iris.compactMap { iri in
        absoluteIRI(iri, of: term).map {
          annotations.datatype(String(decoding: bytes($0), as: UTF8.self))
        }
      }
    }
  }

  /// Whether a condition holds for the selected record.
  mutating func isTrue(_ condition: Int?) -> Bool {
    guard let condition else { return true }
    var values: [Value] = []
    evaluate(.call(condition), as: nil, into: &values)
    return values.contains {
      bytes($0).elementsEqual("true".utf8) || bytes($0).elementsEqual("1".utf8)
    }
  }

  /// Appends the values of an expression; appends nothing for null.
  mutating func evaluate(
    _ expression: PlannedExpression, as form: TermMap.IRIForm?, into values: inout [Value]
  ) {
    switch expression {
    case .constant(let range): values.append(Self.constant(range))
    case .reference(let column): append(column: column, to: &values)
    case .template(let pieces): expand(pieces, as: form, into: &values)
    case .call(let index): call(index, into: &values)
    }
  }

  static func constant(_ range: PoolRange) -> Value {
    Value(
      start: range.start, count: range.count, column: -1, place: 0, path: 0, buffer: .pool,
      natural: .string)
  }

  private func append(column: Int, to values: inout [Value]) {
    let cell = batch.cell(record, column)
    switch cell.state {
    case .absent, .null: return
    case .value: values.append(value(cell, column))
    case .values:
      for index in Int(cell.start)..<Int(cell.start + cell.length)
      where batch.repeatedValues[index].state == .value {
        values.append(value(batch.repeatedValues[index], column))
      }
    }
  }

  private func value(_ cell: Cell, _ column: Int) -> Value {
    let natural: NaturalDatatype
    switch cell.kind {
    case .text, .structure: natural = .string
    case .boolean: natural = .boolean
    case .number:
      let range = Int(cell.start)..<Int(cell.start + cell.length)
      natural =
        batch.bytes[range].contains { $0 == 0x2E || $0 | 0x20 == 0x65 } ? .double : .integer
    }
    return Value(
      start: Int32(cell.start), count: Int32(cell.length), column: Int32(column),
      place: cell.place, path: cell.path, buffer: .batch, natural: natural,
      isStructure: cell.kind == .structure && batch.columns.form == .pointers)
  }

  // Every combination of the references' values.
  private mutating func expand(
    _ pieces: [PlannedPiece], as form: TermMap.IRIForm?, into values: inout [Value]
  ) {
    var choices: [[Value]] = []
    for case .reference(let column) in pieces {
      var choice: [Value] = []
      append(column: column, to: &choice)
      // A template with a null is null; an empty text cannot name anything either (RML-Core).
      if form != nil { choice.removeAll { $0.count == 0 } }
      choices.append(choice)
    }
    guard let combinations = combinations(choices.map(\.count)) else { return }
    let (start, before) = (scratch.count, values.count)
    for number in 0..<combinations.count {
      let picked = zip(choices, combinations.picks(number)).map { $0[$1] }
      values.append(render(pieces, picked, as: form))
      guard scratch.count <= Self.byteLimit else {
        scratch.removeSubrange(start...)
        values.removeSubrange(before...)
        reportLimit(MappingRules.valuesTooLarge, Self.byteLimit)
        return
      }
    }
  }

  private mutating func render(
    _ pieces: [PlannedPiece], _ picked: [Value], as form: TermMap.IRIForm?
  ) -> Value {
    let start = scratch.count
    var rest = picked[...]
    for piece in pieces {
      switch piece {
      case .text(let range):
        scratch += plan.pool[Int(range.start)..<Int(range.start + range.count)]
      case .reference:
        let text = bytes(rest.removeFirst())
        IRISafeText.append(text, as: form, to: &scratch)
      }
    }
    return Value(
      start: Int32(start), count: Int32(scratch.count - start), column: picked.first?.column ?? -1,
      place: picked.first?.place ?? 0, path: picked.first?.path ?? 0, buffer: .scratch,
      natural: .string)
  }

  /// The combinations of lists of values; `nil` after a finding if they are too many.
  ///
  /// - Parameters:
  ///   - counts: how many values each list has.
  ///   - place: the place in the mapping, if it is known.
  /// - Returns: the combinations.
  mutating func combinations(_ counts: [Int], at place: SourcePlace? = nil) -> Combinations? {
    let combinations = Combinations(of: counts)
    if combinations == nil {
      reportLimit(MappingRules.tooManyValues, Combinations.limit, at: place)
    }
    return combinations
  }

  mutating func reportLimit(_ rule: FindingRule, _ limit: Int, at place: SourcePlace? = nil) {
    findings.append(
      Finding(
        rule, at: batch.place(record: record), [.plain("limit", limit)],
        related: place.map { [RelatedPlace("mapping rule", $0)] } ?? []))
  }

  /// Reports a finding about a value, at its cell, with the mapping's own place beside it.
  mutating func report(
    _ rule: FindingRule, _ value: Value, of term: PlannedTerm, _ arguments: [FindingArgument]
  ) {
    report(
      rule, value, at: term.place, fallback: term.columns.first,
      arguments + [.sensitive("value", String(decoding: bytes(value), as: UTF8.self))])
  }

  mutating func report(
    _ rule: FindingRule, _ value: Value?, at mapping: SourcePlace, fallback: Int?,
    _ arguments: [FindingArgument]
  ) {
    let column = value.flatMap { $0.column >= 0 ? Int($0.column) : nil } ?? fallback
    let place =
      column.map { column in
        batch.place(
          record: record, column: column,
          value: value.map { Cell(place: Int($0.place), path: Int($0.path)) }
            ?? batch.cell(record, column))
      } ?? batch.place(record: record)
    let name = column.map { batch.columns.names[$0] } ?? "a constant"
    findings.append(
      Finding(
        rule, at: place, [.plain("column", name)] + arguments,
        related: [RelatedPlace("mapping rule", mapping)]))
  }

  static func short(_ iri: String) -> String {
    iri.hasPrefix(XSD.namespace) ? "xsd:" + iri.dropFirst(XSD.namespace.count) : "<\(iri)>"
  }
}
