// SPDX-License-Identifier: Apache-2.0

/// GREL's questions to a text.
///
/// - Source: [OpenRefine, string functions](https://openrefine.org/docs/manual/grelfunctions#string-functions).
enum StringTestFunctions {
  static let all: [FunctionDefinition] = [
    contains, startsWith, endsWith, indexOf, lastIndexOf, length,
  ]

  private static let contains = FunctionDefinition(
    FunctionNamespaces.grel("string_contains"), [.grelValue(), .sub], [.truth],
    text: FunctionText(
      "Whether the text holds another, or something that a regular expression between slashes fits.",
      [
        FunctionExample("food", "oo", gives: "true (boolean)"),
        FunctionExample("food", "ee", gives: "false (boolean)"),
        FunctionExample("T1 FLAIR", "/T[12]/", gives: "true (boolean)"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    try TextPattern.check(.sub, in: constants)
    return { arguments throws(UnreadableArgument) in
      if arguments.bytes(1).isEmpty { return .value(.boolean(true)) }
      return try TextPattern(arguments, 1).find(in: arguments.bytes(0)) {
        .value(.boolean(!$0.isEmpty))
      }
    }
  }

  private static let startsWith = FunctionDefinition(
    FunctionNamespaces.grel("string_startsWith"), [.grelValue(), .sub], [.truth],
    FunctionText(
      "Whether the text begins with another.",
      [
        FunctionExample("food", "foo", gives: "true (boolean)"),
        FunctionExample("food", "bar", gives: "false (boolean)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    .value(.boolean(arguments.bytes(0).starts(with: arguments.bytes(1))))
  }

  private static let endsWith = FunctionDefinition(
    FunctionNamespaces.grel("string_endsWith"), [.grelValue(), .sub], [.truth],
    FunctionText(
      "Whether the text ends with another.",
      [
        FunctionExample("food", "ood", gives: "true (boolean)"),
        FunctionExample("food", "odd", gives: "false (boolean)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let end = arguments.bytes(1)
    return .value(.boolean(arguments.bytes(0).suffix(end.count).elementsEqual(end)))
  }

  private static let indexOf = FunctionDefinition(
    FunctionNamespaces.grel("string_indexOf"), [.grelValue(), .sub], [.number],
    FunctionText(
      "The position of the first occurrence of a text, from 0; -1 if there is none.",
      "- Deviation: positions count Unicode scalars, where Java counts units of UTF-16.",
      [
        FunctionExample("parallel", "a", gives: "1 (integer)"),
        FunctionExample("naïve", "ve", gives: "3 (integer)"),
        FunctionExample("food", "x", gives: "-1 (integer)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    .value(.integer(position(Self.first(arguments.bytes(1), in: arguments.bytes(0)), arguments)))
  }

  private static let lastIndexOf = FunctionDefinition(
    FunctionNamespaces.grel("string_lastIndexOf"), [.grelValue(), .sub], [.number],
    FunctionText(
      "The position of the last occurrence of a text, from 0; -1 if there is none.",
      [
        FunctionExample("parallel", "a", gives: "3 (integer)"),
        FunctionExample("food", "x", gives: "-1 (integer)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    .value(.integer(position(Self.last(arguments.bytes(1), in: arguments.bytes(0)), arguments)))
  }

  private static let length = FunctionDefinition(
    FunctionNamespaces.grel("string_length"), [.grelValue()], [.number],
    FunctionText(
      "The number of characters of the text.",
      "- Deviation: Unicode scalars are counted, where Java counts units of UTF-16.",
      [
        FunctionExample("Venus", gives: "5 (integer)"),
        FunctionExample("naïve", gives: "5 (integer)"),
        FunctionExample("", gives: "0 (integer)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    .value(.integer(scalarCount(arguments.bytes(0)[...])))
  }

  // How many characters stand in front of an offset.
  private static func position(_ offset: Int?, _ arguments: FunctionArguments) -> Int {
    offset.map { scalarCount(arguments.bytes(0)[..<$0]) } ?? -1
  }

  static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

  static func first(_ text: [UInt8], in bytes: [UInt8]) -> Int? {
    text.isEmpty ? 0 : bytes.firstRange(of: text, from: 0)
  }

  static func last(_ text: [UInt8], in bytes: [UInt8]) -> Int? {
    guard !text.isEmpty else { return bytes.count }
    var found: Int?
    var start = 0
    while let index = bytes.firstRange(of: text, from: start) {
      found = index
      start = index + 1
    }
    return found
  }
}
