// SPDX-License-Identifier: Apache-2.0

/// Whether all values are true; null is not.
struct BooleanAndFunction: MappingFunction {
  static let iris = [FunctionNamespaces.grel + "boolean_and"]
  static let parameters = [repeated]
  static let summary = "Whether all values are true; null is not."
  static let outputs: [FunctionOutput] = [.truth]
  static let examples = [
    FunctionExample(["true", "1"], gives: "true (boolean)"),
    FunctionExample(["true", "no"], gives: "false (boolean)"),
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .value(.boolean(arguments[0].allSatisfy(\.isTrue)))
  }

  static let repeated = FunctionParameter(
    FunctionNamespaces.grel + "param_rep_b", FunctionNamespaces.grel + "rep_b",
    FunctionNamespaces.grel + "bool_array_b", FunctionNamespaces.grel + "bool_b",
    FunctionNamespaces.grel + "param_b", intake: .allOrEmpty)
}

/// Whether any value is true.
struct BooleanOrFunction: MappingFunction {
  static let iris = [FunctionNamespaces.grel + "boolean_or"]
  static let parameters = [BooleanAndFunction.repeated]
  static let summary = "Whether any value is true."
  static let outputs: [FunctionOutput] = [.truth]
  static let examples = [
    FunctionExample(["false", "true"], gives: "true (boolean)")
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .value(.boolean(arguments[0].contains(where: \.isTrue)))
  }
}

/// The opposite of a truth value.
struct BooleanNotFunction: MappingFunction {
  static let iris = [FunctionNamespaces.grel + "boolean_not"]
  static let parameters = [
    FunctionParameter(
      FunctionNamespaces.grel + "bool_b", FunctionNamespaces.grel + "param_b",
      FunctionNamespaces.grel + "param_bool_b", intake: .eachOrNull)
  ]
  static let summary = "The opposite of a truth value."
  static let outputs: [FunctionOutput] = [.truth]
  static let examples = [
    FunctionExample("true", gives: "false (boolean)")
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .value(.boolean(arguments[0].first?.isTrue != true))
  }
}
