// SPDX-License-Identifier: Apache-2.0

/// Whether a record has no value, or an empty one.
///
/// - Source: idlab-fn `isNull`, which mappings use with cells that are empty.
struct IsNullFunction: MappingFunction {
  static let iris = EqualFunction.names("isNull")
  static let parameters = [
    FunctionParameter(
      FunctionNamespaces.idlab + "str", FunctionNamespaces.idlab + "_str",
      FunctionNamespaces.idlab2024 + "str", FunctionNamespaces.idlab2024 + "_str",
      FunctionNamespaces.grel + "valueParameter", FunctionNamespaces.grel + "valueParam",
      intake: .all)
  ]
  static let summary = "Whether there is no value, or an empty one."
  static let outputs: [FunctionOutput] = [.truth]
  static let details =
    "- Deviation: an empty text counts as null, which idlab-functions-java leaves to the reader of "
    + "the source; mappings in the field ask it of empty cells."
  static let examples = [
    FunctionExample(nil, gives: "true (boolean)"),
    FunctionExample("", gives: "true (boolean)"),
    FunctionExample("a", gives: "false (boolean)"),
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .value(.boolean(arguments[0].allSatisfy(\.bytes.isEmpty)))
  }
}
