// SPDX-License-Identifier: Apache-2.0

/// Dates as days from a baseline, which data without true dates have.
enum BaselineFunctions {
  static let all: [FunctionDefinition] = [daysBetween, dateAfter, dateWithin]

  private static let baseline = FunctionParameter.fairway("baseline")
  private static let value = FunctionParameter.fairway("value")

  private static let daysBetween = FunctionDefinition(
    [FunctionNamespaces.fairway + "daysFrom"], [baseline, value], [.number],
    FunctionText(
      "How many days after a baseline date another date is; below zero before it.",
      "Both are whole dates such as fw:date gives. Moving both by the same number of days changes "
        + "nothing, so that the result can be compared with that of data whose dates were shifted.",
      [
        FunctionExample("2021-02-26", "2021-03-05", gives: "7 (integer)"),
        FunctionExample("2021-03-05", "2021-02-26", gives: "-7 (integer)"),
        FunctionExample("2021", "2021-02-26", gives: "not a date such as 2021-03-05"),
      ])
  ) { arguments throws(UnreadableArgument) in
    let (start, end) = (try arguments.date(0), try arguments.date(1))
    return .value(.integer(end.dayNumber - start.dayNumber))
  }

  private static let days = FunctionParameter.fairway("days")

  private static let dateAfter = FunctionDefinition(
    [FunctionNamespaces.fairway + "dateAfter"], [baseline, days], [.moment],
    FunctionText(
      "The date so many days after a baseline date; before it for a number below zero.",
      [
        FunctionExample("2021-02-26", "7", gives: "2021-03-05 (date)"),
        FunctionExample("2020-03-01", "-1", gives: "2020-02-29 (date)"),
        FunctionExample("2020-03-01", "1.5", gives: "not a whole number"),
      ])
  ) { arguments throws(UnreadableArgument) in
    guard let date = try arguments.date(0).adding(days: try arguments.integer(1)) else {
      throw UnreadableArgument(1, "a number of days within the years 1 to 9999")
    }
    return .value(date.value)
  }

  private static let earliest = FunctionParameter.fairway("earliest")
  private static let latest = FunctionParameter.fairway("latest")

  private static let dateWithin = FunctionDefinition(
    [FunctionNamespaces.fairway + "dateWithin"], [value, earliest, latest], [.moment],
    text: FunctionText(
      "The date if it lies between two others or is one of them; otherwise a finding.",
      "Dates that were shifted too far, and slips such as 1021 for 2021, show so.",
      [
        FunctionExample("2021-03-05", "2000-01-01", "2030-12-31", gives: "2021-03-05 (date)"),
        FunctionExample(
          "1021-03-05", "2000-01-01", "2030-12-31",
          gives: "not a date from 2000-01-01 to 2030-12-31"),
      ])
  ) { constants, _ throws(FunctionArgumentError) in
    for parameter in [earliest, latest] {
      if let text = constants[parameter.iris[0]], CivilDate(Array(text.utf8)) == nil {
        throw FunctionArgumentError(
          parameter: parameter.iris[0], reason: "a bound is a date such as 2021-03-05")
      }
    }
    return { arguments throws(UnreadableArgument) in
      let date = try arguments.date(0)
      let (first, last) = (try arguments.date(1), try arguments.date(2))
      guard (first.dayNumber...max(first.dayNumber, last.dayNumber)).contains(date.dayNumber) else {
        throw UnreadableArgument(0, "a date from \(first.spelling) to \(last.spelling)")
      }
      return .value(date.value)
    }
  }
}
