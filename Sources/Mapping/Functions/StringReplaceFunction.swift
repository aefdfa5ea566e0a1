// SPDX-License-Identifier: Apache-2.0

/// Replaces every occurrence of a text by another.
///
/// - Source: GREL `replace` with a plain text.
struct StringReplaceFunction: MappingFunction {
  static let iris = [FunctionNamespaces.grel + "string_replace"]
  static let findIRI = FunctionNamespaces.grel + "p_string_find"
  static let replaceIRI = FunctionNamespaces.grel + "p_string_replace"
  static let parameters = [
    FunctionParameter.grelValue(),
    FunctionParameter(findIRI, FunctionNamespaces.grel + "param_find", intake: .constant),
    FunctionParameter(replaceIRI, FunctionNamespaces.grel + "param_replace", intake: .constant),
  ]
  static let summary = "Replaces every occurrence of a text by another."

  private let find: [UInt8]
  private let replacement: [UInt8]

  init(constants: [String: String], services: FunctionServices) throws(FunctionArgumentError) {
    find = Array((constants[Self.findIRI] ?? "").utf8)
    replacement = Array((constants[Self.replaceIRI] ?? "").utf8)
    if find.isEmpty {
      throw FunctionArgumentError(
        parameter: Self.findIRI, reason: "the text to find has at least one character")
    }
  }

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .values(
      arguments[0].map { value in
        var result: [UInt8] = []
        var start = 0
        while let end = value.bytes.firstRange(of: find, from: start) {
          result += value.bytes[start..<end] + replacement
          start = end + find.count
        }
        return FunctionValue(result + value.bytes[start...])
      })
  }
}
