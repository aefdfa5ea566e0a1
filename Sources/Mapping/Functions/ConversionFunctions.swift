// SPDX-License-Identifier: Apache-2.0

/// GREL's functions that turn values into numbers and texts, and ask for their type.
///
/// - Source: [OpenRefine](https://openrefine.org/docs/manual/grelfunctions#tonumbers).
enum ConversionFunctions {
  static let all: [FunctionDefinition] = [toNumber, toText, type, hasField, coalesce]

  private static let value = FunctionParameter(
    iris: FunctionParameter.anything.iris + FunctionParameter.grelValue().iris, intake: .each,
    isOptional: false)

  private static let toNumber = FunctionDefinition(
    FunctionNamespaces.grel("string_toNumber"), [value], [.number],
    FunctionText(
      "The number that a text spells, digits as written: an integer, a decimal, or a double if it has "
        + "an exponent.",
      [
        FunctionExample("42", gives: "42 (integer)"),
        FunctionExample("3.50", gives: "3.50 (decimal)"),
        FunctionExample("1e3", gives: "1.0E3 (double)"),
        FunctionExample("3,5", gives: "not a number"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let bytes = StringTrimFunction.trim(arguments.bytes(0))
    let number = try arguments.real(0)
    let digits = bytes.filter { (0x30...0x39).contains($0) }
    let marks = bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      .filter { !(0x30...0x39).contains($0) }
    switch marks {
    case []: return .value(FunctionValue(bytes, natural: .integer))
    case [UInt8(ascii: ".")]: return .value(FunctionValue(bytes, natural: .decimal))
    default:
      guard marks.allSatisfy({ "eE.+-".utf8.contains($0) }), !digits.isEmpty else {
        throw UnreadableArgument(0, "a number")
      }
      return .value(FunctionValue(CanonicalDouble.spelling(number), natural: .double))
    }
  }

  private static let toText = FunctionDefinition(
    FunctionNamespaces.grel("string_toString"), [value], [.text],
    FunctionText(
      "The value as a text without a datatype of its own.",
      "- Deviation: null stays null, where Java gives the text “null”.",
      [FunctionExample("12", gives: "12"), FunctionExample(nil, gives: "null")])
  ) { arguments throws(UnreadableArgument) in .value(FunctionValue(arguments.bytes(0))) }

  private static let type = FunctionDefinition(
    FunctionNamespaces.grel("other_type"),
    [FunctionParameter(iris: value.iris, intake: .all, isOptional: false)], [.text],
    FunctionText(
      "What kind of value it is: `string`, `number`, `boolean`, `date`, `array` or `undefined`.",
      [
        FunctionExample("12", gives: "string"), FunctionExample(["a", "b"], gives: "array"),
        FunctionExample(nil, gives: "undefined"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let values = arguments.values[0]
    guard let value = values.first else { return .value(FunctionValue("undefined")) }
    if values.count > 1 { return .value(FunctionValue("array")) }
    switch value.natural {
    case .string, .iri: return .value(FunctionValue("string"))
    case .boolean: return .value(FunctionValue("boolean"))
    case .integer, .decimal, .double: return .value(FunctionValue("number"))
    case .date, .gYearMonth, .gYear, .time, .dateTime: return .value(FunctionValue("date"))
    }
  }

  private static let field = FunctionParameter.grel("p_string_field", "param_string_field")

  private static let hasField = FunctionDefinition(
    FunctionNamespaces.grel("other_hasField"),
    [FunctionParameter(iris: value.iris, intake: .all, isOptional: false), field], [.truth],
    FunctionText(
      "Whether a value has a field of a name; values of records are plain and have none.",
      "To ask whether a record has a value, use `idlab-fn:isNull`.",
      [FunctionExample("a", "name", gives: "false (boolean)")])
  ) { arguments throws(UnreadableArgument) in .value(.boolean(false)) }

  private static let several = FunctionParameter.grel(
    "p_any_rep_e", "param_any_rep_e", intake: .all)

  private static let coalesce = FunctionDefinition(
    FunctionNamespaces.grel("other_coalesce"), [several], FunctionOutput.all,
    FunctionText(
      "The first value that is not null.",
      "Values are taken in the order in which the mapping gives them. An empty text is a value.",
      [FunctionExample(["a", "b"], gives: "a"), FunctionExample(nil, gives: "null")])
  ) { arguments throws(UnreadableArgument) in .values(Array(arguments.values[0].prefix(1))) }
}
