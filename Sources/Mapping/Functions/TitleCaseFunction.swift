// SPDX-License-Identifier: Apache-2.0

/// GREL's `toTitlecase`.
enum TitleCaseFunction {
  static let definition = FunctionDefinition(
    FunctionNamespaces.grel("string_toTitlecase"), [.grelValue()], [.text],
    FunctionText(
      "Each word with its first letter in upper case and the rest in lower case.",
      "Words are parted by white space.",
      [FunctionExample("frontal LOBE", gives: "Frontal Lobe")])
  ) { arguments throws(UnreadableArgument) in
    var result = ""
    var isStart = true
    for scalar in arguments.text(0).unicodeScalars {
      let properties = scalar.properties
      result += isStart ? properties.titlecaseMapping : properties.lowercaseMapping
      isStart = properties.isWhitespace
    }
    return .value(FunctionValue(result))
  }
}
