// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
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
}

/// A value as an RDF term.
struct TermValue: Sendable {
  var value: Value
  var kind: TermMap.Kind
  var annotation: AnnotationID
}

/// Evaluates the expressions of a plan on the records of a batch.
///
/// Values are ranges of four buffers: the batch, a scratch buffer that is emptied for each record, the
/// remembered results of functions, and the plan's constants. Nothing is allocated per record once the
/// buffers have grown to their size.
struct RecordEvaluator {
  /// More combinations of repeated values than this are refused for one template or call.
  static let combinationLimit = 10_000

  let plan: MappingPlan
  var batch: RecordBatch
  var findings: [Finding] = []
  private(set) var record = 0
  private(set) var annotations: AnnotationTable
  private var scratch: [UInt8] = []
  private var memory: FunctionMemory
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
    var values: [Value] = []
    evaluate(term.expression, isIRI: term.kind == .iri, into: &values)
    for value in values { append(value, as: term, to: &terms) }
  }

  private mutating func append(_ value: Value, as term: PlannedTerm, to terms: inout [TermValue]) {
    switch term.kind {
    case .blankNode:
      terms.append(TermValue(value: value, kind: .blankNode, annotation: .init(rawValue: 0)))
    case .iri:
      guard let absolute = absoluteIRI(value, of: term) else { return }
      terms.append(TermValue(value: absolute, kind: .iri, annotation: .init(rawValue: 0)))
    case .literal:
      for annotation in annotations(of: term, for: value) {
        if let checked = annotations[annotation].checked,
          !XSDLexical.isValid(bytes(value).span, checked)
        {
          report(
            MappingRules.illTypedValue, value, of: term,
            [.plain("datatype", Self.short(annotations[annotation].datatype))])
        } else {
          terms.append(TermValue(value: value, kind: .literal, annotation: annotation))
        }
      }
    }
  }

  private mutating func absoluteIRI(_ value: Value, of term: PlannedTerm) -> Value? {
    if value.buffer == .pool || IRISyntax.isAbsolute(bytes(value)) { return value }
    if !base.isEmpty, value.count > 0 {
      let start = scratch.count
      let relative = Array(bytes(value))
      scratch += base + relative
      if IRISyntax.isAbsolute(scratch[start...]) {
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

  private mutating func annotations(of term: PlannedTerm, for value: Value) -> [AnnotationID] {
    switch term.language {
    case .constant(let id): return [id]
    case .expression(let expression):
      var tags: [Value] = []
      evaluate(expression, isIRI: false, into: &tags)
      return tags.compactMap { tag in
        guard LanguageTag.isWellFormed(bytes(tag)) else { return nil }
        return annotations.language(String(decoding: bytes(tag), as: UTF8.self))
      }
    case .none: break
    }
    switch term.datatype {
    case .natural: return [AnnotationTable.natural(value.natural)]
    case .constant(let id): return [id]
    case .expression(let expression):
      var iris: [Value] = []
      evaluate(expression, isIRI: true, into: &iris)
      return iris.map { annotations.datatype(String(decoding: bytes($0), as: UTF8.self)) }
    }
  }

  /// Whether a condition holds for the selected record.
  mutating func isTrue(_ condition: Int?) -> Bool {
    guard let condition else { return true }
    var values: [Value] = []
    evaluate(.call(condition), isIRI: false, into: &values)
    return values.contains {
      bytes($0).elementsEqual("true".utf8) || bytes($0).elementsEqual("1".utf8)
    }
  }

  /// Appends the values of an expression; appends nothing for null.
  mutating func evaluate(
    _ expression: PlannedExpression, isIRI: Bool, into values: inout [Value]
  ) {
    switch expression {
    case .constant(let range): values.append(Self.constant(range))
    case .reference(let column): append(column: column, to: &values)
    case .template(let pieces): expand(pieces, isIRI: isIRI, into: &values)
    case .call(let index): call(index, into: &values)
    }
  }

  private static func constant(_ range: PoolRange) -> Value {
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
      place: cell.place, path: cell.path, buffer: .batch, natural: natural)
  }

  // Every combination of the references' values, the last reference turning fastest.
  private mutating func expand(
    _ pieces: [PlannedPiece], isIRI: Bool, into values: inout [Value]
  ) {
    var choices: [[Value]] = []
    var combinations = 1
    for piece in pieces {
      guard case .reference(let column) = piece else { continue }
      var choice: [Value] = []
      append(column: column, to: &choice)
      // A template with a null is null; an empty text cannot name anything either (RML-Core).
      if isIRI { choice.removeAll { $0.count == 0 } }
      combinations *= choice.count
      if combinations > Self.combinationLimit {
        findings.append(
          Finding(
            MappingRules.tooManyValues, at: batch.place(record: record),
            [.plain("limit", Self.combinationLimit)]))
        return
      }
      choices.append(choice)
    }
    for number in 0..<combinations {
      render(pieces, choices, number: number, isIRI: isIRI, into: &values)
    }
  }

  private mutating func render(
    _ pieces: [PlannedPiece], _ choices: [[Value]], number: Int, isIRI: Bool,
    into values: inout [Value]
  ) {
    let start = scratch.count
    var remaining = number
    var picks = [Int](repeating: 0, count: choices.count)
    for index in choices.indices.reversed() {
      picks[index] = remaining % choices[index].count
      remaining /= choices[index].count
    }
    var next = 0
    var first: Value?
    for piece in pieces {
      switch piece {
      case .text(let range):
        scratch += plan.pool[Int(range.start)..<Int(range.start + range.count)]
      case .reference:
        let value = choices[next][picks[next]]
        next += 1
        if first == nil { first = value }
        let text = batch.bytes[Int(value.start)..<Int(value.start + value.count)]
        if isIRI { IRISyntax.appendSafe(text, to: &scratch) } else { scratch += text }
      }
    }
    values.append(
      Value(
        start: Int32(start), count: Int32(scratch.count - start), column: first?.column ?? -1,
        place: first?.place ?? 0, path: first?.path ?? 0, buffer: .scratch, natural: .string))
  }

  /// Reports a finding about a value, at its cell, with the mapping's own place beside it.
  mutating func report(
    _ rule: FindingRule, _ value: Value, of term: PlannedTerm, _ arguments: [FindingArgument]
  ) {
    report(
      rule, value, at: term.place, fallback: term.columns.first,
      arguments + [.sensitive("value", String(decoding: bytes(value), as: UTF8.self))])
  }

  private mutating func report(
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

// MARK: - Functions

extension RecordEvaluator {
  private mutating func call(_ index: Int, into values: inout [Value]) {
    let call = plan.calls[index]
    var arguments: [[Value]] = []
    for argument in call.arguments {
      var taken: [Value] = []
      for expression in argument.expressions { evaluate(expression, isIRI: false, into: &taken) }
      arguments.append(taken)
    }
    // Parameters that take one value at a time are combined; the others see all values.
    var combinations = 1
    for (argument, taken) in zip(call.arguments, arguments) {
      switch argument.intake {
      case .each: combinations *= taken.count
      case .eachOrNull: combinations *= max(1, taken.count)
      case .all, .constant: break
      }
    }
    guard combinations <= Self.combinationLimit else {
      findings.append(
        Finding(
          MappingRules.tooManyValues, at: batch.place(record: record),
          [.plain("limit", Self.combinationLimit)],
          related: [RelatedPlace("mapping rule", call.place)]))
      return
    }
    for number in 0..<combinations {
      apply(index, Self.pick(number, call.arguments, arguments), into: &values)
    }
  }

  private static func pick(
    _ number: Int, _ parameters: [PlannedArgument], _ arguments: [[Value]]
  ) -> [ArraySlice<Value>] {
    var remaining = number
    var picked: [ArraySlice<Value>] = arguments.map { $0[...] }
    for index in parameters.indices.reversed() {
      let isEach = parameters[index].intake == .each || parameters[index].intake == .eachOrNull
      guard isEach, !arguments[index].isEmpty else { continue }
      let pick = remaining % arguments[index].count
      remaining /= arguments[index].count
      picked[index] = arguments[index][pick...pick]
    }
    return picked
  }

  private mutating func apply(
    _ index: Int, _ arguments: [ArraySlice<Value>], into values: inout [Value]
  ) {
    let cause = arguments.lazy.flatMap { $0 }.first { $0.column >= 0 } ?? arguments.first?.first
    memory.beginKey(index)
    for argument in arguments {
      memory.appendToKey(count: argument.count)
      for value in argument {
        // Read through the other buffers first: the key grows in a buffer of its own.
        memory.appendToKey(bytes(value), natural: value.natural)
      }
    }
    let outcome: FunctionMemory.Outcome
    if let known = memory.find() {
      outcome = known
    } else {
      let taken = arguments.map { argument in
        argument.map { FunctionValue(Array(bytes($0)), natural: $0.natural) }
      }
      outcome = memory.remember(plan.calls[index].function.evaluate(taken))
    }
    switch outcome {
    case .values(let range):
      for result in memory.results[range] {
        values.append(
          Value(
            start: result.start, count: result.count, column: cause?.column ?? -1,
            place: cause?.place ?? 0, path: cause?.path ?? 0, buffer: .remembered,
            natural: result.natural))
      }
    case .nothing: return
    case .failed(let result): report(result, of: index, cause)
    }
  }

  private mutating func report(_ result: FunctionResult, of index: Int, _ cause: Value?) {
    let call = plan.calls[index]
    let text = cause.map { String(decoding: bytes($0), as: UTF8.self) } ?? ""
    let rule: FindingRule
    var arguments = [FindingArgument.sensitive("value", text)]
    switch result {
    case .values, .nothing: return
    case .unreadable(let expected):
      rule = MappingRules.unreadableValue
      arguments.append(.plain("expected", expected))
    case .unmapped(let list):
      rule = MappingRules.unmappedTerm
      arguments.append(.plain("list", list))
    case .ambiguous(let list, let candidates):
      rule = MappingRules.ambiguousTerm
      arguments += [
        .plain("list", list), .plain("candidates", candidates.joined(separator: ", ")),
      ]
    }
    report(rule, cause, at: call.place, fallback: call.columns.first, arguments)
  }
}
