// SPDX-License-Identifier: Apache-2.0

/// GREL's functions of decimal numbers that have an exact result.
///
/// - Source: [OpenRefine, math functions](https://openrefine.org/docs/manual/grelfunctions#math-functions).
/// - Deviation: grel-functions-java calculates in binary and gives doubles.
enum MathExactFunctions {
  static let all: [FunctionDefinition] = [
    abs, floor, ceil, round, even, odd, min, max, quotient, mod,
  ]

  private static func one(
    _ name: String, _ text: FunctionText,
    _ body: @escaping @Sendable (ExactDecimal) -> ExactDecimal
  ) -> FunctionDefinition {
    FunctionDefinition(FunctionNamespaces.grel("math_" + name), [.number], [.number], text) {
      arguments throws(UnreadableArgument) in .value(body(try arguments.decimal(0)).value)
    }
  }

  private static let abs = one(
    "abs",
    FunctionText(
      "The number without its sign.", [FunctionExample("-3.50", gives: "3.50 (decimal)")])
  ) { ExactDecimal($0.digits < 0 ? -$0.digits : $0.digits, scale: $0.scale) }

  private static let floor = one(
    "floor",
    FunctionText(
      "The largest whole number that is not above the number.",
      [
        FunctionExample("3.7", gives: "3 (integer)"),
        FunctionExample("-3.7", gives: "-4 (integer)"),
      ])
  ) { $0.rounded(.down) }

  private static let ceil = one(
    "ceil",
    FunctionText(
      "The smallest whole number that is not below the number.",
      [
        FunctionExample("3.2", gives: "4 (integer)"),
        FunctionExample("-3.2", gives: "-3 (integer)"),
      ])
  ) { $0.rounded(.up) }

  private static let round = one(
    "round",
    FunctionText(
      "The nearest whole number; halves go up.",
      [
        FunctionExample("2.5", gives: "3 (integer)"),
        FunctionExample("-2.5", gives: "-2 (integer)"),
        FunctionExample("2.49", gives: "2 (integer)"),
      ])
  ) { $0.rounded(.halfUp) }

  private static let even = one(
    "even",
    FunctionText(
      "The nearest even whole number that is not below the number.",
      "- Deviation: OpenRefine does not say where numbers below zero go; they go up as well.",
      [FunctionExample("3.2", gives: "4 (integer)"), FunctionExample("4.1", gives: "6 (integer)")])
  ) { number in
    let whole = number.rounded(.up)
    return whole.digits % 2 == 0 ? whole : ExactDecimal(whole.digits + 1)
  }

  private static let odd = one(
    "odd",
    FunctionText(
      "The nearest odd whole number that is not below the number.",
      [FunctionExample("3.2", gives: "5 (integer)"), FunctionExample("5", gives: "5 (integer)")])
  ) { number in
    let whole = number.rounded(.up)
    return whole.digits % 2 == 0 ? ExactDecimal(whole.digits + 1) : whole
  }

  private static let min = FunctionDefinition(
    FunctionNamespaces.grel("math_min"), [.number, .number2], [.number],
    FunctionText(
      "The smaller of two numbers.", [FunctionExample("2", "10.5", gives: "2 (integer)")])
  ) { arguments throws(UnreadableArgument) in
    let (left, right) = (try arguments.decimal(0), try arguments.decimal(1))
    return .value((right.isLess(than: left) ? right : left).value)
  }

  private static let max = FunctionDefinition(
    FunctionNamespaces.grel("math_max"), [.number, .number2], [.number],
    FunctionText(
      "The larger of two numbers.", [FunctionExample("2", "10.5", gives: "10.5 (decimal)")])
  ) { arguments throws(UnreadableArgument) in
    let (left, right) = (try arguments.decimal(0), try arguments.decimal(1))
    return .value((left.isLess(than: right) ? right : left).value)
  }

  private static let quotient = FunctionDefinition(
    FunctionNamespaces.grel("math_quotient"), [.number, .number2], [.number],
    FunctionText(
      "The whole part of a quotient.",
      [
        FunctionExample("9", "2", gives: "4 (integer)"),
        FunctionExample("-9", "2", gives: "-4 (integer)"),
        FunctionExample("1", "0", gives: "not a number other than 0"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let (left, right, _) = try aligned(arguments)
    return .value(.integer(left / right))
  }

  private static let mod = FunctionDefinition(
    FunctionNamespaces.grel("math_mod"), [.whole, .whole2], [.number],
    FunctionText(
      "The remainder of a division, with the sign of the divisor.",
      [
        FunctionExample("74", "9", gives: "2 (integer)"),
        FunctionExample("-7", "3", gives: "2 (integer)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let (left, right, scale) = try aligned(arguments)
    let rest = left % right
    let result = rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest
    return .value(ExactDecimal(result, scale: scale).value)
  }

  // Both numbers with as many digits behind the point, the second not 0.
  private static func aligned(
    _ arguments: FunctionArguments
  ) throws(UnreadableArgument) -> (left: Int128, right: Int128, scale: Int) {
    let (left, right) = (try arguments.decimal(0), try arguments.decimal(1))
    guard right.digits != 0 else { throw UnreadableArgument(1, "a number other than 0") }
    guard let aligned = ExactDecimal.aligned(left, right) else {
      throw UnreadableArgument(1, "a number of the other's size")
    }
    return aligned
  }
}
