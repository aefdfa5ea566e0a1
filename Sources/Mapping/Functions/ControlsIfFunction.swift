// SPDX-License-Identifier: Apache-2.0

/// One value or another, by a condition.
///
/// - Source: GREL `if`.
struct ControlsIfFunction: MappingFunction {
  static let iris = [FunctionNamespaces.grel + "controls_if"]
  static let parameters = [
    FunctionParameter(
      FunctionNamespaces.grel + "bool_b", FunctionNamespaces.grel + "param_b",
      FunctionNamespaces.grel + "param_bool_b", FunctionNamespaces.grel + "b", intake: .eachOrNull),
    FunctionParameter(
      FunctionNamespaces.grel + "any_true", FunctionNamespaces.grel + "param_true",
      FunctionNamespaces.grel + "param_any_true",
      intake: .all, isOptional: true),
    FunctionParameter(
      FunctionNamespaces.grel + "any_false", FunctionNamespaces.grel + "param_false",
      FunctionNamespaces.grel + "param_any_false",
      intake: .all, isOptional: true),
  ]
  static let summary = "The first value when the condition is true, otherwise the second."
  static let outputs: [FunctionOutput] = FunctionOutput.all
  static let examples = [
    FunctionExample("true", "yes", "no", gives: "yes"),
    FunctionExample("", "yes", gives: "null"),
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .values(arguments[0].first?.isTrue == true ? arguments[1] : arguments[2])
  }
}
