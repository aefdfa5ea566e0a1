// SPDX-License-Identifier: Apache-2.0

internal import TextPatterns

/// GREL's functions that make several values of a text.
///
/// - Source: [OpenRefine, string functions](https://openrefine.org/docs/manual/grelfunctions#string-functions).
enum StringSplitFunctions {
  static let all: [FunctionDefinition] = [
    split, smartSplit, splitByCharType, splitByLengths, match, unicode,
  ]

  private static let split = FunctionDefinition(
    FunctionNamespaces.grel("string_split"), [.grelValue(), .separator, preserve], [.list, .text],
    text: FunctionText(
      "The pieces of the text between separators; pieces keep their blanks, empty ones are left out.",
      "The separator is a text, or a regular expression between slashes. The third parameter, of "
        + "OpenRefine, keeps empty pieces. `fw:split` trims the pieces.\n\n"
        + "- Deviation: grel-functions-java takes every separator for a regular expression and keeps "
        + "empty pieces in the middle.",
      [
        FunctionExample("fire, water", ",", gives: "fire |  water"),
        FunctionExample("a;;b;", ";", gives: "a | b"),
        FunctionExample("a;;b", ";", "true", gives: "a |  | b"),
        FunctionExample("a1b22c", "/[0-9]+/", gives: "a | b | c"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    try checkSeparator(.separator, constants)
    return { arguments throws(UnreadableArgument) in
      try pieces(arguments.bytes(0), arguments, 1, keepsEmpty: arguments.isTrue(2))
    }
  }

  private static let preserve = FunctionParameter.grel(
    "p_bool_opt_b", "param_bool_opt_b", intake: .eachOrNull, isOptional: true)

  private static let optionalSeparator = FunctionParameter.grel(
    "p_opt_sep", "param_opt_sep", "p_string_sep", "param_string_sep", intake: .eachOrNull,
    isOptional: true)

  private static let smartSplit = FunctionDefinition(
    FunctionNamespaces.grel("string_smartSplit"), [.grelValue(), optionalSeparator],
    [.list, .text],
    text: FunctionText(
      "The cells of a line: pieces between separators, which may stand in quotes.",
      "Without a separator it is the tab if the line has one, otherwise the comma. Empty pieces stay. "
        + "A quoted piece may hold the separator, and a quote written twice.",
      [
        FunctionExample("a,\"b,c\",", gives: "a | b,c | "),
        FunctionExample("a\tb,c", gives: "a | b,c"),
        FunctionExample("a;b", ";", gives: "a | b"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    try checkSeparator(optionalSeparator, constants)
    return { arguments throws(UnreadableArgument) in
      let text = arguments.bytes(0)
      let given = arguments.bytes(1)
      if given.first == UInt8(ascii: "/"), given.count > 1 {
        return try pieces(text, arguments, 1, keepsEmpty: true)
      }
      let usual: UInt8 = text.contains(0x09) ? 0x09 : 0x2C
      return .values(cells(of: text, separator: given.isEmpty ? [usual] : given))
    }
  }

  private static let splitByCharType = FunctionDefinition(
    FunctionNamespaces.grel("string_splitByCharType"), [.grelValue()], [.list, .text],
    FunctionText(
      "The longest pieces whose characters are of one Unicode category.",
      [
        FunctionExample("HenryCTaylor", gives: "H | enry | CT | aylor"),
        FunctionExample("BE1A3E", gives: "BE | 1 | A | 3 | E"),
      ])
  ) { arguments throws(UnreadableArgument) in
    var groups: [[Unicode.Scalar]] = []
    for scalar in arguments.text(0).unicodeScalars {
      let category = scalar.properties.generalCategory
      if let last = groups.last?.last, last.properties.generalCategory == category {
        groups[groups.count - 1].append(scalar)
      } else {
        groups.append([scalar])
      }
    }
    return .values(groups.map { .scalars($0) })
  }

  private static let splitByLengths = FunctionDefinition(
    FunctionNamespaces.grel("string_splitByLengths"),
    [
      .grelValue(), .whole,
      .grel("p_int_i2", "param_int_i2", intake: .eachOrNull, isOptional: true),
      .grel("p_rep_i", "param_int_rep_i", intake: .all, isOptional: true),
    ], [.list, .text],
    FunctionText(
      "Pieces of the given lengths from the left; what is left over is dropped.",
      "A text that is too short gives shorter pieces, and empty ones at last.",
      [
        FunctionExample("internationalization", "5", "6", ["3"], gives: "inter | nation | ali"),
        FunctionExample("20260131", "4", "2", ["2"], gives: "2026 | 01 | 31"),
        FunctionExample("abc", "2", "2", gives: "ab | c"),
      ])
  ) { arguments throws(UnreadableArgument) in
    var lengths = [try arguments.integer(1)]
    if !arguments.isNull(2) { lengths.append(try arguments.integer(2)) }
    for value in arguments.values[3] {
      guard let length = Int(value.text) else { throw UnreadableArgument(3, "whole numbers") }
      lengths.append(length)
    }
    var rest = Array(arguments.text(0).unicodeScalars)[...]
    return .values(
      lengths.map { length in
        let piece = rest.prefix(max(0, length))
        rest = rest.dropFirst(piece.count)
        return .scalars(piece)
      })
  }

  private static let match = FunctionDefinition(
    FunctionNamespaces.grel("string_match"), [.grelValue(), .regex], [.list, .text],
    text: FunctionText(
      "What the groups of a regular expression hold, if it fits the whole text; otherwise null.",
      "The expression may stand between slashes. A group that takes no part gives no value.\n\n"
        + "- Deviation: an expression without slashes is taken too, where grel-functions-java fails.",
      [
        FunctionExample("T4N3M0", "/T(\\d)N(\\d)M(\\d)/", gives: "4 | 3 | 0"),
        FunctionExample("T4N3M0 x", "/T(\\d).*0/", gives: "null"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    if let text = constants[FunctionParameter.regex.iris[0]] {
      try TextPattern.check(.regex, in: [FunctionParameter.regex.iris[0]: slashed(text)])
    }
    return { arguments throws(UnreadableArgument) in
      let text = slashed(arguments.text(1))
      let values = [arguments.values[0], [FunctionValue(text)]]
      guard case .expression(let expression) = try TextPattern(FunctionArguments(values), 1) else {
        return .values([])
      }
      do throws(RegularExpression.TooManySteps) {
        let bytes = arguments.bytes(0)
        let groups = try expression.firstMatch(in: bytes, isWhole: true)?.dropFirst() ?? []
        return .values(groups.compactMap { $0.map { FunctionValue(Array(bytes[$0])) } })
      } catch {
        return .tooManySteps(pattern: expression.pattern)
      }
    }
  }

  private static let unicode = FunctionDefinition(
    FunctionNamespaces.grel("string_unicode"), [.grelValue()], [.list, .number],
    FunctionText(
      "The number of each character in Unicode.",
      [FunctionExample("Aé", gives: "65 (integer) | 233 (integer)")])
  ) { arguments throws(UnreadableArgument) in
    .values(arguments.text(0).unicodeScalars.map { .integer($0.value) })
  }
}

// MARK: - Pieces

extension StringSplitFunctions {
  private static func slashed(_ text: String) -> String {
    text.count >= 2 && text.hasPrefix("/") && text.hasSuffix("/") ? text : "/" + text + "/"
  }

  private static func checkSeparator(
    _ parameter: FunctionParameter, _ constants: [String: String]
  ) throws(FunctionArgumentError) {
    if constants[parameter.iris[0]]?.isEmpty == true, !parameter.isOptional {
      throw FunctionArgumentError(
        parameter: parameter.iris[0], reason: "a separator has at least one character")
    }
    try TextPattern.check(parameter, in: constants)
  }

  private static func pieces(
    _ text: [UInt8], _ arguments: FunctionArguments, _ index: Int, keepsEmpty: Bool
  ) throws(UnreadableArgument) -> FunctionResult {
    try TextPattern(arguments, index).find(in: text) { matches in
      var pieces: [[UInt8]] = []
      var start = 0
      for match in matches where !match.range.isEmpty {
        pieces.append(Array(text[start..<match.range.lowerBound]))
        start = match.range.upperBound
      }
      pieces.append(Array(text[start...]))
      return .values(pieces.filter { keepsEmpty || !$0.isEmpty }.map { FunctionValue($0) })
    }
  }

  private static func cells(of text: [UInt8], separator: [UInt8]) -> [FunctionValue] {
    let quote = UInt8(ascii: "\"")
    var cells: [[UInt8]] = [[]]
    var (index, isQuoted) = (0, false)
    while index < text.count {
      let byte = text[index]
      if isQuoted, byte == quote, index + 1 < text.count, text[index + 1] == quote {
        cells[cells.count - 1].append(quote)
        index += 2
      } else if byte == quote, isQuoted || cells[cells.count - 1].isEmpty {
        isQuoted.toggle()
        index += 1
      } else if !isQuoted, text[index...].starts(with: separator) {
        cells.append([])
        index += separator.count
      } else {
        cells[cells.count - 1].append(byte)
        index += 1
      }
    }
    return cells.map { FunctionValue($0) }
  }
}
