// SPDX-License-Identifier: Apache-2.0

/// GREL's functions that calculate with dates.
///
/// - Source: [OpenRefine, date functions](https://openrefine.org/docs/manual/grelfunctions#date-functions).
enum DateArithmeticFunctions {
  static let all: [FunctionDefinition] = [diff, increment, part]

  private static let first = FunctionParameter.grel("p_datetime_d", "param_datetime_d")
  private static let other = FunctionParameter.grel("p_datetime_d2", "param_datetime_d2")
  private static let timeUnit = FunctionParameter.grel(
    "p_string_timeunit", "param_string_timeunit")
  private static let date = FunctionParameter.grel("p_date_d", "param_date_d")
  private static let unit = FunctionParameter.grel("p_string_unit", "param_string_unit")

  private static let diff = FunctionDefinition(
    FunctionNamespaces.grel("date_diff"), [first, other, timeUnit], [.text, .number],
    FunctionText(
      "How much time lies between two dates: the first less the second, in whole units.",
      "Units are `days`, `weeks`, `months` and `years`. Times of day are not counted.\n\n"
        + "- Deviation: grel-functions-java gives an ISO 8601 duration of the second less the first.",
      [
        FunctionExample("2021-03-05", "2021-02-26", "days", gives: "7 (integer)"),
        FunctionExample("2021-03-05", "2020-03-06", "years", gives: "0 (integer)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let (left, right) = (try arguments.date(0), try arguments.date(1))
    let days = left.dayNumber - right.dayNumber
    switch arguments.text(2) {
    case "days", "day", "d": return .value(.integer(days))
    case "weeks", "week", "w": return .value(.integer(days / 7))
    case "months", "month", "M": return .value(.integer(months(from: right, to: left)))
    case "years", "year", "y": return .value(.integer(months(from: right, to: left) / 12))
    default: throw UnreadableArgument(2, "one of days, weeks, months, years")
    }
  }

  // Whole months: that of a day is over when the day comes again, or the month has no such day.
  private static func months(from start: CivilDate, to end: CivilDate) -> Int {
    if end.dayNumber < start.dayNumber { return -months(from: end, to: start) }
    let count = (end.year - start.year) * 12 + end.month - start.month
    let isLast = end.day == CivilDate.length(ofMonth: end.month, year: end.year)
    return end.day < start.day && !(isLast && start.day > end.day) ? count - 1 : count
  }

  private static let increment = FunctionDefinition(
    FunctionNamespaces.grel("date_inc"), [date, .number, unit], [.moment],
    FunctionText(
      "The date so many units later.",
      "Units are `days`, `weeks`, `months` and `years`; numbers below zero go back. A day that a month "
        + "lacks becomes its last.",
      [
        FunctionExample("2021-01-31", "1", "months", gives: "2021-02-28 (date)"),
        FunctionExample("2021-03-05", "-5", "days", gives: "2021-02-28 (date)"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let (date, count) = (try arguments.date(0), try arguments.integer(1))
    guard count.magnitude < 4_000_000 else {
      throw UnreadableArgument(1, "a number of this calendar")
    }
    let result: CivilDate?
    switch arguments.text(2) {
    case "days", "day", "d": result = date.adding(days: count)
    case "weeks", "week", "w": result = date.adding(days: count * 7)
    case "months", "month", "M": result = date.adding(months: count)
    case "years", "year", "y": result = date.adding(months: count * 12)
    default: throw UnreadableArgument(2, "one of days, weeks, months, years")
    }
    guard let result else { throw UnreadableArgument(1, "a number of this calendar") }
    return .value(result.value)
  }

  private static let part = FunctionDefinition(
    FunctionNamespaces.grel("date_datePart"), [date, unit], [.any, .number, .text],
    FunctionText(
      "A part of a date: `years`, `months`, `days`, `weekday`; of a date-time `hours`, `minutes` or "
        + "`seconds` too.",
      [
        FunctionExample("2021-03-05", "months", gives: "3 (integer)"),
        FunctionExample("2021-03-05", "weekday", gives: "Friday"),
        FunctionExample("2021-03-05T14:05:59", "hours", gives: "14 (integer)"),
        FunctionExample("2021-03-05", "hours", gives: "not a date with a time"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let date = try arguments.date(0)
    switch arguments.text(1) {
    case "years", "year": return .value(.integer(date.year))
    case "months", "month": return .value(.integer(date.month))
    case "days", "day", "d": return .value(.integer(date.day))
    case "weekday": return .value(FunctionValue(weekdays[date.weekday - 1]))
    case "hours", "hour", "h": return try time(arguments, 11)
    case "minutes", "minute", "min": return try time(arguments, 14)
    case "seconds", "sec", "s": return try time(arguments, 17)
    default:
      throw UnreadableArgument(1, "one of years, months, days, weekday, hours, minutes, seconds")
    }
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static func time(
    _ arguments: FunctionArguments, _ offset: Int
  ) throws(UnreadableArgument) -> FunctionResult {
    let bytes = StringTrimFunction.trim(arguments.bytes(0))
    guard bytes.count >= 19, let number = CivilDate.number(bytes[offset..<offset + 2]) else {
      throw UnreadableArgument(0, "a date with a time")
    }
    return .value(.integer(number))
  }
}

extension FunctionArguments {
  /// The date that a parameter's value spells in ISO 8601.
  func date(_ index: Int) throws(UnreadableArgument) -> CivilDate {
    guard let date = CivilDate(bytes(index)) else {
      throw UnreadableArgument(index, "a date such as 2021-03-05")
    }
    return date
  }
}
