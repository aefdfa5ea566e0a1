// SPDX-License-Identifier: Apache-2.0

/// Writes a text in upper case.
struct UpperCaseFunction: MappingFunction {
  static let iris = [
    FunctionNamespaces.grel + "toUpperCase", FunctionNamespaces.grel + "string_toUppercase",
  ]
  static let parameters = [FunctionParameter.grelValue()]
  static let summary = "Writes the text in upper case."
  static let outputs: [FunctionOutput] = [.text]
  static let examples = [
    FunctionExample("straße", gives: "STRASSE")
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .values(arguments[0].map { FunctionValue($0.text.uppercased()) })
  }
}

/// Writes a text in lower case.
struct LowerCaseFunction: MappingFunction {
  static let iris = [
    FunctionNamespaces.grel + "toLowerCase", FunctionNamespaces.grel + "string_toLowercase",
  ]
  static let parameters = [FunctionParameter.grelValue()]
  static let summary = "Writes the text in lower case."
  static let outputs: [FunctionOutput] = [.text]
  static let examples = [
    FunctionExample("ÀÉ", gives: "àé")
  ]

  init(constants: [String: String], services: FunctionServices) {}

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .values(arguments[0].map { FunctionValue($0.text.lowercased()) })
  }
}
