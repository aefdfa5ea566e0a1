// SPDX-License-Identifier: Apache-2.0

/// Whether two texts are the same, byte by byte; null when either is null.
///
/// - Source: RML-FNML: a function whose input is null is not called.
struct EqualFunction: MappingFunction {
  static let iris = names("equal")
  static let parameters = [first, second]
  static let summary = "Whether two values are the same text."
  static let outputs: [FunctionOutput] = [.truth]
  static let details = "Texts compare by their bytes; the answer is null when either is null."
  static let examples = [
    FunctionExample("a", "a", gives: "true (boolean)"),
    FunctionExample("1", "1.0", gives: "false (boolean)"),
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .value(.boolean(arguments[0].first?.bytes == arguments[1].first?.bytes))
  }

  static let first = FunctionParameter(
    FunctionNamespaces.grel + "valueParameter", FunctionNamespaces.grel + "valueParam",
    FunctionNamespaces.idlab + "str1", FunctionNamespaces.idlab + "_str1",
    FunctionNamespaces.idlab2024 + "str1", FunctionNamespaces.idlab2024 + "_str1",
    intake: .each)
  static let second = FunctionParameter(
    FunctionNamespaces.grel + "valueParameter2", FunctionNamespaces.grel + "valueParam2",
    FunctionNamespaces.idlab + "str2", FunctionNamespaces.idlab + "_str2",
    FunctionNamespaces.idlab2024 + "str2", FunctionNamespaces.idlab2024 + "_str2",
    intake: .each)

  static func names(_ name: String) -> [String] {
    [FunctionNamespaces.idlab + name, FunctionNamespaces.idlab2024 + name]
  }
}

/// Whether two texts differ in any byte; null when either is null, so that a condition on an empty
/// cell leaves the record out.
struct NotEqualFunction: MappingFunction {
  static let iris = EqualFunction.names("notEqual")
  static let parameters = EqualFunction.parameters
  static let summary = "Whether two values are different texts."
  static let outputs: [FunctionOutput] = [.truth]
  static let details =
    "The answer is null when either is null, so that a condition on an empty cell leaves the record "
    + "out."
  static let examples = [
    FunctionExample("a", "A", gives: "true (boolean)")
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .value(.boolean(arguments[0].first?.bytes != arguments[1].first?.bytes))
  }
}
