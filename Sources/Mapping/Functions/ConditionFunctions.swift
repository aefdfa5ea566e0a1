// SPDX-License-Identifier: Apache-2.0

/// IDLab's functions that decide and compare.
///
/// - Source: idlab-functions-java, `functions_idlab.ttl`.
enum ConditionFunctions {
  static let all: [FunctionDefinition] = [
    trueCondition, decide, inRange, containsOther, listContains, xor,
  ]

  private static let trueCondition = FunctionDefinition(
    FunctionNamespaces.idlab("trueCondition"),
    [.idlab("strBoolean", intake: .eachOrNull), .idlabText()], [.text],
    FunctionText(
      "The value if the condition is true, otherwise null.",
      [
        FunctionExample("true", "a", gives: "a"), FunctionExample("false", "a", gives: "null"),
        FunctionExample(nil, "a", gives: "null"),
      ])
  ) { arguments throws(UnreadableArgument) in
    .values(arguments.isTrue(0) ? arguments.values[1] : [])
  }

  private static let decide = FunctionDefinition(
    FunctionNamespaces.idlab("decide"),
    [.idlabText(), .idlab("expectedStr"), .idlab("result")], [.text],
    FunctionText(
      "A value if the text is the one expected, otherwise null.",
      [
        FunctionExample("M", "M", "male", gives: "male"),
        FunctionExample("F", "M", "male", gives: "null"),
      ])
  ) { arguments throws(UnreadableArgument) in
    .values(arguments.bytes(0) == arguments.bytes(1) ? arguments.values[2] : [])
  }

  private static let inRange = FunctionDefinition(
    FunctionNamespaces.idlab("inRange"),
    [
      .idlab("test", predicate: "p_test", intake: .eachOrNull),
      .idlab("from", predicate: "p_from", intake: .eachOrNull, isOptional: true),
      .idlab("to", predicate: "p_to", intake: .eachOrNull, isOptional: true),
    ], [.truth],
    FunctionText(
      "Whether a number is from one number up to but without another.",
      "A bound that is left out does not count; without a number the answer is false.",
      [
        FunctionExample("5", "1", "5", gives: "false (boolean)"),
        FunctionExample("1", "1", "5", gives: "true (boolean)"),
        FunctionExample("0.1", nil, "0.10001", gives: "true (boolean)"),
        FunctionExample(nil, "1", gives: "false (boolean)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    if arguments.isNull(0) { return .value(.boolean(false)) }
    let number = try arguments.decimal(0)
    let isAbove = arguments.isNull(1) ? true : !number.isLess(than: try arguments.decimal(1))
    let isBelow = arguments.isNull(2) ? true : number.isLess(than: try arguments.decimal(2))
    return .value(.boolean(isAbove && isBelow))
  }

  private static let containsOther = FunctionDefinition(
    FunctionNamespaces.idlab("stringContainsOtherString"),
    [.idlabText(), .idlab("otherStr"), .idlab("delimiter")], [.truth],
    FunctionText(
      "Whether a text is one of the pieces of another that a delimiter parts.",
      "- Deviation: the delimiter is a text, where Java takes it for a regular expression.",
      [
        FunctionExample("CT;MR", "MR", ";", gives: "true (boolean)"),
        FunctionExample("CT;MRI", "MR", ";", gives: "false (boolean)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let (text, wanted) = (arguments.bytes(0), arguments.bytes(1))
    var start = 0
    while let end = text.firstRange(of: arguments.bytes(2), from: start) {
      if text[start..<end].elementsEqual(wanted) { return .value(.boolean(true)) }
      start = end + arguments.bytes(2).count
    }
    return .value(.boolean(text[start...].elementsEqual(wanted)))
  }

  private static let listContains = FunctionDefinition(
    FunctionNamespaces.idlab("listContainsElement"),
    [.idlab("list", intake: .all), .idlabText()], [.truth],
    FunctionText(
      "Whether a text is one of several values.",
      [
        FunctionExample(["CT", "MR"], "MR", gives: "true (boolean)"),
        FunctionExample(nil, "MR", gives: "false (boolean)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let wanted = arguments.bytes(1)
    return .value(.boolean(arguments.values[0].contains { $0.bytes == wanted }))
  }

  private static let xor = FunctionDefinition(
    FunctionNamespaces.grel("boolean_xor"), [BooleanAndFunction.repeated], [.truth],
    FunctionText(
      "Whether an odd number of the values is true.",
      [
        FunctionExample(["true", "false"], gives: "true (boolean)"),
        FunctionExample(["true", "true"], gives: "false (boolean)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    .value(.boolean(arguments.values[0].count(where: \.isTrue) % 2 == 1))
  }
}
