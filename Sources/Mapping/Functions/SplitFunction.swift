// SPDX-License-Identifier: Apache-2.0

/// Splits a text at a separator into several values, each trimmed; empty pieces are left out, as cells
/// such as `Temporal; parietal;` ask.
struct SplitFunction: MappingFunction {
  static let iris = [FunctionNamespaces.fairway + "split"]
  static let separatorIRI = FunctionNamespaces.fairway + "separator"
  static let parameters = [
    FunctionParameter.fairway("value"), FunctionParameter.fairway("separator", intake: .constant),
  ]
  static let outputs: [FunctionOutput] = [.list, .text]
  static let summary =
    "The pieces of the text between separators, each trimmed, without those that are empty."
  static let examples = [
    FunctionExample("Temporal; parietal;", ";", gives: "Temporal | parietal"),
    FunctionExample(" ; ", ";", gives: "null"),
  ]

  private let separator: [UInt8]

  init(constants: [String: String], services: FunctionServices) throws(FunctionArgumentError) {
    separator = Array((constants[Self.separatorIRI] ?? "").utf8)
    if separator.isEmpty {
      throw FunctionArgumentError(
        parameter: Self.separatorIRI, reason: "a separator has at least one character")
    }
  }

  func evaluate(_ arguments: [[FunctionValue]]) -> FunctionResult {
    var pieces: [FunctionValue] = []
    for value in arguments[0] {
      var start = 0
      while let end = value.bytes.firstRange(of: separator, from: start) {
        pieces.append(FunctionValue(StringTrimFunction.trim(Array(value.bytes[start..<end]))))
        start = end + separator.count
      }
      pieces.append(FunctionValue(StringTrimFunction.trim(Array(value.bytes[start...]))))
    }
    return .values(pieces.filter { !$0.bytes.isEmpty })
  }
}

extension [UInt8] {
  /// Where `other` next begins at or after `start`.
  ///
  /// - Complexity: O(n × m); separators and texts are short.
  func firstRange(of other: [UInt8], from start: Int) -> Int? {
    guard !other.isEmpty, count - start >= other.count else { return nil }
    for index in start...(count - other.count)
    where self[index] == other[0] && self[index..<index + other.count].elementsEqual(other) {
      return index
    }
    return nil
  }
}
