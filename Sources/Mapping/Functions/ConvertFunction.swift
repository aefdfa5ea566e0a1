// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Converts a number from one unit into another, in decimal arithmetic.
enum ConvertFunction {
  /// Digits behind the point of a result that has no end.
  static let digits = 12

  private static let value = FunctionParameter.fairway("value")
  private static let from = FunctionParameter.fairway("from")
  private static let to = FunctionParameter.fairway("to")

  static let definition = FunctionDefinition(
    [FunctionNamespaces.fairway + "convert"], [value, from, to], [.number],
    text: FunctionText(
      "Converts a number from one unit into another, both given by UCUM codes.",
      "The arithmetic is decimal and exact. A result without end, as of days in years, is rounded to "
        + "\(digits) digits behind the point, halves to even. Units that measure different things are a "
        + "finding, and so are grays in sieverts. A year is 365.25 days and a month a twelfth of it.\n\n"
        + "Known atoms, with metric prefixes where UCUM has them: "
        + UnitOfMeasure.codes.map { "`\($0)`" }.joined(separator: ", ")
        + "; and `10*n`, exponents, `.`, `/` and annotations such as `{cells}`.",
      [
        FunctionExample("12.5", "mm", "cm", gives: "1.25 (decimal)"),
        FunctionExample("5", "cm", "mm", gives: "50 (decimal)"),
        FunctionExample("18", "mo", "a", gives: "1.5 (decimal)"),
        FunctionExample("24106", "d", "a", gives: "65.998631074606 (decimal)"),
        FunctionExample("7", "ng/mL", "ug/L", gives: "7 (decimal)"),
        FunctionExample("180", "cGy", "Gy", gives: "1.8 (decimal)"),
        FunctionExample("3", "T", "mT", gives: "3000 (decimal)"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    try check(constants)
    return { arguments throws(UnreadableArgument) in
      let number = try arguments.decimal(0)
      let factor = try factor(arguments)
      guard
        let result = number.multiplied(
          by: factor.numerator, over: factor.denominator, roundedTo: digits)
      else { throw UnreadableArgument(0, "a number that stays short when converted") }
      return .value(FunctionValue(result.spelling, natural: .decimal))
    }
  }

  private static func check(_ constants: [String: String]) throws(FunctionArgumentError) {
    for parameter in [from, to] {
      if let code = constants[parameter.iris[0]], UnitOfMeasure(code) == nil {
        throw FunctionArgumentError(
          parameter: parameter.iris[0],
          reason: "no known UCUM code; \(NearestName.hint(code, in: UnitOfMeasure.codes))")
      }
    }
    if let from = constants[from.iris[0]], let code = constants[to.iris[0]],
      UnitOfMeasure(from).flatMap({ unit in UnitOfMeasure(code).flatMap { unit.factor(to: $0) } })
        == nil
    {
      throw FunctionArgumentError(
        parameter: to.iris[0], reason: "\(from) measures something else than \(code)")
    }
  }

  private static func factor(
    _ arguments: FunctionArguments
  ) throws(UnreadableArgument) -> (numerator: Int128, denominator: Int128) {
    let (from, to) = (arguments.text(1), arguments.text(2))
    guard let source = UnitOfMeasure(from) else { throw UnreadableArgument(1, "a UCUM code") }
    guard let target = UnitOfMeasure(to) else { throw UnreadableArgument(2, "a UCUM code") }
    guard let factor = source.factor(to: target) else {
      throw UnreadableArgument(2, "a unit that \(from) can be converted into")
    }
    return factor
  }
}
