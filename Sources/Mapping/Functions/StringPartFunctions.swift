// SPDX-License-Identifier: Apache-2.0

/// GREL's functions that take a part of a text.
///
/// - Source: [OpenRefine, string functions](https://openrefine.org/docs/manual/grelfunctions#string-functions).
enum StringPartFunctions {
  static let all: [FunctionDefinition] = [substring, chomp, diff, partition, rpartition]

  private static let substring = FunctionDefinition(
    FunctionNamespaces.grel("string_substring", "string_slice", "string_get"),
    [.grelValue(), .from, .to], [.text],
    FunctionText(
      "The characters from one position up to another, or to the end.",
      "Positions count Unicode scalars from 0, negative ones from the end. A start behind the end "
        + "gives null, a start at the end the empty text.\n\n"
        + "- Deviation: grel-functions-java fails on negative positions, which OpenRefine allows; "
        + "OpenRefine gives the empty text for a start behind the end, the suite of RML-FNML null.",
      [
        FunctionExample("profound", "3", gives: "found"),
        FunctionExample("profound", "2", "4", gives: "of"),
        FunctionExample("profound", "1", "-1", gives: "rofoun"),
        FunctionExample("Venus", "5", gives: ""),
        FunctionExample("Venus", "1000", gives: "null"),
        FunctionExample("Venus", "x", gives: "not a whole number"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let scalars = Array(arguments.text(0).unicodeScalars)
    let from = try arguments.integer(1)
    if from > scalars.count { return .values([]) }
    let to = arguments.isNull(2) ? scalars.count : try arguments.integer(2)
    return .value(.scalars(scalars[ArrayFunctions.span(scalars.count, from, to)]))
  }

  private static let chomp = FunctionDefinition(
    FunctionNamespaces.grel("string_chomp"), [.grelValue(), .separator], [.text],
    FunctionText(
      "The text without another at its end, if it ends with it.",
      [
        FunctionExample("hardly", "ly", gives: "hard"),
        FunctionExample("hard", "ly", gives: "hard"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let (text, end) = (arguments.bytes(0), arguments.bytes(1))
    let hasEnd = text.suffix(end.count).elementsEqual(end)
    return .value(FunctionValue(hasEnd ? Array(text.dropLast(end.count)) : text))
  }

  private static let diff = FunctionDefinition(
    FunctionNamespaces.grel("string_diff"), [.grelValue(), .second], [.text],
    FunctionText(
      "The second text from the first character on in which it differs.",
      [
        FunctionExample("cacti", "cactus", gives: "us"), FunctionExample("same", "same", gives: ""),
      ])
  ) { arguments throws(UnreadableArgument) in
    let (left, right) = (arguments.text(0).unicodeScalars, arguments.text(1).unicodeScalars)
    let shared = zip(left, right).prefix { $0 == $1 }.count
    return .value(.scalars(Array(right)[shared...]))
  }

  private static let parts: [FunctionParameter] = [.grelValue(), .fragment, .omitFragment]

  private static let partition = FunctionDefinition(
    FunctionNamespaces.grel("string_partition"), parts, [.list, .text],
    text: FunctionText(
      "The text before the first occurrence of a fragment, the fragment, and the text behind it.",
      "The fragment is a text, or a regular expression between slashes. Without an occurrence the "
        + "text and two empty ones are given. The third parameter leaves the fragment out.",
      [
        FunctionExample("internationalization", "nation", gives: "inter | nation | alization"),
        FunctionExample("internationalization", "nation", "true", gives: "inter | alization"),
        FunctionExample("abc", "x", gives: "abc |  | "),
        FunctionExample("T1w2", "/[0-9]/", gives: "T | 1 | w2"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    try TextPattern.check(.fragment, in: constants)
    return { arguments throws(UnreadableArgument) in try parted(arguments) { $0.first } }
  }

  private static let rpartition = FunctionDefinition(
    FunctionNamespaces.grel("string_rpartition"), parts, [.list, .text],
    text: FunctionText(
      "As partition, at the last occurrence of the fragment.",
      [
        FunctionExample("parallel", "a", gives: "par | a | llel"),
        FunctionExample("abc", "x", gives: "abc |  | "),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    try TextPattern.check(.fragment, in: constants)
    return { arguments throws(UnreadableArgument) in try parted(arguments) { $0.last } }
  }

  private static func parted(
    _ arguments: FunctionArguments, _ choose: ([TextPattern.Match]) -> TextPattern.Match?
  ) throws(UnreadableArgument) -> FunctionResult {
    let text = arguments.bytes(0)
    return try TextPattern(arguments, 1).find(in: text) { matches in
      guard let range = choose(matches)?.range else {
        return .values([FunctionValue(text), FunctionValue(""), FunctionValue("")])
      }
      let parts = [text[..<range.lowerBound], text[range], text[range.upperBound...]]
      let kept = arguments.isTrue(2) ? [parts[0], parts[2]] : parts
      return .values(kept.map { FunctionValue(Array($0)) })
    }
  }
}

extension FunctionValue {
  /// A text of Unicode scalars.
  static func scalars(_ scalars: some Sequence<Unicode.Scalar>) -> FunctionValue {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return FunctionValue(String(text))
  }
}
