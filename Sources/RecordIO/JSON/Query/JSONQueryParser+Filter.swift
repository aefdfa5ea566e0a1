// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension JSONQueryParser {
  /// Reads a logical expression.
  ///
  /// - Source: RFC 9535 §2.3.5.1 and, for types, §2.4.3.
  mutating func filter() throws(DiagnosedError) -> JSONFilter {
    try nest { (parser) throws(DiagnosedError) in
      let parts = try parser.list("||") { (parser) throws(DiagnosedError) in
        let parts = try parser.list("&&") { (parser) throws(DiagnosedError) in
          try parser.basic()
        }
        return parts.count == 1 ? parts[0] : .and(parts)
      }
      return parts.count == 1 ? parts[0] : .or(parts)
    }
  }

  private mutating func list(
    _ separator: String, _ member: (inout Self) throws(DiagnosedError) -> JSONFilter
  ) throws(DiagnosedError) -> [JSONFilter] {
    var members: [JSONFilter] = []
    while true {
      members.append(try member(&self))
      let end = at
      skipBlanks()
      guard take(separator) else {
        at = end
        return members
      }
      skipBlanks()
    }
  }

  private mutating func basic() throws(DiagnosedError) -> JSONFilter {
    if peek == "!" {
      at += 1
      skipBlanks()
      if peek == "(" { return .not(try parenthesised()) }
      return .not(try test(try comparable()))
    }
    if peek == "(" { return try parenthesised() }
    let left = try comparable()
    let end = at
    skipBlanks()
    guard let comparison = JSONComparison.allCases.first(where: { take($0.rawValue) }) else {
      at = end
      return try test(left)
    }
    try checkComparable(left)
    skipBlanks()
    let right = try comparable()
    try checkComparable(right)
    return .comparison(left, comparison, right)
  }

  private mutating func parenthesised() throws(DiagnosedError) -> JSONFilter {
    at += 1
    skipBlanks()
    let inner = try filter()
    skipBlanks()
    guard take(")") else { throw malformed(")") }
    return inner
  }

  private func test(_ operand: JSONComparable) throws(DiagnosedError) -> JSONFilter {
    switch operand {
    case .literal: throw malformed("a comparison, since a literal alone is no condition,")
    case .query(let query): return .exists(query)
    case .function(let call):
      guard call.function.isLogical else {
        throw malformed("a comparison, since \(call.function.rawValue)() gives a value,")
      }
      return .function(call)
    }
  }

  private func checkComparable(_ operand: JSONComparable) throws(DiagnosedError) {
    switch operand {
    case .literal: return
    case .query(let query):
      if !query.isSingular { throw malformed("a query of names and indexes in a comparison") }
    case .function(let call):
      if call.function.isLogical {
        throw malformed("no comparison, since \(call.function.rawValue)() is a condition itself,")
      }
    }
  }

  private mutating func comparable() throws(DiagnosedError) -> JSONComparable {
    switch peek {
    case "'", "\"": return .literal(.string(try string()))
    case "@", "$":
      let isAbsolute = peek == "$"
      at += 1
      return .query(JSONFilterQuery(isAbsolute: isAbsolute, segments: try segments()))
    case "-", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9":
      return .literal(.number(try number()))
    default: return try word()
    }
  }

  private mutating func word() throws(DiagnosedError) -> JSONComparable {
    let start = at
    while let scalar = peek,
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
    {
      at += 1
    }
    let name = String(String.UnicodeScalarView(scalars[start..<at]))
    if peek != "(" {
      switch name {
      case "true": return .literal(.boolean(true))
      case "false": return .literal(.boolean(false))
      case "null": return .literal(.null)
      default:
        at = start
        throw malformed("a query, a literal or a function")
      }
    }
    guard let function = JSONFunctionCall.Function(rawValue: name) else {
      at = start
      throw malformed("one of the functions length, count, match, search and value")
    }
    return .function(try call(function))
  }

  private mutating func call(
    _ function: JSONFunctionCall.Function
  ) throws(DiagnosedError) -> JSONFunctionCall {
    at += 1
    var arguments: [JSONFunctionCall.Argument] = []
    skipBlanks()
    if peek != ")" {
      repeat {
        skipBlanks()
        arguments.append(try argument(of: function))
        skipBlanks()
      } while take(",")
    }
    guard arguments.count == function.arity, take(")") else {
      throw malformed("\(function.arity) arguments and )")
    }
    return JSONFunctionCall(function: function, arguments: arguments)
  }

  private mutating func argument(
    of function: JSONFunctionCall.Function
  ) throws(DiagnosedError) -> JSONFunctionCall.Argument {
    let operand = try nest { (parser) throws(DiagnosedError) in try parser.comparable() }
    if function.takesNodes {
      guard case .query(let query) = operand else { throw malformed("a query as the argument") }
      return .nodes(query)
    }
    try checkComparable(operand)
    return .value(operand)
  }

  // - Source: RFC 9535 §2.3.5.1, `number`.
  private mutating func number() throws(DiagnosedError) -> Double {
    let start = at
    func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { ("0"..."9").contains($0) } ?? false
    }
    _ = take("-")
    let first = at
    while isDigit(peek) { at += 1 }
    let isPlain = at > first && (scalars[first] != "0" || at == first + 1)
    if take(".") {
      guard isDigit(peek) else { throw malformed("a digit behind the point") }
      while isDigit(peek) { at += 1 }
    }
    if peek == "e" || peek == "E" {
      at += 1
      if peek == "+" || peek == "-" { at += 1 }
      guard isDigit(peek) else { throw malformed("a digit in the exponent") }
      while isDigit(peek) { at += 1 }
    }
    let text = String(String.UnicodeScalarView(scalars[start..<at]))
    guard isPlain, let value = Double(text) else {
      at = start
      throw malformed("a number of JSON")
    }
    return value
  }
}
