// SPDX-License-Identifier: Apache-2.0

/// Dates and times read by Java's patterns: GREL's `toDate` and IDLab's `normalizeDate…`.
///
/// - Source: idlab-fn `normalizeDate`, `normalizeDateTime`, with and without a language; GREL `toDate`.
enum NormalizeDateFunctions {
  static let all: [FunctionDefinition] = [
    toDate, normalizeDate, normalizeDateWithLang, normalizeDateTime, normalizeDateTimeWithLang,
  ]

  private static let letters =
    "The pattern is of Java's letters: `yyyy`, `yy` (2000 to 2099), `MM`, `MMM` and `MMMM` for names of "
    + "months, `dd`, `HH`, `hh` with `a`, `mm`, `ss`, `SSS`, `E` for names of days, `X` for time zones; "
    + "text stands in single quotes."
  private static let languages =
    "Names of months are known in \(MonthNames.languages.joined(separator: ", "))."
  private static let english = " Names of months are English."
  private static let deviation =
    "\n\n- Deviation: a text that does not fit is a finding, where others give null or stop; the "
    + "language does not depend on the machine."

  private static let text = FunctionParameter.idlab("strDate")
  private static let pattern = FunctionParameter.idlab("pattern", intake: .constant)
  private static let language = FunctionParameter.idlab("lang", intake: .constant)
  private static let grelPattern = FunctionParameter.grel(
    "p_string_pattern", "param_string_pattern", intake: .constant)

  private static let toDate = FunctionDefinition(
    FunctionNamespaces.grel("date_toDate"), [.grelValue(), grelPattern], [.moment, .text],
    text: FunctionText(
      "Reads a date by a pattern: a date, or a date-time if the pattern has hours.",
      letters + english + " `fw:date` keeps dates without day or month." + deviation,
      [
        FunctionExample("05/03/2021", "dd/MM/yyyy", gives: "2021-03-05 (date)"),
        FunctionExample(
          "05/03/2021 14:05", "dd/MM/yyyy HH:mm", gives: "2021-03-05T14:05:00 (dateTime)"),
        FunctionExample("31/02/2021", "dd/MM/yyyy", gives: "not a date (dd/MM/yyyy)"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    try body(constants, grelPattern, language: nil, hasTime: nil)
  }

  private static let normalizeDate = FunctionDefinition(
    FunctionNamespaces.idlab("normalizeDate"), [text, pattern], [.text, .moment],
    text: FunctionText(
      "Reads a date by a pattern.", letters + english + deviation,
      [FunctionExample("01 April 22", "dd LLLL uu", gives: "2022-04-01 (date)")])
  ) { constants, _ throws(FunctionArgumentError) in
    try body(constants, pattern, language: nil, hasTime: false)
  }

  private static let normalizeDateWithLang = FunctionDefinition(
    FunctionNamespaces.idlab("normalizeDateWithLang"), [text, pattern, language],
    [.text, .moment],
    text: FunctionText(
      "Reads a date by a pattern, with names of months in a language.",
      letters + " " + languages + deviation,
      [FunctionExample("1 März 2022", "d MMMM yyyy", "de", gives: "2022-03-01 (date)")])
  ) { constants, _ throws(FunctionArgumentError) in
    try body(constants, pattern, language: language, hasTime: false)
  }

  private static let normalizeDateTime = FunctionDefinition(
    FunctionNamespaces.idlab("normalizeDateTime"), [text, pattern], [.text, .moment],
    text: FunctionText(
      "Reads a date and a time by a pattern.", letters + english + deviation,
      [
        FunctionExample(
          "01 April 22T11:44:00", "dd LLLL uu'T'HH:mm:ss",
          gives: "2022-04-01T11:44:00 (dateTime)")
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    try body(constants, pattern, language: nil, hasTime: true)
  }

  private static let normalizeDateTimeWithLang = FunctionDefinition(
    FunctionNamespaces.idlab("normalizeDateTimeWithLang"), [text, pattern, language],
    [.text, .moment],
    text: FunctionText(
      "Reads a date and a time by a pattern, with names of months in a language.",
      letters + " " + languages + deviation,
      [
        FunctionExample(
          "3 ene. 2022 9:05", "d MMM yyyy H:mm", "es", gives: "2022-01-03T09:05:00 (dateTime)")
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    try body(constants, pattern, language: language, hasTime: true)
  }

  private static func body(
    _ constants: [String: String], _ pattern: FunctionParameter, language: FunctionParameter?,
    hasTime: Bool?
  ) throws(FunctionArgumentError) -> FunctionBody {
    let tag = language.map { constants[$0.iris[0]] ?? "" } ?? "en"
    guard DateTimePattern("yyyyMMdd", language: tag) != nil else {
      throw FunctionArgumentError(
        parameter: language?.iris[0] ?? "",
        reason: "languages are \(MonthNames.languages.joined(separator: ", "))")
    }
    guard let known = DateTimePattern(constants[pattern.iris[0]] ?? "", language: tag) else {
      throw FunctionArgumentError(
        parameter: pattern.iris[0],
        reason: "a pattern has year, month and day of the letters yuMLdHhmsSaEZX")
    }
    let givesTime = hasTime ?? known.hasTime
    if givesTime, !known.hasTime {
      throw FunctionArgumentError(parameter: pattern.iris[0], reason: "it has no hours (HH)")
    }
    return { arguments throws(UnreadableArgument) in
      guard let moment = known.read(StringTrimFunction.trim(arguments.bytes(0))) else {
        throw UnreadableArgument(0, "a date (\(known.text))")
      }
      return .value(givesTime ? moment.value : moment.date.value)
    }
  }
}
