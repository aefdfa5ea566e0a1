// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension RecordEvaluator {
  mutating func call(_ index: Int, into values: inout [Value]) {
    let call = plan.calls[index]
    let arguments = call.arguments.map { self.values(of: $0) }
    // Parameters that take one value at a time are combined; the others see all values.
    let counts = zip(call.arguments, arguments).map { argument, taken in
      switch argument.intake {
      case .each: taken.count
      case .eachOrNull: max(1, taken.count)
      case .all, .allOrEmpty, .sequence, .constant: 1
      }
    }
    guard let combinations = combinations(counts, at: call.place) else { return }
    let before = values.count
    for number in 0..<combinations.count {
      let picks = combinations.picks(number)
      let picked = arguments.indices.map { position in
        let intake = call.arguments[position].intake
        let isOne = intake == .each || intake == .eachOrNull
        return isOne
          ? arguments[position].dropFirst(picks[position]).prefix(1) : arguments[position][...]
      }
      guard memory.byteCount <= Self.byteLimit else {
        values.removeSubrange(before...)
        reportLimit(MappingRules.valuesTooLarge, Self.byteLimit, at: call.place)
        return
      }
      apply(index, picked, into: &values)
    }
  }

  private mutating func values(of argument: PlannedArgument) -> [Value] {
    var values: [Value] = []
    for expression in argument.expressions {
      let before = values.count
      evaluate(expression, as: nil, into: &values)
      if values.count == before, argument.intake == .allOrEmpty {
        values.append(Self.constant(PoolRange(start: 0, count: 0)))
      }
    }
    return values
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
    let known = memory.find()
    if let known {
      outcome = known
    } else {
      let taken = arguments.map { argument in
        argument.map { FunctionValue(Array(bytes($0)), natural: $0.natural) }
      }
      outcome = memory.remember(plan.calls[index].function.evaluate(taken))
    }
    note(index, arguments, outcome, isFirst: known == nil)
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
    case .failed(.unreadable(let expected, let argument)):
      let wrong = arguments.indices.contains(argument) ? arguments[argument].first : nil
      report(.unreadable(expected: expected), of: index, wrong ?? cause)
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
    case .tooManySteps(let pattern):
      rule = MappingRules.tooManySteps
      arguments.append(.plain("pattern", pattern))
    case .unreadable(let expected, _):
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
