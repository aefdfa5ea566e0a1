// SPDX-License-Identifier: Apache-2.0

/// The text before the first separator, trimmed: `Temporal (2)` and `(` give `Temporal`.
struct BeforeFunction: MappingFunction {
  static let iris = [FunctionNamespaces.fairway + "before"]
  static let parameters = [
    FunctionParameter.fairway("value"), FunctionParameter.fairway("separator", intake: .constant),
  ]
  static let summary =
    "The text before the first separator, trimmed; the whole text when it has none."
  static let outputs: [FunctionOutput] = [.text]
  static let examples = [
    FunctionExample("Temporal (2)", "(", gives: "Temporal"),
    FunctionExample("plain", "(", gives: "plain"),
  ]

  private let separator: Separator

  init(constants: [String: String], services: FunctionServices) throws(FunctionArgumentError) {
    separator = try Separator(constants)
  }

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .values(
      arguments[0].map { value in
        let end = value.bytes.firstRange(of: separator.bytes, from: 0) ?? value.bytes.count
        return FunctionValue(StringTrimFunction.trim(Array(value.bytes[..<end])))
      })
  }
}

/// The text after the first separator, trimmed: `T4N3M0 (IIIC` and `(` give `IIIC`.
struct AfterFunction: MappingFunction {
  static let iris = [FunctionNamespaces.fairway + "after"]
  static let parameters = BeforeFunction.parameters
  static let summary = "The text after the first separator, trimmed; nothing when it has none."
  static let outputs: [FunctionOutput] = [.text]
  static let examples = [
    FunctionExample("T4N3M0 (IIIC", "(", gives: "IIIC"),
    FunctionExample("plain", "(", gives: "null"),
  ]

  private let separator: Separator

  init(constants: [String: String], services: FunctionServices) throws(FunctionArgumentError) {
    separator = try Separator(constants)
  }

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    .values(
      arguments[0].compactMap { value in
        value.bytes.firstRange(of: separator.bytes, from: 0).map {
          FunctionValue(
            StringTrimFunction.trim(Array(value.bytes[($0 + separator.bytes.count)...])))
        }
      })
  }
}

/// The separator of both functions.
private struct Separator {
  let bytes: [UInt8]

  init(_ constants: [String: String]) throws(FunctionArgumentError) {
    let parameter = FunctionNamespaces.fairway + "separator"
    bytes = Array((constants[parameter] ?? "").utf8)
    if bytes.isEmpty {
      throw FunctionArgumentError(
        parameter: parameter, reason: "a separator has at least one character")
    }
  }
}
