// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension RMLReader {
  /// Reads the condition of a map or of its parts, which holds for the whole map: a function that must
  /// give `true`.
  ///
  /// - Returns: `nil` if there is none, or after a finding.
  mutating func condition(_ node: RMLNode, _ parts: [RMLNode]) -> FunctionCall? {
    var first: FunctionCall?
    for condition in ([node] + parts).flatMap({ rml.values($0, "condition") }) {
      guard let call = self.call(in: condition) else { continue }
      guard let known = first else {
        first = call
        continue
      }
      // Several parts may say the same.
      if call.words != known.words {
        report(
          RMLRules.several, at: condition.place,
          owner(node, "map") + [.plain("count", 2), .plain("part", "rml:condition")])
      }
    }
    return first
  }

  private mutating func call(in node: RMLNode) -> FunctionCall? {
    switch expressionMap(node, "condition", isText: true) {
    case .function(let call): return call
    case nil: return nil
    default:
      report(
        RMLRules.missing, at: node.place,
        owner(node, "condition") + [.plain("part", "rml:functionExecution")])
      return nil
    }
  }

  /// Reads a call of a function.
  ///
  /// - Parameters:
  ///   - node: the execution.
  ///   - output: the output that is meant, if there is a word about it.
  /// - Returns: `nil` after a finding.
  mutating func functionExecution(
    _ node: RMLNode, return output: RMLNode?
  ) -> FunctionCall? {
    nested(node, "function execution") { $0.call(node, return: output) }
  }

  private mutating func call(_ node: RMLNode, return output: RMLNode?) -> FunctionCall? {
    check(node, .functionExecution)
    let function =
      rml.value(node, "function")
      ?? rml.value(node, "functionMap").flatMap { rml.value($0, "constant") }
    guard let function else {
      report(
        RMLRules.missing, at: node.place,
        owner(node, "function execution") + [.plain("part", "rml:function")])
      return nil
    }
    var arguments: [FunctionCall.Argument] = []
    for input in rml.values(node, "input") {
      if let argument = argument(input) { arguments.append(argument) }
    }
    let constant = output.flatMap { rml.value($0, "constant") }
    if let output, constant == nil, !output.term.isIRI {
      report(
        RMLRules.missing, at: output.place,
        owner(output, "return map") + [.plain("part", "rml:constant")])
    }
    return FunctionCall(
      function: function.term.value, arguments: arguments,
      output: (constant ?? output)?.term.value, place: function.place)
  }

  private mutating func argument(_ input: RMLNode) -> FunctionCall.Argument? {
    guard count(input) else { return nil }
    check(input, .input)
    let parameter =
      rml.value(input, "parameter")
      ?? rml.value(input, "parameterMap").flatMap { rml.value($0, "constant") }
    guard let parameter else {
      report(
        RMLRules.missing, at: input.place, owner(input, "input") + [.plain("part", "rml:parameter")]
      )
      return nil
    }
    let value: Expression?
    if let constant = rml.value(input, "inputValue") {
      value = .constant(constant.term.value)
    } else if let map = rml.value(input, "inputValueMap") {
      value = expressionMap(map, "input value map", isText: true)
    } else {
      report(
        RMLRules.missing, at: input.place,
        owner(input, "input") + [.plain("part", "rml:inputValueMap")])
      return nil
    }
    return value.map {
      FunctionCall.Argument(parameter: parameter.term.value, value: $0, place: parameter.place)
    }
  }

  /// Reads a call of a function as the older vocabulary writes it: predicate-object maps whose
  /// predicates are parameters, one of them the function.
  mutating func functionValue(_ node: RMLNode) -> FunctionCall? {
    nested(node, "function value") { $0.olderCall(node) }
  }

  private mutating func olderCall(_ node: RMLNode) -> FunctionCall? {
    check(node, .functionValue)
    var function: RMLNode?
    var arguments: [FunctionCall.Argument] = []
    for map in rml.values(node, "predicateObjectMap") {
      guard count(map) else { return nil }
      check(map, .functionParameter)
      let predicate =
        rml.value(map, "predicate")
        ?? rml.value(map, "predicateMap").flatMap { rml.value($0, "constant") }
      guard let predicate else {
        report(
          RMLRules.missing, at: map.place,
          owner(map, "parameter of a function value") + [.plain("part", "rml:predicate")])
        continue
      }
      let executes = predicate.term.value.hasSuffix("executes")
      if executes {
        function =
          rml.value(map, "object")
          ?? rml.value(map, "objectMap").flatMap { rml.value($0, "constant") }
        continue
      }
      for object in rml.values(map, "object") {
        guard count(object) else { return nil }
        arguments.append(
          FunctionCall.Argument(
            parameter: predicate.term.value, value: .constant(object.term.value),
            place: predicate.place))
      }
      for object in rml.values(map, "objectMap") {
        if let value = expressionMap(object, "parameter", isText: true) {
          arguments.append(
            FunctionCall.Argument(
              parameter: predicate.term.value, value: value, place: predicate.place))
        }
      }
    }
    guard let function else {
      report(
        RMLRules.missing, at: node.place,
        owner(node, "function value") + [.plain("part", "fno:executes")])
      return nil
    }
    return FunctionCall(function: function.term.value, arguments: arguments, place: function.place)
  }
}

extension FunctionCall {
  /// What the call says, wherever it stands: two calls of equal words give equal values.
  fileprivate var words: [String] {
    [function, output ?? "", "\(arguments.count)"]
      + arguments.flatMap { [$0.parameter] + $0.value.words }
  }
}

extension Expression {
  fileprivate var words: [String] {
    switch self {
    case .constant(let text): ["constant", text]
    case .reference(let text, _): ["reference", text]
    case .template(let parts):
      ["template", "\(parts.count)"]
        + parts.flatMap { part in
          switch part {
          case .text(let text): ["text", text]
          case .reference(let text, _): ["reference", text]
          }
        }
    case .function(let call): ["function"] + call.words
    }
  }
}
