// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

extension RMLReader {
  /// Reads a condition: a function that must give `true`.
  mutating func condition(_ node: RMLNode) -> FunctionCall? {
    guard let condition = rml.value(node, "condition") else { return nil }
    guard case .function(let call)? = expression(condition, "condition", isText: true) else {
      return nil
    }
    return call
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
    return FunctionCall(
      function: function.term.value, arguments: arguments,
      output: (constant ?? output)?.term.value, place: function.place)
  }

  private mutating func argument(_ input: RMLNode) -> FunctionCall.Argument? {
    guard count(input) else { return nil }
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
      value = expression(map, "input value map", isText: true)
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
    var function: RMLNode?
    var arguments: [FunctionCall.Argument] = []
    for map in rml.values(node, "predicateObjectMap") {
      guard count(map) else { return nil }
      let predicate =
        rml.value(map, "predicate")
        ?? rml.value(map, "predicateMap").flatMap { rml.value($0, "constant") }
      guard let predicate else { continue }
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
        if let value = expression(object, "parameter", isText: true) {
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
