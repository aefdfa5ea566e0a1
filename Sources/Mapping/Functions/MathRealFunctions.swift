// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// GREL's functions whose results have no end: calculated in binary, given as doubles.
///
/// - Source: [OpenRefine, math functions](https://openrefine.org/docs/manual/grelfunctions#math-functions).
enum MathRealFunctions {
  static let all: [FunctionDefinition] = unary + [atan2, power]

  private static let unary: [FunctionDefinition] = [
    one("acos", "The angle of a cosine, in radians.", ("1", "0.0E0")) { Glibc.acos($0) },
    one("asin", "The angle of a sine, in radians.", ("0", "0.0E0")) { Glibc.asin($0) },
    one("atan", "The angle of a tangent, in radians.", ("0", "0.0E0")) { Glibc.atan($0) },
    one("cos", "The cosine of an angle in radians.", ("0", "1.0E0")) { Glibc.cos($0) },
    one("cosh", "The hyperbolic cosine.", ("0", "1.0E0")) { Glibc.cosh($0) },
    one("sin", "The sine of an angle in radians.", ("0", "0.0E0")) { Glibc.sin($0) },
    one("sinh", "The hyperbolic sine.", ("0", "0.0E0")) { Glibc.sinh($0) },
    one("tan", "The tangent of an angle in radians.", ("0", "0.0E0")) { Glibc.tan($0) },
    one("tanh", "The hyperbolic tangent.", ("0", "0.0E0")) { Glibc.tanh($0) },
    one("degrees", "An angle in radians as degrees.", ("0", "0.0E0")) { $0 / Double.pi * 180 },
    one("radians", "An angle in degrees as radians.", ("180", "3.141592653589793E0")) {
      $0 / 180 * Double.pi
    },
    one("ln", "The natural logarithm.", ("1", "0.0E0")) { Glibc.log($0) },
    one("log", "The logarithm to the base 10.", ("1000", "3.0E0")) { Glibc.log10($0) },
    one("exp", "The exponential of a number.", ("0", "1.0E0")) { Glibc.exp($0) },
  ]

  private static let atan2 = two(
    "atan2", .number2, "The angle of a point, of which the second coordinate comes first.",
    FunctionExample("0", "1", gives: "0.0E0 (double)")
  ) { Glibc.atan2($0, $1) }

  private static let exponent = FunctionParameter.grel("p_any_exp", "param_dec_n_exp")

  private static let power = two(
    "pow", exponent, "A number raised to the power of another.",
    FunctionExample("2", "3", gives: "8.0E0 (double)")
  ) { Glibc.pow($0, $1) }

  private static func one(
    _ name: String, _ summary: String, _ example: (argument: String, result: String),
    _ body: @escaping @Sendable (Double) -> Double
  ) -> FunctionDefinition {
    FunctionDefinition(
      FunctionNamespaces.grel("math_" + name), [.number], [.number],
      FunctionText(
        summary, [FunctionExample(.values([example.argument]), gives: example.result + " (double)")]
      )
    ) { arguments throws(UnreadableArgument) in try double(body(try arguments.real(0))) }
  }

  private static func two(
    _ name: String, _ second: FunctionParameter, _ summary: String, _ example: FunctionExample,
    _ body: @escaping @Sendable (Double, Double) -> Double
  ) -> FunctionDefinition {
    FunctionDefinition(
      FunctionNamespaces.grel("math_" + name), [.number, second], [.number],
      FunctionText(summary, [example])
    ) { arguments throws(UnreadableArgument) in
      try double(body(try arguments.real(0), try arguments.real(1)))
    }
  }

  private static func double(_ number: Double) throws(UnreadableArgument) -> FunctionResult {
    guard number.isFinite else { throw UnreadableArgument(0, "a number with a finite result") }
    return .value(FunctionValue(CanonicalDouble.spelling(number), natural: .double))
  }
}
