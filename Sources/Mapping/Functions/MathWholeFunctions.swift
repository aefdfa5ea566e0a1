// SPDX-License-Identifier: Apache-2.0

/// GREL's functions of whole numbers.
///
/// - Source: [OpenRefine, math functions](https://openrefine.org/docs/manual/grelfunctions#math-functions).
/// - Deviation: a result of more than 38 digits is a finding, where grel-functions-java cuts it off.
enum MathWholeFunctions {
  static let all: [FunctionDefinition] = [
    combin, fact, factn, gcd, lcm, multinomial,
  ]

  private static func two(
    _ name: String, _ text: FunctionText,
    _ body: @escaping @Sendable (Int128, Int128) throws(UnreadableArgument) -> Int128
  ) -> FunctionDefinition {
    FunctionDefinition(FunctionNamespaces.grel("math_" + name), [.whole, .whole2], [.number], text)
    {
      arguments throws(UnreadableArgument) in
      let (left, right) = (try arguments.integer(0), try arguments.integer(1))
      return .value(.integer(try body(Int128(left), Int128(right))))
    }
  }

  private static let combin = two(
    "combin",
    FunctionText(
      "In how many ways so many things can be chosen among so many.",
      [
        FunctionExample("20", "2", gives: "190 (integer)"),
        FunctionExample("2", "3", gives: "0 (integer)"),
      ])
  ) { count, chosen throws(UnreadableArgument) in
    guard count >= 0, chosen >= 0 else { throw UnreadableArgument(0, "a number from 0") }
    return try binomial(count, chosen)
  }

  private static let fact = FunctionDefinition(
    FunctionNamespaces.grel("math_fact"), [.whole], [.number],
    FunctionText(
      "The factorial of a number from 0 to 33.",
      [
        FunctionExample("5", gives: "120 (integer)"),
        FunctionExample("40", gives: "not a number from 0 to 33"),
      ]
    )
  ) { arguments throws(UnreadableArgument) in
    let number = try arguments.integer(0)
    guard (0...33).contains(number) else { throw UnreadableArgument(0, "a number from 0 to 33") }
    return .value(.integer(try product(Int128(number), step: 1)))
  }

  private static let factn = two(
    "factn",
    FunctionText(
      "The product of a number and of all below it in steps, down to 1.",
      [FunctionExample("9", "3", gives: "162 (integer)")])
  ) { number, step throws(UnreadableArgument) in
    guard step > 0 else { throw UnreadableArgument(1, "a number from 1") }
    return number < 0 ? 0 : try product(number, step: step)
  }

  private static let gcd = two(
    "gcd",
    FunctionText(
      "The greatest common divisor of two numbers.",
      [FunctionExample("12", "18", gives: "6 (integer)")])
  ) { left, right throws(UnreadableArgument) in divisor(left, right) }

  private static let lcm = two(
    "lcm",
    FunctionText(
      "The least common multiple of two numbers.",
      [FunctionExample("4", "6", gives: "12 (integer)")])
  ) { left, right throws(UnreadableArgument) in
    let common = divisor(left, right)
    return common == 0 ? 0 : Int128((left / common * right).magnitude)
  }

  private static let multinomial = FunctionDefinition(
    FunctionNamespaces.grel("math_multinomial"), [.list], [.number],
    FunctionText(
      "In how many ways things can be arranged of which groups of the given sizes are alike.",
      [FunctionExample(["2", "3"], gives: "10 (integer)")])
  ) { arguments throws(UnreadableArgument) in
    var (sum, result): (Int128, Int128) = (0, 1)
    for value in arguments.values[0] {
      guard let number = Int32(value.text), number >= 0 else {
        throw UnreadableArgument(0, "numbers from 0")
      }
      sum += Int128(number)
      result = try times(result, binomial(sum, Int128(number)))
    }
    return .value(.integer(result))
  }

  private static func times(_ left: Int128, _ right: Int128) throws(UnreadableArgument) -> Int128 {
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    if overflows { throw UnreadableArgument(0, "a number with a result of at most 38 digits") }
    return product
  }

  // Overflows long before many steps, unless the step is about as large as the number.
  private static func product(_ number: Int128, step: Int128) throws(UnreadableArgument) -> Int128 {
    var result: Int128 = 1
    var next = number
    while next > 0 {
      result = try times(result, next)
      next -= step
    }
    return result
  }

  private static func binomial(_ count: Int128, _ chosen: Int128) throws(UnreadableArgument)
    -> Int128
  {
    guard count >= chosen else { return 0 }
    let few = Swift.min(chosen, count - chosen)
    var result: Int128 = 1
    var step: Int128 = 1
    while step <= few {
      // What divides both is taken out first, so that only the result can overflow.
      let common = divisor(result, step)
      result = try times(result / common, (count - few + step) / (step / common))
      step += 1
    }
    return result
  }

  private static func divisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left < 0 ? -left : left
  }
}
